// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"
#include "model/presentation/workspace.h"
#include "model/scrape/rulefilereading.h"
#include "model/scrape/systemclock.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

const QString house = QStringLiteral("bundled:streamhouse");

/// The rule files that a dashboard of a known system switches on.
class DashboardRulesTest : public test::TestCase
{
    Q_OBJECT

private:
    [[nodiscard]] TargetConfig fileTarget(const char *name) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("streamhouse_producer_records_total 1\n") < 0)
            qFatal("no file to scrape");
        TargetConfig target;
        target.url = QUrl::fromLocalFile(path);
        target.name = QLatin1String(name);
        target.intervalMs = minScrapeIntervalMs;
        return target;
    }

    static WorkspaceOptions options()
    {
        DashboardSpec spec;
        spec.id = "streamhouse";
        spec.requiredMetrics = {"streamhouse_producer_records_total"};
        spec.rules = {"streamhouse"};
        WorkspaceOptions options;
        options.knownDashboards = {spec};
        return options;
    }

    /// How often the file's first group is there.
    static std::ptrdiff_t groupsOf(const Workspace &workspace, const QString &file)
    {
        return std::ranges::count_if(workspace.lastTick().ruleGroups, [&file](const RuleGroupStatus &group) {
            return group.file == file.toStdString() && group.name == "streamhouse";
        });
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    /// The resources of a library are there once it is asked for them.
    void initTestCase() { QVERIFY(!bundledDashboards().empty()); }
    void onceForAllTargets();
    void switchedOff();
    void notTwiceBesideTheFile();
};

void DashboardRulesTest::onceForAllTargets()
{
    Workspace workspace(std::make_shared<SystemClock>(), options());
    QSignalSpy changes(&workspace, &Workspace::dashboardRulesChanged);
    workspace.setTargets({fileTarget("first"), fileTarget("second")});
    QTRY_COMPARE_WITH_TIMEOUT(workspace.dashboards().size(), std::size_t{2}, 20'000);
    QCOMPARE(workspace.dashboardRules(), QStringList{house});
    QTRY_COMPARE_WITH_TIMEOUT(groupsOf(workspace, house), 1, 20'000);
    QVERIFY(workspace.lastTick().rules.size() >= 6);
    QCOMPARE(changes.count(), 1);
    // They go with the last target that has such a dashboard.
    workspace.setTargets({});
    QTRY_COMPARE_WITH_TIMEOUT(groupsOf(workspace, house), 0, 20'000);
    QVERIFY(workspace.dashboardRules().isEmpty());
}

void DashboardRulesTest::switchedOff()
{
    Workspace workspace(std::make_shared<SystemClock>(), options());
    workspace.setRulesOff({house});
    workspace.setTargets({fileTarget("first")});
    QTRY_COMPARE_WITH_TIMEOUT(workspace.dashboardRules(), QStringList{house}, 20'000);
    const TimestampMs at = workspace.lastTick().at;
    QTRY_VERIFY_WITH_TIMEOUT(workspace.lastTick().at > at + 500, 20'000);
    QCOMPARE(groupsOf(workspace, house), 0);
    workspace.setRulesOff({});
    QTRY_COMPARE_WITH_TIMEOUT(groupsOf(workspace, house), 1, 20'000);
    workspace.setRulesOff({house});
    QTRY_COMPARE_WITH_TIMEOUT(groupsOf(workspace, house), 0, 20'000);
}

void DashboardRulesTest::notTwiceBesideTheFile()
{
    Workspace workspace(std::make_shared<SystemClock>(), options());
    const RuleFileContent content = readRules(house, {});
    QVERIFY(content.problems.empty());
    workspace.setFileRules({content.groups, {}});
    workspace.setTargets({fileTarget("first")});
    QTRY_COMPARE_WITH_TIMEOUT(workspace.dashboardRules(), QStringList{house}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(groupsOf(workspace, house), 1, 20'000);
}

} // namespace

SIGHTGLASS_TEST(DashboardRulesTest)

#include "dashboardrulestest.moc"
