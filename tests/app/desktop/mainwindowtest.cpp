// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mainwindow.h"

#include "app/cli/bundleddashboards.h"
#include "app/desktop/dashboardpages.h"
#include "model/scrape/systemclock.h"
#include "tests/support/demoprocess.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"
#include "widgets/targets/targetdialog.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/targetpane.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

/// The whole program but its main(): what a user has before them.
struct Program
{
    explicit Program(const QString &settingsFile, Notifier *notifier = nullptr)
        : settings(settingsFile)
        , memory(&settings, {})
    {
        WorkspaceOptions options;
        options.knownDashboards = bundledDashboards();
        workspace = std::make_unique<Workspace>(std::make_shared<SystemClock>(), std::move(options));
        window =
            std::make_unique<MainWindow>(MainWindow::Parts{workspace.get(), &settings, &memory, notifier});
        workspace->setTargets(memory.initialTargets());
        window->resize(MainWindow::comfortableSize);
        window->show();
    }

    void addThroughDialog(const QString &address) const
    {
        window->addTarget();
        // The dialog of the target before it is closed, but not yet deleted.
        auto *dialog = window->findChildren<TargetDialog *>().back();
        dialog->findChild<QLineEdit *>(QStringLiteral("url"))->setText(address);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
    }

    [[nodiscard]] QString summaryOf(int row) const
    {
        return workspace->targetModel()->index(row, 0).data(TargetTableModel::SummaryRole).toString();
    }

    WindowSettings settings;
    TargetMemory memory;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<MainWindow> window;
};

class RecordingNotifier : public Notifier
{
public:
    void notify(const Notification &notification) override { told.push_back(notification); }
    [[nodiscard]] bool hasTold(const QString &word, bool resolved) const
    {
        return std::any_of(told.begin(), told.end(), [&](const Notification &n) {
            return n.resolved == resolved && (n.title + n.body).contains(word);
        });
    }

    std::vector<Notification> told;
};

/// Panels of the front page that hold at least one sample.
int filledPanels(const Program &program)
{
    const DashboardView *view = program.window->pages()->view(program.window->pages()->currentIndex());
    const auto hasSamples = [](const PanelFrame *frame) {
        return frame != nullptr && frame->panelData() &&
               std::any_of(frame->panelData()->series.begin(), frame->panelData()->series.end(),
                           [](const PanelSeries &series) { return !series.samples.empty(); });
    };
    int filled = 0;
    for (int i = 0; view != nullptr && i < view->panelCount(); ++i)
        filled += hasSamples(view->panel(i)) ? 1 : 0;
    return filled;
}

AlertState worstPanelState(const Program &program)
{
    const DashboardView *view = program.window->pages()->view(0);
    AlertState worst = AlertState::Inactive;
    for (int i = 0; view != nullptr && i < view->panelCount(); ++i) {
        if (view->panel(i) != nullptr)
            worst = std::max(worst, view->panel(i)->alertState());
    }
    return worst;
}

class MainWindowTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString settingsFile(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void aTargetAddedByHandFillsItsDashboard()
    {
        sightglass::test::DemoProcess demo;
        QVERIFY2(demo.start({}), qPrintable(demo.errorText()));
        Program program(settingsFile(QStringLiteral("add.ini")));
        QCOMPARE(program.window->pages()->dashboardCount(), 0);
        program.addThroughDialog(demo.url());
        QTRY_COMPARE_WITH_TIMEOUT(program.window->pages()->dashboardCount(), 1, 10'000);
        QVERIFY(program.window->pages()->tabText(0).contains(QStringLiteral("FraiseQL")));
        QTRY_VERIFY_WITH_TIMEOUT(filledPanels(program) >= 6, 15'000);
        QTRY_VERIFY(program.summaryOf(0).contains(QStringLiteral("up")));
    }

    void targetsAreEditedAndRemovedWhileRunning()
    {
        sightglass::test::DemoProcess demo;
        QVERIFY2(demo.start({QStringLiteral("--naming"), QStringLiteral("plain")}),
                 qPrintable(demo.errorText()));
        Program program(settingsFile(QStringLiteral("edit.ini")));
        program.addThroughDialog(QStringLiteral("127.0.0.1:1"));
        QTRY_VERIFY_WITH_TIMEOUT(program.summaryOf(0).contains(QStringLiteral("refused")), 10'000);

        program.window->editTarget(program.workspace->targets().front().id);
        auto *dialog = program.window->findChild<TargetDialog *>();
        dialog->findChild<QLineEdit *>(QStringLiteral("url"))->setText(demo.url());
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.window->pages()->dashboardCount(), 1, 10'000);

        auto *list = program.window->findChild<QListView *>(QStringLiteral("targetList"));
        list->setCurrentIndex(program.workspace->targetModel()->index(0, 0));
        list->setFocus();
        for (QAction *action : program.window->findChild<TargetPane *>()->actions()) {
            if (action->shortcut() == QKeySequence(QKeySequence::Delete))
                action->trigger();
        }
        QTRY_COMPARE(program.workspace->targetModel()->rowCount(), 0);
        QTRY_COMPARE(program.window->pages()->dashboardCount(), 0);
    }

    void aTargetPointedElsewhereGetsTheOtherDashboard()
    {
        sightglass::test::DemoProcess fraiseql;
        sightglass::test::DemoProcess plain;
        QVERIFY2(fraiseql.start({}), qPrintable(fraiseql.errorText()));
        QVERIFY2(plain.start({QStringLiteral("--naming"), QStringLiteral("plain")}),
                 qPrintable(plain.errorText()));
        Program program(settingsFile(QStringLiteral("elsewhere.ini")));
        program.addThroughDialog(fraiseql.url());
        QTRY_COMPARE_WITH_TIMEOUT(program.window->pages()->dashboardCount(), 1, 10'000);
        const QString before = program.window->pages()->tabText(0);

        TargetConfig edited = program.workspace->targets().front();
        edited.url = QUrl(plain.url());
        program.workspace->updateTarget(edited);
        QTRY_VERIFY_WITH_TIMEOUT(program.window->pages()->dashboardCount() == 1 &&
                                     program.window->pages()->tabText(0) != before,
                                 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(filledPanels(program) >= 6, 15'000);
    }

    void theIncidentFiresAndResolves()
    {
        sightglass::test::DemoProcess demo;
        QVERIFY2(demo.start({QStringLiteral("--scenario"), QStringLiteral("incident"),
                             QStringLiteral("--incident-after"), QStringLiteral("3"),
                             QStringLiteral("--incident-for"), QStringLiteral("12")}),
                 qPrintable(demo.errorText()));
        RecordingNotifier notifier;
        Program program(settingsFile(QStringLiteral("incident.ini")), &notifier);
        program.addThroughDialog(demo.url());
        QTRY_VERIFY_WITH_TIMEOUT(program.workspace->alertModel()->count(AlertState::Pending) > 0, 40'000);
        QTRY_VERIFY_WITH_TIMEOUT(notifier.hasTold(QStringLiteral("Queue"), false), 40'000);
        QTRY_COMPARE_WITH_TIMEOUT(worstPanelState(program), AlertState::Firing, 5'000);
        auto *table = program.window->findChild<QTableView *>(QStringLiteral("alertTable"));
        QVERIFY(table->model()->rowCount() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(notifier.hasTold(QStringLiteral("Queue"), true), 60'000);
    }

    void threeServicesInOneWindow()
    {
        using namespace sightglass::test;
        Peer nodeExporter;
        Peer prometheus;
        if (peerProgram(QStringLiteral("prometheus-node-exporter")).isEmpty() ||
            peerProgram(QStringLiteral("prometheus")).isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus and prometheus-node-exporter"))));
        QVERIFY(nodeExporter.startNodeExporter());
        QVERIFY(prometheus.startPrometheus("scrape_configs: []\n"));
        DemoProcess demo;
        QVERIFY2(demo.start({}), qPrintable(demo.errorText()));
        Program program(settingsFile(QStringLiteral("three.ini")));
        for (const QString &url : {demo.url(), nodeExporter.url().toString(), prometheus.url().toString()})
            program.addThroughDialog(url);
        QTRY_COMPARE_WITH_TIMEOUT(program.window->pages()->dashboardCount(), 3, 20'000);
        for (int page = 0; page < 3; ++page) {
            program.window->pages()->setCurrentIndex(page);
            QTRY_VERIFY_WITH_TIMEOUT(filledPanels(program) >= 6, 15'000);
            QTRY_VERIFY_WITH_TIMEOUT(program.summaryOf(page).startsWith(QStringLiteral("up")), 5'000);
        }
    }

    void pagesAreReplacedAndRemovedBesideOthers()
    {
        using sightglass::test::DemoProcess;
        DemoProcess demos[3];
        Program program(settingsFile(QStringLiteral("replaced.ini")));
        std::vector<TargetConfig> targets;
        for (DemoProcess &demo : demos) {
            QVERIFY2(demo.start({QStringLiteral("--scenario"), QStringLiteral("steady")}),
                     qPrintable(demo.errorText()));
            TargetConfig target;
            target.url = QUrl(demo.url());
            target.intervalMs = minScrapeIntervalMs;
            targets.push_back(target);
        }
        program.workspace->setTargets(targets);
        QTRY_COMPARE_WITH_TIMEOUT(program.window->pages()->dashboardCount(), 3, 10'000);
        program.window->pages()->setCurrentIndex(1);

        // The first and the second page change places with newer ones while the others stay.
        targets = program.workspace->targets();
        for (const std::size_t changed : {std::size_t{0}, std::size_t{1}}) {
            targets[changed].name = QStringLiteral("renamed");
            program.workspace->setTargets(targets);
            const std::string job = "renamed";
            const auto isRebound = [&] {
                const DashboardView *view = program.window->pages()->view(static_cast<int>(changed));
                return program.window->pages()->dashboardCount() == 3 && view != nullptr &&
                       view->spec().panels.at(1).queries.at(0).expr.find(job) != std::string::npos;
            };
            QTRY_VERIFY_WITH_TIMEOUT(isRebound(), 10'000);
            targets[changed].name.clear();
        }
        for (int left = 3; left > 0; --left) {
            QCOMPARE(program.window->pages()->dashboardCount(), left);
            program.workspace->removeTarget(program.workspace->targets().front().id);
            QTRY_COMPARE(program.window->pages()->dashboardCount(), left - 1);
        }
    }

    void targetsAndRangeAreRemembered()
    {
        const QString file = settingsFile(QStringLiteral("memory.ini"));
        {
            Program program(file);
            program.addThroughDialog(QStringLiteral("127.0.0.1:1"));
            program.window->pages()->time()->setLength(60'000);
            program.window->close();
        }
        Program again(file);
        QCOMPARE(again.workspace->targets().size(), std::size_t{1});
        QCOMPARE(again.window->pages()->timeSelection().lengthMs(), 60'000);
    }

    void closingIsQuickWhileATargetHangs()
    {
        QTcpServer silent; // takes the connection and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Program program(settingsFile(QStringLiteral("close.ini")));
        program.addThroughDialog(QStringLiteral("127.0.0.1:%1").arg(silent.serverPort()));
        QTRY_VERIFY(silent.hasPendingConnections());
        QElapsedTimer timer;
        timer.start();
        program.window.reset();
        program.workspace.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

} // namespace

SIGHTGLASS_TEST(MainWindowTest)
#include "mainwindowtest.moc"
