// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/rulegroup.h"
#include "model/scrape/collector.h"
#include "model/scrape/systemclock.h"
#include "model/senders/alertsenders.h"
#include "parser/config/rulefilereader.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr std::int64_t intervalMs = 500;

/// Fourteen thousand sorted windows: seconds, and few samples.
constexpr const char *ruleText = R"(
groups:
- name: quick
  interval: 500ms
  rules:
  - {record: beat, expr: vector(time())}
  - {alert: Always, expr: vector(1), labels: {severity: critical}}
- name: slow
  interval: 500ms
  rules:
  - {record: heavy, expr: 'max_over_time(quantile_over_time(0.5, vector(time())[4h:1s])[4h:1s])'}
  - {record: behind, expr: vector(1)}
)";

/// Evaluation runs on the collector's clock, whatever else takes its time.
class PunctualEvaluationTest : public TestCase
{
    Q_OBJECT

private slots:
    /// A query of seconds in another group, a thread of the window that is blocked, an Alertmanager that does
    /// not answer and a command that does not end, all at once.
    void nothingDelays();

private:
    static std::vector<TimestampMs> beats(const Snapshot &snapshot, TimestampMs now);
};

std::vector<TimestampMs> PunctualEvaluationTest::beats(const Snapshot &snapshot, TimestampMs now)
{
    const TimeRange range{now - 600'000, now};
    const std::vector<Matcher> matchers = {{MatchOp::Equal, std::string(metricNameLabel), "beat"}};
    SampleColumns columns;
    for (const auto &series : snapshot.select(matchers, range))
        series->read(range, columns);
    return {columns.times.begin(), columns.times.end()};
}

void PunctualEvaluationTest::nothingDelays()
{
    const RuleFileReading reading = readRuleFile(ruleText);
    QVERIFY(reading.ok());
    std::vector<RuleGroup> groups;
    for (const WrittenGroup &group : reading.file.groups)
        groups.push_back(ruleGroup(group, "rules.yml"));
    const auto clock = std::make_shared<SystemClock>();

    HttpServer server;
    server.serve("/api/v2/alerts", HttpAnswer::hang());
    server.serve("/api/v2/silences", HttpAnswer::hang());
    NotifyConfig config;
    config.groupWaitMs = 0;
    NotificationCenter center(clock, config);
    AlertSendersConfig who;
    const auto address =
        senderAddress(QStringLiteral("http://127.0.0.1:%1").arg(server.port()), AddressOf::Alertmanager);
    QVERIFY(address.has_value());
    who.alertmanagers = {*address};
    who.command = QStringList{QStringLiteral("sleep"), QStringLiteral("60")};
    AlertSenders senders(who, &center, clock);

    Collector collector(clock, CollectorOptions{{}, 20});
    CollectorTick last;
    connect(&collector, &Collector::tick, this, [&](const CollectorTick &tick) {
        last = tick;
        center.update(tick);
    });
    collector.setRuleGroups(groups);
    QTRY_VERIFY(last.rules.size() == 4 && last.rules[1].state == AlertState::Firing);
    QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty(), 20'000);

    QTest::qSleep(4000); // the window's thread does nothing meanwhile
    QCoreApplication::processEvents();
    QTRY_VERIFY_WITH_TIMEOUT(last.rules[2].lastEvaluation.has_value(), 120'000);
    QVERIFY2(last.rules[2].evaluationSeconds > 1,
             qPrintable(QString::number(last.rules[2].evaluationSeconds)));

    const std::vector<TimestampMs> times = beats(*last.snapshot, last.at);
    QVERIFY(times.size() > 8);
    std::int64_t longest = 0;
    for (std::size_t i = 1; i < times.size(); ++i)
        longest = std::max(longest, times[i] - times[i - 1]);
    // On the grid, and none left out but where the machine itself was away.
    QVERIFY2(longest <= 3 * intervalMs, qPrintable(QString::number(longest)));
    // Who waits for the query are the rules behind it, and what their group missed is told.
    QCOMPARE(last.ruleGroups[0].name, std::string("quick"));
    QVERIFY(last.ruleGroups[0].missedEvaluations <= 2);
    QTRY_VERIFY_WITH_TIMEOUT(last.ruleGroups[1].missedEvaluations > 0, 20'000);
    QVERIFY(last.missedEvaluations >= last.ruleGroups[1].missedEvaluations);
}

} // namespace

SIGHTGLASS_TEST(PunctualEvaluationTest)
#include "punctualevaluationtest.moc"
