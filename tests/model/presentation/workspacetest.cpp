// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/workspace.h"

#include "model/scrape/systemclock.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sightglass;

namespace {

/// Targets and their dashboards, on real scrapes of files.
class WorkspaceTest : public test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] TargetConfig fileTarget(const char *name) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("a 1\nb_total 2\n") < 0)
            qFatal("no file to scrape");
        TargetConfig target;
        target.url = QUrl::fromLocalFile(path);
        target.name = QLatin1String(name);
        target.intervalMs = minScrapeIntervalMs;
        return target;
    }

private slots:
    void targetsOfOneIdAreToldApart()
    {
        Workspace workspace(std::make_shared<SystemClock>(), {});
        TargetConfig first = fileTarget("first");
        first.id = QStringLiteral("same");
        TargetConfig second = fileTarget("second");
        second.id = first.id;
        QCOMPARE(workspace.addTarget(first), first.id);
        const QString given = workspace.addTarget(second);
        QVERIFY(!given.isEmpty());
        QVERIFY(given != first.id);
        QCOMPARE(workspace.targets().size(), std::size_t{2});
    }

    /// Each is chosen once and again when rates can be told; nothing else makes dashboards, however many
    /// targets tick.
    void dashboardsStayWhileNothingChanges()
    {
        Workspace workspace(std::make_shared<SystemClock>(), {});
        workspace.setTargets({fileTarget("first"), fileTarget("second"), fileTarget("third")});
        QSignalSpy changes(&workspace, &Workspace::dashboardsChanged);
        const auto scrapesOfEach = [&workspace] {
            std::uint64_t fewest = workspace.lastTick().targets.empty() ? 0 : 1000;
            for (const TargetStatus &target : workspace.lastTick().targets)
                fewest = std::min(fewest, target.scrapes);
            return fewest;
        };
        QTRY_VERIFY_WITH_TIMEOUT(scrapesOfEach() >= 20, 20'000);
        QCOMPARE(workspace.dashboards().size(), std::size_t{3});
        QVERIFY2(changes.count() <= 3 * 2, qPrintable(QString::number(changes.count())));
    }
};

} // namespace

SIGHTGLASS_TEST(WorkspaceTest)
#include "workspacetest.moc"
