// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleexpression.h"
#include "model/core/unittable.h"
#include "model/dashboard/panelquery.h"
#include "model/grafana/dashboardfile.h"
#include "parser/config/rulefilereader.h"
#include "parser/promql/parse.h"
#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
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
    void allAreToldApart();
};

QDir folder()
{
    return QDir(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/dashboards"));
}

Result<DashboardSpec> load(const QString &name)
{
    return readDashboard(test::readFile(folder().filePath(name)).toStdString());
}

/// The alerts of the rule files that are switched on with the dashboard.
QSet<QString> rulesOfFiles(const DashboardSpec &dashboard)
{
    QSet<QString> names;
    for (const std::string &file : dashboard.rules) {
        const QByteArray text = test::readFile(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/rules/%1.yml")
                                                   .arg(QString::fromStdString(file)));
        const Result<RuleFile> rules = readRuleFileShape(text.toStdString());
        if (!rules)
            continue;
        for (const WrittenGroup &group : rules->groups) {
            for (const WrittenRule &rule : group.rules) {
                if (rule.kind() == RuleKind::Alerting)
                    names.insert(QString::fromStdString(rule.name()));
            }
        }
    }
    return names;
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
    // In the very form in which the program writes; set the variable to have a file put into it.
    const QByteArray written = QByteArray::fromStdString(writeDashboard(dashboard));
    if (qEnvironmentVariableIsSet("SIGHTGLASS_UPDATE_DASHBOARDS")) {
        QFile target(folder().filePath(file));
        QVERIFY(target.open(QIODevice::WriteOnly) && target.write(written) == written.size());
    }
    QCOMPARE(written, test::readFile(folder().filePath(file)));
    QCOMPARE(QString::fromStdString(dashboard.id) + QStringLiteral(".json"), file);
    // Detection: one line of the file.
    QVERIFY(!dashboard.requiredMetrics.empty());
    for (const SystemPart &part : dashboard.otherParts)
        QVERIFY(!part.requiredMetrics.empty());
    QVERIFY(!dashboard.title.empty() && !dashboard.description.empty());
    QCOMPARE(test::gridComplaints(dashboard), QString());

    QSet<QString> rules = rulesOfFiles(dashboard);
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
    QSet<std::string> ids;
    const PanelTime time{{0, 300'000}, 1000, 4000};
    for (const PanelSpec &panel : dashboard.panels) {
        QVERIFY2(panel.type() == PanelType::Row || !panel.queries.empty(), panel.id.c_str());
        QVERIFY2(!ids.contains(panel.id), panel.id.c_str());
        ids.insert(panel.id);
        QVERIFY2(!panel.title.empty(), panel.id.c_str());
        QVERIFY2(panel.type() == PanelType::Row || !panel.description.empty(), panel.id.c_str());
        const std::string unit = panel.field.unit.value_or(std::string());
        QVERIFY2(unitInfo(unit).symbol != unit || unit.empty() || unit == "s" || unit == "ms", unit.c_str());
        for (const PanelQuery &query : panel.queries) {
            const auto parsed = promql::parseExpr(expandIntervals(query.expr, time));
            QVERIFY2(parsed.ok(), (panel.id + ": " + (parsed ? "" : plainText(parsed.error()))).c_str());
        }
        for (const std::string &alert : panel.alerts)
            shown.insert(QString::fromStdString(alert));
    }
    // Every panel's alert is a rule that comes with the dashboard, and every rule marks a panel.
    QCOMPARE(shown, rules);
}

void BundledTest::allAreToldApart()
{
    QSet<std::string> ids;
    QSet<std::string> titles;
    for (const QString &file : folder().entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const auto read = load(file);
        QVERIFY2(read.ok(), qPrintable(file));
        QVERIFY2(!ids.contains(read->id) && !titles.contains(read->title), qPrintable(file));
        ids.insert(read->id);
        titles.insert(read->title);
    }
}

SIGHTGLASS_TEST(BundledTest)

} // namespace

#include "bundledtest.moc"
