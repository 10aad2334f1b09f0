// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importreport.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace {

using namespace sightglass;
using Json = nlohmann::ordered_json;

constexpr const char *stranger = "stranger";

/// What nobody here reads is told and written back.
class KeptMembersTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isToldAndKept_data();
    void isToldAndKept();
    void isKeptAsItIs_data();
    void isKeptAsItIs();
    void isLostWithWhatItStoodIn();
    void isToldWhereItStands_data();
    void isToldWhereItStands();
    void missingQueriesAreNamed();
    void rowsOfOld();
    void strangersOfVersion2_data();
    void strangersOfVersion2();
    void strangersAnywhere();
};

Json boardOf(const Json &panel)
{
    return {{"schemaVersion", 42}, {"title", "T"}, {"panels", Json::array({panel})}};
}

Json exported(const ImportedDashboard &imported)
{
    return Json::parse(exportDashboard(imported.dashboard, FileFor::Grafana));
}

/// Losses that the report has, pointers.
QString reported(const ImportedDashboard &imported)
{
    QStringList told;
    const auto add = [&told](const std::vector<ImportLoss> &losses) {
        for (const ImportLoss &loss : losses)
            told += QString::fromStdString(loss.pointer);
    };
    const DashboardReport report = importReport(imported);
    add(report.losses);
    add(report.asInGrafana);
    for (const PanelReport &panel : report.panels) {
        add(panel.losses);
        add(panel.asInGrafana);
    }
    return told.join(u' ');
}

void KeptMembersTest::isToldAndKept_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *type, const char *pointer, const char *value) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(pointer) << QByteArray(value);
    };
    row("vertical", "timeseries", "/options/orientation", R"("vertical")");
    row("text for a number", "timeseries", "/fieldConfig/defaults/min", R"("abc")");
    row("text for the decimals", "stat", "/fieldConfig/defaults/decimals", R"("few")");
    row("text for a width", "table", "/fieldConfig/defaults/custom/width", R"("wide")");
    row("text for the most points", "stat", "/maxDataPoints", R"("many")");
    row("list for a unit", "stat", "/fieldConfig/defaults/unit", R"(["s"])");
    row("text for links", "stat", "/fieldConfig/defaults/links", R"("none")");
    row("text for a property", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"max","value":"abc"}]}])");
    row("colours of a graph", "timeseries", "/aliasColors", R"({"a":"red"})");
    row("axes of a graph", "stat", "/yaxes", R"([{"format":"s"},{"format":"short"}])");
    row("lines of a graph", "table", "/lines", "true");
    row("styles of an old table", "timeseries", "/styles", R"([{"pattern":"a"}])");
    row("unknown of an old footer", "table", "/options/footer", R"({"invented":{"a":1}})");
    row("odd count of an old footer", "table", "/options/footer", R"({"countRows":{"a":1}})");
    row("footer that is none", "table", "/options/footer", R"("sum")");
    row("unknown of a grid", "graph", "/grid", R"({"invented":7})");
    row("link at one click", "stat", "/fieldConfig/defaults/links",
        R"([{"title":"a","url":"https://h/","oneClick":true}])");
    row("unknown option", "gauge", "/options/invented", "50");
    row("unknown object", "timeseries", "/options/annotations", R"({"multiLane":true})");
    row("deep in options", "heatmap", "/options/yAxis/axisWidth", "60");
    row("unknown of fields", "stat", "/fieldConfig/defaults/actions", R"([{"title":"act"}])");
    row("unknown of charts", "timeseries", "/fieldConfig/defaults/custom/invented", "1");
    row("unknown word", "timeseries", "/fieldConfig/defaults/custom/drawStyle", R"("clouds")");
    row("unknown text mode", "stat", "/options/textMode", R"("shout")");
    row("unknown mode of thresholds", "stat", "/fieldConfig/defaults/thresholds",
        R"({"mode":"relative","steps":[{"color":"green"},{"color":"red","value":5}]})");
    row("unknown scheme", "heatmap", "/options/color/scheme", R"("Plaids")");
    row("unknown scale of colours", "heatmap", "/options/color",
        R"({"mode":"opacity","fill":"red","scale":"cubic"})");
    row("unknown calculation", "stat", "/options/reduceOptions/calcs", R"(["mean","wisdom"])");
    row("order of alerts", "alertlist", "/options/sortOrder", "5");
    row("unknown property", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"unit","value":"s"},
        {"id":"custom.invented","value":{"a":1}}]}])");
    row("unknown matcher", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byFeeling","options":{"mood":1}},"properties":[{"id":"unit","value":"s"}]}])");
    row("unknown kind of mapping", "stat", "/fieldConfig/defaults/mappings",
        R"([{"type":"value","options":{"1":{"text":"one","index":0}}},
        {"type":"wildcard","options":{"glob":"a*","result":{"text":"x"}}},
        {"type":"range","options":{"from":2,"to":3,"result":{"text":"y"}}}])");
    row("unknown of a mapping", "stat", "/fieldConfig/defaults/mappings",
        R"([{"type":"value","options":{"1":{"text":"one","index":0,"invented":1}}}])");
    row("unknown of a footer", "table", "/fieldConfig/defaults/custom/footer",
        R"({"reducers":["sum"],"invented":{"a":1}})");
    row("unknown calculation of a footer", "table", "/fieldConfig/defaults/custom/footer",
        R"({"reducers":["sum","wisdom"]})");
    row("footer of fields by type", "table", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byType","options":"number"},
        "properties":[{"id":"custom.footer.reducers","value":["sum"]}]}])");
    row("property's member", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"unit","value":"s","invented":{"a":1}}]}])");
    row("property without a name", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"unit","value":"s"},{"value":5},"x"]}])");
    row("override without a matcher", "timeseries", "/fieldConfig/overrides",
        R"([{"properties":[{"id":"unit","value":"s"}]},{"matcher":{"id":"byName","options":"a"},
        "properties":[{"id":"unit","value":"m"}]}])");
    row("formats of before schema 12", "graph", "/y_formats", R"(["s","short"])");
    row("label of before schema 12", "timeseries", "/leftYAxisLabel", R"("seconds")");
    row("grid of before schema 13", "graph", "/grid", R"({"leftMax":5,"threshold1":3})");
    row("filters of a query", "timeseries", "/targets/0/adhocFilters",
        R"([{"key":"job","operator":"=","value":"a"}])");
    row("scopes of a query", "timeseries", "/targets/0/scopes", R"([{"metadata":{"name":"s"}}])");
    row("list that is none", "timeseries", "/options/legend/calcs", R"("mean")");
    row("unknown of a step", "stat", "/fieldConfig/defaults/thresholds",
        R"({"steps":[{"color":"green"},{"color":"red","value":5,"note":1}]})");
}

void KeptMembersTest::isToldAndKept()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    Json panel = {{"id", 1}, {"type", type.toStdString()}, {"title", "p"}, {"pluginVersion", "12.0.0"}};
    if (type != "alertlist")
        panel["targets"] = Json::array({{{"refId", "A"}, {"expr", "up"}}});
    panel[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    const auto imported = importDashboard(boardOf(panel).dump());
    QVERIFY(imported.ok());
    QVERIFY2(reported(*imported).contains(QLatin1String("/panels/0") + QLatin1String(pointer)),
             qPrintable(reported(*imported)));
    const Json written = exported(*imported);
    const Json::json_pointer at("/panels/0" + pointer.toStdString());
    QVERIFY2(written.contains(at), written.dump().c_str());
    QVERIFY2(nlohmann::json(written.at(at)) == nlohmann::json::parse(value.toStdString()),
             written.at(at).dump().c_str());
    const auto again = importDashboard(written.dump());
    QVERIFY(again.ok());
    QVERIFY(again->dashboard == imported->dashboard);
    QCOMPARE(reported(*again), reported(*imported));
}

void KeptMembersTest::isKeptAsItIs_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("another zone") << QByteArray("/panels/0/options/timezone")
                                  << QByteArray(R"(["Asia/Tokyo"])");
    QTest::newRow("queries of others")
        << QByteArray("/panels/0/targets")
        << QByteArray(R"([{"datasource":{"type":"prometheus","uid":"p"},"expr":"up","refId":"A"},
        {"datasource":{"type":"__expr__","uid":"__expr__"},"expression":"$A*2","refId":"B","type":"math"},
        {"datasource":{"type":"prometheus","uid":"q"},"editorMode":"code","expr":"up","refId":"C"}])");
    QTest::newRow("sources of queries that have no name")
        << QByteArray("/panels/0/targets")
        << QByteArray(R"([{"datasource":{"type":"prometheus"},"expr":"up","refId":"A"},
        {"datasource":{"apiVersion":"v1"},"expr":"up","refId":"B"},
        {"datasource":{"type":"loki"},"expr":"up","refId":"C"}])");
    QTest::newRow("queries that are none")
        << QByteArray("/panels/0/targets")
        << QByteArray(R"([5,{"datasource":{"type":"prometheus","uid":"p"},"expr":"up","refId":"A"},["x"]])");
    QTest::newRow("transformations that are none")
        << QByteArray("/panels/0/transformations")
        << QByteArray(R"(["a",{"id":"limit","options":{"limitField":"5"}},{"options":{"x":1}}])");
    QTest::newRow("rows that were left") << QByteArray("/rows") << QByteArray(R"([{"invented":{"a":1}}])");
    QTest::newRow("the times of an old picker")
        << QByteArray("/timepicker/time_options") << QByteArray(R"(["5m","15m"])");
    QTest::newRow("mixed source") << QByteArray("/panels/0/datasource")
                                  << QByteArray(R"({"type":"datasource","uid":"-- Mixed --"})");
    QTest::newRow("dashboard's member") << QByteArray("/invented") << QByteArray(R"({"a":[1,{"b":2}]})");
    QTest::newRow("not to be edited") << QByteArray("/editable") << QByteArray("false");
    QTest::newRow("variable's member")
        << QByteArray("/templating/list")
        << QByteArray(
               R"([{"current":{"text":"a","value":"a"},"invented":{"a":1},"name":"v","query":"a,b","type":"custom"}])");
    QTest::newRow("annotation's member")
        << QByteArray("/annotations/list")
        << QByteArray(R"([{"datasource":{"type":"prometheus","uid":"p"},"enable":true,"iconColor":"red",
        "invented":3,"name":"n","target":{"editorMode":"code","expr":"up"}}])");
    QTest::newRow("variables of unknown kinds")
        << QByteArray("/templating/list") << QByteArray(R"([{"name":"odd","type":"oracle","a":1},5,
        {"current":{"invented":1,"text":"a","value":"a"},"name":"v","query":"a,b","type":"custom"},
        {"type":"custom"}])");
    QTest::newRow("nothing but unknown variables")
        << QByteArray("/templating/list") << QByteArray(R"([{"name":"odd","type":"oracle"}])");
    QTest::newRow("annotations that are none")
        << QByteArray("/annotations/list")
        << QByteArray(R"(["a",{"datasource":{"type":"prometheus","uid":"p"},"enable":true,"iconColor":"red",
        "name":"n","target":{"expr":"up"}},7])");
    QTest::newRow("links that are none, of unknown type")
        << QByteArray("/links") << QByteArray(R"(["a",{"title":"l","type":"oracle","url":"https://h/"}])");
    QTest::newRow("link's member") << QByteArray("/links")
                                   << QByteArray(
                                          R"([{"invented":1,"title":"l","type":"link","url":"https://h/"}])");
}

void KeptMembersTest::isKeptAsItIs()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    Json board = boardOf({{"id", 1},
                          {"type", "timeseries"},
                          {"title", "p"},
                          {"datasource", {{"type", "prometheus"}, {"uid", "p"}}},
                          {"targets", Json::array({{{"refId", "A"}, {"expr", "up"}}})}});
    board[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    const auto imported = importDashboard(board.dump());
    QVERIFY(imported.ok());
    const Json written = exported(*imported);
    const Json::json_pointer at(pointer.toStdString());
    QVERIFY2(written.contains(at), written.dump().c_str());
    QVERIFY2(nlohmann::json(written.at(at)) == nlohmann::json::parse(value.toStdString()),
             written.at(at).dump().c_str());
    const auto again = importDashboard(written.dump());
    QVERIFY(again.ok());
    QVERIFY(again->dashboard == imported->dashboard);
}

/// A list that is another one now has nothing of the old one's items.
void KeptMembersTest::isLostWithWhatItStoodIn()
{
    auto imported = importDashboard(boardOf(Json::parse(R"({"id":1,"type":"stat","title":"p",
        "links":[{"title":"a","url":"https://a/","invented":1},{"title":"b","url":"https://b/"}],
        "targets":[{"refId":"A","expr":"up","invented":1},{"refId":"B","expr":"down"}]})"))
                                        .dump());
    QVERIFY(imported.ok());
    QVERIFY(exported(*imported).dump().find("invented") != std::string::npos);
    PanelSpec &panel = imported->dashboard.panels.front();
    panel.links.erase(panel.links.begin());
    panel.queries.erase(panel.queries.begin());
    QVERIFY(exported(*imported).dump().find("invented") == std::string::npos);
}

void KeptMembersTest::isToldWhereItStands_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("items");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("variable behind an unknown one")
        << QByteArray("/templating/list")
        << QByteArray(
               R"([{"name":"odd","type":"oracle"},{"name":"v","type":"custom","query":"a","invented":1}])")
        << QByteArray("/templating/list/1/invented");
    QTest::newRow("expression of one")
        << QByteArray("/templating/list") << QByteArray(R"J([{"name":"odd","type":"oracle"},
        {"name":"v","type":"query","query":"label_values(up)","regex":"/(/"}])J")
        << QByteArray("/templating/list/1/regex");
    QTest::newRow("annotation without Grafana's own")
        << QByteArray("/annotations/list")
        << QByteArray(
               R"([{"name":"n","datasource":{"type":"prometheus"},"target":{"expr":"up"},"invented":1}])")
        << QByteArray("/annotations/list/0/invented");
    QTest::newRow("annotation behind what is none")
        << QByteArray("/annotations/list")
        << QByteArray(
               R"([5,{"builtIn":1,"datasource":"-- Grafana --","name":"Annotations & Alerts","invented":1}])")
        << QByteArray("/annotations/list/1/invented");
    QTest::newRow("query behind what is none")
        << QByteArray("/panels/0/targets") << QByteArray(R"([5,{"refId":"A","expr":"up","invented":1}])")
        << QByteArray("/panels/0/targets/1/invented");
    QTest::newRow("query that is none")
        << QByteArray("/panels/0/targets") << QByteArray(R"([{"refId":"A","expr":"up"},5])")
        << QByteArray("/panels/0/targets/1");
    QTest::newRow("transformation behind what is none")
        << QByteArray("/panels/0/transformations")
        << QByteArray(R"([5,{"id":"limit","options":{"limitField":"5"},"invented":1}])")
        << QByteArray("/panels/0/transformations/1/invented");
    QTest::newRow("link behind what is none")
        << QByteArray("/links") << QByteArray(R"([5,{"title":"l","type":"link","invented":1}])")
        << QByteArray("/links/1/invented");
}

void KeptMembersTest::isToldWhereItStands()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, items);
    Json board = boardOf({{"id", 1}, {"type", "stat"}});
    board[Json::json_pointer(list.toStdString())] = Json::parse(items.toStdString());
    for (const char *root : {"", "/dashboard"}) {
        const auto imported = importDashboard(*root == 0 ? board.dump() : Json{{"dashboard", board}}.dump());
        QVERIFY(imported.ok());
        QFETCH(QByteArray, place);
        QStringList told;
        for (const ImportLoss &loss : imported->losses)
            told += QString::fromStdString(loss.pointer);
        QVERIFY2(told.contains(QLatin1String(root) + QLatin1String(place)), qPrintable(told.join(u' ')));
    }
}

/// What nobody reads of rows and grids of before schema 16 is told, and written back.
void KeptMembersTest::rowsOfOld()
{
    const auto imported = importDashboard(R"({"schemaVersion":8,"title":"T","rows":[
        {"title":"r","titleSize":"h6","height":"250px","editable":true,"panels":[
          {"id":1,"type":"graph","span":6,"grid":{"leftMax":5,"threshold1":3,"threshold1Color":"red","invented":7},
           "targets":[{"refId":"A","expr":"up"}]}]},
        {"invented":{"a":1},"collapse":{"odd":true},"panels":[]}]})");
    QVERIFY(imported.ok());
    QCOMPARE(reported(*imported), QStringLiteral("/rows /rows/0/panels/0/grid"));
    const Json written = exported(*imported);
    QCOMPARE(written["rows"].dump(), std::string(R"([{},{"collapse":{"odd":true},"invented":{"a":1}}])"));
    QCOMPARE(written["panels"][1]["grid"].dump(), std::string(R"({"invented":7})"));
    const auto again = importDashboard(written.dump());
    QVERIFY(again.ok());
    QVERIFY(again->dashboard == imported->dashboard);
    const auto plain = importDashboard(R"({"schemaVersion":8,"title":"T","rows":[
        {"title":"r","titleSize":"h6","height":"250px","editable":true,"collapse":false,"showTitle":true,
         "repeat":null,"panels":[{"id":1,"type":"graph","span":6,"grid":{"leftMax":null,"threshold1":null},
         "targets":[{"refId":"A","expr":"up"}]}]}]})");
    QCOMPARE(reported(*plain), QString());
}

void KeptMembersTest::strangersOfVersion2_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *pointer, const char *place) {
        QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(place);
    };
    // One behind the stranger, and the stranger itself.
    row("/spec/variables", "/spec/variables/1/spec/invented");
    row("/spec/variables", "/spec/variables/0");
    row("/spec/annotations", "/spec/annotations/1/spec/invented");
    row("/spec/annotations", "/spec/annotations/0");
    const char *queries = "/spec/elements/a/spec/data/spec/queries";
    row(queries, "/spec/elements/a/spec/data/spec/queries/1/spec/query/spec/invented");
    row(queries, "/spec/elements/a/spec/data/spec/queries/0");
    const char *steps = "/spec/elements/a/spec/data/spec/transformations";
    row(steps, "/spec/elements/a/spec/data/spec/transformations/1/spec/invented");
    row(steps, "/spec/elements/a/spec/data/spec/transformations/0");
}

/// What is no member of a list does not move those behind it.
void KeptMembersTest::strangersOfVersion2()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, place);
    Json board = Json::parse(
        R"({"apiVersion":"dashboard.grafana.app/v2beta1","kind":"Dashboard","metadata":{"name":"n"},
        "spec":{"title":"T","variables":[{"kind":"CustomVariable","spec":{"name":"v","query":"a","invented":1}}],
        "annotations":[{"kind":"AnnotationQuery","spec":{"name":"n","enable":true,"iconColor":"red","invented":1,
          "query":{"kind":"DataQuery","group":"prometheus","spec":{"expr":"up"}}}}],
        "elements":{"a":{"kind":"Panel","spec":{"id":1,"title":"p","vizConfig":{"kind":"VizConfig","group":"stat","spec":{}},
          "data":{"kind":"QueryGroup","spec":{"queries":[{"kind":"PanelQuery","spec":{"refId":"A",
             "query":{"kind":"DataQuery","group":"prometheus","spec":{"expr":"up","invented":1}}}}],
            "transformations":[{"kind":"limit","spec":{"id":"limit","options":{"limitField":"5"},"invented":1}}]}}}}},
        "layout":{"kind":"GridLayout","spec":{"items":[{"kind":"GridLayoutItem","spec":{"x":0,"y":0,"width":12,"height":8,
          "element":{"kind":"ElementReference","name":"a"}}}]}}}})");
    Json &list = board[Json::json_pointer(pointer.toStdString())];
    list.insert(list.begin(), 5);
    const auto imported = importDashboard(board.dump());
    QVERIFY(imported.ok());
    QVERIFY2(reported(*imported).split(u' ').contains(QLatin1String(place)), qPrintable(reported(*imported)));
    const auto again = importDashboard(exported(*imported).dump());
    QVERIFY(again.ok());
    QVERIFY(again->dashboard == imported->dashboard);
}

void KeptMembersTest::missingQueriesAreNamed()
{
    const auto imported = importDashboard(boardOf(Json::parse(R"({"id":1,"type":"timeseries","title":"p",
        "datasource":{"type":"datasource","uid":"-- Mixed --"},"targets":[
        {"refId":"A","datasource":{"type":"prometheus","uid":"p"},"expr":"up"},
        {"refId":"B","datasource":{"type":"loki","uid":"l"},"expr":"{a=\"b\"}"},
        {"refId":"C","datasource":{"type":"tempo","uid":"$t"},"query":"x"},
        {"refId":"D","datasource":{"type":"tempo","uid":"t"},"query":"x","hide":true}]})"))
                                              .dump());
    QVERIFY(imported.ok());
    const DashboardReport report = importReport(*imported);
    const PanelReport &panel = report.panels.front();
    QCOMPARE(panel.losses.size(), std::size_t{2});
    QCOMPARE(panel.losses[0].pointer, std::string("/panels/0/targets/1"));
    QCOMPARE(panel.losses[0].reason, std::string("Query B is missing: its data source is loki (l)."));
    QCOMPARE(panel.losses[1].reason, std::string("Query C is missing: its data source is tempo."));
    QCOMPARE(panel.asInGrafana.size(), std::size_t{1});
}

std::string stepOf(std::string step)
{
    for (std::size_t at = 0; (at = step.find_first_of("~/", at)) != std::string::npos; at += 2)
        step.replace(at, 1, step[at] == '~' ? "~0" : "~1");
    return '/' + step;
}

/// Calls `visit(Json &object, pointer)` for all objects of Grafana's own model below `json`.
template<typename Visit>
void visitObjects(Json &json, const std::string &pointer, const Visit &visit)
{
    const auto ends = [&pointer](std::string_view end) { return pointer.ends_with(end); };
    // Members of these have names of their own, or they change nothing as a whole.
    const bool isMap = ends("/sightglass") || ends("/snapshot") || ends("/variables") ||
                       ends("/libraryPanel") || ends("/errors") || ends("/error") ||
                       ends("/datasourceErrors") || ends("/internal") ||
                       (pointer.find("/transformations/") != std::string::npos &&
                        pointer.find("/options") != std::string::npos);
    if (isMap || !json.is_structured())
        return;
    const bool isMapping = json.is_object() && json.contains("type") && json["type"] == "value";
    for (auto &[name, value] : json.items()) {
        if (isMapping && name == "options" && value.is_object()) {
            for (auto &[text, result] : value.items())
                visitObjects(result, pointer + "/options" + stepOf(text), visit);
            continue;
        }
        visitObjects(value, pointer + stepOf(name), visit);
    }
    if (json.is_object())
        visit(json, pointer);
}

/// The values of all strangers below.
void collectStrangers(const Json &json, std::set<int> &found)
{
    if (json.is_object() && json.contains(stranger))
        found.insert(json.at(stranger).value("a", 0));
    for (const Json &item : json) {
        if (item.is_structured())
            collectStrangers(item, found);
    }
}

/// Whether the place or one that it lies in was told; an override is told by its matcher.
bool isTold(std::string pointer, const std::set<std::string> &told)
{
    for (; !pointer.empty(); pointer.resize(pointer.rfind('/'))) {
        if (told.contains(pointer) || told.contains(pointer + "/matcher"))
            return true;
    }
    return false;
}

/// Every object of every dashboard gets a member that nobody knows.
void KeptMembersTest::strangersAnywhere()
{
    const QString folder = test::conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QDirIterator found(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    std::map<std::string, std::vector<std::string>> silent;
    std::size_t tried = 0;
    while (found.hasNext()) {
        const QString file = found.next();
        const auto original = importDashboard(test::readFile(file).toStdString());
        QVERIFY(original.ok());
        ImportedDashboard known = *original;
        // What is not read at all is kept as it was.
        std::erase_if(known.dashboard.panels,
                      [](const PanelSpec &panel) { return panel.type() == PanelType::Foreign; });
        std::erase_if(known.dashboard.annotations,
                      [](const AnnotationSpec &annotation) { return !annotation.json.empty(); });
        for (PanelSpec &panel : known.dashboard.panels)
            panel.otherQueries.clear();
        Json board = exported(known);
        std::vector<std::string> places;
        visitObjects(board, {}, [&places](Json &object, const std::string &pointer) {
            object[stranger] = Json{{"a", places.size()}};
            places.push_back(pointer + '/' + stranger);
        });
        DashboardLimits limits;
        limits.losses = 1'000'000;
        const auto imported = importDashboard(board.dump(), limits);
        QVERIFY(imported.ok());
        std::set<std::string> told;
        for (const ImportLoss &loss : imported->losses)
            told.insert(loss.pointer);
        std::set<int> kept;
        collectStrangers(exported(*imported), kept);
        for (std::size_t i = 0; i < places.size(); ++i, ++tried) {
            const bool isThere = kept.contains(static_cast<int>(i));
            if (!isTold(places[i], told) || !isThere)
                silent[isThere ? "not told" : "not kept"].push_back(file.section(u'/', -1).toStdString() +
                                                                    ' ' + places[i]);
        }
    }
    QVERIFY(tried > 100'000);
    for (const auto &[kind, places] : silent) {
        for (std::size_t i = 0; i < places.size() && i < 20; ++i)
            qInfo("%s: %s", kind.c_str(), places[i].c_str());
    }
    QVERIFY(silent.empty());
}

SIGHTGLASS_TEST(KeptMembersTest)

} // namespace

#include "keptmemberstest.moc"
