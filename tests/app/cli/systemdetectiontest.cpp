// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"
#include "app/demo/exposablemetrics.h"
#include "app/demo/systems/systemtable.h"
#include "model/dashboard/dashboardmatch.h"
#include "model/storage/head.h"
#include "tests/model/dashboard/expositionloader.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;

/// What a system says at its first scrape.
QByteArray firstPage(const demo::SystemEntry &entry)
{
    if (entry.makeModel != nullptr)
        return QByteArray::fromStdString(entry.makeModel(1)->metrics().text());
    demo::MetricsConfig config;
    if (entry.id == demo::SystemId::PlainObserver)
        config.naming = demo::Naming::Plain;
    return QByteArray::fromStdString(demo::makeMetrics(config)->text());
}

/// Which system a target is, is known from its first scrape.
class SystemDetectionTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void eachGetsItsDashboard_data();
    void eachGetsItsDashboard();
    void rulesOfDashboardsAreThere();
};

void SystemDetectionTest::eachGetsItsDashboard_data()
{
    QTest::addColumn<int>("system");
    QTest::addColumn<QByteArray>("dashboard");
    QTest::addColumn<QByteArray>("rules");
    const auto row = [](demo::SystemId id, const char *dashboard, const char *rules) {
        QTest::newRow(demo::systemEntry(id).name.data())
            << int(id) << QByteArray(dashboard) << QByteArray(rules);
    };
    row(demo::SystemId::FraiseqlObserver, "fraiseql-observer", "fraiseql-observer");
    row(demo::SystemId::PlainObserver, "observer-plain", "observer-plain");
    row(demo::SystemId::AllSourceCore, "allsource", "allsource-core");
    row(demo::SystemId::AllSourceControlPlane, "allsource", "allsource-control-plane");
    row(demo::SystemId::StreamHouse, "streamhouse", "streamhouse");
    row(demo::SystemId::Sellify, "sellify", "sellify");
}

void SystemDetectionTest::eachGetsItsDashboard()
{
    QFETCH(int, system);
    QFETCH(QByteArray, dashboard);
    QFETCH(QByteArray, rules);
    Head head;
    const Labels target({{"instance", "demo"}, {"job", "demo"}});
    const QByteArray page = firstPage(demo::systemEntry(static_cast<demo::SystemId>(system)));
    QVERIFY(test::loadExposition(head, page, target, now) > 0);
    const std::vector<DashboardSpec> known = bundledDashboards();
    const DashboardMatches matches = matchDashboards(known, *head.snapshot(), target, now);
    QVERIFY(!matches.automaticLeads);
    QVERIFY(!matches.fitting.empty());
    const DashboardSpec &chosen = known[matches.fitting.front()];
    QCOMPARE(QByteArray::fromStdString(chosen.id), dashboard);
    QVERIFY(std::ranges::find(chosen.rules, rules.toStdString()) != chosen.rules.end());
}

void SystemDetectionTest::rulesOfDashboardsAreThere()
{
    for (const DashboardSpec &dashboard : bundledDashboards()) {
        for (const std::string &name : dashboard.rules) {
            const QString file = QStringLiteral(":/rules/%1.yml").arg(QString::fromStdString(name));
            QVERIFY2(QFile::exists(file), qPrintable(file));
        }
    }
}

} // namespace

SIGHTGLASS_TEST(SystemDetectionTest)

#include "systemdetectiontest.moc"
