// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/dashboardview.h"

#include "model/alerting/rulegroup.h"
#include "tests/support/testcase.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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

class DashboardViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsSeenIsVisible()
    {
        DashboardView view(dashboard(20), darkTheme());
        view.resize(1000, 700);
        QVERIFY(
            std::none_of(view.visiblePanels().begin(), view.visiblePanels().end(), [](bool v) { return v; }));
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
