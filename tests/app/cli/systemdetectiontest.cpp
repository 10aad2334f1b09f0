// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"
#include "app/demo/exposablemetrics.h"
#include "app/demo/systems/systemtable.h"
#include "model/dashboard/dashboardmatch.h"
#include "model/grafana/dashboardfile.h"
#include "model/storage/head.h"
#include "tests/model/dashboard/expositionloader.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
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
    void everyFileOfTheFolderIsShipped();
    void aFurtherSystemIsOneFileWithOneLine();
    void noSourceNamesADashboard();
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

QDir sources(const char *folder)
{
    return QDir(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/") + QLatin1String(folder));
}

void SystemDetectionTest::everyFileOfTheFolderIsShipped()
{
    QStringList files;
    for (const QString &name : sources("resources/dashboards").entryList(QDir::Files, QDir::Name))
        files += name.chopped(5);
    QStringList shipped;
    for (const DashboardSpec &dashboard : bundledDashboards())
        shipped += QString::fromStdString(dashboard.id);
    QCOMPARE(shipped, files);
}

/// Of a system that nobody knew: a file, and in it the line that says by what it is recognised.
void SystemDetectionTest::aFurtherSystemIsOneFileWithOneLine()
{
    const std::string file = "{\"title\":\"Zoo\",\"schemaVersion\":42,\"panels\":[{\"id\":1,\"type\":"
                             "\"stat\",\"title\":\"Zebras\","
                             "\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"refId\":\"A\","
                             "\"expr\":\"zoo_zebras\"}]}],"
                             "\"sightglass\":{\"id\":\"zoo\",\"requiredMetrics\":[\"zoo_zebras\"]}}";
    Head head;
    const Labels target({{"instance", "zoo"}, {"job", "demo"}});
    QVERIFY(test::loadExposition(head, "zoo_zebras 3\nzoo_lions 1\nup_to_date 1\n", target, now) > 0);
    std::vector<DashboardSpec> known = bundledDashboards();
    QVERIFY(matchDashboards(known, *head.snapshot(), target, now).fitting.empty());
    const Result<DashboardSpec> zoo = readDashboard(file);
    QVERIFY2(zoo.ok(), zoo ? "" : plainText(zoo.error()).c_str());
    known.push_back(*zoo);
    const DashboardMatches matches = matchDashboards(known, *head.snapshot(), target, now);
    QVERIFY(!matches.automaticLeads);
    QCOMPARE(matches.fitting, std::vector<std::size_t>{known.size() - 1});
    // Without the line it is like any other file: nobody's own.
    known.back().requiredMetrics.clear();
    QVERIFY(matchDashboards(known, *head.snapshot(), target, now).fitting.empty());
}

/// What is named in the program could not be added by a file. (The demo has to know whom it plays.)
void SystemDetectionTest::noSourceNamesADashboard()
{
    for (const DashboardSpec &dashboard : bundledDashboards()) {
        if (dashboard.role == DashboardRole::Runtime)
            continue; // when a process began is of interest by itself
        const QByteArray detection = '"' + QByteArray::fromStdString(dashboard.requiredMetrics.front()) + '"';
        for (const char *folder : {"model", "widgets", "app/cli", "app/desktop", "app/serve"}) {
            QDirIterator files(sources(folder).path(), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(detection),
                         (detection + " in " + file.fileName().toUtf8()).constData());
            }
        }
    }
}

} // namespace

SIGHTGLASS_TEST(SystemDetectionTest)

#include "systemdetectiontest.moc"
