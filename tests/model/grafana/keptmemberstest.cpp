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
#include <random>

namespace {

using namespace sightglass;
using Json = nlohmann::ordered_json;

constexpr const char *stranger = "stranger";
constexpr int strangersOfADashboard = 15;

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

/// Losses of ours that the report has, pointers.
QString reported(const ImportedDashboard &imported)
{
    QStringList told;
    const DashboardReport report = importReport(imported);
    for (const ImportLoss &loss : report.losses)
        told += QString::fromStdString(loss.pointer);
    for (const PanelReport &panel : report.panels) {
        for (const ImportLoss &loss : panel.losses)
            told += QString::fromStdString(loss.pointer);
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
    row("two zones", "timeseries", "/options/timezone", R"(["Asia/Tokyo","America/New_York"])");
    row("vertical", "timeseries", "/options/orientation", R"("vertical")");
    row("tooltip's height", "timeseries", "/options/tooltip/maxHeight", "300");
    row("tooltip's width", "timeseries", "/options/tooltip/maxWidth", "400");
    row("link at one click", "stat", "/fieldConfig/defaults/links",
        R"([{"title":"a","url":"https://h/","oneClick":true}])");
    row("legend of bars", "bargauge", "/options/legend",
        R"({"showLegend":true,"displayMode":"table","placement":"right"})");
    row("unknown option", "gauge", "/options/neutral", "50");
    row("unknown object", "timeseries", "/options/annotations", R"({"multiLane":true})");
    row("deep in options", "heatmap", "/options/yAxis/axisWidth", "60");
    row("unknown of fields", "stat", "/fieldConfig/defaults/actions", R"([{"title":"act"}])");
    row("unknown of charts", "timeseries", "/fieldConfig/defaults/custom/invented", "1");
    row("unknown word", "timeseries", "/fieldConfig/defaults/custom/drawStyle", R"("clouds")");
    row("unknown calculation", "stat", "/options/reduceOptions/calcs", R"(["mean","wisdom"])");
    row("order of alerts", "alertlist", "/options/sortOrder", "5");
    row("unknown property", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"unit","value":"s"},
        {"id":"custom.invented","value":{"a":1}}]}])");
    row("unknown matcher", "timeseries", "/fieldConfig/overrides",
        R"([{"matcher":{"id":"byFeeling","options":{"mood":1}},"properties":[{"id":"unit","value":"s"}]}])");
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

/// All objects of Grafana's own model below `json`, as pointers.
void objectsOf(const Json &json, const std::string &pointer, std::vector<std::string> &places)
{
    // Members of these have names of their own, or are another's; annotations are counted with the one that
    // Grafana adds.
    const auto ends = [&pointer](std::string_view end) { return pointer.ends_with(end); };
    const bool isMap = ends("/sightglass") || ends("/annotations/list") || ends("/variables") ||
                       ends("/snapshot") ||
                       (pointer.find("/transformations/") != std::string::npos &&
                        pointer.find("/options") != std::string::npos);
    // A source without a uid is the panel's.
    const bool isNone = ends("/datasource") && json.is_object() && !json.contains("uid");
    if (isMap || isNone || !json.is_structured())
        return;
    if (json.is_object() && json.contains("matcher")) {
        // A footer is read apart.
        if (json.dump().find("custom.footer") == std::string::npos)
            places.push_back(pointer);
        return;
    }
    if (json.is_object() && pointer.find("/mappings/") == std::string::npos && !ends("/current"))
        places.push_back(pointer);
    if (pointer.find("/mappings/") != std::string::npos)
        return;
    for (const auto &[name, value] : json.items()) {
        std::string step = name;
        for (std::size_t at = 0; (at = step.find_first_of("~/", at)) != std::string::npos; at += 2)
            step.replace(at, 1, step[at] == '~' ? "~0" : "~1");
        objectsOf(value, pointer + '/' + step, places);
    }
}

void KeptMembersTest::strangersAnywhere()
{
    const QString folder = test::conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QDirIterator found(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    std::map<std::string, std::vector<std::string>> silent;
    std::mt19937 random(1);
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
        const Json board = exported(known);
        std::vector<std::string> places;
        objectsOf(board, {}, places);
        for (int i = 0; i < strangersOfADashboard && !places.empty(); ++i) {
            const std::string place = places[random() % places.size()];
            Json changed = board;
            changed[Json::json_pointer(place)][stranger] = Json{{"a", i + 1}};
            const auto imported = importDashboard(changed.dump());
            QVERIFY(imported.ok());
            ++tried;
            const std::string pointer = place + '/' + stranger;
            // What stands in something strange is told with it, an override by its matcher.
            const bool told =
                std::ranges::any_of(imported->losses, [&pointer, &place](const ImportLoss &loss) {
                    return loss.pointer == pointer || loss.pointer == place + "/matcher" ||
                           (!loss.pointer.empty() && pointer.starts_with(loss.pointer + '/'));
                });
            const Json written = exported(*imported);
            const bool kept = written.dump().find("\"stranger\":{\"a\":" + std::to_string(i + 1) + "}") !=
                              std::string::npos;
            if (!told || !kept)
                silent[std::string(told ? "not kept" : "not told")].push_back(
                    file.section(u'/', -1).toStdString() + ' ' + pointer);
        }
    }
    QVERIFY(tried > 4'000);
    for (const auto &[kind, places] : silent) {
        for (std::size_t i = 0; i < places.size() && i < 20; ++i)
            qInfo("%s: %s", kind.c_str(), places[i].c_str());
    }
    QVERIFY(silent.empty());
}

SIGHTGLASS_TEST(KeptMembersTest)

} // namespace

#include "keptmemberstest.moc"
