// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/compactgrid.h"
#include "model/dashboard/panelvariables.h"
#include "model/dashboard/refids.h"
#include "model/dashboard/repeats.h"
#include "model/variables/variableoptions.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

using namespace sightglass;

PanelSpec panelAt(const char *id, GridPosition grid, const char *repeat = "")
{
    PanelSpec panel;
    panel.id = id;
    panel.grid = grid;
    panel.repeat.variable = repeat;
    return panel;
}

PanelSpec rowAt(const char *id, int y, const char *repeat = "")
{
    PanelSpec row = panelAt(id, {0, y, 24, 1}, repeat);
    row.options = standardOptions(PanelType::Row);
    return row;
}

VariableValues valuesOf(const char *name, std::vector<std::string> values)
{
    VariableValue value;
    value.list = value.matched = true;
    value.texts = values;
    value.values = std::move(values);
    VariableValues result;
    result.set(name, value);
    return result;
}

QString places(const std::vector<ShownPanel> &panels)
{
    QStringList texts;
    for (const ShownPanel &shown : panels)
        texts += QStringLiteral("%1:%2,%3,%4,%5")
                     .arg(QString::fromStdString(shown.panel.id))
                     .arg(shown.panel.grid.x)
                     .arg(shown.panel.grid.y)
                     .arg(shown.panel.grid.width)
                     .arg(shown.panel.grid.height);
    return texts.join(u' ');
}

class RepeatsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void across();
    void below();
    void neighbours();
    void neighboursOfWhatRepeatsBelow();
    void fillsTheWidth();
    void gapsBetweenOthers();
    void allAtOnePlace();
    void rows();
    void inRows();
    void namesOfAll();
    void nothingToRepeat();
    void isBounded();
    void variablesArePutIn();
    void filtersAreDemanded();
    void namesOfQueries();
};

void RepeatsTest::across()
{
    std::vector<PanelSpec> panels{panelAt("a", {6, 2, 6, 4}, "v"), panelAt("b", {0, 6, 12, 3})};
    panels[0].repeat.perRow = 3;
    const auto shown = shownPanels(panels, valuesOf("v", {"x", "y", "z", "u"}));
    QCOMPARE(places(shown), QStringLiteral("a:0,0,8,4 a-copy-1:8,0,8,4 a-copy-2:16,0,8,4 a-copy-3:0,4,8,4 "
                                           "b:0,8,12,3"));
    QCOMPARE(shown[2].scope.find("v")->values, (std::vector<std::string>{"z"}));
    QCOMPARE(shown[3].source, std::size_t{0});
    const auto few = shownPanels(panels, valuesOf("v", {"x", "y"}));
    QCOMPARE(places(few), QStringLiteral("a:0,0,12,4 a-copy-1:12,0,12,4 b:0,4,12,3"));
}

void RepeatsTest::below()
{
    std::vector<PanelSpec> panels{panelAt("a", {6, 0, 6, 4}, "v"), panelAt("b", {6, 4, 6, 3})};
    panels[0].repeat.direction = RepeatDirection::Vertical;
    QCOMPARE(places(shownPanels(panels, valuesOf("v", {"x", "y"}))),
             QStringLiteral("a:6,0,6,4 a-copy-1:6,4,6,4 b:6,8,6,3"));
}

/// Copies need the whole width: what stood beside the panel gives way, and what is below that too.
void RepeatsTest::neighbours()
{
    const std::vector<PanelSpec> panels{panelAt("a", {0, 0, 12, 6}, "v"), panelAt("b", {12, 0, 12, 6}),
                                        panelAt("c", {0, 6, 24, 4})};
    QCOMPARE(places(shownPanels(panels, valuesOf("v", {"x", "y", "z", "u"}))),
             QStringLiteral("a:0,0,6,6 a-copy-1:6,0,6,6 a-copy-2:12,0,6,6 a-copy-3:18,0,6,6 b:12,6,12,6 "
                            "c:0,12,24,4"));
    // What stands to the left of it comes first.
    const std::vector<PanelSpec> left{panelAt("b", {0, 0, 12, 6}), panelAt("a", {12, 0, 12, 6}, "v")};
    QCOMPARE(places(shownPanels(left, valuesOf("v", {"x", "y"}))),
             QStringLiteral("b:0,0,12,6 a:0,6,12,6 a-copy-1:12,6,12,6"));
}

void RepeatsTest::neighboursOfWhatRepeatsBelow()
{
    std::vector<PanelSpec> panels{panelAt("a", {0, 0, 6, 3}, "v"), panelAt("b", {6, 0, 6, 3}),
                                  panelAt("c", {0, 3, 24, 3}), panelAt("d", {12, 0, 6, 20})};
    panels[0].repeat.direction = RepeatDirection::Vertical;
    QCOMPARE(places(shownPanels(panels, valuesOf("v", {"x", "y", "z"}))),
             QStringLiteral("a:0,0,6,3 a-copy-1:0,3,6,3 a-copy-2:0,6,6,3 b:6,0,6,3 c:0,20,24,3 d:12,0,6,20"));
}

void RepeatsTest::fillsTheWidth()
{
    std::vector<PanelSpec> panels{panelAt("a", {0, 0, 6, 3}, "v")};
    panels[0].repeat.perRow = 5;
    QCOMPARE(places(shownPanels(panels, valuesOf("v", {"1", "2", "3", "4", "5", "6"}))),
             QStringLiteral("a:0,0,4,3 a-copy-1:4,0,5,3 a-copy-2:9,0,5,3 a-copy-3:14,0,5,3 a-copy-4:19,0,5,3 "
                            "a-copy-5:0,3,4,3"));
}

/// A panel with room between others stays there, and one without goes to the first place that has some.
void RepeatsTest::gapsBetweenOthers()
{
    const auto settled = [](const std::vector<GridPosition> &before) {
        QStringList rows;
        for (const GridPosition &place : compacted(before))
            rows += QString::number(place.y);
        return rows.join(u' ');
    };
    const GridPosition high{0, 0, 6, 10};
    const GridPosition across{0, 10, 12, 2};
    QCOMPARE(settled({high, across, {6, 3, 6, 4}}), QStringLiteral("0 10 0"));
    QCOMPARE(settled({high, {0, 10, 24, 2}, {6, 11, 6, 4}}), QStringLiteral("0 10 12"));
    QCOMPARE(settled({{0, 0, 6, 2}, {0, 0, 6, 2}, {0, 1, 6, 3}}), QStringLiteral("0 2 4"));
}

/// Thousands at one place are laid out at once.
void RepeatsTest::allAtOnePlace()
{
    std::vector<PanelSpec> panels;
    for (int i = 0; i < 2000; ++i)
        panels.push_back(panelAt(std::to_string(i).c_str(), {0, 0, 12, 1}));
    QElapsedTimer timer;
    timer.start();
    const auto shown = shownPanels(panels, {});
    QCOMPARE(shown.back().panel.grid.y, 1999);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void RepeatsTest::rows()
{
    const std::vector<PanelSpec> panels{rowAt("r", 0, "v"), panelAt("a", {0, 1, 12, 4}),
                                        panelAt("b", {12, 1, 12, 4}, "w"), rowAt("s", 5),
                                        panelAt("c", {0, 6, 24, 2})};
    const auto shown = shownPanels(panels, valuesOf("v", {"x", "y"}));
    QCOMPARE(places(shown), QStringLiteral("r:0,0,24,1 a:0,1,12,4 b:12,1,12,4 r-copy-1:0,5,24,1 "
                                           "a-copy-1:0,6,12,4 b-copy-1:12,6,12,4 s:0,10,24,1 c:0,11,24,2"));
    QCOMPARE(shown[4].scope.find("v")->values, (std::vector<std::string>{"y"}));
    QVERIFY(shown[7].scope.find("v") == nullptr);
}

/// Both at once: each copy of the row has its own, and the next row begins below them.
void RepeatsTest::inRows()
{
    const std::vector<PanelSpec> panels{rowAt("r", 0, "v"), panelAt("a", {0, 1, 12, 4}, "w"),
                                        panelAt("b", {12, 1, 12, 4}), rowAt("s", 5),
                                        panelAt("c", {0, 6, 24, 2})};
    const VariableValues values = valuesOf("v", {"x", "y"}).with(valuesOf("w", {"p", "q"}));
    const auto shown = shownPanels(panels, values);
    QCOMPARE(places(shown),
             QStringLiteral("r:0,0,24,1 a:0,1,12,4 a-copy-1:12,1,12,4 b:12,5,12,4 r-copy-1:0,9,24,1 "
                            "a-copy-1:0,10,12,4 a-copy-1-copy-1:12,10,12,4 b-copy-1:12,14,12,4 "
                            "s:0,18,24,1 c:0,19,24,2"));
    QCOMPARE(shown[6].scope.find("v")->values, (std::vector<std::string>{"y"}));
    QCOMPARE(shown[6].scope.find("w")->values, (std::vector<std::string>{"q"}));
}

/// Of All, too, copies are called by the texts of their values.
void RepeatsTest::namesOfAll()
{
    VariableSpec variable;
    variable.includeAll = variable.multi = true;
    variable.current = {{"All", std::string(allVariableValue)}};
    VariableValues values;
    values.set("v", chosenValue(variable, std::vector<VariableOption>{{"One", "1"}, {"Two", "2"}},
                                variable.current));
    const std::vector<ShownPanel> panels = shownPanels(std::vector{panelAt("a", {0, 0, 6, 4}, "v")}, values);
    QCOMPARE(panels.size(), std::size_t{2});
    QCOMPARE(panels[1].scope.find("v")->texts, std::vector<std::string>{"Two"});
    QCOMPARE(panels[1].scope.find("v")->values, std::vector<std::string>{"2"});
}

void RepeatsTest::nothingToRepeat()
{
    const std::vector<PanelSpec> panels{panelAt("a", {6, 2, 6, 4}, "v")};
    QCOMPARE(places(shownPanels(panels, {})), QStringLiteral("a:6,0,6,4"));
    QCOMPARE(places(shownPanels(panels, valuesOf("v", {}))), QStringLiteral("a:6,0,6,4"));
}

void RepeatsTest::isBounded()
{
    const std::vector<PanelSpec> panels{rowAt("r", 0, "v"), panelAt("a", {0, 1, 6, 4}, "w")};
    VariableValues values = valuesOf("v", std::vector<std::string>(5000, "x"));
    values = values.with(valuesOf("w", std::vector<std::string>(5000, "y")));
    QVERIFY(shownPanels(panels, values).size() <= 2200);
}

void RepeatsTest::variablesArePutIn()
{
    PanelSpec panel = panelAt("a", {});
    panel.title = "Load of $v";
    panel.queries = {{"rate(x{a=~\"$v\"}[$__rate_interval])", "$v {{b}}", false}};
    panel.field.displayName = "${v:csv}";
    panel.links = {{"$v", "/d/x?${v:queryparam}", false}};
    panel.overrides = {{ByName{"$v"}, {}}};
    const PanelSpec result = withVariables(panel, valuesOf("v", {"p", "q"}));
    QCOMPARE(result.title, std::string("Load of p + q"));
    QCOMPARE(result.queries[0].expr, std::string("rate(x{a=~\"(p|q)\"}[$__rate_interval])"));
    QCOMPARE(result.queries[0].legend, std::string("{p,q} {{b}}"));
    QCOMPARE(*result.field.displayName, std::string("p,q"));
    QCOMPARE(result.links[0].url, std::string("/d/x?var-v=p&var-v=q"));
    QVERIFY(result.overrides[0].matcher == FieldMatcher(ByName{"{p,q}"}));
}

void RepeatsTest::filtersAreDemanded()
{
    PanelSpec panel = panelAt("a", {});
    panel.queries = {{"sum(rate(x[$__rate_interval]))", {}, false}, {"sum(", {}, false}};
    const std::vector<Matcher> filters{{MatchOp::NotEqual, "job", "y"}};
    const PanelSpec result = withVariables(panel, {}, filters);
    QCOMPARE(result.queries[0].expr, std::string("sum(rate(x{job!=\"y\"}[$__rate_interval]))"));
    QCOMPARE(result.queries[1].expr, std::string("sum("));
}

void RepeatsTest::namesOfQueries()
{
    PanelSpec panel = panelAt("a", {});
    panel.queries = {{"x", {}, false}, {"y", {}, false, "A"}, {"z", {}, false}};
    nameQueries(panel);
    QCOMPARE(panel.queries[0].refId, std::string("B"));
    QCOMPARE(panel.queries[1].refId, std::string("A"));
    QCOMPARE(panel.queries[2].refId, std::string("C"));
}

SIGHTGLASS_TEST(RepeatsTest)

} // namespace

#include "repeatstest.moc"
