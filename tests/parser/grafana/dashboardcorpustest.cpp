// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardmigration.h"
#include "tests/parser/grafana/migrated.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <map>
#include <string>

namespace {

using namespace sightglass;
using namespace sightglass::test;
using Json = nlohmann::json;

/// Panels that are no rows, at any depth; clones of repeated ones are not counted.
std::size_t panelsIn(const Json &holder)
{
    std::size_t count = 0;
    for (const char *key : {"panels", "rows"}) {
        if (!holder.is_object() || !holder.contains(key) || !holder.at(key).is_array())
            continue;
        for (const Json &panel : holder.at(key)) {
            const bool row = std::string(key) == "rows" || panel.value("type", "") == "row";
            if (panel.contains("repeatPanelId") && panel.at("repeatPanelId").is_number())
                continue;
            count += panelsIn(panel) + (row ? 0 : 1);
        }
    }
    return count;
}

/// The public dashboards of the conformance data.
class DashboardCorpusTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void everyDashboard();
};

void DashboardCorpusTest::everyDashboard()
{
    const QString folder = conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    std::map<std::string, int> losses;
    std::map<std::string, int> types;
    std::size_t panels = 0;
    int count = 0;
    while (files.hasNext()) {
        const QString file = files.next();
        const std::string text = readFile(file).toStdString();
        const auto result = migrateDashboard(text);
        QVERIFY2(result.ok(), qPrintable(file));
        const std::string broken = brokenPromise(result->dashboard);
        QVERIFY2(broken.empty(), qPrintable(file + QLatin1String(": ") + QString::fromStdString(broken)));
        const std::size_t before = panelsIn(Json::parse(text));
        QVERIFY2(panelsIn(result->dashboard) == before, qPrintable(file));
        const std::string change = changeBySecondMigration(result->dashboard);
        QVERIFY2(change == "[]", qPrintable(file + QString::fromStdString(change)));
        for (const ImportLoss &loss : result->losses)
            ++losses[loss.feature + (loss.kind == LossKind::AsInGrafana ? " (as in Grafana)" : "")];
        for (const Json &panel : result->dashboard.at("panels"))
            ++types[panel.at("type").get<std::string>()];
        panels += before;
        ++count;
    }
    QVERIFY(count >= 300);
    qInfo("%d dashboards, %zu panels", count, panels);
    for (const auto &[feature, times] : losses)
        qInfo("loss %s: %d", feature.c_str(), times);
    for (const auto &[type, times] : types)
        qInfo("top-level panels of type %s: %d", type.c_str(), times);
}

} // namespace

SIGHTGLASS_TEST(DashboardCorpusTest)
#include "dashboardcorpustest.moc"
