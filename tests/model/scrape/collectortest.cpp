// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collector.h"

#include "model/alerting/rulegroup.h"
#include "model/scrape/systemclock.h"
#include "parser/config/rulefilereader.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

TargetConfig target(const QString &id, const QUrl &url, std::int64_t intervalMs = 100)
{
    TargetConfig config;
    config.id = id;
    config.url = url;
    config.name = id;
    config.intervalMs = intervalMs;
    return config;
}

/// A collector and the last thing it told.
struct Watched
{
    Collector collector;
    CollectorTick last;
    std::vector<AlertTransition> transitions;
    int ticks = 0;

    explicit Watched(CollectorOptions options = {{}, 20})
        : collector(std::make_shared<SystemClock>(), options)
    {
        QObject::connect(&collector, &Collector::tick, &collector, [this](const CollectorTick &tick) {
            last = tick;
            transitions.insert(transitions.end(), tick.transitions.begin(), tick.transitions.end());
            ++ticks;
        });
    }
    [[nodiscard]] TargetStatus status(const QString &id) const
    {
        for (const TargetStatus &status : last.targets) {
            if (status.config.id == id)
                return status;
        }
        return {};
    }
    [[nodiscard]] QString error(const QString &id) const
    {
        const auto error = status(id).error;
        return error ? QString::fromStdString(plainText(*error)) : QString();
    }
    [[nodiscard]] std::optional<double> value(std::string_view metric, std::string_view job = {}) const
    {
        return last.snapshot ? newestValue(*last.snapshot, metric, job) : std::nullopt;
    }
    [[nodiscard]] bool isStale(std::string_view metric, std::string_view job = {}) const
    {
        const auto newest = value(metric, job);
        return newest && isStaleMarker(*newest);
    }
};

/// The healthy target's scrapes came on time: this many within this time, give or take a loaded machine.
void verifyOnTime(const TargetStatus &status, qint64 elapsedMs)
{
    QVERIFY2(status.health == TargetHealth::Up, "the healthy neighbour is up");
    const auto expected = static_cast<std::uint64_t>(elapsedMs / status.config.intervalMs);
    QVERIFY2(status.scrapes + 3 >= expected * 3 / 4,
             qPrintable(QStringLiteral("%1 scrapes in %2 ms").arg(status.scrapes).arg(elapsedMs)));
    QCOMPARE(status.failures, std::uint64_t{0});
}

class CollectorTest : public TestCase
{
    Q_OBJECT

private slots:
    void firstScrapeComesAtOnce()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        Watched watched;
        watched.collector.setTargets({target(QStringLiteral("t"), server.url(), 3'600'000)});
        QTRY_COMPARE(watched.value("a"), std::optional(1.0));
        const TargetStatus status = watched.status(QStringLiteral("t"));
        QVERIFY(status.health == TargetHealth::Up);
        QVERIFY(status.lastScrape.has_value());
        QCOMPARE(status.samples, std::size_t{1});
        QCOMPARE(status.seriesAdded, std::size_t{1});
        QCOMPARE(status.bodyBytes, std::size_t{4});
        QCOMPARE(status.labels.value("job"), std::string_view("t"));
        QCOMPARE(watched.value("up", "t"), std::optional(1.0));
    }

    void misbehavingTargets_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<qint64>("repeat");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &answer, const char *reason,
                            qint64 repeat = 0) {
            QTest::newRow(name) << answer << repeat << QString::fromUtf8(reason);
        };
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
        row("refused", "refused", "connection refused by 127.0.0.1:");
        row("hanging", {}, "no complete answer within 100ms");
        row("404", HttpAnswer::status("404 Not Found").bytes, "server returned HTTP status 404 Not Found");
        row("HTML", HttpAnswer::page("<html>", "text/html").bytes,
            "received unsupported Content-Type \"text/html\"");
        row("1 GiB", head + "\r\n", "body size limit exceeded (1 MiB)", qint64{1} << 30);
        row("half a line", HttpAnswer::page("b 1\na{x=\"").bytes, "expected label value");
        row("invalid UTF-8", HttpAnswer::page("b 1\na{x=\"\xFF\"} 1\n").bytes, "invalid UTF-8 label value");
        row("gzip bomb",
            HttpAnswer::page(gzipped(QByteArray(1 << 20, '#'), 64), "text/plain",
                             "Content-Encoding: gzip\r\n")
                .bytes,
            "body size limit exceeded (1 MiB)");
        row("endless redirects", HttpAnswer::redirect("/metrics").bytes, "stopped after 10 redirects");
    }
    void misbehavingTargets()
    {
        QFETCH(QByteArray, answer);
        QFETCH(qint64, repeat);
        QFETCH(QString, reason);
        HttpServer good;
        good.serve("/metrics", HttpAnswer::page("a 1\n"));
        HttpServer bad;
        HttpAnswer told{answer, QByteArray("some_metric 1\n").repeated(5000), repeat};
        told.then = repeat > 0 ? HttpAnswer::Then::Close : HttpAnswer::Then::KeepOpen;
        bad.serve("/metrics", told);
        if (answer == "refused")
            bad.stop();
        QUrl badUrl = bad.url();
        if (answer == "refused")
            badUrl.setPort(unusedPort());
        TargetConfig config = target(QStringLiteral("bad"), badUrl);
        config.samples.limits.bodySize = std::size_t{1} << 20U;
        // Eleven connections one after the other need their time on a busy machine.
        config.intervalMs = reason.contains(QLatin1String("redirects")) ? 1000 : 100;
        Watched watched;
        QElapsedTimer timer;
        timer.start();
        watched.collector.setTargets({config, target(QStringLiteral("good"), good.url())});
        QTRY_VERIFY_WITH_TIMEOUT(watched.status(QStringLiteral("bad")).scrapes >= 2, 15'000);
        QTRY_VERIFY(watched.status(QStringLiteral("good")).scrapes >= 5);
        const TargetStatus status = watched.status(QStringLiteral("bad"));
        QVERIFY(status.health == TargetHealth::Down);
        QVERIFY2(watched.error(QStringLiteral("bad")).contains(reason),
                 qPrintable(watched.error(QStringLiteral("bad"))));
        QCOMPARE(status.failures, status.scrapes);
        QCOMPARE(watched.value("up", "bad"), std::optional(0.0));
        QVERIFY(!watched.value("b"));
        verifyOnTime(watched.status(QStringLiteral("good")), timer.elapsed());
    }

    void errorsSayWhere()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\nb 2\nc{x=} 3\n"));
        Watched watched;
        watched.collector.setTargets({target(QStringLiteral("t"), server.url())});
        QTRY_VERIFY(watched.status(QStringLiteral("t")).error.has_value());
        const Error error = *watched.status(QStringLiteral("t")).error;
        QCOMPARE(error.code, ErrorCode::ExpositionSyntax);
        QCOMPARE(error.position, (SourcePosition{3, 5}));
    }

    void overlappingScrapesAreSkipped()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::hang());
        Watched watched;
        TargetConfig config = target(QStringLiteral("t"), server.url());
        watched.collector.setTargets({config});
        QTRY_VERIFY_WITH_TIMEOUT(watched.status(QStringLiteral("t")).scrapes >= 5, 10'000);
        const TargetStatus status = watched.status(QStringLiteral("t"));
        // The timeout is as long as the interval: the slots that come while a scrape hangs are skipped, never
        // queued.
        QVERIFY(status.skipped >= 1);
        QVERIFY(server.requests().size() <= static_cast<qsizetype>(status.scrapes) + 1);
    }

    void staleWhenFailingAndBack()
    {
        HttpServer server;
        bool healthy = true;
        server.serve("/metrics", [&](const HttpRequest &) {
            return healthy ? HttpAnswer::page("a 1\n") : HttpAnswer::status("503 Service Unavailable");
        });
        Watched watched;
        watched.collector.setTargets({target(QStringLiteral("t"), server.url())});
        QTRY_COMPARE(watched.value("a"), std::optional(1.0));
        healthy = false;
        QTRY_VERIFY(watched.isStale("a"));
        QCOMPARE(watched.value("up"), std::optional(0.0));
        healthy = true;
        QTRY_COMPARE(watched.value("a"), std::optional(1.0));
        QCOMPARE(watched.value("up"), std::optional(1.0));
    }

    void addEditRemoveWhileRunning()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        server.serve("/other", HttpAnswer::page("b 1\n"));
        Watched watched;
        const TargetConfig first = target(QStringLiteral("first"), server.url());
        TargetConfig second = target(QStringLiteral("second"), server.url());
        watched.collector.setTargets({first});
        QTRY_VERIFY(watched.status(QStringLiteral("first")).scrapes >= 2);
        watched.collector.setTargets({second, first});
        QTRY_COMPARE(watched.value("a", "second"), std::optional(1.0));
        QVERIFY(watched.status(QStringLiteral("first")).scrapes >= 2); // goes on, does not begin anew
        QCOMPARE(watched.last.targets.front().config.id, QStringLiteral("second"));
        // Another path under the same labels: the next scrape ends what it no longer brings.
        second.url = server.url(QStringLiteral("/other"));
        watched.collector.setTargets({second, first});
        QTRY_COMPARE(watched.value("b", "second"), std::optional(1.0));
        QTRY_VERIFY(watched.isStale("a", "second"));
        // Another name is another target.
        second.name = QStringLiteral("renamed");
        watched.collector.setTargets({second, first});
        QTRY_COMPARE(watched.value("b", "renamed"), std::optional(1.0));
        QTRY_VERIFY(watched.isStale("b", "second"));
        QVERIFY(watched.isStale("up", "second"));
        second.enabled = false;
        watched.collector.setTargets({second, first});
        QTRY_VERIFY(watched.isStale("b", "renamed"));
        QVERIFY(watched.status(QStringLiteral("second")).health == TargetHealth::Unknown);
        watched.collector.setTargets({});
        QTRY_VERIFY(watched.isStale("up", "first"));
        QVERIFY(watched.last.targets.empty());
    }

    void aTargetThatComesBackLeavesNoGap()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        Watched watched;
        const TargetConfig config = target(QStringLiteral("t"), server.url(), 500);
        watched.collector.setTargets({config});
        QTRY_VERIFY(watched.status(QStringLiteral("t")).scrapes >= 2);
        watched.collector.setTargets({});
        QTRY_VERIFY(watched.last.targets.empty());
        watched.collector.setTargets({config});
        // By then the end of the first one has been written, in vain.
        QTRY_VERIFY(watched.status(QStringLiteral("t")).scrapes >= 5);
        const QString samples = contentsOf(*watched.last.snapshot, "a", 0);
        QVERIFY2(!samples.contains(QStringLiteral("stale")), qPrintable(samples));
    }

    void theEndIsDatedAtTheScrapeThatWouldHaveBeen()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        Watched watched;
        watched.collector.setTargets({target(QStringLiteral("t"), server.url(), 300)});
        QTRY_VERIFY(watched.status(QStringLiteral("t")).scrapes >= 3);
        const TimestampMs removed = SystemClock().nowMs();
        watched.collector.setTargets({});
        QTRY_VERIFY(watched.isStale("a"));
        const TimestampMs seen = SystemClock().nowMs();
        const auto series = seriesOf(*watched.last.snapshot, "a");
        SampleColumns columns;
        series.front()->read({0, std::numeric_limits<TimestampMs>::max()}, columns);
        // At the scrape after the removal; written an interval and a tenth after that.
        QVERIFY(columns.times.back() > removed);
        QVERIFY(seen - columns.times.back() >= 330);
    }

    void unusableUrl()
    {
        Watched watched;
        watched.collector.setTargets({target(QStringLiteral("t"), QUrl(QStringLiteral("ftp://h/x")))});
        QTRY_VERIFY(watched.status(QStringLiteral("t")).error.has_value());
        QCOMPARE(watched.error(QStringLiteral("t")), QStringLiteral("not a usable URL: ftp://h/x"));
        QVERIFY(watched.status(QStringLiteral("t")).health == TargetHealth::Down);
    }

    void manyTargetsOnOneAddress()
    {
        constexpr int count = 50;
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        std::vector<TargetConfig> targets;
        for (int i = 0; i < count; ++i) {
            const QUrl url = server.url(QStringLiteral("/metrics?i=%1").arg(i));
            targets.push_back(target(QStringLiteral("t%1").arg(i), url, 1000));
        }
        // Seven that hang would block the others if they shared six connections.
        server.serve("/hang", HttpAnswer::hang());
        for (int i = 0; i < 7; ++i)
            targets.push_back(
                target(QStringLiteral("h%1").arg(i), server.url(QStringLiteral("/hang")), 10'000));
        Watched watched;
        watched.collector.setTargets(targets);
        const auto fewest = [&] {
            std::uint64_t scrapes = std::numeric_limits<std::uint64_t>::max();
            for (int i = 0; i < count; ++i)
                scrapes = std::min(scrapes, watched.status(QStringLiteral("t%1").arg(i)).scrapes);
            return scrapes;
        };
        QTRY_VERIFY_WITH_TIMEOUT(fewest() >= 3, 8000);
        for (int i = 0; i < count; ++i) {
            const TargetStatus status = watched.status(QStringLiteral("t%1").arg(i));
            QVERIFY2(status.failures == 0, qPrintable(watched.error(status.config.id)));
        }
    }

    void alertsAreEvaluatedOnTheWay()
    {
        HttpServer server;
        QByteArray value = "5";
        server.serve("/metrics",
                     [&](const HttpRequest &) { return HttpAnswer::page("depth " + value + "\n"); });
        ThresholdRule rule;
        rule.name = "Deep";
        rule.expr = "depth";
        rule.threshold = 3;
        Watched watched;
        watched.collector.setRuleGroups({ruleGroup(ThresholdGroup{"g", 100, {rule}})});
        watched.collector.setTargets({target(QStringLiteral("t"), server.url())});
        const auto state = [&] {
            return watched.last.rules.empty() ? AlertState::Inactive : watched.last.rules.front().state;
        };
        QTRY_VERIFY(state() == AlertState::Firing);
        value = "1";
        QTRY_VERIFY(state() == AlertState::Inactive);
        QVERIFY(watched.transitions.size() >= 2);
        QVERIFY(watched.transitions.back().to == AlertState::Inactive);
        QCOMPARE(watched.transitions.back().rule, std::string("Deep"));
    }

    void rulesWriteSeries()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 5\n"));
        const RuleFileReading reading =
            readRuleFile("groups: [{name: g, interval: 100ms, rules: [{record: double, expr: depth * 2},"
                         "{alert: Deep, expr: double > 3, labels: {job: other},"
                         " annotations: {summary: '{{ $value }} in {{ $externalLabels.region }}'}}]}]");
        QVERIFY(reading.ok());
        CollectorOptions options{{}, 20};
        options.externalLabels = Labels(std::vector<Label>{{"region", "eu"}});
        Watched watched(options);
        watched.collector.setRuleGroups({ruleGroup(reading.file.groups.front(), "rules.yml")});
        watched.collector.setTargets({target(QStringLiteral("t"), server.url())});
        const auto newest = [&](const char *metric) {
            return watched.last.snapshot ? newestValue(*watched.last.snapshot, metric) : std::nullopt;
        };
        QTRY_COMPARE(newest("double"), std::optional(10.0));
        QTRY_COMPARE(newest("ALERTS"), std::optional(1.0));
        QCOMPARE(watched.last.ruleGroups.front().file, std::string("rules.yml"));
        QCOMPARE(watched.last.ruleGroups.front().rules, std::size_t{2});
        QCOMPARE(summaryOf(watched.last.rules.back().alerts.front().annotations), std::string("10 in eu"));
        // They are no target's, and end with their rules.
        QCOMPARE(watched.status(QStringLiteral("t")).samples, std::size_t{1});
        watched.collector.setRuleGroups({});
        QTRY_VERIFY(isStaleMarker(newest("double").value_or(0)));
        QVERIFY(isStaleMarker(newest("ALERTS").value_or(0)));
    }

    void heavyRulesFailAndScrapesGoOn()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        ThresholdRule rule;
        rule.name = "Heavy";
        rule.expr = "count_over_time(vector(1)[1d:1s])";
        CollectorOptions options{{}, 20};
        options.alertMaxSamples = 1000;
        Watched watched(options);
        watched.collector.setRuleGroups({ruleGroup(ThresholdGroup{"g", 100, {rule}})});
        watched.collector.setTargets({target(QStringLiteral("t"), server.url())});
        QTRY_VERIFY(!watched.last.rules.empty() && watched.last.rules.front().error.has_value());
        QCOMPARE(watched.last.rules.front().error->code, ErrorCode::QueryTooManySamples);
        QTRY_VERIFY(watched.status(QStringLiteral("t")).scrapes >= 3);
    }

    void alertsGoOnWithoutScrapes()
    {
        ThresholdRule rule;
        rule.name = "Always";
        rule.expr = "vector(1)";
        rule.threshold = 0;
        Watched watched;
        watched.collector.setRuleGroups({ruleGroup(ThresholdGroup{"g", 100, {rule}})});
        QTRY_VERIFY(!watched.last.rules.empty() && watched.last.rules.front().lastEvaluation.has_value());
        const TimestampMs first = *watched.last.rules.front().lastEvaluation;
        QTRY_VERIFY(*watched.last.rules.front().lastEvaluation > first);
    }

    /// As Prometheus does behind a restart: what had been active for longer than `for` fires, behind the
    /// second evaluation; what had not, gets at least the grace period; what is short begins anew.
    void keptAlertsComeBack()
    {
        const auto written = readRuleFile("groups:\n- name: g\n  interval: 100ms\n  rules:\n"
                                          "  - {alert: Long, expr: vector(1), for: 20m}\n"
                                          "  - {alert: Waiting, expr: vector(1), for: 40m}\n"
                                          "  - {alert: Short, expr: vector(1), for: 5m}\n");
        QVERIFY(written.ok());
        const TimestampMs now = SystemClock().nowMs();
        const auto kept = [now](const char *name, int agoMinutes) {
            return KeptAlert{Labels(std::vector<Label>{{"alertname", name}}),
                             {now - 60'000, static_cast<double>(now / 1000 - agoMinutes * 60)}};
        };
        CollectorOptions options{{}, 20};
        options.restoreAlerts = RestoreOptions{};
        options.keptAlerts = {kept("Long", 30), kept("Waiting", 11), kept("Short", 30)};
        Watched watched(options);
        watched.collector.setRuleGroups({ruleGroup(written.file.groups.front(), "rules.yml")});
        QTRY_VERIFY(watched.last.rules.size() == 3 && watched.last.rules.front().state == AlertState::Firing);
        QCOMPARE(watched.last.rules[0].alerts.front().activeAt / 1000, now / 1000 - 30 * 60);
        // One minute of outage does not count.
        const TimestampMs waiting = watched.last.rules[1].alerts.front().activeAt;
        QVERIFY(waiting >= now - 10 * 60'000 - 1000 && waiting <= now - 10 * 60'000 + 5000);
        QVERIFY(watched.last.rules[1].state == AlertState::Pending);
        QVERIFY(watched.last.rules[2].state == AlertState::Pending);
        QVERIFY(watched.last.rules[2].alerts.front().activeAt >= now - 1000);
        // What is kept next is what is in force now.
        QTRY_COMPARE(keptAlerts(*watched.last.snapshot, SystemClock().nowMs()).size(), std::size_t{3});
    }

    void slowReaderGetsTheLatest()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        Watched watched;
        watched.collector.setTargets({target(QStringLiteral("t"), server.url())});
        QTRY_VERIFY(watched.status(QStringLiteral("t")).scrapes >= 3);
        // While this thread sleeps the collector goes on (the server here cannot answer, so its scrapes time
        // out).
        const int before = watched.ticks;
        const std::uint64_t scrapes = watched.status(QStringLiteral("t")).scrapes;
        QTest::qSleep(1000); // not reading is what is tested
        QCoreApplication::processEvents();
        QVERIFY(watched.ticks <= before + 2);
        QTRY_VERIFY(watched.status(QStringLiteral("t")).scrapes >= scrapes + 3);
    }

    void stopsAtOnce()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::hang());
        std::vector<TargetConfig> targets;
        for (int i = 0; i < 20; ++i) {
            TargetConfig config = target(QStringLiteral("t%1").arg(i), server.url(), 60'000);
            targets.push_back(config);
        }
        auto watched = std::make_unique<Watched>();
        watched->collector.setTargets(targets);
        QTRY_COMPARE(server.requests().size(), 20);
        QElapsedTimer timer;
        timer.start();
        watched.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

} // namespace

SIGHTGLASS_TEST(CollectorTest)
#include "collectortest.moc"
