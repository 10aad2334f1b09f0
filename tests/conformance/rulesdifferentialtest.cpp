// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/rulegroup.h"
#include "model/query/queryengine.h"
#include "model/scrape/collector.h"
#include "model/scrape/systemclock.h"
#include "parser/config/rulefilereader.h"
#include "parser/promql/parse.h"
#include "tests/conformance/prometheusclient.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int readyWithinMs = 60'000;
constexpr int sameWithinMs = 15'000;

constexpr const char *ruleText = R"(
groups:
- name: recording
  rules:
  - {record: 'zone:depth:sum', expr: 'sum by (zone) (depth)', labels: {kind: sum}}
  - {record: deep, expr: 'depth > 10', labels: {zone: ''}}
  - {record: twice, expr: '2 * zone:depth:sum'}
- name: alerting
  rules:
  - alert: AtOnce
    expr: depth > 10
    labels: {severity: page, where: '{{ $labels.zone }}/{{ $labels.queue }}', nothing: '{{ "" }}'}
    annotations:
      summary: '{{ $labels.queue | title }} of {{ $labels.__name__ }} is at {{ $value | humanize }}'
      wrong: '{{ query "no such" }}'
  - alert: Patient
    expr: depth > 10
    for: 6s
    annotations: {zones: '{{ range query "zone:depth:sum" | sortByLabel "zone" }}{{ .Labels.zone }} {{ end }}'}
  - alert: Held
    expr: depth > 10
    keep_firing_for: 6s
    annotations: {last: '{{ $value }}'}
  - {alert: Down, expr: 'up == 0', labels: {severity: critical}}
  - {alert: Missing, expr: 'absent(depth{queue="b"})'}
  - {alert: Twins, expr: 'depth > 10 or up', labels: {queue: same, zone: same}}
  - {alert: Changing, expr: depth > 10, labels: {v: '{{ $value }}', severity: '{{ if gt $value 100.0 }}page{{ else }}warn{{ end }}'}}
  - alert: AllFunctions
    expr: depth{queue="b"} > 10
    annotations:
      query: '{{ query "zone:depth:sum{zone=\"y\"}" | first | value }}'
      label: '{{ query "depth" | sortByLabel "queue" | first | label "queue" }}'
      strvalue: '[{{ query "depth" | sortByLabel "queue" | first | strvalue }}]'
      args: '{{ define "x" }}{{ .arg0 }}-{{ .arg1 }}{{ end }}{{ template "x" (args 1 "b") }}'
      regexes: '{{ reReplaceAll "(.)e" "$1E" "deep sea" }} {{ match "e+p$" "deep" }}'
      cases: '{{ title "ab cd" }} {{ toUpper "x" }} {{ toLower "Y" }}'
      links: '{{ graphLink "up > 1" }} {{ tableLink "up{a=\"b\"}" }}'
      hosts: '{{ stripPort "a.b:80" }} {{ stripDomain "a.b.c:80" }} {{ stripDomain "10.1.2.3" }}'
      humans: '{{ humanize 1234567.0 }} {{ humanize1024 1048576.0 }} {{ humanizeDuration 90061.5 }}'
      more: '{{ humanizePercentage 0.1234 }} {{ humanizeTimestamp 1435065584.128 }} {{ (toTime 0.0).Year }}'
      durations: '{{ parseDuration "1h30m" }} {{ humanizeDuration (parseDuration "90m") }}'
      urls: '{{ pathPrefix }} {{ externalURL }} {{ $externalURL }} {{ $externalLabels.site }} {{ safeHtml "<b>" }}'
      flow: '{{ range $i, $s := query "depth" | sortByLabel "queue" }}{{ if $i }}, {{ end }}{{ $s.Labels.queue }}={{ $s.Value | printf "%.1f" }}{{ else }}none{{ end }}'
      failing: '{{ query "nothing_here" | first | value }}'
      panics: '{{ reReplaceAll "(" "a" "b" }}'
- name: limited
  limit: 1
  rules:
  - {record: limited, expr: 'depth > 10'}
  - {alert: AtMostOne, expr: depth > 10}
)";

/// What the scraped program says in a phase of the incident, and which alerts there are at its end, pending
/// ones in brackets.
struct Phase
{
    const char *page; ///< "": the program answers with an error
    const char *alerts;
};

constexpr const char *quiet = "depth{queue=\"a\",zone=\"z\"} 1\ndepth{queue=\"b\",zone=\"z\"} 2\n";
constexpr const char *bothDeep = "depth{queue=\"a\",zone=\"z\"} 1234.5\ndepth{queue=\"b\",zone=\"y\"} 12\n";

class RulesDifferentialTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sameIncident_data();
    void sameIncident();

private:
    [[nodiscard]] QStringList ourAlerts() const;
    [[nodiscard]] QStringList theirAlerts() const;
    [[nodiscard]] std::string seriesDifference() const;
    [[nodiscard]] static QString names(const QStringList &alerts);

    HttpServer m_server;
    QByteArray m_page = quiet;
    QTemporaryDir m_folder;
    Peer m_prometheus;
    std::unique_ptr<Collector> m_collector;
    CollectorTick m_tick;
};

QByteArray fetched(const QUrl &url)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setTransferTimeout(10'000);
    QNetworkReply *reply = manager.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

QString alertText(const QString &state, const QString &labels, const QString &annotations, double value)
{
    return QStringLiteral("%1 %2 %3 %4").arg(state, labels, annotations).arg(value);
}

QString sorted(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

template<typename Pairs>
QJsonObject objectOf(const Pairs &pairs)
{
    QJsonObject object;
    for (const auto &pair : pairs)
        object.insert(QString::fromStdString(std::string(pair.name)),
                      QString::fromStdString(std::string(pair.value)));
    return object;
}

void RulesDifferentialTest::initTestCase()
{
    if (peerProgram(QStringLiteral("prometheus")).isEmpty())
        QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
    m_server.serve("/metrics", [this](const HttpRequest &) {
        return m_page.isEmpty() ? HttpAnswer::status("500 Oh no") : HttpAnswer::page(m_page);
    });
    QFile file(m_folder.filePath(QStringLiteral("rules.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ruleText) > 0);
    file.close();
    const QByteArray address = "127.0.0.1:" + QByteArray::number(m_server.port());
    QVERIFY(m_prometheus.startPrometheus(
        "global: {scrape_interval: 500ms, scrape_timeout: 500ms, evaluation_interval: 500ms, "
        "external_labels: "
        "{site: home}}\n"
        "rule_files: ['" +
            file.fileName().toUtf8() +
            "']\nscrape_configs:\n- {job_name: one, static_configs: [{targets: ['" + address + "']}]}\n",
        {QStringLiteral("--web.external-url=http://example.org/prom/"),
         QStringLiteral("--web.route-prefix=/")}));
    const RuleFileReading reading = readRuleFile(ruleText);
    QVERIFY2(reading.ok(), reading.ok() ? "" : plainText(reading.problems.front()).c_str());
    std::vector<RuleGroup> groups;
    for (const WrittenGroup &group : reading.file.groups)
        groups.push_back(ruleGroup(group, file.fileName().toStdString(), {500, 0, {}}));
    CollectorOptions options{{}, 20};
    options.externalLabels = Labels(std::vector<Label>{{"site", "home"}});
    options.externalUrl = "http://example.org/prom";
    m_collector = std::make_unique<Collector>(std::make_shared<SystemClock>(), options);
    connect(m_collector.get(), &Collector::tick, this, [this](const CollectorTick &tick) { m_tick = tick; });
    m_collector->setRuleGroups(groups);
    TargetConfig target;
    target.id = QStringLiteral("one");
    target.url = m_server.url();
    target.intervalMs = 500;
    target.labels = Labels(std::vector<Label>{{"job", "one"}});
    m_collector->setTargets({target});
    QTRY_VERIFY_WITH_TIMEOUT(!ourAlerts().isEmpty() || m_tick.rules.size() == 13, readyWithinMs);
}

QStringList RulesDifferentialTest::ourAlerts() const
{
    QStringList alerts;
    for (const RuleStatus &rule : m_tick.rules) {
        for (const Alert &alert : rule.alerts) {
            if (alert.state != AlertState::Inactive)
                alerts << alertText(QString::fromStdString(std::string(alertStateName(alert.state))),
                                    sorted(objectOf(alert.labels)), sorted(objectOf(alert.annotations)),
                                    alert.value);
        }
    }
    alerts.sort();
    return alerts;
}

QStringList RulesDifferentialTest::theirAlerts() const
{
    const QJsonObject answer =
        QJsonDocument::fromJson(fetched(m_prometheus.url(QStringLiteral("/api/v1/alerts")))).object();
    QStringList alerts;
    const QJsonArray all = answer.value(u"data").toObject().value(u"alerts").toArray();
    for (const QJsonValue &one : all) {
        const QJsonObject alert = one.toObject();
        alerts << alertText(alert.value(u"state").toString(), sorted(alert.value(u"labels").toObject()),
                            sorted(alert.value(u"annotations").toObject()),
                            alert.value(u"value").toString().toDouble());
    }
    alerts.sort();
    return alerts;
}

/// The first difference between what rules have written here and there; "" where there is none.
std::string RulesDifferentialTest::seriesDifference() const
{
    const PrometheusClient client(m_prometheus.url(QStringLiteral("/")));
    const TimestampMs t = m_tick.at;
    // Since when an alert is active depends on when rules are evaluated, which is not the same moment.
    for (const std::string query :
         {R"({__name__=~"zone:.*|deep|twice|limited|ALERTS"})", R"(clamp_max(ALERTS_FOR_STATE, 1))"}) {
        const auto expr = promql::parseExpr(query);
        const Answer ours = answerOf(QueryEngine().instant(*m_tick.snapshot, **expr, t), t);
        std::string difference = firstDifference(ours, client.instant(query, t));
        if (!difference.empty())
            return query + ": " + difference;
    }
    return {};
}

/// "AtOnce a, [Patient a]".
QString RulesDifferentialTest::names(const QStringList &alerts)
{
    QStringList names;
    for (const QString &alert : alerts) {
        const QByteArray json = alert.mid(alert.indexOf(u' ') + 1).toUtf8();
        const qsizetype end = json.indexOf("} {");
        const QJsonObject labels = QJsonDocument::fromJson(json.left(end + 1)).object();
        QString name = labels.value(u"alertname").toString();
        if (labels.contains(QStringLiteral("queue")))
            name += u' ' + labels.value(u"queue").toString();
        names << (alert.startsWith(QStringLiteral("pending")) ? u'[' + name + u']' : name);
    }
    names.sort();
    return names.join(QStringLiteral(", "));
}

void RulesDifferentialTest::sameIncident_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("alerts");
    const auto row = [](const char *name, const Phase &phase) {
        QTest::newRow(name) << QByteArray(phase.page) << QString::fromLatin1(phase.alerts);
    };
    // Of AtMostOne there are two while both queues are deep, which drops all of its alerts.
    // Twins cannot be judged while there are two deep queues: the rule fails, and its alerts stay.
    row("quiet", {quiet, "Twins same"});
    row("a rises", {"depth{queue=\"a\",zone=\"z\"} 11\ndepth{queue=\"b\",zone=\"z\"} 2\n",
                    "AtMostOne a, AtOnce a, Changing a, Held a, Twins same, [Patient a]"});
    row("a stays", {"depth{queue=\"a\",zone=\"z\"} 1234.5\ndepth{queue=\"b\",zone=\"z\"} 2\n",
                    "AtMostOne a, AtOnce a, Changing a, Held a, Patient a, Twins same"});
    row("b joins in",
        {bothDeep, "AllFunctions b, AtOnce a, AtOnce b, Changing a, Changing b, Held a, Held b, Patient a, "
                   "Twins same, [Patient b]"});
    row("a is back",
        {"depth{queue=\"a\",zone=\"z\"} 3\ndepth{queue=\"b\",zone=\"y\"} 12\n",
         "AllFunctions b, AtMostOne b, AtOnce b, Changing b, Held a, Held b, Patient b, Twins same"});
    row("b goes", {"depth{queue=\"a\",zone=\"z\"} 3\n", "Held b, Missing b, Twins same"});
    row("down", {"", "Down, Missing b, Twins same"});
    row("all is well", {quiet, "Twins same"});
}

void RulesDifferentialTest::sameIncident()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, alerts);
    m_page = page;
    const auto same = [&] { return names(ourAlerts()) == alerts && ourAlerts() == theirAlerts(); };
    const bool became = QTest::qWaitFor(same, sameWithinMs);
    QVERIFY2(became, qPrintable(QStringLiteral("ours:\n%1\ntheirs:\n%2")
                                    .arg(ourAlerts().join(u'\n'), theirAlerts().join(u'\n'))));
    std::string difference;
    const bool sameSeries = QTest::qWaitFor(
        [&] {
            difference = seriesDifference();
            return difference.empty();
        },
        sameWithinMs);
    QVERIFY2(sameSeries, difference.c_str());
}

SIGHTGLASS_TEST(RulesDifferentialTest)

} // namespace

#include "rulesdifferentialtest.moc"
