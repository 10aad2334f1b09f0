// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/explorequery.h"

#include "model/assist/expressionunit.h"
#include "parser/promql/parse.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;
using test::AssistStore;

class ExploreQueryTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    ExploreRequest request(ExploreMode mode, const std::vector<std::string> &queries) const
    {
        ExploreRequest request;
        request.mode = mode;
        for (std::size_t i = 0; i < queries.size(); ++i)
            request.queries.push_back({i, queries[i], {}});
        request.time.range = {AssistStore::now - 60'000, AssistStore::now};
        return request;
    }

    ExploreAnswer explore(const ExploreRequest &request)
    {
        return exploreQueries(*m_snapshot, QueryEngine(), *m_catalog, request);
    }

    AssistStore m_store;
    std::shared_ptr<const Snapshot> m_snapshot = m_store.snapshot();
    std::shared_ptr<const MetricCatalog> m_catalog = m_store.catalog();

private Q_SLOTS:
    void severalQueriesInOneChart()
    {
        const ExploreAnswer answer = explore(request(
            ExploreMode::Graph, {"queue_depth", "sum(", "\"text\"", "rate(queue_depth[$__rate_interval])"}));
        QCOMPARE(answer.outcomes.size(), std::size_t{4});
        QCOMPARE(answer.outcomes[0].series, std::size_t{3});
        QVERIFY(answer.outcomes[1].error);
        QCOMPARE(answer.outcomes[2].text, std::string("text"));
        QCOMPARE(answer.outcomes[3].annotations.size(), std::size_t{1});
        QCOMPARE(answer.outcomes[3].annotations[0].span, (SourceSpan{5, 34}));
        QCOMPARE(answer.data.series.size(), std::size_t{6});
        QCOMPARE(answer.data.series.back().query, std::size_t{3});
        QCOMPARE(answer.data.series.front().samples.size(), std::size_t{61});
    }

    void linesAreEvaluatedBetweenTheirSteps()
    {
        AssistStore store;
        store.add(Labels::withName("level"), 5, 0, AssistStore::now - 300'000, AssistStore::now - 101'000);
        store.add(Labels::withName("level"), 77, 0, AssistStore::now - 100'000, AssistStore::now - 100'000);
        store.add(Labels::withName("level"), 5, 0, AssistStore::now - 99'000, AssistStore::now);
        m_snapshot = store.snapshot();
        ExploreRequest asked = request(ExploreMode::Graph, {"level", "sum(level) * 2"});
        // A month, of which the store knows five minutes: less than a step.
        asked.time.range = {AssistStore::now - std::int64_t{30} * 86'400'000, AssistStore::now};
        asked.time.scrapeIntervalMs = 1000;
        asked.time.maxPoints = 2000;
        const ExploreAnswer answer = explore(asked);
        QVERIFY(answer.data.stepMs > QueryOptions().lookbackMs);
        QCOMPARE(answer.data.series.size(), std::size_t{2});
        const auto highest = std::ranges::max_element(answer.data.series[0].samples, {}, &Sample::v);
        QCOMPARE(highest->v, 77.0);
        QVERIFY(std::abs(highest->t - (AssistStore::now - 100'000)) <= 1000);
        QCOMPARE(std::ranges::max_element(answer.data.series[1].samples, {}, &Sample::v)->v, 154.0);
        QVERIFY(answer.data.fineStepMs > 0 && answer.data.fineStepMs <= 1000);
    }

    void answersGoOn()
    {
        AssistStore store;
        const auto text = [](const PanelData &data) {
            QByteArray written;
            for (const PanelSeries &series : data.series) {
                written += QByteArray::fromStdString(series.name) + ':';
                for (const Sample &sample : series.samples)
                    written += QByteArray::number(sample.t) + '=' + QByteArray::number(sample.v) + ' ';
            }
            return written;
        };
        EarlierExploration before;
        int goingOn = 0;
        for (TimestampMs t = AssistStore::now - 400'000; t <= AssistStore::now; t += 7000) {
            for (const char *n : {"a", "b"})
                store.add(Labels::withName("level", {{"n", n}}), static_cast<double>(t % 101), 1, t - 6000,
                          t);
            const auto snapshot = store.snapshot();
            ExploreRequest asked = request(ExploreMode::Graph, {"level", "sum(level)"});
            asked.time = {{t - 200'000, t}, 1000, 20};
            const QueryEngine engine;
            auto answer = std::make_shared<const ExploreAnswer>(
                exploreQueries({*snapshot, engine, *m_catalog}, asked, before));
            QCOMPARE(text(answer->data), text(exploreQueries(*snapshot, engine, *m_catalog, asked).data));
            if (answer->data.continues) {
                ++goingOn;
                QVERIFY(answer->data.continues->earlier.lock().get() == &before.answer->data);
            }
            before = {answer, snapshot->version(), asked};
        }
        QVERIFY(goingOn > 20);
    }

    void tableIsOneMoment()
    {
        const ExploreAnswer answer = explore(request(ExploreMode::Table, {"queue_depth", "1 + 1"}));
        QCOMPARE(answer.data.series.size(), std::size_t{4});
        for (const PanelSeries &series : answer.data.series)
            QCOMPARE(series.samples.size(), std::size_t{1});
        QCOMPARE(answer.data.series.back().samples.front(), (Sample{AssistStore::now, 2.0}));
        QCOMPARE(answer.data.series.back().name, std::string("B · 1 + 1"));
        QVERIFY(answer.data.series.front().name.starts_with("A · queue_depth{"));
    }

    void samplesAreThoseStored()
    {
        m_store.add(Labels::withName("odd"), 7, 0.25, AssistStore::now - 5'123, AssistStore::now);
        m_snapshot = m_store.snapshot();
        const ExploreAnswer answer =
            explore(request(ExploreMode::Samples, {"sum(rate(odd[5m])) + max(odd)", "gone_gauge"}));
        QCOMPARE(answer.data.series.size(), std::size_t{2});
        const auto &samples = answer.data.series.front().samples;
        QCOMPARE(samples.size(), std::size_t{6});
        QCOMPARE(samples.front(), (Sample{AssistStore::now - 5'123, 7.0}));
        QCOMPARE(samples.back().t, AssistStore::now - 123);
        // Without its stale marker.
        QCOMPARE(answer.data.series.back().samples.size(), std::size_t{1});
        QVERIFY(!answer.cut);
    }

    void whatExplainsTheLinesComesAlong_data()
    {
        QTest::addColumn<ExploreMode>("mode");
        QTest::addColumn<int>("bands");
        QTest::addColumn<int>("advice");
        QTest::addColumn<QString>("events");
        const QString all = QStringLiteral("failed reset");
        QTest::newRow("graph") << ExploreMode::Graph << 1 << 1 << all;
        QTest::newRow("table") << ExploreMode::Table << 0 << 1 << QString();
        QTest::newRow("samples") << ExploreMode::Samples << 0 << 0 << all;
    }
    void whatExplainsTheLinesComesAlong()
    {
        QFETCH(ExploreMode, mode);
        AssistStore store;
        const Labels target({{"instance", "x"}, {"job", "j"}});
        const auto named = [&target](const char *name) { return target.with("__name__", name); };
        store.add(named("up"), 1, 0, AssistStore::now - 120'000, AssistStore::now - 41'000);
        store.add(named("up"), 0, 0, AssistStore::now - 40'000, AssistStore::now - 40'000);
        store.add(named("up"), 1, 0, AssistStore::now - 39'000);
        store.add(named("jobs_total"), 500, 1, AssistStore::now - 120'000, AssistStore::now - 31'000);
        store.add(named("jobs_total"), 1, 1, AssistStore::now - 30'000);
        for (const auto &[le, growth] : {std::pair("1", 80), std::pair("10", 97), std::pair("+Inf", 100)})
            store.add(named("h_bucket").with("le", le), 10, growth);
        m_snapshot = store.snapshot();
        ExploreRequest asked =
            request(mode, {"rate(jobs_total[5s])", "sum(", "histogram_quantile(0.99, rate(h_bucket[5s]))"});
        asked.queries.back().row = 5; // those between are switched off
        asked.time.scrapeIntervalMs = 1000;
        const PanelData data = explore(asked).data;
        QTEST(static_cast<int>(data.bands.size()), "bands");
        for (const ErrorBand &band : data.bands) {
            QCOMPARE(data.series.at(band.series).query, std::size_t{5});
            QCOMPARE(band.low.front().v, 10.0);
            QVERIFY(std::isinf(band.high.front().v));
        }
        QTEST(static_cast<int>(data.advice.size()), "advice");
        QStringList events;
        for (const PanelEvent &event : data.events)
            events << (event.kind == PanelEvent::Kind::FailedScrape ? QStringLiteral("failed")
                                                                    : QStringLiteral("reset"));
        QTEST(events.join(u' '), "events");
        QVERIFY(mode == ExploreMode::Table || data.scrapeIntervalMs > 0);
        // Of stored samples none is left out.
        QVERIFY(mode != ExploreMode::Samples || data.scrapeIntervalMs == data.stepMs);
    }

    void nativeHistogramsAreShownAsTheyAre()
    {
        AssistStore store;
        store.addHistogram(Labels::withName("latency"), AssistStore::now - 5'000);
        m_snapshot = store.snapshot();
        const ExploreAnswer table = explore(request(ExploreMode::Table, {"latency"}));
        QCOMPARE(table.data.series.size(), std::size_t{1});
        QVERIFY(table.data.series.front().samples.empty());
        QCOMPARE(table.data.series.front().histograms.size(), std::size_t{1});
        QCOMPARE(table.data.series.front().histograms.front().histogram->count, 7.0);
        ExploreRequest stored = request(ExploreMode::Samples, {"latency"});
        const ExploreAnswer samples = explore(stored);
        QCOMPARE(samples.data.series.front().histograms.size(), std::size_t{6});
        QCOMPARE(samples.outcomes.front().samples, std::size_t{6});
        QVERIFY(!samples.cut);
        stored.maxHistograms = 4;
        QVERIFY(explore(stored).cut);
    }

    void aGraphOffersTheNumbersOfNativeHistograms_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("quantile");
        const auto row = [](const char *query, const char *quantile) {
            QTest::newRow(query) << QByteArray(query) << QByteArray(quantile);
        };
        row("latency", "histogram_quantile(0.95, rate(latency[1m]))");
        row("rate(latency[20s])", "histogram_quantile(0.95, rate(latency[20s]))");
        // No range fits behind an offset.
        row("latency offset 1s", "histogram_quantile(0.95, latency offset 1s)");
    }
    void aGraphOffersTheNumbersOfNativeHistograms()
    {
        QFETCH(QByteArray, query);
        AssistStore store;
        store.addHistogram(Labels::withName("latency"), AssistStore::now - 50'000);
        m_snapshot = store.snapshot();
        const ExploreAnswer graph = explore(request(ExploreMode::Graph, {query.toStdString()}));
        QVERIFY(graph.data.series.empty());
        const ExploreOutcome &outcome = graph.outcomes.front();
        QCOMPARE(outcome.series, std::size_t{1});
        QCOMPARE(outcome.histograms, std::size_t{1});
        QCOMPARE(outcome.findings.size(), std::size_t{1});
        const Finding &finding = outcome.findings.front();
        QCOMPARE(finding.kind, FindingKind::NativeHistograms);
        QCOMPARE(finding.mends.size(), std::size_t{3});
        QTEST(QByteArray::fromStdString(mended(query.toStdString(), finding.mends.front())), "quantile");
        // Each gives a line.
        for (const Mend &mend : finding.mends) {
            const ExploreAnswer drawn =
                explore(request(ExploreMode::Graph, {mended(query.toStdString(), mend)}));
            QCOMPARE(drawn.data.series.size(), std::size_t{1});
            QVERIFY(drawn.outcomes.front().findings.empty());
        }
    }

    void boundsAreTold()
    {
        ExploreRequest bounded = request(ExploreMode::Graph, {"{__name__!=\"\"}"});
        bounded.maxSeries = 4;
        const ExploreAnswer graph = explore(bounded);
        QCOMPARE(graph.data.series.size(), std::size_t{4});
        QVERIFY(graph.outcomes[0].series > 10);
        bounded = request(ExploreMode::Samples, {"http_requests_total"});
        bounded.maxSamples = 100;
        const ExploreAnswer samples = explore(bounded);
        QVERIFY(samples.cut);
        QCOMPARE(samples.outcomes[0].samples, std::size_t{366});
    }

    void units_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("unit");
        const auto row = [](const char *query, const char *unit) {
            QTest::newRow(query) << QByteArray(query) << QByteArray(unit);
        };
        row("histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[5m])))", "s");
        row("sum(rate(http_requests_total[5m]))", "reqps");
        row("sum(rate(http_requests_total[5m])) / sum(rate(http_requests_total[1m]))", "percentunit");
        row("rate(http_duration_seconds_sum[5m]) / rate(http_duration_seconds_count[5m])", "s");
        row("max_over_time(rpc_seconds[5m])", "s");
        row("count(rpc_seconds)", "short");
        row("rpc_seconds * 2", "");
        row("rate(queue_depth[5m])", "");
        row("rpc_seconds + 2", "s");
        row("no_such", "");
    }
    void units()
    {
        QFETCH(QByteArray, query);
        const auto expr = promql::parseExpr(query.toStdString());
        QVERIFY(expr.ok());
        QTEST(QByteArray::fromStdString(expressionUnit(**expr, *m_catalog)), "unit");
    }
};

} // namespace

SIGHTGLASS_TEST(ExploreQueryTest)
#include "explorequerytest.moc"
