// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertpayloads.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;

NotifyAlert alert(const char *name, const char *instance)
{
    NotifyAlert made;
    made.labels = Labels({{"alertname", name}, {"instance", instance}});
    made.annotations = {{"summary", "s <\"&"}, {"who", instance}};
    made.startsAt = now - 60'000;
    made.query = "up == 0 / \"x\"";
    return made;
}

class AlertPayloadsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// As Prometheus sends: at once, each resend_delay, and at once when it is over.
    void resending()
    {
        NotifyAlert one = alert("A", "a");
        ResendStep step = alertsToSend({}, std::vector{one}, now);
        QCOMPARE(step.alerts.size(), std::size_t{1});
        QCOMPARE(step.alerts[0].endsAt, now + 240'000);
        step = alertsToSend(step.state, std::vector{one}, now + 60'000);
        QVERIFY(step.alerts.empty());
        step = alertsToSend(step.state, std::vector{one}, now + 60'001);
        QCOMPARE(step.alerts.size(), std::size_t{1});
        one.endsAt = now + 70'000;
        step = alertsToSend(step.state, std::vector{one}, now + 70'000);
        QCOMPARE(step.alerts.size(), std::size_t{1});
        QCOMPARE(step.alerts[0].endsAt, now + 70'000);
        step = alertsToSend(step.state, std::vector{one}, now + 75'000);
        QVERIFY(step.alerts.empty());
        step = alertsToSend(step.state, std::vector{one}, now + 131'000);
        QCOMPARE(step.alerts.size(), std::size_t{1});
        step = alertsToSend(step.state, {}, now + 132'000);
        QVERIFY(step.state.empty());
        one.endsAt.reset();
        one.intervalMs = 300'000;
        QCOMPARE(alertsToSend({}, std::vector{one}, now).alerts[0].endsAt, now + 1'200'000);
    }

    void forAlertmanager()
    {
        PayloadContext context{
            "http://localhost:9099/", Labels({{"site", "x"}, {"instance", "ignored"}}), {}};
        const std::vector<SentAlert> sent = {{alert("A", "a\xff"), now + 5}};
        QCOMPARE(
            QByteArray::fromStdString(alertmanagerPayload(sent, context)),
            QByteArray("[{\"labels\":{\"alertname\":\"A\",\"instance\":\"a\xef\xbf\xbd\",\"site\":\"x\"},"
                       "\"annotations\":{\"summary\":\"s <\\\"&\",\"who\":\"a\xef\xbf\xbd\"},"
                       "\"startsAt\":\"2023-11-14T22:12:20.000Z\",\"endsAt\":\"2023-11-14T22:13:20.005Z\","
                       "\"generatorURL\":\"http://localhost:9099/"
                       "graph?g0.expr=up+%3D%3D+0+%2F+%22x%22&g0.tab=1\"}]"));
    }

    /// The figures are those of Go's github.com/prometheus/common/model.
    void fingerprints()
    {
        QCOMPARE(alertFingerprint(Labels()), std::string("cbf29ce484222325"));
        QVERIFY(alertFingerprint(Labels(std::vector<Label>{{"a", "b"}})) !=
                alertFingerprint(Labels(std::vector<Label>{{"a", "c"}})));
        QCOMPARE(alertFingerprint(Labels(std::vector<Label>{{"a", "b"}})).size(), std::size_t{16});
    }

    void forAWebhook()
    {
        AlertNotice notice;
        notice.groupKey = "{}:{alertname=\"A\"}";
        notice.groupLabels = Labels(std::vector<Label>{{"alertname", "A"}});
        notice.firing = {alert("A", "a"), alert("A", "b")};
        notice.resolved = {alert("A", "c")};
        notice.resolved[0].endsAt = now;
        const PayloadContext context{"http://x", {}, "hook"};
        const auto json = nlohmann::json::parse(webhookPayload(notice, context));
        QCOMPARE(json["version"].get<std::string>(), std::string("4"));
        QCOMPARE(json["status"].get<std::string>(), std::string("firing"));
        QCOMPARE(json["receiver"].get<std::string>(), std::string("hook"));
        QCOMPARE(json["groupKey"].get<std::string>(), notice.groupKey);
        QCOMPARE(json["alerts"].size(), std::size_t{3});
        QCOMPARE(json["alerts"][0]["endsAt"].get<std::string>(), std::string("0001-01-01T00:00:00Z"));
        QCOMPARE(json["alerts"][2]["status"].get<std::string>(), std::string("resolved"));
        QCOMPARE(json["alerts"][2]["endsAt"].get<std::string>(), std::string("2023-11-14T22:13:20.000Z"));
        QCOMPARE(json["commonLabels"].dump(), std::string("{\"alertname\":\"A\"}"));
        QCOMPARE(json["commonAnnotations"].dump(), std::string("{\"summary\":\"s <\\\"&\"}"));
        QCOMPARE(json["truncatedAlerts"].get<int>(), 0);
        const auto cut = nlohmann::json::parse(webhookPayload(notice, context, 1));
        QCOMPARE(cut["alerts"].size(), std::size_t{1});
        QCOMPARE(cut["truncatedAlerts"].get<int>(), 2);
        notice.firing.clear();
        QCOMPARE(nlohmann::json::parse(webhookPayload(notice, context))["status"].get<std::string>(),
                 std::string("resolved"));
    }

    void fromRules()
    {
        RuleStatus rule;
        rule.group = "g";
        rule.rule = std::make_shared<Rule>();
        const Labels labels(std::vector<Label>{{"alertname", "A"}});
        rule.alerts = {{labels, AlertState::Firing, 3, now - 100, now - 50, {}},
                       {labels.with("p", "1"), AlertState::Pending, 0, now, {}, {}},
                       {labels.with("r", "1"), AlertState::Inactive, 0, now - 100, now - 90, now - 10}};
        RuleStatus other = rule; // the same alert, by another rule, is over
        other.alerts = {{labels, AlertState::Inactive, 3, now - 100, now - 50, now - 5}};
        const std::vector<NotifyAlert> alerts = notifyAlerts(std::vector{other, rule});
        QCOMPARE(alerts.size(), std::size_t{2});
        QVERIFY(!alerts[0].isResolved());
        QCOMPARE(alerts[0].startsAt, now - 50);
        QCOMPARE(alerts[1].endsAt, std::optional<TimestampMs>(now - 10));
    }
};

} // namespace

SIGHTGLASS_TEST(AlertPayloadsTest)

#include "alertpayloadstest.moc"
