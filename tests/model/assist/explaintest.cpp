// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/explain.h"

#include "parser/promql/parse.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::AssistStore;

class ExplainTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    Explanation explain(const std::string &query, TimestampMs at = AssistStore::now)
    {
        return explainQuery(query, {*m_snapshot, *m_catalog, {}, at, AssistStore::scrapeMs, {1000, 4000}});
    }

    std::size_t elements(const std::string &query)
    {
        const Explanation explanation = explain(query);
        return explanation.nodes.empty() ? 0 : explanation.nodes.front().series;
    }

    AssistStore m_store;
    std::shared_ptr<const Snapshot> m_snapshot = m_store.snapshot();
    std::shared_ptr<const MetricCatalog> m_catalog = m_store.catalog();

private Q_SLOTS:
    void aRangeQueryIsExplainedAsOne()
    {
        // Alone at its end, step() would be 0 and @ start() the end.
        const auto explained = [this](const std::string &query) {
            const StepRange steps{AssistStore::now - 3'600'000, AssistStore::now, 60'000};
            return explainQuery(
                query,
                {*m_snapshot, *m_catalog, {}, AssistStore::now, AssistStore::scrapeMs, {1000, 4000}, steps});
        };
        const Explanation duration = explained("count_over_time(http_requests_total[5m] @ start())");
        QVERIFY(!duration.error);
        QCOMPARE(duration.nodes.front().series, std::size_t{0});
        QVERIFY(elements("count_over_time(http_requests_total[5m] @ start())") > 0);
        // What is below takes no longer than what is above.
        for (const ExplainedNode &node : duration.nodes) {
            if (node.parent)
                QVERIFY(duration.nodes[*node.parent].milliseconds >= node.milliseconds);
        }
    }
    /// $__interval is 1 s, $__rate_interval 4 s.
    void intervalVariables_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("plain") << QByteArray("rate(http_requests_total[$__rate_interval])")
                               << QByteArray("rate(http_requests_total[4s])");
        QTest::newRow("brackets") << QByteArray("rate(http_requests_total[[[__rate_interval]]])")
                                  << QByteArray("rate(http_requests_total[4s])");
        QTest::newRow("a format") << QByteArray("http_requests_total offset ${__interval:text}")
                                  << QByteArray("http_requests_total offset 1s");
        QTest::newRow("milliseconds") << QByteArray("http_requests_total * 1000 / $__rate_interval_ms")
                                      << QByteArray("http_requests_total * 1000 / 4000");
        QTest::newRow("a duration of them") << QByteArray("rate(http_requests_total[${__interval_ms}ms])")
                                            << QByteArray("rate(http_requests_total[1s])");
        QTest::newRow("a duration expression")
            << QByteArray("rate(http_requests_total[$__interval * 4])") << QByteArray();
    }

    void intervalVariables()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, first);
        Explanation explanation = explain(query.toStdString());
        if (first.isEmpty()) {
            ExplainSource source{*m_snapshot,           *m_catalog,  {}, AssistStore::now,
                                 AssistStore::scrapeMs, {1000, 4000}};
            source.options.features = promql::Features::all();
            explanation = explainQuery(query.toStdString(), source);
        }
        QVERIFY2(!explanation.error, explanation.error ? plainText(*explanation.error).c_str() : "");
        if (!first.isEmpty())
            QCOMPARE(QByteArray::fromStdString(explanation.nodes.front().text), first);
    }

    void theTree()
    {
        const Explanation explanation =
            explain("sum by (code) ((rate(http_requests_total[$__rate_interval]))) * 2");
        QVERIFY(!explanation.error);
        QVERIFY(explanation.complete);
        QVERIFY(!explanation.emptied);
        QVERIFY(explanation.findings.empty());
        QStringList lines;
        for (const ExplainedNode &node : explanation.nodes)
            lines << QStringLiteral("%1%2 %3")
                         .arg(QString(static_cast<qsizetype>(node.depth), QLatin1Char('-')),
                              QString::fromStdString(node.text))
                         .arg(node.series);
        QCOMPARE(lines, (QStringList{
                            QStringLiteral("sum by (code) ((rate(http_requests_total[4s]))) * 2 3"),
                            QStringLiteral("-sum by (code) ((rate(http_requests_total[4s]))) 3"),
                            QStringLiteral("--rate(http_requests_total[4s]) 6"),
                            QStringLiteral("---http_requests_total[4s] 6"),
                            QStringLiteral("-2 1"),
                        }));
        QCOMPARE(explanation.nodes[3].samples, std::size_t{24});
        QCOMPARE(explanation.nodes[1].sampleLabels, std::string("{code=\"200\"}"));
        QCOMPARE(explanation.nodes[1].sampleValue, 4.0);
        QCOMPARE(explanation.nodes[2].parent, std::size_t{1});
    }

    /// Each query gives nothing; the node that emptied it is told, the finding, and a mend after which it
    /// gives something.
    void emptied_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<FindingKind>("kind");
        QTest::addColumn<QByteArray>("emptied");
        QTest::addColumn<QByteArray>("mended");
        const auto row = [](const char *query, FindingKind kind, const char *emptied, const char *mended) {
            QTest::newRow(query) << QByteArray(query) << kind << QByteArray(emptied) << QByteArray(mended);
        };
        row("histogram_quantile(0.9, http_duration_seconds)", FindingKind::BareHistogram,
            "http_duration_seconds",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[1m])))");
        row("sum(rate(http_request_total[1m])) / 2", FindingKind::UnknownMetricNear, "http_request_total[1m]",
            "sum(rate(http_requests_total[1m])) / 2");
        row("histogram_quantile(0.9, sum(rate(http_duration_seconds_bucket[1m])))",
            FindingKind::QuantileWithoutLe,
            "histogram_quantile(0.9, sum(rate(http_duration_seconds_bucket[1m])))",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[1m])))");
        row("histogram_quantile(0.9, queue_depth)", FindingKind::QuantileOfNoBuckets,
            "histogram_quantile(0.9, queue_depth)", "");
        row("queue_depth{queue=\"mial\"}", FindingKind::UnmatchedValueNear, "queue_depth{queue=\"mial\"}",
            "queue_depth{queue=\"mail\"}");
        row("sum(rate(http_requests_total{code=\"200\", method=\"PUT\"}[1m]))",
            FindingKind::UnmatchedValueNear, "http_requests_total{code=\"200\",method=\"PUT\"}[1m]",
            "sum(rate(http_requests_total{code=\"200\", method=\"GET\"}[1m]))");
        row("queue_depth{queu=\"mail\"}", FindingKind::UnknownLabel, "queue_depth{queu=\"mail\"}",
            "queue_depth{queue=\"mail\"}");
        row("queue_depth / queue_limit", FindingKind::JoinLabelsDiffer, "queue_depth / queue_limit",
            "queue_depth / on (queue) queue_limit");
        row("http_requests_total * queue_limit", FindingKind::JoinLabelsDiffer,
            "http_requests_total * queue_limit", "");
        row("queue_depth and queue_limit", FindingKind::JoinLabelsDiffer, "queue_depth and queue_limit",
            "queue_depth and on (queue) queue_limit");
        row("rate(http_requests_total[1s])", FindingKind::RangeTooShort, "rate(http_requests_total[1s])",
            "rate(http_requests_total[4s])");
        row("gone_gauge + 1", FindingKind::StaleSeries, "gone_gauge", "last_over_time(gone_gauge[2m]) + 1");
        row("queue_depth > 100", FindingKind::ComparisonDropsAll, "queue_depth > 100",
            "queue_depth > bool 100");
        row("absent(queue_depth)", FindingKind::NothingMissing, "absent(queue_depth)", "");
        row("queue_depth unless queue_depth", FindingKind::UnlessDropsAll, "queue_depth unless queue_depth",
            "");
    }
    void emptied()
    {
        QFETCH(QByteArray, query);
        QFETCH(FindingKind, kind);
        QFETCH(QByteArray, mended);
        const Explanation explanation = explain(query.toStdString());
        QVERIFY(explanation.emptied);
        QTEST(QByteArray::fromStdString(explanation.nodes[*explanation.emptied].text), "emptied");
        const auto found = std::find_if(explanation.findings.begin(), explanation.findings.end(),
                                        [kind](const Finding &finding) { return finding.kind == kind; });
        QVERIFY2(found != explanation.findings.end(),
                 explanation.findings.empty() ? "none" : findingText(explanation.findings.front()).c_str());
        if (mended.isEmpty())
            return;
        QVERIFY(!found->mends.empty());
        const std::string after = sightglass::mended(query.toStdString(), found->mends.front());
        QCOMPARE(QByteArray::fromStdString(after), mended);
        QVERIFY(elements(after) > 0);
    }

    /// Nothing is above the threshold now, and if it were, it would still come to nothing.
    void joinsBehindThresholds_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("mended");
        const auto row = [](const char *query, const char *mended) {
            QTest::newRow(query) << QByteArray(query) << QByteArray(mended);
        };
        row("queue_depth > 100 and queue_limit > 0", "queue_depth > 100 and on (queue) queue_limit > 0");
        row("(queue_depth) > 100 and (queue_limit > 1000)",
            "(queue_depth) > 100 and on (queue) (queue_limit > 1000)");
        row("100 < queue_depth and ignoring (job) queue_limit",
            "100 < queue_depth and on (queue) queue_limit");
        // These would match.
        row("queue_depth > 100 and on (queue) queue_limit > 0", "");
        row("queue_depth > 100 and ignoring (job, zone) queue_limit > 0", "");
        row("queue_depth > 100 and queue_depth > 1", "");
        row("queue_depth > 100 or queue_limit > 1000", "");
        row("queue_depth > 100 unless queue_limit", "");
    }
    void joinsBehindThresholds()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, mended);
        const Explanation explanation = explain(query.toStdString());
        const auto found =
            std::find_if(explanation.findings.begin(), explanation.findings.end(),
                         [](const Finding &f) { return f.kind == FindingKind::JoinLabelsDiffer; });
        QCOMPARE(found == explanation.findings.end(), mended.isEmpty());
        if (mended.isEmpty())
            return;
        QVERIFY(!found->mends.empty());
        const std::string after = sightglass::mended(query.toStdString(), found->mends.front());
        QCOMPARE(QByteArray::fromStdString(after), mended);
    }

    void timesByTheirValues()
    {
        m_store.add(Labels::withName("backup_done", {{"job", "web"}}), 1.7e9);
        m_store.declare("backup_done", MetricType::Gauge);
        m_store.add(Labels::withName("backup_count", {{"job", "web"}}), 170);
        m_store.declare("backup_count", MetricType::Gauge);
        m_snapshot = m_store.snapshot();
        m_catalog = m_store.catalog();
        QVERIFY(explain("time() - backup_done > 60").findings.empty());
        const Explanation wrong = explain("time() - backup_count > 60");
        QVERIFY(!wrong.findings.empty());
        QCOMPARE(wrong.findings.front().kind, FindingKind::ClockAgainstNumber);
    }

    void theJoinTellsTheLabels()
    {
        const Explanation explanation = explain("queue_depth / queue_limit");
        const Finding &finding = explanation.findings.front();
        QCOMPARE(finding.arguments, (std::vector<std::string>{"job", "zone", "–"}));
        QCOMPARE(finding.mends.size(), std::size_t{2});
        QCOMPARE(mended("queue_depth / queue_limit", finding.mends[1]),
                 std::string("queue_depth / ignoring (job, zone) queue_limit"));
        QCOMPARE(elements("queue_depth / ignoring (job, zone) queue_limit"), std::size_t{3});
    }

    void matchersThatExcludeEachOther()
    {
        m_store.add(Labels::withName("cell", {{"a", "1"}, {"b", "1"}}), 1);
        m_store.add(Labels::withName("cell", {{"a", "2"}, {"b", "2"}}), 1);
        m_snapshot = m_store.snapshot();
        m_catalog = m_store.catalog();
        const Explanation explanation = explain("cell{a=\"1\", b=\"2\"}");
        QCOMPARE(explanation.findings.front().kind, FindingKind::UnmatchedTogether);
        QCOMPARE(explanation.findings.front().arguments.front(), std::string("a=\"1\", b=\"2\""));
        QCOMPARE(mended("cell{a=\"1\", b=\"2\"}", explanation.findings.front().mends.front()),
                 std::string("cell{b=\"2\"}"));
    }

    void manyToManyGetsItsMend()
    {
        const std::string query = "http_requests_total / on (job) http_duration_seconds_count";
        const Explanation explanation = explain(query);
        QVERIFY(explanation.nodes.front().error);
        QCOMPARE(explanation.findings.front().kind, FindingKind::EvaluationError);
        const auto join =
            std::find_if(explanation.findings.begin(), explanation.findings.end(),
                         [](const Finding &f) { return f.kind == FindingKind::JoinNeedsGroup; });
        QVERIFY(join != explanation.findings.end());
        QCOMPARE(elements(mended(query, join->mends.front())), std::size_t{6});
    }

    void bothSidesAreTold()
    {
        const Explanation explanation = explain("nope_a or nope_b");
        QVERIFY(explanation.findings.size() >= 2);
    }

    void beforeTheFirstSample()
    {
        const Explanation explanation = explain("queue_depth", AssistStore::now - 3'600'000);
        QCOMPARE(explanation.findings.front().kind, FindingKind::NotYetThere);
    }

    void adviceOnWhatIsNotEmpty()
    {
        const Explanation explanation = explain("rate(queue_depth[1m])");
        QVERIFY(!explanation.emptied);
        QCOMPARE(explanation.findings.front().kind, FindingKind::RateOfGauge);
    }

    void whatDoesNotParse()
    {
        const Explanation explanation = explain("sum(");
        QVERIFY(explanation.error);
        QVERIFY(explanation.nodes.empty());
    }

    void cancelledAndBounded()
    {
        std::stop_source stop;
        stop.request_stop();
        const Explanation cancelled = explainQuery(
            "sum(queue_depth)", {*m_snapshot, *m_catalog, {}, AssistStore::now, 0, {}}, stop.get_token());
        QVERIFY(!cancelled.complete);
        std::string wide = "1";
        for (int i = 0; i < 500; ++i)
            wide += " + 1";
        const Explanation bounded = explain(wide);
        QVERIFY(!bounded.complete);
        QCOMPARE(bounded.nodes.size(), mostExplainedNodes);
        for (int i = 0; i < 3000; ++i)
            wide += " + queue_depth";
        const Explanation longest = explain(wide);
        QVERIFY(!longest.complete);
        QCOMPARE(longest.nodes.front().text.size(), longestNodeText);
    }
};

} // namespace

SIGHTGLASS_TEST(ExplainTest)
#include "explaintest.moc"
