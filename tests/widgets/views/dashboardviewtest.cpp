// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/dashboardview.h"

#include "model/alerting/rulegroup.h"
#include "tests/support/testcase.h"
#include "widgets/panelkit/readouttip.h"
#include "widgets/panels/paneltitle.h"
#include "widgets/plots/timeplot.h"
#include "widgets/views/rowheading.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

using namespace sightglass;

DashboardSpec dashboard(int rows)
{
    DashboardSpec spec;
    spec.id = "d";
    spec.title = "Test";
    for (int i = 0; i < rows; ++i) {
        PanelSpec panel;
        panel.id = std::to_string(i);
        panel.title = "Panel " + panel.id;
        panel.grid = {0, i * 8, 24, 8};
        panel.alerts = {"Queue"};
        spec.panels.push_back(panel);
    }
    PanelSpec row;
    row.options = standardOptions(PanelType::Row);
    row.title = "A heading";
    row.grid = {0, rows * 8, 24, 1};
    spec.panels.push_back(row);
    ThresholdGroup group;
    group.name = "own";
    spec.ruleGroups = {group};
    return spec;
}

RuleStatus status(const std::string &group, AlertState state)
{
    RuleStatus status;
    status.group = group;
    ThresholdRule rule;
    rule.name = "Queue";
    rule.expr = "up";
    rule.severity = Severity::Critical;
    status.rule = thresholdRule(rule);
    status.state = state;
    return status;
}

constexpr TimestampMs wallEnd = 1'763'733'600'000;

/// A dashboard of time series in a window, painted, with five minutes of data.
struct Wall
{
    explicit Wall(int panels)
        : view(dashboard(panels), darkTheme())
    {
        PanelData answer;
        answer.range = {wallEnd - 300'000, wallEnd};
        answer.series.resize(2);
        for (std::size_t s = 0; s < answer.series.size(); ++s) {
            answer.series[s].name = "series " + std::to_string(s);
            for (TimestampMs t = answer.range.from; t <= wallEnd; t += 1000)
                answer.series[s].samples.push_back({t, std::sin(double(t % 100'000) / 9000 + double(s))});
        }
        data = std::make_shared<const PanelData>(std::move(answer));
        view.resize(900, 700);
        for (int i = 0; i < panels; ++i)
            view.setPanelData(i, data);
        view.show();
        view.grab();
        for (int i = 0; i < panels; ++i)
            plots.push_back(view.panel(i)->findChild<TimePlot *>());
    }

    DashboardView view;
    PanelDataPtr data;
    std::vector<TimePlot *> plots;
};

class DashboardViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsSeenIsVisible()
    {
        DashboardView view(dashboard(20), darkTheme());
        view.resize(1000, 700);
        const std::vector<bool> hidden = view.visiblePanels();
        QVERIFY(std::none_of(hidden.begin(), hidden.end(), [](bool v) { return v; }));
        view.show();
        const std::vector<bool> atTop = view.visiblePanels();
        QCOMPARE(atTop.size(), std::size_t{21});
        QVERIFY(atTop.front() && !atTop.back() && !atTop[19]);

        QSignalSpy changed(&view, &DashboardView::visiblePanelsChanged);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        QVERIFY(changed.count() > 0);
        const std::vector<bool> atBottom = view.visiblePanels();
        QVERIFY(!atBottom.front() && atBottom.back() && atBottom[19]);
    }

    void aRowHasNoPanel()
    {
        DashboardView view(dashboard(1), lightTheme());
        QVERIFY(view.panel(0) != nullptr);
        QVERIFY(view.panel(1) == nullptr);
        view.setPanelData(1, std::make_shared<const PanelData>());
    }

    void alertsMarkTheirPanels_data()
    {
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("other");
        QTest::addColumn<int>("shown");
        QTest::newRow("quiet") << 0 << 0 << 0;
        QTest::newRow("pending") << 1 << 0 << 1;
        QTest::newRow("firing") << 2 << 0 << 2;
        QTest::newRow("another target's rule of the same name") << 0 << 2 << 0;
    }

    void alertsMarkTheirPanels()
    {
        QFETCH(int, own);
        QFETCH(int, other);
        QFETCH(int, shown);
        DashboardView view(dashboard(2), darkTheme());
        view.setRuleStatuses({status("own", AlertState::Firing)});
        view.setRuleStatuses(
            {status("own", static_cast<AlertState>(own)), status("other", static_cast<AlertState>(other))});
        QCOMPARE(static_cast<int>(view.panel(0)->alertState()), shown);
        QCOMPARE(static_cast<int>(view.panel(1)->alertState()), shown);
    }

    void quietAlertsMarkNoPanel()
    {
        DashboardView view(dashboard(1), darkTheme());
        RuleStatus rule = status("own", AlertState::Firing);
        Alert alert;
        alert.labels = Labels(std::vector<Label>{{"instance", "a"}});
        alert.state = AlertState::Firing;
        rule.alerts = {alert};
        alert.labels = Labels(std::vector<Label>{{"instance", "b"}});
        alert.state = AlertState::Pending;
        rule.alerts.push_back(alert);
        view.setRuleStatuses({rule});
        QCOMPARE(view.panel(0)->alertState(), AlertState::Firing);
        view.setQuietAlerts({rule.alerts.front().labels});
        QCOMPARE(view.panel(0)->alertState(), AlertState::Pending);
        view.setQuietAlerts({rule.alerts.front().labels, rule.alerts.back().labels});
        QCOMPARE(view.panel(0)->alertState(), AlertState::Inactive);
        view.setQuietAlerts({});
        QCOMPARE(view.panel(0)->alertState(), AlertState::Firing);
    }

    void allPanelsShowARangeAtOnceFromTheDataThatAreThere()
    {
        Wall wall(3);
        const TimeRange near{wallEnd - 60'000, wallEnd - 30'000};
        std::vector<std::uint64_t> drawn;
        for (TimePlot *plot : wall.plots)
            drawn.push_back(plot->layer().columnsDrawn());
        wall.view.setShownTime({.range = near});
        wall.view.grab();
        for (std::size_t i = 0; i < wall.plots.size(); ++i) {
            const TimePlot *plot = wall.plots[i];
            QCOMPARE(plot->range(), near);
            QVERIFY(plot->grid().columnOf(near.to) == plot->grid().end() - 1);
            QVERIFY2(plot->layer().columnsDrawn() > drawn[i], "drawn before an answer came");
        }
        // An answer for another range is shown in the one that is chosen.
        wall.view.setPanelData(0, wall.data);
        wall.view.grab();
        QCOMPARE(wall.plots[0]->range(), near);
    }

    void gestureOnOnePlotIsToldWithItsRange()
    {
        Wall wall(2);
        std::vector<TimeRange> moved;
        connect(&wall.view, &DashboardView::rangeMoved, this, [&](TimeRange range) {
            moved.push_back(range);
            wall.view.setShownTime({.range = range});
        });
        TimePlot *plot = wall.plots[0];
        const QRectF rect = plot->plotRect();
        const QPoint start = rect.center().toPoint();
        const TimeRange before = plot->range();
        QTest::mousePress(plot, Qt::MiddleButton, {}, start);
        QMouseEvent drag(QEvent::MouseMove, start + QPoint(50, 0), plot->mapToGlobal(start + QPoint(50, 0)),
                         Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
        QApplication::sendEvent(plot, &drag);
        QTest::mouseRelease(plot, Qt::MiddleButton, {}, start + QPoint(50, 0));
        QCOMPARE(moved.size(), std::size_t{1});
        QCOMPARE(moved[0].lengthMs(), before.lengthMs());
        const double share = 50 / rect.width();
        QVERIFY(std::abs(double(before.from - moved[0].from) / double(before.lengthMs()) - share) < 0.01);
        QCOMPARE(wall.plots[1]->range(), moved[0]);
    }

    void aShiftedPanelKeepsItsShift()
    {
        DashboardSpec spec = dashboard(2);
        spec.panels[1].timeShift = "1h";
        DashboardView view(spec, darkTheme());
        view.resize(900, 700);
        Wall wall(1);
        for (int i = 0; i < 2; ++i)
            view.setPanelData(i, wall.data);
        view.show();
        const TimeRange shown = wall.data->range;
        view.setShownTime({.range = shown});
        view.grab();
        auto *shifted = view.panel(1)->findChild<TimePlot *>();
        constexpr std::int64_t hour = 3'600'000;
        QCOMPARE(shifted->range(), (TimeRange{shown.from - hour, shown.to - hour}));
        std::optional<TimeRange> asked;
        connect(&view, &DashboardView::rangeRequested, this, [&asked](TimeRange range) { asked = range; });
        emit view.panel(1)->view()->rangeRequested({shown.from - hour, shown.to - hour});
        QCOMPARE(asked.value_or(TimeRange{}), shown);
    }

    void thePlainWheelScrollsUnlessThePlotHasTheFocus()
    {
        Wall wall(6);
        int moved = 0;
        connect(&wall.view, &DashboardView::rangeMoved, this, [&moved] { ++moved; });
        TimePlot *plot = wall.plots[0];
        const QPointF at = plot->plotRect().center();
        const auto wheel = [&](QPoint angle, Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(at, plot->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(plot, &event);
            return std::exchange(moved, 0);
        };
        QVERIFY(wall.view.verticalScrollBar()->maximum() > 0);
        QCOMPARE(wheel({0, -120}, Qt::NoModifier), 0);
        QCOMPARE(wheel({0, 120}, Qt::ControlModifier), 1);
        QCOMPARE(wheel({0, 120}, Qt::ShiftModifier), 1);
        QCOMPARE(wheel({120, 0}, Qt::NoModifier), 1);
        wall.view.activateWindow();
        plot->setFocus();
        QTRY_VERIFY(plot->hasFocus());
        QCOMPARE(wheel({0, 120}, Qt::NoModifier), 1);
    }

    void oneCrosshairOverAllPanels()
    {
        Wall wall(3);
        std::vector<std::uint64_t> drawn;
        std::vector<QImage> without;
        for (TimePlot *plot : wall.plots) {
            drawn.push_back(plot->layer().columnsDrawn());
            without.push_back(plot->grab().toImage());
        }
        QTest::mouseMove(wall.plots[1], wall.plots[1]->plotRect().center().toPoint());
        for (std::size_t i = 0; i < wall.plots.size(); ++i) {
            QVERIFY2(wall.plots[i]->grab().toImage() != without[i], "it is on all");
            QCOMPARE(wall.plots[i]->layer().columnsDrawn(), drawn[i]);
        }
        QTest::mouseMove(wall.plots[1], QPoint(1, 1));
        QCOMPARE(wall.plots[0]->grab().toImage(), without[0]);
    }

    void readOutsOnAllPanelsWhereTheDashboardSaysSo()
    {
        Wall wall(3);
        const auto shown = [&wall] {
            const auto tips = wall.view.window()->findChildren<ReadoutTip *>();
            return std::ranges::count_if(tips, [](const ReadoutTip *tip) { return tip->isVisible(); });
        };
        const QPoint middle = wall.plots[1]->plotRect().center().toPoint();
        QTest::mouseMove(wall.plots[1], middle);
        QCOMPARE(shown(), 1);
        DashboardSpec spec = wall.view.spec();
        spec.cursorSync = CursorSync::CrosshairAndTooltip;
        wall.view.setSpec(spec);
        QTest::mouseMove(wall.plots[1], middle + QPoint(9, 0));
        QCOMPARE(shown(), 3);
        QTest::mouseMove(wall.plots[1], QPoint(1, 1));
        QCOMPARE(shown(), 0);
    }

    void thereIsOneReadOut()
    {
        Wall wall(2);
        QTest::mouseMove(wall.plots[0], wall.plots[0]->plotRect().center().toPoint());
        QVERIFY(!wall.plots[0]->currentReadout().empty());
        QTest::keyClick(wall.plots[1], Qt::Key_Left);
        QVERIFY(!wall.plots[1]->currentReadout().empty());
        QVERIFY2(wall.plots[0]->currentReadout().empty(), "though the pointer rests there");
        QTest::mouseMove(wall.plots[0], wall.plots[0]->plotRect().center().toPoint() + QPoint(5, 0));
        QVERIFY(!wall.plots[0]->currentReadout().empty() && wall.plots[1]->currentReadout().empty());
    }

    void glidingShiftsTheLayerByAColumn()
    {
        Wall wall(1);
        TimePlot *plot = wall.plots[0];
        const std::int64_t column = wall.view.columnUs();
        QCOMPARE(column, plot->grid().bucketUs);
        TimeRange range = plot->range();
        const std::int64_t first = plot->grid().first;
        const std::uint64_t drawn = plot->layer().columnsDrawn();
        for (int i = 0; i < 10; ++i) {
            range = {range.from + column / 1000, range.to + column / 1000};
            wall.view.setShownTime({.range = range});
            wall.view.grab();
        }
        QVERIFY(std::abs(plot->grid().first - first - 10) <= 1);
        QVERIFY2(plot->layer().columnsDrawn() - drawn < 200, "shifted, not drawn again");
        // The same columns: nothing is painted.
        const QImage before = plot->grab().toImage();
        wall.view.setShownTime({.range = {range.from + 1, range.to + 1}});
        QCOMPARE(plot->grab().toImage(), before);
        // Nothing to see, nothing to glide.
        wall.view.hide();
        QCOMPARE(wall.view.columnUs(), std::int64_t{0});
    }

    void theZoneIsHandedDown()
    {
        Wall wall(1);
        QTest::mouseMove(wall.plots[0], wall.plots[0]->plotRect().center().toPoint());
        wall.view.setTimeZone(QTimeZone::utc());
        const QString utc = wall.plots[0]->currentReadout().title;
        wall.view.setTimeZone(QTimeZone("Asia/Kolkata"));
        const QString there = wall.plots[0]->currentReadout().title;
        QVERIFY(!utc.isEmpty() && utc != there);
        const auto time = [](const QString &title) {
            return QDateTime::fromString(title.left(19), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        };
        QCOMPARE(time(utc).secsTo(time(there)), 19'800);
    }

    void aMinimisedWindowShowsNothing()
    {
        Wall wall(1);
        QVERIFY(wall.view.visiblePanels()[0]);
        QSignalSpy changed(&wall.view, &DashboardView::visiblePanelsChanged);
        wall.view.setWindowState(Qt::WindowMinimized);
        QVERIFY(changed.count() > 0);
        QVERIFY(!wall.view.visiblePanels()[0]);
        wall.view.setWindowState(Qt::WindowNoState);
    }

    void framesThatOnlyMoveAreKept()
    {
        Wall wall(3);
        DashboardSpec spec = wall.view.spec();
        PanelFrame *first = wall.view.panel(0);
        PanelFrame *second = wall.view.panel(1);
        QSignalSpy changed(&wall.view, &DashboardView::panelsChanged);
        wall.view.setSpec(spec);
        QCOMPARE(changed.count(), 0);
        std::swap(spec.panels[0], spec.panels[1]);
        spec.panels[0].grid.y = 0;
        spec.panels[1].grid.y = 8;
        spec.panels.erase(spec.panels.begin() + 2);
        wall.view.setSpec(spec);
        QCOMPARE(changed.count(), 1);
        QVERIFY(wall.view.panel(0) == second);
        QVERIFY(wall.view.panel(1) == first);
        QVERIFY(first->panelData() == wall.data);
        QVERIFY(first->y() > second->y());
        QCOMPARE(first->spec().grid.y, 8);
        // The same under other ids, as in a copy.
        for (PanelSpec &panel : spec.panels)
            panel.id += "-copy";
        wall.view.setSpec(spec);
        QVERIFY(wall.view.panel(0) == second);
        QCOMPARE(second->spec().id, std::string("1-copy"));
    }

    void whatLooksDifferentShowsItsDataOn()
    {
        Wall wall(2);
        DashboardSpec spec = wall.view.spec();
        PanelFrame *other = wall.view.panel(1);
        spec.panels[0].title = "Renamed";
        wall.view.setSpec(spec);
        QVERIFY(wall.view.panel(0)->panelData() == wall.data);
        QVERIFY(wall.view.panel(0)->isVisible());
        QVERIFY(wall.view.panel(1) == other);
        // Another question has no answer yet.
        spec.panels[0].queries = {{"up", {}}};
        wall.view.setSpec(spec);
        QVERIFY(wall.view.panel(0)->panelData() == nullptr);
    }

    void rowsFold()
    {
        Wall wall(2);
        DashboardSpec spec = wall.view.spec();
        PanelSpec row = spec.panels.back();
        row.id = "row";
        row.grid.y = 0;
        spec.panels.pop_back();
        spec.panels.insert(spec.panels.begin(), row);
        wall.view.setSpec(spec);
        RowHeading *heading = wall.view.heading(0);
        QVERIFY(heading != nullptr && wall.view.panel(0) == nullptr);
        QCOMPARE(heading->title(), QStringLiteral("A heading"));
        QSignalSpy toggled(&wall.view, &DashboardView::rowToggled);
        QTest::mouseClick(heading, Qt::LeftButton);
        QTest::keyClick(heading, Qt::Key_Space);
        QTest::keyClick(heading, Qt::Key_Return);
        QCOMPARE(toggled.count(), 3);
        QCOMPARE(toggled.first().first().value<std::string>(), std::string("row"));
        std::get<RowOptions>(spec.panels[0].options).collapsed = true;
        wall.view.setSpec(spec);
        QVERIFY(wall.view.heading(0) == heading);
        QVERIFY(!wall.view.panel(1)->isVisible());
        QVERIFY(!wall.view.visiblePanels()[1]);
        QVERIFY(heading->accessibleDescription().contains(QStringLiteral("Folded")));
    }

    void standingRemarksStayWithNewAnswers()
    {
        Wall wall(1);
        wall.view.setStandingRemarks(0, {QStringLiteral("The axis is not honoured.")});
        wall.view.setPanelData(0, wall.data);
        const auto *title = qobject_cast<PanelTitle *>(wall.view.panel(0)->titleWidget());
        QVERIFY(title->everything().contains(QStringLiteral("The axis is not honoured.")));
        wall.view.setStandingRemarks(0, {});
        QVERIFY(!title->everything().contains(QStringLiteral("axis")));
    }

    void pictureOfTheWholeNeedsNoScrolling()
    {
        DashboardView view(dashboard(6), darkTheme());
        view.resize(1000, view.heightForWidth(1000));
        view.show();
        QCOMPARE(view.verticalScrollBar()->maximum(), 0);
    }
};

} // namespace

SIGHTGLASS_TEST(DashboardViewTest)
#include "dashboardviewtest.moc"
