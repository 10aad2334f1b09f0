// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/explorequery.h"

#include "model/assist/expressionunit.h"
#include "parser/promql/parse.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"

#include <QTest>

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
        const std::vector<Sample> &samples = answer.data.series.front().samples;
        QCOMPARE(samples.size(), std::size_t{6});
        QCOMPARE(samples.front(), (Sample{AssistStore::now - 5'123, 7.0}));
        QCOMPARE(samples.back().t, AssistStore::now - 123);
        // Without its stale marker.
        QCOMPARE(answer.data.series.back().samples.size(), std::size_t{1});
        QVERIFY(!answer.cut);
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
