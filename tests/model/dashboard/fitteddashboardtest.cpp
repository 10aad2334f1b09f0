// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/fitteddashboard.h"

#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// What is left of a ready-made dashboard for a target that has not all of its metrics.
class FittedDashboardTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatStays_data();
    void whatStays();
    void rows();
    void neighboursAreWidened();
    void unevenShelvesKeepTheirPlaces();
    void everythingThere();
    void variablesGoWithTheirPanels();
};

PanelSpec panel(const char *id, const char *expr, GridPosition grid = {0, 0, 24, 8},
                PanelType type = PanelType::TimeSeries)
{
    PanelSpec spec;
    spec.id = id;
    spec.options = standardOptions(type);
    spec.grid = grid;
    if (type != PanelType::Row)
        spec.queries = {{expr, "", false}};
    return spec;
}

QString places(const DashboardSpec &dashboard)
{
    QString text;
    for (const PanelSpec &one : dashboard.panels)
        text += QStringLiteral("%1%2@%3,%4+%5")
                    .arg(text.isEmpty() ? QString() : QStringLiteral(" "), QString::fromStdString(one.id))
                    .arg(one.grid.x)
                    .arg(one.grid.y)
                    .arg(one.grid.width);
    return text;
}

void FittedDashboardTest::whatStays_data()
{
    QTest::addColumn<QByteArray>("expr");
    QTest::addColumn<bool>("stays");
    QTest::newRow("exposed") << QByteArray("a") << true;
    QTest::newRow("not exposed") << QByteArray("sum(rate(b_total[$__rate_interval]))") << false;
    QTest::newRow("one of two") << QByteArray("b / a") << false;
    QTest::newRow("both of two") << QByteArray("a / (2 * a)") << true;
    QTest::newRow("one of a chain") << QByteArray("a + a + b + a") << false;
    QTest::newRow("one instead") << QByteArray("b or a") << true;
    QTest::newRow("without the other") << QByteArray("a unless b") << true;
    QTest::newRow("with the other") << QByteArray("a and b") << false;
    QTest::newRow("inside") << QByteArray("-max_over_time(sum(b)[5m:1m])") << false;
    QTest::newRow("a quantile") << QByteArray("histogram_quantile(0.9, sum by (le) (rate(a[5m])))") << true;
    QTest::newRow("fallback") << QByteArray("sum(b) or vector(0)") << true;
    QTest::newRow("fallback in parentheses") << QByteArray("(b or vector(0))") << true;
    QTest::newRow("fallback of a part") << QByteArray("(b or vector(0)) / c") << false;
    QTest::newRow("fallback of the other part") << QByteArray("(b or vector(0)) / a") << true;
    QTest::newRow("other metrics instead") << QByteArray("b or c") << false;
    QTest::newRow("any name") << QByteArray("{__name__=~\"x.*\"}") << true;
    QTest::newRow("no metric") << QByteArray("time()") << true;
    QTest::newRow("no query") << QByteArray("sum(") << true;
}

void FittedDashboardTest::whatStays()
{
    QFETCH(QByteArray, expr);
    QFETCH(bool, stays);
    DashboardSpec dashboard;
    dashboard.panels = {panel("p", expr.constData())};
    QCOMPARE(fittedTo(dashboard, {"a"}).panels.size(), std::size_t(stays ? 1 : 0));
    dashboard.panels.front().queries.push_back({"a", "", false});
    QCOMPARE(fittedTo(dashboard, {"a"}).panels.size(), std::size_t{1});
    dashboard.panels.front().queries.clear();
    QCOMPARE(fittedTo(dashboard, {}).panels.size(), std::size_t{1});
}

void FittedDashboardTest::rows()
{
    DashboardSpec dashboard;
    dashboard.panels = {panel("p", "a", {0, 0, 24, 4}),  panel("r", "", {0, 4, 24, 1}, PanelType::Row),
                        panel("q", "b", {0, 5, 24, 8}),  panel("s", "", {0, 13, 24, 1}, PanelType::Row),
                        panel("t", "b", {0, 14, 24, 8}), panel("u", "a", {0, 22, 24, 8})};
    QCOMPARE(places(fittedTo(dashboard, {"a"})), QStringLiteral("p@0,0+24 s@0,4+24 u@0,5+24"));
}

void FittedDashboardTest::neighboursAreWidened()
{
    DashboardSpec dashboard;
    dashboard.panels = {panel("a", "a", {0, 0, 8, 8}),
                        panel("b", "b", {8, 0, 8, 8}),
                        panel("c", "a", {16, 0, 8, 8}),
                        panel("d", "a", {0, 8, 4, 4}, PanelType::Stat),
                        panel("e", "b", {4, 8, 8, 4}, PanelType::Stat),
                        panel("f", "b", {12, 8, 8, 4}, PanelType::Stat),
                        panel("g", "a", {20, 8, 4, 4}, PanelType::Gauge)};
    const DashboardSpec fitted = fittedTo(dashboard, {"a"});
    QCOMPARE(places(fitted), QStringLiteral("a@0,0+12 c@12,0+12 d@0,8+8 g@8,8+8"));
    QCOMPARE(test::gridComplaints(fitted), QString());
}

void FittedDashboardTest::unevenShelvesKeepTheirPlaces()
{
    DashboardSpec dashboard;
    dashboard.panels = {panel("a", "a", {0, 0, 12, 8}), panel("b", "b", {12, 0, 12, 4}),
                        panel("c", "a", {12, 4, 12, 4}), panel("d", "a", {0, 8, 24, 4})};
    QCOMPARE(places(fittedTo(dashboard, {"a"})), QStringLiteral("a@0,0+12 c@12,4+12 d@0,8+24"));
}

void FittedDashboardTest::everythingThere()
{
    DashboardSpec dashboard;
    dashboard.panels = {panel("a", "a", {0, 3, 5, 8}), panel("r", "", {0, 40, 24, 1}, PanelType::Row),
                        panel("b", "b", {7, 50, 12, 4})};
    QVERIFY(fittedTo(dashboard, {"a", "b"}) == dashboard);
}

void FittedDashboardTest::variablesGoWithTheirPanels()
{
    DashboardSpec dashboard;
    dashboard.panels = {panel("one", "a{x=~\"$x\"}"), panel("two", "b{y=~\"$y\"}", {0, 8, 24, 8})};
    for (const auto &[name, query] :
         {std::pair("w", "label_values(a, w)"), std::pair("x", "label_values(a{w=~\"$w\"}, x)"),
          std::pair("y", "label_values(b, y)")}) {
        VariableSpec variable;
        variable.name = name;
        variable.query = query;
        dashboard.variables.push_back(variable);
    }
    const DashboardSpec fitted = fittedTo(dashboard, {"a"});
    QCOMPARE(fitted.variables.size(), std::size_t{2});
    QCOMPARE(fitted.variables[0].name, std::string("w"));
    QCOMPARE(fitted.variables[1].name, std::string("x"));
}

SIGHTGLASS_TEST(FittedDashboardTest)

} // namespace

#include "fitteddashboardtest.moc"
