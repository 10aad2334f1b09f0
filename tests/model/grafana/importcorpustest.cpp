// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/reportjson.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

namespace {

using namespace sightglass;

/// The public dashboards of the conformance data.
class ImportCorpusTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everySeed();
    void everyDashboard();
};

/// How often each feature is lost, by panels.
using Ranking = std::map<std::string, std::set<std::string>>;

void count(const QString &file, const DashboardReport &report, Ranking &ranking, std::size_t &failing)
{
    for (const PanelReport &panel : report.panels) {
        failing += panel.queryErrors.empty() ? 0U : 1U;
        for (const ImportLoss &loss : panel.losses)
            ranking[loss.feature].insert(file.toStdString() + "#" + std::to_string(panel.id));
    }
}

/// Hand-made dashboards, of which the fuzzers start.
void ImportCorpusTest::everySeed()
{
    QDirIterator found(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/grafana"), QDir::Files);
    int count = 0;
    while (found.hasNext()) {
        const QString file = found.next();
        const auto imported = importDashboard(test::readFile(file).toStdString());
        if (!imported)
            continue;
        const auto again = importDashboard(exportDashboard(imported->dashboard, FileFor::Sightglass));
        QVERIFY2(again.ok(), qPrintable(file));
        QVERIFY2(again->dashboard == imported->dashboard, qPrintable(file));
        ++count;
    }
    QVERIFY(count >= 50);
}

void ImportCorpusTest::everyDashboard()
{
    const QString folder = test::conformancePath(QStringLiteral("dashboards"));
    if (folder.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QDirIterator found(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    std::vector<ReportedFile> files;
    Ranking ranking;
    std::size_t failing = 0;
    while (found.hasNext()) {
        const QString file = found.next();
        const auto imported = importDashboard(test::readFile(file).toStdString());
        QVERIFY2(imported.ok(), qPrintable(file));
        const auto again = importDashboard(exportDashboard(imported->dashboard, FileFor::Grafana));
        QVERIFY2(again.ok(), qPrintable(file));
        QVERIFY2(again->dashboard == imported->dashboard, qPrintable(file));
        DashboardReport report = importReport(*imported);
        count(file, report, ranking, failing);
        files.push_back({file.toStdString(), std::move(report)});
    }
    const ReportTotals totals = totalsOf(files);
    QVERIFY(totals.dashboards >= 331);
    QVERIFY(totals.prometheusPanels.all() >= 6600);
    qInfo("%zu dashboards; of %zu panels with queries %zu fully honoured, %zu with losses, %zu not shown; "
          "%zu panels have a query that is no PromQL",
          totals.dashboards, totals.prometheusPanels.all(), totals.prometheusPanels.fullyHonoured,
          totals.prometheusPanels.withLosses, totals.prometheusPanels.notShown, failing);
    for (const auto &[feature, panels] : ranking)
        qInfo("loss %s: %zu panels", feature.c_str(), panels.size());
    QVERIFY(double(totals.prometheusPanels.fullyHonoured) >= 0.98 * double(totals.prometheusPanels.all()));
    // 1.3 % of the corpus' queries are in other languages or have typos.
    QVERIFY(double(failing) <= 0.03 * double(totals.panels.all()));
}

SIGHTGLASS_TEST(ImportCorpusTest)

} // namespace

#include "importcorpustest.moc"
