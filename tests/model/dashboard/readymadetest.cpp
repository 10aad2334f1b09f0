// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/fitteddashboard.h"
#include "model/grafana/dashboardfile.h"
#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <map>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// Which pages get which ready-made dashboards, and that those show something.
class ReadyMadeTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyDashboardHasAPage();
    void tilesDoNotContradictTheirAlerts_data();
    void tilesDoNotContradictTheirAlerts();
    void choice_data();
    void choice();
    void allPanelsOfItsOwnPage_data();
    void allPanelsOfItsOwnPage();
    void realPages_data();
    void realPages();
};

constexpr TimestampMs second = probeStart + 10'000;

QDir dashboardFolder()
{
    return QDir(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/dashboards"));
}

QDir ownPages()
{
    return QDir(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/dashboards"));
}

/// In the order in which a target is matched against them.
std::vector<DashboardSpec> readyMade()
{
    std::vector<DashboardSpec> dashboards;
    for (const QString &name :
         dashboardFolder().entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        auto read = readDashboard(readFile(dashboardFolder().filePath(name)).toStdString());
        if (read.ok())
            dashboards.push_back(std::move(*read));
    }
    return dashboards;
}

const std::vector<DashboardSpec> &known()
{
    static const std::vector<DashboardSpec> dashboards = readyMade();
    return dashboards;
}

/// Two scrapes of a page, in the second of which all values have grown.
bool load(Head &head, const QString &path)
{
    const QByteArray body = readFile(path);
    return loadExposition(head, body, target(), probeStart) > 0 &&
           loadExposition(head, body, target(), second, 1) > 0;
}

/// The ids of those that fit, the best first, with "auto" where the automatic one leads.
QString chosen(Head &head)
{
    const DashboardMatches matches = matchDashboards(known(), *head.snapshot(), target(), second);
    QStringList ids;
    if (matches.automaticLeads)
        ids += QStringLiteral("auto");
    for (const std::size_t index : matches.fitting)
        ids += QString::fromStdString(known()[index].id);
    return ids.join(u' ');
}

/// Panels of the dashboards that fit the page and have an error or nothing to show.
QString complaints(Head &head)
{
    const DashboardMatches matches = matchDashboards(known(), *head.snapshot(), target(), second);
    QStringList all;
    for (const std::size_t index : matches.fitting) {
        const DashboardSpec spec = boundToTarget(fittedTo(known()[index], matches.exposed), target());
        all += gridComplaints(spec);
        const QString empty = emptyPanels(head, spec, second);
        all += empty.isEmpty() ? QString() : QString::fromStdString(spec.id) + QStringLiteral(": ") + empty;
    }
    all.removeAll(QString());
    return all.join(u'\n');
}

/// What a page of the kind says and no other does.
QByteArray telltale(const std::string &id)
{
    static const std::map<std::string, QByteArray> telltales = {
        {"kubernetes-cadvisor", "\ncontainer_last_seen"},
        {"node-exporter", "mode=\"idle\""},
        {"prometheus", "\nprometheus_build_info"},
        {"redis", "\nredis_exporter_build_info"},
    };
    const auto found = telltales.find(id);
    return found != telltales.end() ? found->second : "no page among the real ones";
}

void ReadyMadeTest::everyDashboardHasAPage()
{
    QCOMPARE(known().size(), std::size_t(dashboardFolder().entryList({QStringLiteral("*.json")}).size()));
    for (const DashboardSpec &dashboard : known()) {
        const QString page =
            ownPages().filePath(QString::fromStdString(dashboard.id) + QStringLiteral(".txt"));
        QVERIFY2(QFile::exists(page), qPrintable(page));
    }
}

void ReadyMadeTest::tilesDoNotContradictTheirAlerts_data()
{
    QTest::addColumn<std::string>("dashboard");
    QTest::addColumn<std::string>("title");
    QTest::addColumn<double>("value");
    const auto row = [](const char *dashboard, const char *title, double value) {
        QTest::newRow(title) << std::string(dashboard) << std::string(title) << value;
    };
    // How many there are says nothing of those that are gone.
    row("allsource", "Healthy nodes", 2);
    row("streamhouse", "Agents", 2);
    row("sellify", "AI generation time", 2.6);
    row("streamhouse", "S3 latency p99", 1.1);
}

/// In the frame of an alert that fires nothing is green.
void ReadyMadeTest::tilesDoNotContradictTheirAlerts()
{
    QFETCH(std::string, dashboard);
    QFETCH(std::string, title);
    QFETCH(double, value);
    const auto spec = std::ranges::find(known(), dashboard, &DashboardSpec::id);
    QVERIFY(spec != known().end());
    const auto panel = std::ranges::find(spec->panels, title, &PanelSpec::title);
    QVERIFY(panel != spec->panels.end());
    QVERIFY(!panel->alerts.empty());
    const ThresholdStep *step = reachedStep(*panel->field.thresholds, value, 0, 100);
    QVERIFY(step != nullptr);
    QVERIFY2(step->color != "good", step->color.c_str());
}

void ReadyMadeTest::choice_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("ids");
    const auto own = [](const char *name, const char *ids) {
        QTest::newRow(name) << ownPages().filePath(QLatin1String(name) + QStringLiteral(".txt"))
                            << QString::fromLatin1(ids);
    };
    own("allsource", "allsource");
    own("fraiseql-observer", "fraiseql-observer");
    own("kubernetes-cadvisor", "kubernetes-cadvisor");
    own("observer-plain", "observer-plain");
    own("sellify", "sellify");
    const QString root = conformancePath(QStringLiteral("expositions"));
    if (root.isEmpty())
        return;
    const auto real = [&root](const char *path, const char *ids) {
        QTest::newRow(path) << root + u'/' + QLatin1String(path) << QString::fromLatin1(ids);
    };
    real("_live_debian12/node_exporter_text.txt", "node-exporter go-runtime process");
    real("_live_debian12/prometheus_2.42_text.txt", "prometheus go-runtime process");
    real("prometheus__node_exporter/collector/fixtures/e2e-output.txt", "node-exporter");
    real("google__cadvisor/lib/metrics/testdata/prometheus_metrics", "kubernetes-cadvisor");
    real("newrelic__nri-prometheus/internal/integration/test/cadvisor.txt", "kubernetes-cadvisor");
    real("newrelic__nri-prometheus/internal/pkg/prometheus/testdata/redis-metrics", "redis");
    real("DataDog__integrations-extras/robust_intelligence_ai_firewall/tests/fixtures/firewall_metrics.txt",
         "auto python process");
    real("fluent__cmetrics/tests/data/issue_fluent_bit_5894.txt", "auto jvm-micrometer process");
    real("fluent__cmetrics/tests/data/issue_6534.txt", "dotnet process");
}

void ReadyMadeTest::choice()
{
    QFETCH(QString, path);
    QFETCH(QString, ids);
    Head head;
    QVERIFY(load(head, path));
    QCOMPARE(chosen(head), ids);
}

void ReadyMadeTest::allPanelsOfItsOwnPage_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < known().size(); ++i)
        QTest::newRow(known()[i].id.c_str()) << int(i);
}

void ReadyMadeTest::allPanelsOfItsOwnPage()
{
    QFETCH(int, index);
    const DashboardSpec &dashboard = known()[static_cast<std::size_t>(index)];
    Head head;
    QVERIFY(load(head, ownPages().filePath(QString::fromStdString(dashboard.id) + QStringLiteral(".txt"))));
    const DashboardMatches matches = matchDashboards(known(), *head.snapshot(), target(), second);
    QVERIFY(std::ranges::count(matches.fitting, static_cast<std::size_t>(index)) == 1);
    const DashboardSpec fitted = fittedTo(dashboard, matches.exposed);
    QCOMPARE(fitted.panels.size(), dashboard.panels.size());
    QCOMPARE(emptyPanels(head, boundToTarget(fitted, target()), second), QString());
}

void ReadyMadeTest::realPages_data()
{
    QTest::addColumn<QString>("path");
    const QString root = conformancePath(QStringLiteral("expositions"));
    if (root.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QStringList paths;
    for (QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        paths += files.next();
    paths.sort();
    for (const QString &path : paths) {
        if (!path.endsWith(QLatin1String("verdicts.tsv")))
            QTest::newRow(qPrintable(path.mid(root.size() + 1))) << path;
    }
}

/// Whoever exposes no machine, no container, no server of those we know gets no dashboard of one.
void ReadyMadeTest::realPages()
{
    QFETCH(QString, path);
    Head head;
    const QByteArray body = readFile(path);
    if (!load(head, path))
        return; // refused by Prometheus too
    const DashboardMatches matches = matchDashboards(known(), *head.snapshot(), target(), second);
    for (const std::size_t index : matches.fitting) {
        const DashboardSpec &dashboard = known()[index];
        QVERIFY2(dashboard.role == DashboardRole::Runtime || body.contains(telltale(dashboard.id)),
                 dashboard.id.c_str());
    }
    QCOMPARE(complaints(head), QString());
}

SIGHTGLASS_TEST(ReadyMadeTest)

} // namespace

#include "readymadetest.moc"
