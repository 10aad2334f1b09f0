// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelvariables.h"
#include "model/dashboard/rowfolding.h"
#include "model/dashboard/showndashboard.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

PanelSpec panelAt(const char *id, int y, int height = 4)
{
    PanelSpec panel;
    panel.id = id;
    panel.grid = {0, y, 12, height};
    return panel;
}

PanelSpec rowAt(const char *id, int y, bool collapsed = false)
{
    PanelSpec row = panelAt(id, y, 1);
    row.grid.width = 24;
    row.options = RowOptions{collapsed};
    return row;
}

QString places(const std::vector<PanelSpec> &panels)
{
    QStringList texts;
    for (const PanelSpec &panel : panels)
        texts += QStringLiteral("%1:%2").arg(QString::fromStdString(panel.id)).arg(panel.grid.y);
    return texts.join(u' ');
}

std::vector<ShownPanel> shown(const std::vector<PanelSpec> &panels)
{
    std::vector<ShownPanel> result;
    for (std::size_t i = 0; i < panels.size(); ++i)
        result.push_back({panels[i], {}, i});
    return result;
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

BuiltInContext context()
{
    return {{1'000'000, 1'300'000}, "Title", "uid"};
}

class ShownDashboardTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void spread_data();
    void spread();
    void folding_data();
    void folding();
    void panelsBehindFoldedRows();
    void chosenRowsFold();
    void repeatedRowsFoldByThemselves();
    void filtersOfAdHocVariables();
    void timeIsForLinksWhenTheyAreFollowed();
    void rangesOfPanelsAreTheirOwn_data();
    void rangesOfPanelsAreTheirOwn();
    void whatDependsOnTime();
    void renamedVariablesKeepWhatIsChosen();
    void severalValuesInTexts();
    void addresses();
    void choicesAreKept();
    void brokenChoices_data();
    void brokenChoices();
};

void ShownDashboardTest::spread_data()
{
    QTest::addColumn<std::vector<PanelSpec>>("panels");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing folded") << std::vector{rowAt("r", 0), panelAt("a", 1), rowAt("s", 5),
                                                   panelAt("b", 6)}
                                    << "r:0 a:1 s:5 b:6";
    // Grafana's file: the next row is right below the folded one.
    QTest::newRow("folded in the file")
        << std::vector{rowAt("r", 0, true), panelAt("a", 1), panelAt("b", 5), rowAt("s", 1), panelAt("c", 2)}
        << "r:0 a:1 b:5 s:9 c:10";
    QTest::newRow("places of long ago")
        << std::vector{rowAt("r", 3, true), panelAt("a", 40), rowAt("s", 4, true), panelAt("b", 2)}
        << "r:3 a:4 s:8 b:9";
    QTest::newRow("as good as once") << std::vector{rowAt("r", 0, true), panelAt("a", 1), panelAt("b", 5),
                                                    rowAt("s", 9), panelAt("c", 10)}
                                     << "r:0 a:1 b:5 s:9 c:10";
    QTest::newRow("empty row") << std::vector{rowAt("r", 0, true), rowAt("s", 1, true)} << "r:0 s:1";
    QTest::newRow("none") << std::vector<PanelSpec>() << "";
}

void ShownDashboardTest::spread()
{
    QFETCH(std::vector<PanelSpec>, panels);
    const std::vector<PanelSpec> once = spreadRows(panels);
    QTEST(places(once), "expected");
    QVERIFY(spreadRows(once) == once);
}

void ShownDashboardTest::folding_data()
{
    QTest::addColumn<QString>("folded");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << ""
                          << "x:0 r:4 a:5 b:9 s:13 c:14 t:18";
    QTest::newRow("first") << "r"
                           << "x:0 r:4 s:5 c:6 t:10";
    QTest::newRow("second") << "s"
                            << "x:0 r:4 a:5 b:9 s:13 t:14";
    QTest::newRow("both") << "r s"
                          << "x:0 r:4 s:5 t:6";
    QTest::newRow("empty one") << "t"
                               << "x:0 r:4 a:5 b:9 s:13 c:14 t:18";
}

void ShownDashboardTest::folding()
{
    QFETCH(QString, folded);
    const QStringList ids = folded.split(u' ');
    const std::vector<PanelSpec> panels{panelAt("x", 0), rowAt("r", 4),    panelAt("a", 5), panelAt("b", 9),
                                        rowAt("s", 13),  panelAt("c", 14), rowAt("t", 18)};
    std::vector<PanelSpec> result;
    for (const ShownPanel &panel : foldRows(shown(panels), [&ids](const PanelSpec &row) {
             return ids.contains(QString::fromStdString(row.id));
         })) {
        if (const auto *row = std::get_if<RowOptions>(&panel.panel.options))
            QCOMPARE(row->collapsed, ids.contains(QString::fromStdString(panel.panel.id)));
        result.push_back(panel.panel);
    }
    QTEST(places(result), "expected");
}

/// What lies behind a folded row comes before it in the list, and gives way to its copies.
void ShownDashboardTest::panelsBehindFoldedRows()
{
    for (const int x : {0, 12}) {
        DashboardSpec dashboard;
        PanelSpec plain = panelAt("p", 1);
        plain.grid.x = x;
        plain.grid.width = 12;
        PanelSpec inner = panelAt("a", 1);
        inner.grid.width = 12;
        PanelSpec row = rowAt("r", 0, true);
        row.repeat.variable = "v";
        dashboard.panels = {plain, row, inner};
        VariableValues values;
        VariableValue two;
        two.values = two.texts = {"1", "2"};
        two.list = two.matched = true;
        values.set("v", two);
        DashboardChoices choices;
        QCOMPARE(places(shownDashboard(dashboard, values, choices, context()).spec.panels),
                 QStringLiteral("p:2 r:0 r-copy-1:1"));
        choices.folded = {{"r", false}};
        const std::vector<PanelSpec> open = shownDashboard(dashboard, values, choices, context()).spec.panels;
        QCOMPARE(places(open), QStringLiteral("p:6 r:0 a:1 r-copy-1:5"));
    }
}

void ShownDashboardTest::chosenRowsFold()
{
    DashboardSpec dashboard;
    dashboard.panels = {rowAt("r", 0, true), panelAt("a", 1), rowAt("s", 1), panelAt("b", 2)};
    DashboardChoices choices;
    QCOMPARE(places(shownDashboard(dashboard, {}, choices, context()).spec.panels),
             QStringLiteral("r:0 s:1 b:2"));
    choices.folded = {{"r", false}, {"s", true}, {"gone", true}};
    const ShownDashboard result = shownDashboard(dashboard, {}, choices, context());
    QCOMPARE(places(result.spec.panels), QStringLiteral("r:0 a:1 s:5"));
    QVERIFY((result.sources == std::vector<std::size_t>{0, 1, 2}));
}

void ShownDashboardTest::repeatedRowsFoldByThemselves()
{
    DashboardSpec dashboard;
    dashboard.panels = {rowAt("r", 0), panelAt("a", 1)};
    dashboard.panels[0].title = "Node $node";
    dashboard.panels[0].repeat.variable = "node";
    dashboard.panels[1].queries = {{"up{node=\"$node\"}", {}}};
    DashboardChoices choices;
    choices.folded = {{"r", true}};
    const ShownDashboard result =
        shownDashboard(dashboard, valuesOf("node", {"n1", "n2"}), choices, context());
    QCOMPARE(places(result.spec.panels), QStringLiteral("r:0 r-copy-1:1 a-copy-1:2"));
    QCOMPARE(result.spec.panels[1].title, std::string("Node n2"));
    QCOMPARE(result.spec.panels[2].queries[0].expr, std::string("up{node=\"n2\"}"));
    QVERIFY(result.spec.panels[1].repeat == PanelRepeat());
    QVERIFY((result.sources == std::vector<std::size_t>{0, 0, 1}));
}

void ShownDashboardTest::filtersOfAdHocVariables()
{
    DashboardSpec dashboard;
    VariableSpec filters;
    filters.name = "Filters";
    filters.type = VariableType::AdHoc;
    filters.filters = {{"job", "=", "a"}};
    dashboard.variables = {filters};
    dashboard.panels = {panelAt("a", 0)};
    dashboard.panels[0].queries = {{"rate(x[5m])", {}}};
    DashboardChoices choices;
    const auto expr = [&] {
        return shownDashboard(dashboard, {}, choices, context()).spec.panels[0].queries[0].expr;
    };
    QCOMPARE(expr(), std::string("rate(x{job=\"a\"}[5m])"));
    choices.filters["Filters"] = {{"job", "!~", "b.*"}, {"", "=", "ignored"}};
    QCOMPARE(expr(), std::string("rate(x{job!~\"b.*\"}[5m])"));
    choices.filters["Filters"] = {};
    QCOMPARE(expr(), std::string("rate(x[5m])"));
}

void ShownDashboardTest::timeIsForLinksWhenTheyAreFollowed()
{
    DashboardSpec dashboard;
    dashboard.panels = {panelAt("a", 0), panelAt("b", 4)};
    for (PanelSpec &panel : dashboard.panels)
        panel.links = {{"t", "https://h/$v?from=$__from", false}};
    dashboard.panels[0].queries = {{"increase(x[$__range])", {}}};
    dashboard.panels.push_back(panelAt("c", 8));
    dashboard.panels[2].queries = {{"x", "{{job}} since ${__from:date:YYYY}"}};
    dashboard.panels[1].title = "Since ${__from:date:YYYY}";
    VariableValues values;
    values.set("v", singleValue("a b"));
    const std::vector<PanelSpec> panels = shownDashboard(dashboard, values, {}, context()).spec.panels;
    QCOMPARE(panels[0].queries[0].expr, std::string("increase(x[300s])"));
    QCOMPARE(panels[0].links[0].url, std::string("https://h/a%20b?from=$__from"));
    QCOMPARE(panels[2].queries[0].legend, std::string("{{job}} since 1970"));
    QCOMPARE(panels[1].title, std::string("Since 1970"));
}

void ShownDashboardTest::rangesOfPanelsAreTheirOwn_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("shift");
    QTest::addColumn<bool>("relative");
    QTest::addColumn<QByteArray>("expected"); // $__range $__from $__to
    QTest::newRow("the dashboard's") << QByteArray() << QByteArray() << true
                                     << QByteArray("300s 1000000 1300000");
    QTest::newRow("another one") << QByteArray("10m") << QByteArray() << true
                                 << QByteArray("600s 700000 1300000");
    QTest::newRow("of a variable") << QByteArray("$span") << QByteArray() << true
                                   << QByteArray("900s 400000 1300000");
    QTest::newRow("shifted") << QByteArray() << QByteArray("100s") << true
                             << QByteArray("300s 900000 1200000");
    QTest::newRow("both") << QByteArray("10m") << QByteArray("100s") << true
                          << QByteArray("600s 600000 1200000");
    // As in Grafana: of an absolute range there is no other.
    QTest::newRow("absolute") << QByteArray("10m") << QByteArray() << false
                              << QByteArray("300s 1000000 1300000");
    QTest::newRow("absolute, shifted")
        << QByteArray("10m") << QByteArray("100s") << false << QByteArray("300s 900000 1200000");
}

void ShownDashboardTest::rangesOfPanelsAreTheirOwn()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, shift);
    QFETCH(bool, relative);
    QFETCH(QByteArray, expected);
    DashboardSpec dashboard;
    dashboard.panels = {panelAt("a", 0), panelAt("b", 4)};
    PanelSpec &panel = dashboard.panels.front();
    panel.timeFrom = from.toStdString();
    panel.timeShift = shift.toStdString();
    panel.title = "$__range $__from $__to";
    panel.queries = {{"x > ${__range_s} + $__interval_ms", {}}};
    dashboard.panels[1].title = "$__range";
    VariableValues values;
    values.set("span", singleValue("15m"));
    BuiltInContext time = context();
    if (relative)
        time.now = time.range.to;
    const std::vector<PanelSpec> panels = shownDashboard(dashboard, values, {}, time).spec.panels;
    QCOMPARE(QByteArray::fromStdString(panels[0].title), expected);
    const std::string seconds = expected.left(expected.indexOf('s')).toStdString();
    QCOMPARE(panels[0].queries[0].expr, "x > " + seconds + " + $__interval_ms");
    QCOMPARE(panels[1].title, std::string("300s"));
}

/// As Grafana: with commas, escaped; a list in JSON.
void ShownDashboardTest::severalValuesInTexts()
{
    VariableValues values;
    VariableValue rooms;
    rooms.values = rooms.texts = {"attic", "<cellar>"};
    rooms.list = true;
    values.set("room", rooms);
    const auto content = [&values](TextFormat format, const char *language) {
        PanelSpec panel;
        panel.options = TextOptions{format, "$room", language};
        return std::get<TextOptions>(withVariables(panel, values, {}).options).content;
    };
    QCOMPARE(content(TextFormat::Markdown, ""), std::string("attic, &lt;cellar&gt;"));
    QCOMPARE(content(TextFormat::Html, ""), std::string("attic, &lt;cellar&gt;"));
    addBuiltIns(values, {{0, 1}, {}, {}});
    PanelSpec addressed;
    addressed.options = TextOptions{TextFormat::Markdown, "$__all_variables&$__url_time_range", ""};
    addressed.links = {{"l", "/d/x?$__all_variables"}};
    addressed = withVariables(addressed, values, {});
    QCOMPARE(std::get<TextOptions>(addressed.options).content,
             std::string("var-room=attic&var-room=%3Ccellar%3E&from=0&to=1"));
    QCOMPARE(addressed.links[0].url, std::string("/d/x?var-room=attic&var-room=%3Ccellar%3E"));
    const std::string json = content(TextFormat::Code, "json");
    QVERIFY2(json.starts_with("[\"attic\",\""), json.c_str());
}

void ShownDashboardTest::whatDependsOnTime()
{
    DashboardSpec dashboard;
    dashboard.panels = {panelAt("a", 0)};
    QVERIFY(!dependsOnTime(dashboard));
    dashboard.panels[0].queries = {{"x > $__range_s", {}}};
    QVERIFY(!dependsOnTime(dashboard));
    // Today is longer every second.
    dashboard.panels[0].timeFrom = "now/d";
    QVERIFY(dependsOnTime(dashboard));
    dashboard.panels[0].timeFrom.clear();
    dashboard.panels[0].queries = {{"time() - $__from / 1000", {}}};
    QVERIFY(dependsOnTime(dashboard));
    dashboard.panels[0].queries.clear();
    dashboard.panels[0].options = TextOptions{TextFormat::Markdown, "until ${__to:date:iso}", {}};
    QVERIFY(dependsOnTime(dashboard));
}

void ShownDashboardTest::addresses()
{
    VariableValues values = valuesOf("v", {"a b", "c"});
    QCOMPARE(linkAddress("https://h/?x=${v:pipe}&$__url_time_range", values, context()),
             std::string("https://h/?x=a b|c&from=1000000&to=1300000"));
    QCOMPARE(linkAddress("/d/u?$__all_variables", values, context()),
             std::string("/d/u?var-v=a%20b&var-v=c"));
    QCOMPARE(linkAddress("https://h/$v", values, context()), std::string("https://h/%7Ba%20b,c%7D"));
}

void ShownDashboardTest::renamedVariablesKeepWhatIsChosen()
{
    const auto named = [](std::initializer_list<const char *> names) {
        std::vector<VariableSpec> variables;
        for (const char *name : names)
            variables.emplace_back().name = name;
        return variables;
    };
    DashboardChoices choices;
    choices.variables["node"] = {{"a1", "a1"}};
    choices.variables["zone"] = {{"z", "z"}};
    choices.filters["node"] = {{"job", "=", "a"}};
    const auto renamed = [&](std::initializer_list<const char *> before,
                             std::initializer_list<const char *> after) {
        return choicesForRenamed(choices, named(before), named(after));
    };
    const DashboardChoices host = renamed({"node", "zone"}, {"host", "zone"});
    QVERIFY(!host.variables.contains("node") && !host.filters.contains("node"));
    QVERIFY(host.variables.at("host") == choices.variables["node"]);
    QVERIFY(host.filters.at("host") == choices.filters["node"]);
    QVERIFY(host.variables.at("zone") == choices.variables["zone"]);
    QVERIFY(renamed({"node", "zone"}, {"zone", "node"}) == choices); // another order
    QVERIFY(renamed({"node", "zone"}, {"zone", "zone"}) == choices); // on the way to "zones"
    QVERIFY(renamed({"node", "zone"}, {"zone"}) == choices);
}

void ShownDashboardTest::choicesAreKept()
{
    DashboardChoices choices;
    choices.variables["node"] = {{"All", "$__all"}, {"<b>x</b>\n", "\xff\x01"}};
    choices.variables["none"] = {};
    choices.filters["f"] = {{"job", "=|", "", {"a", "b"}}};
    choices.folded = {{"1", true}, {"2-copy-1", false}};
    choices.annotations = {{"Deploys", false}};
    const std::string text = choicesText(choices);
    QVERIFY(text.find('\n') == std::string::npos);
    DashboardChoices expected = choices;
    expected.variables["node"][1].value = "\xEF\xBF\xBD\x01"; // what is no UTF-8 cannot be kept
    QVERIFY(readChoices(text) == expected);
    QVERIFY(readChoices(choicesText({})) == DashboardChoices());
}

void ShownDashboardTest::brokenChoices_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("wrong kinds") << QByteArray(
        "{\"variables\":[1],\"filters\":{\"f\":3},\"folded\":{\"a\":\"x\"}}");
}

void ShownDashboardTest::brokenChoices()
{
    QFETCH(QByteArray, text);
    QVERIFY(readChoices(text.toStdString()) == DashboardChoices());
}

SIGHTGLASS_TEST(ShownDashboardTest)

} // namespace

#include "showndashboardtest.moc"
