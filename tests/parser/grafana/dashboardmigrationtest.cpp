// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardmigration.h"

#include "tests/parser/grafana/migrated.h"
#include "tests/parser/grafana/migrationcases.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <string>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// A text as it is written into a JSON text.
std::string wrapped(const PanelCase &panel)
{
    return "{\"schemaVersion\":" + std::to_string(panel.schema) + ",\"panels\":[" + panel.panel + "]}";
}

void compareLosses(const std::vector<std::string> &actual, const std::vector<std::string> &expected)
{
    QString told;
    for (const std::string &loss : actual)
        told += QString::fromStdString(loss) + QLatin1Char('\n');
    QString wanted;
    for (const std::string &loss : expected)
        wanted += QString::fromStdString(loss) + QLatin1Char('\n');
    QCOMPARE(told, wanted);
}

void compare(const nlohmann::json &json, const Expectations &expected)
{
    for (const auto &[pointer, value] : expected) {
        QCOMPARE(QString::fromStdString(pointer + " " + at(json, pointer)),
                 QString::fromStdString(pointer + " " + value));
    }
}

class DashboardMigrationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void panels_data();
    void panels();
    void dashboards_data();
    void dashboards();
    void errors_data();
    void errors();
    void lossesNamePanels();
    void lossesAreBounded();
    void hugeListsAreCut();
    void seeds_data();
    void seeds();
    void absurdValues();
};

void DashboardMigrationTest::panels_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("index");
    int list = 0;
    for (const auto *cases : {&graphCases(), &panelCases(), &fieldCases()}) {
        int index = 0;
        for (const PanelCase &panel : *cases)
            QTest::newRow(panel.name) << list << index++;
        ++list;
    }
}

void DashboardMigrationTest::panels()
{
    QFETCH(int, list);
    QFETCH(int, index);
    const std::vector<PanelCase> *lists[] = {&graphCases(), &panelCases(), &fieldCases()};
    const PanelCase &panel = lists[list]->at(static_cast<std::size_t>(index));
    const MigratedText out = migrated(wrapped(panel));
    QCOMPARE(QString::fromStdString(out.error), QString());
    QCOMPARE(QString::fromStdString(brokenPromise(out.dashboard)), QString());
    compare(out.dashboard.at("panels").at(0), panel.expected);
    compareLosses(out.losses, panel.losses);
    QCOMPARE(QString::fromStdString(changeBySecondMigration(out.dashboard)), QStringLiteral("[]"));
}

void DashboardMigrationTest::dashboards_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("index");
    int list = 0;
    for (const auto *cases : {&dashboardCases(), &resource2Cases()}) {
        int index = 0;
        for (const DashboardCase &dashboard : *cases)
            QTest::newRow(dashboard.name) << list << index++;
        ++list;
    }
}

void DashboardMigrationTest::dashboards()
{
    QFETCH(int, list);
    QFETCH(int, index);
    const DashboardCase &dashboard =
        (list == 0 ? dashboardCases() : resource2Cases()).at(static_cast<std::size_t>(index));
    const MigratedText out = migrated(dashboard.text);
    QCOMPARE(QString::fromStdString(out.error), QString());
    QCOMPARE(QString::fromStdString(brokenPromise(out.dashboard)), QString());
    compare(out.dashboard, dashboard.expected);
    compareLosses(out.losses, dashboard.losses);
    QCOMPARE(QString::fromStdString(changeBySecondMigration(out.dashboard)), QStringLiteral("[]"));
}

void DashboardMigrationTest::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const int syntax = static_cast<int>(ErrorCode::ConfigSyntax);
    const int unsupported = static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("nothing") << QByteArray() << syntax << 1 << 1;
    QTest::newRow("in a line") << QByteArray("{\n \"a\": 1,\n \"b\" 2}") << syntax << 3 << 6;
    QTest::newRow("comment") << QByteArray("{ // c\n}") << syntax << 1 << 3;
    QTest::newRow("open") << QByteArray("{\"panels\":[") << syntax << 1 << 12;
    QTest::newRow("too deep") << QByteArray(200, '[') << syntax << 1 << 101;
    QTest::newRow("brackets in texts are not deep")
        << "{\"title\":\"" + QByteArray(200, '[') + "\\\"" + QByteArray(200, '[') + "\",\"panels\":[}"
        << syntax << 1 << 425;
    QTest::newRow("too long") << QByteArray("{\"a\":\"") + QByteArray(5000, 'x') + "\"}" << syntax << 1
                              << 4097;
    QTest::newRow("no object") << QByteArray("[1]") << unsupported << 0 << 0;
    QTest::newRow("no dashboard") << QByteArray("{\"status\":\"ok\"}") << unsupported << 0 << 0;
    QTest::newRow("broken inside") << QByteArray("{\"kind\":\"GrafanaDashboard\",\"spec\":{\"json\":\"{\"}}")
                                   << syntax << 0 << 0;
}

void DashboardMigrationTest::errors()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, line);
    QFETCH(int, column);
    DashboardLimits limits;
    limits.bytes = 4096;
    const auto result = migrateDashboard(text.toStdString(), limits);
    QVERIFY(!result.ok());
    QCOMPARE(static_cast<int>(result.error().code), code);
    QCOMPARE(static_cast<int>(result.error().position.line), line);
    QCOMPARE(static_cast<int>(result.error().position.column), column);
    QVERIFY(!plainText(result.error()).empty());
}

void DashboardMigrationTest::lossesNamePanels()
{
    const auto result = migrateDashboard(
        "{\"panels\":[{\"type\":\"graph\",\"id\":7,\"title\":\"CPU\",\"alert\":{\"a\":1}}]}");
    QVERIFY(result.ok());
    QCOMPARE(result->losses.size(), std::size_t{1});
    const ImportLoss &loss = result->losses.front();
    QVERIFY(loss.panelId == 7);
    QCOMPARE(QString::fromStdString(loss.panelTitle), QStringLiteral("CPU"));
    QCOMPARE(QString::fromStdString(loss.pointer), QStringLiteral("/panels/0/alert"));
    QVERIFY(loss.kind == LossKind::AsInGrafana);
    QVERIFY(!loss.reason.empty());
}

void DashboardMigrationTest::lossesAreBounded()
{
    DashboardLimits limits;
    limits.losses = 3;
    const auto result = migrateDashboard("{\"panels\":[1,2,3,4,5,6]}", limits);
    QVERIFY(result.ok());
    QCOMPARE(result->losses.size(), std::size_t{3});
}

/// Little text that would become much.
void DashboardMigrationTest::hugeListsAreCut()
{
    std::string panels;
    for (int i = 0; i < 30'000; ++i)
        panels += "{},";
    const std::string constant(4000, 'x');
    std::string uses;
    for (int i = 0; i < 20'000; ++i)
        uses += "${C}";
    const auto result =
        migrateDashboard("{\"panels\":[" + panels + "1],\"__inputs\":[{\"name\":\"C\",\"type\":" +
                         "\"constant\",\"value\":\"" + constant + "\"}],\"title\":\"" + uses + "\"}");
    QVERIFY(result.ok());
    QCOMPARE(result->dashboard.at("panels").size(), std::size_t{10'000});
    QVERIFY(result->dashboard.at("title").get<std::string>().size() < 2'000'000);
    QCOMPARE(QString::fromStdString(result->losses.front().feature), QStringLiteral("dashboard.tooLong"));
    QCOMPARE(QString::fromStdString(result->losses.front().pointer), QStringLiteral("/panels"));
}

void DashboardMigrationTest::seeds_data()
{
    QTest::addColumn<QByteArray>("text");
    QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/grafana"), QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(files.fileName())) << file.readAll();
    }
}

/// The fuzzer's seeds, and what it has found: promises are kept, and migrating twice is migrating once.
void DashboardMigrationTest::seeds()
{
    QFETCH(QByteArray, text);
    const MigratedText out = migrated(text.toStdString());
    if (!out.error.empty())
        return;
    QCOMPARE(QString::fromStdString(brokenPromise(out.dashboard)), QString());
    QCOMPARE(QString::fromStdString(changeBySecondMigration(out.dashboard)), QStringLiteral("[]"));
}

/// Each value of each case in turn becomes something it should not be.
void DashboardMigrationTest::absurdValues()
{
    const std::vector<nlohmann::json> absurd = {
        nullptr, true, -1e300, "", "x", nlohmann::json::array({1, nullptr}), {{"a", {{"b", 1}}}}};
    int tried = 0;
    const auto tryAll = [&](const std::string &text) {
        const nlohmann::json whole = nlohmann::json::parse(text);
        const nlohmann::json flat = whole.flatten();
        std::size_t turn = 0;
        for (const auto &[pointer, value] : flat.items()) {
            nlohmann::json::json_pointer place(pointer);
            for (; !place.empty(); place = place.parent_pointer()) {
                nlohmann::json broken = whole;
                broken[place] = absurd[turn++ % absurd.size()];
                const MigratedText out = migrated(broken.dump());
                if (!out.error.empty())
                    continue;
                const std::string why = brokenPromise(out.dashboard);
                QVERIFY2(why.empty(), (why + ": " + broken.dump()).c_str());
                const std::string change = changeBySecondMigration(out.dashboard);
                QVERIFY2(change == "[]", (change + ": " + broken.dump()).c_str());
                ++tried;
            }
        }
    };
    for (const auto *cases : {&graphCases(), &panelCases(), &fieldCases()}) {
        for (const PanelCase &panel : *cases)
            tryAll(wrapped(panel));
    }
    for (const auto *cases : {&dashboardCases(), &resource2Cases()}) {
        for (const DashboardCase &dashboard : *cases)
            tryAll(dashboard.text);
    }
    QVERIFY(tried > 1000);
}

} // namespace

SIGHTGLASS_TEST(DashboardMigrationTest)
#include "dashboardmigrationtest.moc"
