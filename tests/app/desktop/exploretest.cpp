// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/explorepage.h"
#include "app/desktop/mainwindow.h"
#include "model/scrape/systemclock.h"
#include "tests/support/demoprocess.h"
#include "tests/support/testcase.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/explainpane.h"
#include "widgets/views/exploreresult.h"
#include "widgets/views/exploreview.h"
#include "widgets/views/findinglist.h"
#include "widgets/views/metricbrowser.h"
#include "widgets/views/queryrow.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace {

using namespace sightglass;

/// The window on the demo observer, Explore in front.
class Explored
{
public:
    explicit Explored(const QString &settingsFile)
        : m_settings(settingsFile)
        , m_memory(&m_settings, {})
    {}
    Explored(const Explored &) = delete;

    [[nodiscard]] bool start()
    {
        if (!m_demo.start({QStringLiteral("--scenario"), QStringLiteral("steady")}))
            return false;
        WorkspaceOptions options;
        options.knownDashboards = bundledDashboards();
        m_workspace = std::make_unique<Workspace>(std::make_shared<SystemClock>(), std::move(options));
        m_window = std::make_unique<MainWindow>(
            MainWindow::Parts{m_workspace.get(), &m_settings, &m_memory, nullptr});
        TargetConfig target;
        target.url = QUrl(m_demo.url());
        m_workspace->setTargets({target});
        m_window->resize(1400, 900);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        return QTest::qWaitFor([this] { return pages()->dashboardCount() == 1; }, 20'000);
    }

    void open() const
    {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_E))
                action->trigger();
        }
    }

    /// Types a query into a row, without the help of completion, and runs it.
    void ask(const char *query, int row = 0) const
    {
        view()->row(row)->editor()->setFocus();
        view()->row(row)->editor()->setQuery(QString::fromUtf8(query));
        QTest::keyClick(view()->row(row)->editor(), Qt::Key_Return, Qt::ControlModifier);
    }

    [[nodiscard]] DashboardPages *pages() const { return m_window->pages(); }
    [[nodiscard]] ExploreView *view() const { return pages()->explore()->view(); }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] QString status(int row = 0) const { return view()->row(row)->status(); }
    [[nodiscard]] QStringList mends() const
    {
        QStringList texts;
        for (const QPushButton *button : view()->findChildren<QPushButton *>(QStringLiteral("mend"))) {
            if (button->isVisible())
                texts << button->toolTip();
        }
        return texts;
    }
    [[nodiscard]] bool clickMend(const QString &part) const
    {
        for (QPushButton *button : view()->findChildren<QPushButton *>(QStringLiteral("mend"))) {
            if (button->isVisible() && button->toolTip().contains(part.toHtmlEscaped())) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    }

    /// Pictures are kept where somebody wants to look at them.
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_window->setThemeChoice(theme);
            QTest::qWait(300); // only where somebody wants to look: whatever still moves comes to rest
            const char *suffix = theme == ThemeChoice::Dark ? "-dark.png" : "-light.png";
            m_window->grab().save(QDir(folder).filePath(QString::fromLatin1(name) + QLatin1String(suffix)));
        }
    }

private:
    sightglass::test::DemoProcess m_demo;
    WindowSettings m_settings;
    TargetMemory m_memory;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

class ExploreTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString settingsFile(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void fromTheEmptyPageToACurve()
    {
        Explored program(settingsFile("curve.ini"));
        QVERIFY(program.start());
        program.open();
        QCOMPARE(program.pages()->tabText(program.pages()->currentIndex()), QStringLiteral("Explore"));
        // The empty page has examples of what is there.
        QTRY_VERIFY(program.view()->findChildren<QPushButton *>(QStringLiteral("example")).size() >= 3);
        program.picture("explore-empty");

        PromqlEditor *editor = program.view()->row(0)->editor();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClicks(editor, QStringLiteral("sum by (action_type) (rate(actions_ex"));
        QTRY_VERIFY(!editor->popup()->isHidden());
        QCOMPARE(editor->popup()->textAt(0), QStringLiteral("fraiseql_observer_actions_executed_total"));
        program.picture("explore-completion");
        QTest::keyClick(editor, Qt::Key_Tab);
        QTest::keyClicks(editor, QStringLiteral("[1m"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(editor->query(),
                 QStringLiteral("sum by (action_type) (rate(fraiseql_observer_actions_executed_total[1m]))"));
        QTRY_VERIFY2_WITH_TIMEOUT(program.status().startsWith(QStringLiteral("7 series")),
                                  qPrintable(program.status()), 15'000);
        QVERIFY(qobject_cast<TimeSeriesPanel *>(program.view()->result()->chart()) != nullptr);
        program.picture("explore-graph");
    }

    void anEmptyResultOffersItsMend()
    {
        Explored program(settingsFile("mend.ini"));
        QVERIFY(program.start());
        program.open();
        program.ask("histogram_quantile(0.95, fraiseql_observer_action_duration_seconds)");
        const QString mend =
            QStringLiteral("sum by (le) (rate(fraiseql_observer_action_duration_seconds_bucket[1m]))");
        QTRY_VERIFY_WITH_TIMEOUT(program.mends().join(u' ').contains(mend), 15'000);
        program.view()->setExplainShown(true);
        QTreeView *tree = program.view()->explainPane()->tree();
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        program.picture("explore-explain");
        QVERIFY(program.clickMend(mend));
        QCOMPARE(program.view()->row(0)->editor()->query(),
                 QStringLiteral("histogram_quantile(0.95, %1)").arg(mend));
        QTRY_VERIFY_WITH_TIMEOUT(program.status().startsWith(QStringLiteral("1 series")), 15'000);
        QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 2);
        QTRY_VERIFY(program.mends().isEmpty());
        // The part that is current is marked in the query.
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
        QCOMPARE(program.view()->row(0)->editor()->extraSelections().first().cursor.selectedText(), mend);
        program.picture("explore-mended");
    }

    void errorsAreShownInPlace()
    {
        Explored program(settingsFile("errors.ini"));
        QVERIFY(program.start());
        program.open();
        program.ask("sum(rate(fraiseql_observer_backlog_size))");
        QTRY_VERIFY(!program.view()->row(0)->findingList()->findings().empty());
        const Finding finding = program.view()->row(0)->findingList()->findings().front();
        QCOMPARE(finding.severity, FindingSeverity::Error);
        program.view()->addRow();
        program.ask("rate(fraiseql_observer_backlog_size[1m])", 1);
        QTRY_VERIFY(program.mends().join(u' ').contains(QStringLiteral("deriv(")));
        QTRY_VERIFY(program.status(1).contains(QStringLiteral("series")));
        program.picture("explore-error");
    }

    void severalQueriesAsChartTableAndSamples()
    {
        Explored program(settingsFile("modes.ini"));
        QVERIFY(program.start());
        program.open();
        program.ask("fraiseql_observer_cache_hit_rate");
        program.view()->addRow();
        program.ask("rate(fraiseql_observer_events_processed_total[1m])", 1);
        QTRY_COMPARE_WITH_TIMEOUT(program.status(1).section(u' ', 0, 1), QStringLiteral("1 series"), 15'000);
        program.view()->setMode(ExploreMode::Table);
        QTRY_VERIFY(program.view()->result()->table() != nullptr);
        QTRY_COMPARE(program.view()->result()->table()->findChild<QTableView *>()->model()->rowCount(), 2);
        program.picture("explore-table");
        program.view()->setMode(ExploreMode::Samples);
        QAbstractItemModel *samples = program.view()->result()->samples()->model();
        QTRY_VERIFY(samples->rowCount() >= 4);
        // To the millisecond, as scraped.
        QVERIFY(samples->index(0, 0).data().toString().contains(
            QRegularExpression(QStringLiteral(":\\d\\d\\.\\d{3}$"))));
        program.picture("explore-samples");
        program.view()->setMode(ExploreMode::Graph);
        program.picture("explore-two");
    }

    void oneClickOnAMetric()
    {
        Explored program(settingsFile("click.ini"));
        QVERIFY(program.start());
        program.open();
        MetricBrowser *browser = program.view()->browser();
        QTRY_VERIFY(browser->list()->model()->rowCount() > 10);
        QTest::keyClicks(browser->search(), QStringLiteral("action_dur"));
        QCOMPARE(browser->list()->model()->rowCount(), 1);
        const QRect first = browser->list()->visualRect(browser->list()->model()->index(0, 0));
        QTest::mouseClick(browser->list()->viewport(), Qt::LeftButton, {}, first.center());
        QTRY_COMPARE(program.view()->row(0)->editor()->query(),
                     QStringLiteral("histogram_quantile(0.95, sum by (le) "
                                    "(rate(fraiseql_observer_action_duration_seconds_bucket[1m])))"));
        QTRY_VERIFY_WITH_TIMEOUT(program.status().startsWith(QStringLiteral("1 series")), 15'000);
        // With Ctrl it becomes one more; by keyboard too.
        browser->focusSearch();
        QTest::keyClicks(browser->search(), QStringLiteral("backlog"));
        QTest::keyClick(browser->search(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(program.view()->rowCount(), 2);
        QCOMPARE(program.view()->row(1)->editor()->query(), QStringLiteral("fraiseql_observer_backlog_size"));
        program.view()->setExplainShown(true);
        QTRY_VERIFY(program.view()->explainPane()->tree()->model()->rowCount() > 0);
        program.picture("explore-click");
    }

    void aPanelIsExplored()
    {
        Explored program(settingsFile("panel.ini"));
        QVERIFY(program.start());
        const DashboardView *dashboard = program.pages()->view(0);
        PanelFrame *frame = nullptr;
        for (int i = 0; i < dashboard->panelCount() && frame == nullptr; ++i)
            frame = dashboard->panel(i);
        QVERIFY(frame != nullptr);
        QCOMPARE(frame->contextMenuPolicy(), Qt::ActionsContextMenu);
        frame->actions().first()->trigger();
        QVERIFY(program.pages()->isBesideDashboards());
        QCOMPARE(program.view()->row(0)->editor()->query().toStdString(), frame->spec().queries.front().expr);
        QTRY_VERIFY_WITH_TIMEOUT(program.status().contains(QStringLiteral("series")), 15'000);
        // Back at the dashboard Explore lets go.
        program.pages()->setCurrentIndex(0);
        QVERIFY(!program.pages()->isBesideDashboards());
    }

    void queriesAndHistoryAreRemembered()
    {
        const QString file = settingsFile("memory.ini");
        {
            Explored program(file);
            QVERIFY(program.start());
            program.open();
            program.ask("up");
            program.ask("up == 1");
            program.window()->close();
        }
        const ExplorePage::Memory memory = WindowSettings(file).explore();
        QCOMPARE(memory.history, (QStringList{QStringLiteral("up == 1"), QStringLiteral("up")}));
        QCOMPARE(memory.queries.size(), std::size_t{1});
        Explored again(file);
        QVERIFY(again.start());
        again.open();
        QCOMPARE(again.view()->row(0)->editor()->query(), QStringLiteral("up == 1"));
        QTRY_VERIFY_WITH_TIMEOUT(again.status().startsWith(QStringLiteral("1 series")), 15'000);
    }

    void exploreBeforeAnyTarget()
    {
        WindowSettings settings(settingsFile("none.ini"));
        TargetMemory memory(&settings, {});
        Workspace workspace(std::make_shared<SystemClock>(), {});
        MainWindow window({&workspace, &settings, &memory, nullptr});
        window.show();
        window.showExplore();
        QVERIFY(window.pages()->isVisible());
        QVERIFY(window.pages()
                    ->explore()
                    ->view()
                    ->findChildren<QPushButton *>(QStringLiteral("example"))
                    .isEmpty());
    }
};

} // namespace

SIGHTGLASS_TEST(ExploreTest)
#include "exploretest.moc"
