// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/keptalert.h"
#include "model/alerting/rulegroup.h"
#include "model/scrape/collector.h"
#include "model/scrape/systemclock.h"
#include "parser/config/rulefilereader.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int readyWithinMs = 60'000;

/// Grace is 2 s: what has a shorter `for` begins anew.
constexpr const char *ruleText = R"(
groups:
- name: g
  rules:
  - {alert: Running, expr: vector(1)}
  - {alert: AtOnce, expr: depth > 10}
  - {alert: Short, expr: depth > 10, for: 1s}
  - {alert: Fired, expr: depth > 10, for: 3s, labels: {severity: page, of: '{{ $labels.queue }}'}}
  - {alert: Nearly, expr: depth > 10, for: 14s}
  - {alert: Waiting, expr: depth > 10, for: 25s}
  - {alert: Over, expr: depth > 10 and depth < 20, for: 4s}
)";

struct Seen
{
    QString state;
    qint64 activeAt = 0; ///< Unix milliseconds

    friend bool operator==(const Seen &, const Seen &) = default;
};
using Alerts = QMap<QString, Seen>; ///< by name

QString shown(const Alerts &alerts)
{
    QString text;
    for (auto alert = alerts.begin(); alert != alerts.end(); ++alert)
        text += QStringLiteral("%1 %2 %3; ").arg(alert.key(), alert->state).arg(alert->activeAt);
    return text;
}

/// Killed while alerts are pending and firing, we come back with the states with which Debian's Prometheus
/// comes back, killed at the same moment and started again at the same moment.
class RuleRestartTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAfterAKill();

private:
    void startOurs(std::vector<KeptAlert> kept);
    [[nodiscard]] bool startTheirs();
    [[nodiscard]] Alerts ours() const;
    [[nodiscard]] Alerts theirs() const;
    static void checkRestored(const Alerts &now, const Alerts &then, qint64 killedAt);

    HttpServer m_server;
    QByteArray m_page = "depth{queue=\"a\"} 1\n";
    QTemporaryDir m_folder;
    Peer m_prometheus;
    std::vector<RuleGroup> m_groups;
    std::unique_ptr<Collector> m_collector;
    CollectorTick m_tick;
};

void RuleRestartTest::initTestCase()
{
    if (peerProgram(QStringLiteral("prometheus")).isEmpty())
        QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
    m_server.serve("/metrics", [this](const HttpRequest &) { return HttpAnswer::page(m_page); });
    QFile file(m_folder.filePath(QStringLiteral("rules.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ruleText) > 0);
    const RuleFileReading reading = readRuleFile(ruleText);
    QVERIFY(reading.ok());
    for (const WrittenGroup &group : reading.file.groups)
        m_groups.push_back(ruleGroup(group, file.fileName().toStdString(), {500, 0, {}}));
}

void RuleRestartTest::startOurs(std::vector<KeptAlert> kept)
{
    CollectorOptions options{{}, 20};
    options.restoreAlerts = RestoreOptions{60 * 60 * 1000, 2000};
    options.keptAlerts = std::move(kept);
    m_tick = {};
    m_collector = std::make_unique<Collector>(std::make_shared<SystemClock>(), options);
    connect(m_collector.get(), &Collector::tick, this, [this](const CollectorTick &tick) { m_tick = tick; });
    m_collector->setRuleGroups(m_groups);
    TargetConfig target;
    target.id = QStringLiteral("one");
    target.url = m_server.url();
    target.intervalMs = 500;
    target.labels = Labels(std::vector<Label>{{"job", "one"}});
    m_collector->setTargets({target});
}

bool RuleRestartTest::startTheirs()
{
    return m_prometheus.startPrometheus(
        "global: {scrape_interval: 500ms, scrape_timeout: 500ms, evaluation_interval: 500ms}\nrule_files: "
        "['" +
            m_folder.filePath(QStringLiteral("rules.yml")).toUtf8() +
            "']\nscrape_configs:\n- {job_name: one, static_configs: [{targets: ['127.0.0.1:" +
            QByteArray::number(m_server.port()) + "']}]}\n",
        {QStringLiteral("--rules.alert.for-grace-period=2s")});
}

Alerts RuleRestartTest::ours() const
{
    Alerts alerts;
    for (const RuleStatus &rule : m_tick.rules) {
        for (const Alert &alert : rule.alerts) {
            const std::string_view state = alertStateName(alert.state);
            if (alert.state != AlertState::Inactive)
                alerts.insert(
                    QString::fromStdString(rule.rule->name),
                    {QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size())), alert.activeAt});
        }
    }
    return alerts;
}

Alerts RuleRestartTest::theirs() const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(m_prometheus.url(QStringLiteral("/api/v1/alerts")));
    request.setTransferTimeout(10'000);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Alerts alerts;
    const QJsonArray all = QJsonDocument::fromJson(reply->readAll())[u"data"][u"alerts"].toArray();
    for (const QJsonValue &one : all) {
        const QDateTime since = QDateTime::fromString(one[u"activeAt"].toString(), Qt::ISODateWithMs);
        alerts.insert(one[u"labels"][u"alertname"].toString(),
                      {one[u"state"].toString(), since.toMSecsSinceEpoch()});
    }
    return alerts;
}

/// What both must come to, each from when it was up again itself.
void RuleRestartTest::checkRestored(const Alerts &now, const Alerts &then, qint64 killedAt)
{
    // The first evaluation; what is restored, is behind the second.
    const qint64 up = now[QStringLiteral("Running")].activeAt;
    for (const char *name : {"Nearly", "Waiting"}) {
        const qint64 moved = now[QLatin1String(name)].activeAt - then[QLatin1String(name)].activeAt;
        const qint64 unseen = up - killedAt;
        QVERIFY2(moved > unseen - 1500 && moved < unseen + 4000,
                 qPrintable(QStringLiteral("%1 of %2: ").arg(moved).arg(unseen) + shown(now) + shown(then)));
    }
    for (const char *name : {"AtOnce", "Short"})
        QVERIFY2(now[QLatin1String(name)].activeAt > killedAt, qPrintable(shown(now)));
}

void RuleRestartTest::sameAfterAKill()
{
    QVERIFY(startTheirs());
    startOurs({});
    const QString before = QStringLiteral("firing");
    const auto isFiring = [&](const char *name) {
        return ours()[QLatin1String(name)].state == before && theirs()[QLatin1String(name)].state == before;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFiring("Running"), readyWithinMs);
    m_page = "depth{queue=\"a\"} 11\n"; // from now on both see the same at the same time
    QTRY_VERIFY_WITH_TIMEOUT(isFiring("Over"), readyWithinMs);
    m_page = "depth{queue=\"a\"} 21\n"; // which ends Over
    QTRY_VERIFY_WITH_TIMEOUT(!ours().contains(QStringLiteral("Over")) &&
                                 !theirs().contains(QStringLiteral("Over")),
                             readyWithinMs);
    const Alerts oursBefore = ours();
    const Alerts theirsBefore = theirs();
    QCOMPARE(oursBefore[QStringLiteral("Fired")].state, before);

    // What the state file would say; then nobody says goodbye.
    const Result<std::vector<KeptAlert>> kept =
        readKeptAlerts(keptAlertsText(keptAlerts(*m_tick.snapshot, m_tick.at)));
    QVERIFY(kept.ok());
    const qint64 killedAt = QDateTime::currentMSecsSinceEpoch();
    m_collector.reset();
    m_prometheus.kill();
    QTest::qWait(3000); // an outage
    QVERIFY(startTheirs());
    startOurs(*kept);

    // What had fired is restored to the second, what was pending is moved on by what nobody saw.
    const auto restored = [&](const Alerts &now, const Alerts &then) {
        return qAbs(now[QStringLiteral("Fired")].activeAt - then[QStringLiteral("Fired")].activeAt) <= 1000;
    };
    const auto bothRestored = [&] {
        return restored(ours(), oursBefore) && restored(theirs(), theirsBefore);
    };
    const bool isRestored = QTest::qWaitFor(bothRestored, readyWithinMs);
    QVERIFY2(isRestored, qPrintable(shown(ours()) + u'\n' + shown(theirs())));
    const Alerts oursNow = ours();
    const Alerts theirsNow = theirs();
    QCOMPARE(oursNow.keys(), theirsNow.keys());
    checkRestored(oursNow, oursBefore, killedAt);
    checkRestored(theirsNow, theirsBefore, killedAt);
    // And all end up as there.
    const auto states = [](const Alerts &alerts) {
        QStringList all;
        for (auto alert = alerts.begin(); alert != alerts.end(); ++alert)
            all << alert.key() + u' ' + alert->state;
        return all;
    };
    const auto same = [&] { return states(ours()) == states(theirs()) && isFiring("Nearly"); };
    const bool isSame = QTest::qWaitFor(same, readyWithinMs);
    QVERIFY2(isSame, qPrintable(shown(ours()) + u'\n' + shown(theirs())));
    QCOMPARE(ours()[QStringLiteral("Waiting")].state, theirs()[QStringLiteral("Waiting")].state);
}

SIGHTGLASS_TEST(RuleRestartTest)

} // namespace

#include "rulerestarttest.moc"
