// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleexpression.h"
#include "model/core/unittable.h"
#include "model/dashboard/panelquery.h"
#include "model/grafana/dashboardfile.h"
#include "parser/promql/parse.h"
#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QSet>
#include <QTest>

namespace {

using namespace sightglass;

/// The dashboards in resources/dashboards, as they are shipped.
class BundledTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void dashboards_data();
    void dashboards();
    void everyFileIsInTheResources();
    void publishedAlerts_data();
    void publishedAlerts();
};

QDir folder()
{
    return QDir(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/dashboards"));
}

Result<DashboardSpec> load(const QString &name)
{
    return readDashboard(test::readFile(folder().filePath(name)).toStdString());
}

void BundledTest::dashboards_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = folder().entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 2);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void BundledTest::dashboards()
{
    QFETCH(QString, file);
    const auto read = load(file);
    QVERIFY2(read.ok(), read.ok() ? "" : plainText(read.error()).c_str());
    const DashboardSpec &dashboard = *read;
    QCOMPARE(QByteArray::fromStdString(writeDashboard(dashboard)), test::readFile(folder().filePath(file)));
    QCOMPARE(QString::fromStdString(dashboard.id) + QStringLiteral(".json"), file);
    QVERIFY(!dashboard.requiredMetrics.empty());
    QCOMPARE(test::gridComplaints(dashboard), QString());

    QSet<QString> rules;
    for (const ThresholdGroup &group : dashboard.ruleGroups) {
        for (const ThresholdRule &rule : group.rules) {
            const auto expression = ruleExpression(rule);
            QVERIFY2(expression.ok(),
                     (rule.name + ": " + (expression ? "" : plainText(expression.error()))).c_str());
            QVERIFY2(!rule.summary.empty(), rule.name.c_str());
            rules.insert(QString::fromStdString(rule.name));
        }
    }
    QSet<QString> shown;
    const PanelTime time{{0, 300'000}, 1000, 4000};
    for (const PanelSpec &panel : dashboard.panels) {
        QVERIFY2(panel.type() == PanelType::Row || !panel.queries.empty(), panel.id.c_str());
        const std::string unit = panel.field.unit.value_or(std::string());
        QVERIFY2(unitInfo(unit).symbol != unit || unit.empty() || unit == "s" || unit == "ms", unit.c_str());
        for (const PanelQuery &query : panel.queries) {
            const auto parsed = promql::parseExpr(expandIntervals(query.expr, time));
            QVERIFY2(parsed.ok(), (panel.id + ": " + (parsed ? "" : plainText(parsed.error()))).c_str());
        }
        for (const std::string &alert : panel.alerts)
            shown.insert(QString::fromStdString(alert));
    }
    QCOMPARE(shown, rules);
}

void BundledTest::everyFileIsInTheResources()
{
    const QByteArray resources =
        test::readFile(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/resources.qrc"));
    for (const QString &file : folder().entryList(QDir::Files))
        QVERIFY2(resources.contains(("dashboards/" + file.toUtf8() + "<")), qPrintable(file));
}

void BundledTest::publishedAlerts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expr");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<qint64>("forMs");
    const QString plain = QStringLiteral("observer-plain.json");
    const QString fraiseql = QStringLiteral("fraiseql-observer.json");
    QTest::newRow("failures") << plain << QByteArray("HighActionFailureRate")
                              << QByteArray(
                                     "rate(action_failure_total[5m]) / rate(actions_executed_total[5m])")
                              << 0.05 << qint64(300'000);
    QTest::newRow("queue") << plain << QByteArray("QueueDepthHigh") << QByteArray("queue_depth") << 1000.0
                           << qint64(600'000);
    QTest::newRow("cache") << plain << QByteArray("CacheHitRateLow") << QByteArray("cache_hit_rate") << 50.0
                           << qint64(600'000);
    QTest::newRow("fraiseql cache") << fraiseql << QByteArray("CacheHitRateLow")
                                    << QByteArray("fraiseql_observer_cache_hit_rate") << 50.0
                                    << qint64(600'000);
}

void BundledTest::publishedAlerts()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expr);
    QFETCH(double, threshold);
    QFETCH(qint64, forMs);
    const auto dashboard = load(file);
    QVERIFY(dashboard.ok());
    bool found = false;
    for (const ThresholdGroup &group : dashboard->ruleGroups) {
        for (const ThresholdRule &rule : group.rules) {
            found = found || (rule.name == name.toStdString() && rule.expr == expr.toStdString() &&
                              rule.threshold == threshold && rule.forMs == forMs);
        }
    }
    QVERIFY(found);
}

SIGHTGLASS_TEST(BundledTest)

} // namespace

#include "bundledtest.moc"
