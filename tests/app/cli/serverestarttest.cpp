// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/serveprocess.h"
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

namespace {

using namespace sightglass::test;

constexpr int readyWithinMs = 60'000;

/// Grace is 2 s, see below.
constexpr const char *ruleText = R"(
groups:
- name: g
  rules:
  - {record: 'queue:depth:max', expr: max by (queue) (depth)}
  - {alert: Gauge, expr: depth > 10, for: 3s, labels: {severity: page, of: '{{ $labels.queue }}'}}
  - {alert: Rate, expr: 'rate(failures_total[1m]) > 0.5', for: 3s}
  - {alert: Recorded, expr: 'queue:depth:max > 10', for: 3s}
  - {alert: OfAlerts, expr: 'count(ALERTS{alertname="Gauge",alertstate="firing"}) > 0', for: 3s}
  - {alert: Waiting, expr: depth > 10, for: 200s}
  - {alert: AtOnce, expr: depth > 10}
  - {alert: Below, expr: depth < 5, for: 3s}
  - {alert: Down, expr: up == 0}
)";

struct Seen
{
    QString state;
    qint64 activeAt = 0; ///< Unix milliseconds
};
using Alerts = QMap<QString, Seen>; ///< by labels

Alerts alertsOf(const QJsonArray &all)
{
    Alerts alerts;
    for (const QJsonValue &one : all) {
        const QJsonObject labels = one[QLatin1String("labels")].toObject();
        const QDateTime since =
            QDateTime::fromString(one[QLatin1String("activeAt")].toString(), Qt::ISODateWithMs);
        alerts.insert(QString::fromUtf8(QJsonDocument(labels).toJson(QJsonDocument::Compact)),
                      {one[QLatin1String("state")].toString(), since.toMSecsSinceEpoch()});
    }
    return alerts;
}

/// Labels and states, without times.
QStringList states(const Alerts &alerts)
{
    QStringList all;
    for (auto alert = alerts.begin(); alert != alerts.end(); ++alert)
        all << alert->state + QLatin1Char(' ') + alert.key();
    return all;
}

QByteArray shown(const Alerts &ours, const Alerts &theirs)
{
    QByteArray text;
    for (const Alerts *alerts : {&ours, &theirs}) {
        text += alerts == &ours ? "\nours:" : "\ntheirs:";
        for (auto alert = alerts->begin(); alert != alerts->end(); ++alert)
            text += "\n  " + alert->state.toUtf8() + ' ' + QByteArray::number(alert->activeAt) + ' ' +
                    alert.key().toUtf8();
    }
    return text;
}

/// `sightglass serve` and Debian's Prometheus on the same prometheus.yml, killed at the same moment. Their
/// target does not answer any more when they are started again, so that all that rules see is what each has
/// kept: the same alerts go on, since the same time.
class ServeRestartTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileTheTargetIsDown();

private:
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] QByteArray configuration() const
    {
        return "global: {scrape_interval: 500ms, scrape_timeout: 500ms, evaluation_interval: 500ms}\n"
               "rule_files: ['" +
               m_folder.filePath(QStringLiteral("rules.yml")).toUtf8() +
               "']\nscrape_configs:\n- {job_name: one, static_configs: [{targets: ['127.0.0.1:" +
               QByteArray::number(m_target.port()) + "']}]}\n";
    }
    [[nodiscard]] bool start()
    {
        m_serve = std::make_unique<ServeProcess>();
        return m_prometheus.startPrometheus(configuration(),
                                            {QStringLiteral("--rules.alert.for-grace-period=2s")}) &&
               m_serve->start({QStringLiteral("--config"), m_folder.filePath(QStringLiteral("p.yml")),
                               QStringLiteral("--alert-state"), m_folder.filePath(QStringLiteral("state")),
                               QStringLiteral("--for-grace-period"), QStringLiteral("2s")});
    }
    [[nodiscard]] Alerts ours() const { return alertsOf(m_serve->alerts()); }
    [[nodiscard]] Alerts theirs() const;
    /// Waits until both tell the same; then as above, with what both tell where they do not.
    [[nodiscard]] QByteArray difference(const QStringList &names) const;

    QTemporaryDir m_folder;
    HttpServer m_target;
    Peer m_prometheus;
    std::unique_ptr<ServeProcess> m_serve;
};

Alerts ServeRestartTest::theirs() const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(m_prometheus.url(QStringLiteral("/api/v1/alerts")));
    request.setTransferTimeout(10'000);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return alertsOf(QJsonDocument::fromJson(reply->readAll())[u"data"][u"alerts"].toArray());
}

QByteArray ServeRestartTest::difference(const QStringList &names) const
{
    const auto same = [&] {
        const Alerts mine = ours();
        const QString all = states(mine).join(QLatin1Char('\n'));
        return states(mine) == states(theirs()) &&
               std::all_of(names.begin(), names.end(), [&all](const QString &name) {
                   return all.contains(QLatin1Char('"') + name + QLatin1Char('"'));
               });
    };
    return QTest::qWaitFor(same, readyWithinMs) ? QByteArray() : shown(ours(), theirs());
}

void ServeRestartTest::killedWhileTheTargetIsDown()
{
    if (peerProgram(QStringLiteral("prometheus")).isEmpty())
        QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
    int failures = 0;
    bool isDown = false;
    m_target.serve("/metrics", [&](const HttpRequest &) {
        ++failures;
        return isDown ? HttpAnswer::raw({})
                      : HttpAnswer::page("depth{queue=\"a\"} 11\ndepth{queue=\"b\"} 7\nfailures_total " +
                                         QByteArray::number(failures) + "\n");
    });
    write("rules.yml", ruleText);
    write("p.yml", configuration());
    QVERIFY(start());
    const QStringList firing{QStringLiteral("Gauge"),    QStringLiteral("Rate"),
                             QStringLiteral("Recorded"), QStringLiteral("OfAlerts"),
                             QStringLiteral("Waiting"),  QStringLiteral("AtOnce")};
    const auto allFire = [&] {
        return states(ours()).filter(QStringLiteral("firing")).size() == 5 &&
               states(theirs()).filter(QStringLiteral("firing")).size() == 5;
    };
    QVERIFY2(QTest::qWaitFor(allFire, readyWithinMs), shown(ours(), theirs()).constData());
    QTest::qWait(3000); // what was pending is not by mere chance
    QVERIFY2(difference(firing).isEmpty(), shown(ours(), theirs()).constData());
    const Alerts oursBefore = ours();
    const Alerts theirsBefore = theirs();

    const qint64 killedAt = QDateTime::currentMSecsSinceEpoch();
    m_serve->kill();
    m_prometheus.kill();
    isDown = true;
    QTest::qWait(2000);
    QVERIFY(start());

    // While nothing answers: the alerts that were there, and what is told of the target.
    const QByteArray different = difference(firing + QStringList{QStringLiteral("Down")});
    QVERIFY2(different.isEmpty(), different.constData());
    QTest::qWait(10'000);
    const QByteArray later = difference(firing + QStringList{QStringLiteral("Down")});
    QVERIFY2(later.isEmpty(), later.constData());
    const auto check = [&](const Alerts &now, const Alerts &before) {
        for (auto alert = before.begin(); alert != before.end(); ++alert) {
            const QString &labels = alert.key();
            const qint64 moved = now[labels].activeAt - alert->activeAt;
            const bool anew = labels.contains(QLatin1String("AtOnce"));
            const bool waits = labels.contains(QLatin1String("Waiting"));
            const bool asWas = anew    ? now[labels].activeAt > killedAt
                               : waits ? moved > 500 && moved < 20'000
                                       : qAbs(moved) <= 1000;
            QVERIFY2(asWas, labels.toUtf8() + shown(now, before));
        }
    };
    check(ours(), oursBefore);
    check(theirs(), theirsBefore);

    // And when it answers again.
    isDown = false;
    const auto isUp = [&] { return states(ours()).filter(QStringLiteral("Down")).isEmpty(); };
    QVERIFY2(QTest::qWaitFor(isUp, readyWithinMs), shown(ours(), theirs()).constData());
    const QByteArray after = difference(firing);
    QVERIFY2(after.isEmpty(), after.constData());
    check(ours(), oursBefore);
    check(theirs(), theirsBefore);
}

} // namespace

SIGHTGLASS_TEST(ServeRestartTest)

#include "serverestarttest.moc"
