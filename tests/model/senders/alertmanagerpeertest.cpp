// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertpayloads.h"
#include "model/notify/inhibition.h"
#include "model/notify/notifytime.h"
#include "model/notify/silencetext.h"
#include "model/scrape/systemclock.h"
#include "model/senders/alertmanagersender.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::test;

Labels labels(const char *text)
{
    std::vector<Label> made;
    const auto matchers = parseAlertMatchers(text);
    for (const Matcher &matcher : *matchers)
        made.push_back({matcher.name, matcher.value});
    return Labels(std::move(made));
}

constexpr const char *inhibitRules = "inhibit_rules:\n"
                                     "- {source_matchers: ['s=critical'], target_matchers: ['s=warning'], "
                                     "equal: [cluster]}\n"
                                     "- {source_matchers: ['alertname=~\"Up.*\"'], target_matchers: "
                                     "['alertname=~\"Up.*|Low\"']}\n";

/// The real Alertmanager: gets our alerts, and is of our opinion what is silenced and inhibited.
class AlertmanagerPeerTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (peerProgram(QStringLiteral("prometheus-alertmanager")).isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-alertmanager"))));
        QVERIFY(m_peer.startAlertmanager(inhibitRules));
    }

    void sameVerdicts()
    {
        const char *const texts[] = {"alertname=A,s=critical,cluster=a",
                                     "alertname=B,s=warning,cluster=a",
                                     "alertname=C,s=warning,cluster=b",
                                     "alertname=D,s=warning",
                                     "alertname=E,s=critical",
                                     "alertname=UpOne",
                                     "alertname=UpTwo",
                                     "alertname=Low",
                                     "alertname=F,text=\"a\\nb\",n=7",
                                     "alertname=G,text=acb",
                                     "alertname=\"H ü\",long=abcde"};
        std::vector<NotifyAlert> alerts;
        for (const char *text : texts) {
            NotifyAlert alert;
            alert.labels = labels(text);
            alert.annotations = {{"summary", "<b>&\""}};
            alert.startsAt = SystemClock().nowMs() - 5000;
            alert.query = "up == 0";
            alerts.push_back(std::move(alert));
        }
        std::vector<Silence> silences;
        const TimestampMs now = SystemClock().nowMs();
        for (const char *matchers : {"text=~\"a.b\"", "alertname=C,s!=critical", "long=~\"bcd|abc\"",
                                     "n!~\"[0-6]\",n=~\".+\"", "alertname=\"H ü\",nothing=\"\""}) {
            Silence silence;
            silence.matchers = *parseAlertMatchers(matchers);
            silence.startsAt = now;
            silence.endsAt = now + 3'600'000;
            silence.createdBy = "test";
            silence.comment = "c";
            silence.id = ask(QStringLiteral("/api/v2/silences"), silenceText(silence))["silenceID"];
            silences.push_back(std::move(silence));
        }
        AlertmanagerSender::Config config{{m_peer.url({})}, {}, {"http://localhost:1", {}, {}}};
        config.silencesEveryMs = 200;
        AlertmanagerSender sender(config, std::make_shared<SystemClock>());
        sender.update(alerts);
        QTRY_COMPARE(sender.status().sent, std::uint64_t{1});
        QTRY_COMPARE(sender.silences().size(), silences.size());

        std::vector<Labels> firing;
        for (const NotifyAlert &alert : alerts)
            firing.push_back(alert.labels);
        InhibitRule first{
            "", *parseAlertMatchers("s=critical"), *parseAlertMatchers("s=warning"), {"cluster"}};
        InhibitRule second{"",
                           *parseAlertMatchers("alertname=~\"Up.*\""),
                           *parseAlertMatchers("alertname=~\"Up.*|Low\""),
                           {}};
        const std::vector<InhibitRule> rules = {first, second};
        const Inhibitor inhibitor(rules, firing);
        const SilenceIndex index(sender.silences()); // as they were read back
        // Its own look at inhibition comes with the first flush of a group.
        nlohmann::json answer;
        QTRY_VERIFY_WITH_TIMEOUT(inhibitedCount(answer = ask(QStringLiteral("/api/v2/alerts"))) >= 3, 40'000);
        QCOMPARE(answer.size(), alerts.size());
        std::size_t silenced = 0;
        for (const auto &theirs : answer) {
            std::vector<Label> own;
            for (const auto &[name, value] : theirs["labels"].items())
                own.push_back({name, value.get<std::string>()});
            const Labels known(std::move(own));
            const auto status = theirs["status"];
            const QByteArray who = QByteArray::fromStdString(known.toString());
            QCOMPARE(QByteArray::fromStdString(alertFingerprint(known)),
                     QByteArray::fromStdString(theirs["fingerprint"].get<std::string>()));
            QVERIFY2(status["inhibitedBy"].empty() != inhibitor.inhibiting(known).has_value(),
                     who.constData());
            std::vector<std::string> ids = status["silencedBy"].get<std::vector<std::string>>();
            std::vector<std::string> ours = index.silencing(known, SystemClock().nowMs());
            std::sort(ids.begin(), ids.end());
            std::sort(ours.begin(), ours.end());
            QVERIFY2(ids == ours, who.constData());
            silenced += ids.empty() ? 0 : 1;
            QCOMPARE(QByteArray::fromStdString(theirs["generatorURL"].get<std::string>()),
                     QByteArray("http://localhost:1/graph?g0.expr=up+%3D%3D+0&g0.tab=1"));
            const auto found = std::find_if(alerts.begin(), alerts.end(), [&known](const NotifyAlert &each) {
                return each.labels == known;
            });
            QVERIFY2(found != alerts.end(), who.constData());
            QCOMPARE(parseRfc3339(theirs["startsAt"].get<std::string>()), std::optional(found->startsAt));
        }
        QVERIFY(silenced >= 4);

        // What is over is told at once.
        alerts[0].endsAt = SystemClock().nowMs();
        sender.update(alerts);
        QTRY_COMPARE(sender.status().sent, std::uint64_t{2});
        QTRY_COMPARE(ask(QStringLiteral("/api/v2/alerts")).size(), alerts.size() - 1);
    }

    /// What a webhook gets from us is what it gets from Alertmanager, but for its own address and digits of
    /// times.
    void sameWebhookPayload()
    {
        HttpServer server;
        server.serve("/hook", HttpAnswer::page("{}"));
        Peer alertmanager;
        QVERIFY(alertmanager.startAlertmanager({}, server.url(QStringLiteral("/hook")).toEncoded()));
        const TimestampMs now = SystemClock().nowMs();
        std::vector<NotifyAlert> alerts;
        for (const char *text : {"alertname=A,job=a,n=1", "alertname=A,job=a,n=2", "alertname=A,job=a,n=3"}) {
            NotifyAlert alert;
            alert.labels = labels(text);
            alert.annotations = {{"same", "<b>&\" ü"}, {"what", text}};
            alert.startsAt = now - 5123;
            alert.query = "up == 0";
            alerts.push_back(std::move(alert));
        }
        AlertmanagerSender sender({{alertmanager.url({})}, {}, {"http://localhost:1", {}, {}}},
                                  std::make_shared<SystemClock>());
        sender.update(alerts);
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty(), 30'000);
        compareWebhook(server.requests().last().body, alerts);
        const qsizetype told = server.requests().size();
        alerts[1].endsAt = SystemClock().nowMs();
        sender.update(alerts);
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > told, 30'000);
        compareWebhook(server.requests().last().body, alerts);
    }

private:
    static void compareWebhook(const QByteArray &body, const std::vector<NotifyAlert> &alerts)
    {
        nlohmann::json theirs = nlohmann::json::parse(body.toStdString(), nullptr, false);
        AlertNotice notice;
        notice.groupLabels = Labels(std::vector<Label>{{"alertname", "A"}});
        notice.groupKey = "{}:" + notice.groupLabels.toString();
        for (const NotifyAlert &alert : alerts)
            (alert.endsAt ? notice.resolved : notice.firing).push_back(alert);
        nlohmann::json ours =
            nlohmann::json::parse(webhookPayload(notice, {"http://localhost:1", {}, "hook"}), nullptr, false);
        for (nlohmann::json *one : {&theirs, &ours}) {
            (*one)["externalURL"] = "";
            for (auto &alert : (*one)["alerts"])
                for (const char *time : {"startsAt", "endsAt"})
                    alert[time] = parseRfc3339(alert[time].get<std::string>()).value_or(-1);
            std::sort((*one)["alerts"].begin(), (*one)["alerts"].end(),
                      [](const auto &a, const auto &b) { return a["fingerprint"] < b["fingerprint"]; });
        }
        QCOMPARE(QString::fromStdString(ours.dump(1)), QString::fromStdString(theirs.dump(1)));
    }

    static int inhibitedCount(const nlohmann::json &alerts)
    {
        int count = 0;
        for (const auto &alert : alerts)
            count += alert["status"]["inhibitedBy"].empty() ? 0 : 1;
        return count;
    }

    nlohmann::json ask(const QString &path, const std::string &body = {})
    {
        HttpCall call({});
        nlohmann::json answer;
        bool done = false;
        const auto take = [&](const Result<std::string> &text) {
            if (text)
                answer = nlohmann::json::parse(*text, nullptr, false);
            else
                qWarning("%s", plainText(text.error()).c_str());
            done = true;
        };
        if (body.empty())
            call.get(m_peer.url(path), take);
        else
            call.post(m_peer.url(path), body, take);
        if (!QTest::qWaitFor([&done] { return done; }, 15'000))
            qWarning("no answer");
        return answer;
    }

    Peer m_peer;
};

} // namespace

SIGHTGLASS_TEST(AlertmanagerPeerTest)

#include "alertmanagerpeertest.moc"
