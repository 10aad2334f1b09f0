// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importreport.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace {

using namespace sightglass;
using Json = nlohmann::json;

/// Hand-made dashboards of the newest Grafana and of nobody's: no member of them is passed over in silence.
class SilenceTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nonsenseIsNoticed_data();
    void nonsenseIsNoticed();
    void isReadAgainAsItWas_data() { nonsenseIsNoticed_data(); }
    void isReadAgainAsItWas();
    void hugeOnes();
};

void SilenceTest::nonsenseIsNoticed_data()
{
    QTest::addColumn<QString>("file");
    QDirIterator found(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/grafana"), QDir::Files);
    while (found.hasNext()) {
        const QString file = found.next();
        const QString name = file.section(u'/', -1);
        if (name.startsWith(QLatin1String("modern-")))
            QTest::newRow(qPrintable(name)) << file;
    }
}

/// What is numbered and made anew, what a resource is wrapped in, and what the migration made of a variable
/// is to be made again.
bool isOfNoMeaning(const std::string &pointer)
{
    // What shapes are told of as a whole, and what old plugins made nothing of.
    constexpr std::array known = {
        "/kind", "/hideControls", "/seriesOverrides/0/odd", "/thresholds/0/line", "/thresholds/0/op",
        "/timeRegions/0/from", "/timeRegions/0/op", "/aliasColors/a", "/panels/1/bars", "/expr/a", "/builtIn",
        "/hidden", "/autoRefreshIntervals", "/variables/1/group", "/variables/1/spec/filters",
        "/hideFrom/viz", "/mappings/0", "/matcher/options/readOnly", "/overrides/2/properties/2/value",
        // Of a property that is there twice the last one counts.
        "/overrides/4/properties/0/value"};
    constexpr std::array ends = {"/id",       "/schemaVersion", "/pluginVersion", "/iteration", "/version",
                                 "/revision", "/definition",    "/selected",      "/refId"};
    constexpr std::array starts = {"/apiVersion", "/metadata",   "/kind",      "/meta",
                                   "/overwrite",  "/message",    "/folderUid", "/__requires",
                                   "/__inputs",   "/__elements", "/spec/json", "/sharedCrosshair"};
    const auto endsSo = [&pointer](const char *end) { return pointer.ends_with(end); };
    const auto startsSo = [&pointer](const char *start) { return pointer.starts_with(start); };
    const auto isWithin = [&pointer](const char *part) { return pointer.find(part) != std::string::npos; };
    return std::ranges::any_of(ends, endsSo) || std::ranges::any_of(known, endsSo) ||
           std::ranges::any_of(starts, startsSo) || (isWithin("/templating/list/") && isWithin("/options")) ||
           isWithin("/version");
}

std::vector<std::string> toldOf(const ImportedDashboard &imported)
{
    std::vector<std::string> told;
    for (const ImportLoss &loss : imported.losses)
        told.push_back(loss.pointer + ' ' + loss.reason);
    return told;
}

/// Whether it is told, itself or what it stands in: other nonsense there is no other nonsense.
bool isToldAt(const ImportedDashboard &imported, const std::string &pointer)
{
    return std::ranges::any_of(imported.losses, [&pointer](const ImportLoss &loss) {
        return pointer == loss.pointer || pointer.starts_with(loss.pointer + '/');
    });
}

void SilenceTest::nonsenseIsNoticed()
{
    QFETCH(QString, file);
    const Json board = Json::parse(test::readFile(file).toStdString());
    const auto original = importDashboard(board.dump());
    QVERIFY(original.ok());
    const std::vector<std::string> told = toldOf(*original);
    QStringList silent;
    const Json flat = board.flatten();
    for (const auto &[pointer, value] : flat.items()) {
        const Json::json_pointer at(pointer);
        if (isOfNoMeaning(pointer) || at.empty() || isToldAt(*original, pointer))
            continue;
        Json changed = board;
        changed[at] = Json{{"invented", Json::array({1})}};
        const auto imported = importDashboard(changed.dump());
        if (imported.ok() && imported->dashboard == original->dashboard && toldOf(*imported) == told)
            silent += QString::fromStdString(pointer);
    }
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
}

void SilenceTest::isReadAgainAsItWas()
{
    QFETCH(QString, file);
    const auto imported = importDashboard(test::readFile(file).toStdString());
    QVERIFY(imported.ok());
    const DashboardReport report = importReport(*imported);
    for (const FileFor reader : {FileFor::Grafana, FileFor::Sightglass}) {
        const std::string written = exportDashboard(imported->dashboard, reader);
        const auto again = importDashboard(written);
        QVERIFY(again.ok());
        QVERIFY2(again->dashboard == imported->dashboard,
                 Json::diff(Json::parse(written), Json::parse(exportDashboard(again->dashboard, reader)))
                     .dump()
                     .c_str());
        const DashboardReport second = importReport(*again);
        QCOMPARE(second.panels.size(), report.panels.size());
    }
}

/// Five megabytes: what is read of it is what is there.
void SilenceTest::hugeOnes()
{
    Json panels = Json::array();
    for (int i = 1; i <= 900; ++i) {
        Json overrides = Json::array();
        for (int k = 0; k < 20; ++k)
            overrides.push_back({{"matcher", {{"id", "byName"}, {"options", "s" + std::to_string(k)}}},
                                 {"properties", Json::array({{{"id", "unit"}, {"value", "s"}}})}});
        panels.push_back({{"id", i},
                          {"type", "timeseries"},
                          {"title", "p"},
                          {"description", std::string(4'000, 'x')},
                          {"invented", {{"a", std::string(1'000, 'y')}}},
                          {"targets", Json::array({{{"refId", "A"}, {"expr", "up"}}})},
                          {"fieldConfig", {{"defaults", Json::object()}, {"overrides", overrides}}}});
    }
    const std::string text = Json{{"schemaVersion", 42}, {"title", "T"}, {"panels", panels}}.dump();
    QVERIFY(text.size() > 5'000'000);
    const auto imported = importDashboard(text);
    QVERIFY(imported.ok());
    QCOMPARE(imported->dashboard.panels.size(), std::size_t{900});
    QCOMPARE(imported->losses.size(), std::size_t{900});
    DashboardLimits limits;
    limits.bytes *= 8; // with its spaces
    const auto again = importDashboard(exportDashboard(imported->dashboard, FileFor::Grafana), limits);
    QVERIFY(again.ok());
    QVERIFY(again->dashboard == imported->dashboard);
}

SIGHTGLASS_TEST(SilenceTest)

} // namespace

#include "silencetest.moc"
