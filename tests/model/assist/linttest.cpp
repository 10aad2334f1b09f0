// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/lint.h"

#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class LintTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    std::vector<Finding> check(const std::string &query)
    {
        return checkQuery(query, {*m_catalog, test::AssistStore::scrapeMs});
    }

    test::AssistStore m_store;
    std::shared_ptr<const MetricCatalog> m_catalog = [this] {
        m_store.addHistogram(Labels::withName("native_seconds", {{"job", "web"}}));
        m_store.declare("native_seconds", MetricType::Histogram, "seconds");
        return m_store.catalog();
    }();

private Q_SLOTS:
    void findings_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<FindingKind>("kind");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("mended");
        const auto row = [](const char *query, FindingKind kind, const char *place, const char *mended) {
            QTest::newRow(query) << QByteArray(query) << kind << QByteArray(place) << QByteArray(mended);
        };
        row("rate(queue_depth[5m])", FindingKind::RateOfGauge, "rate(queue_depth[5m])",
            "deriv(queue_depth[5m])");
        row("sum(increase(queue_depth{queue=\"mail\"}[5m]))", FindingKind::RateOfGauge,
            "increase(queue_depth{queue=\"mail\"}[5m])", "sum(delta(queue_depth{queue=\"mail\"}[5m]))");
        row("delta(http_requests_total[5m])", FindingKind::DeltaOfCounter, "delta(http_requests_total[5m])",
            "increase(http_requests_total[5m])");
        row("sum by (code) (http_requests_total)", FindingKind::RawCounter, "http_requests_total",
            "sum by (code) (rate(http_requests_total[1m]))");
        row("histogram_quantile(0.9, http_duration_seconds_bucket)", FindingKind::RawBuckets,
            "http_duration_seconds_bucket",
            "histogram_quantile(0.9, rate(http_duration_seconds_bucket[1m]))");
        row("histogram_quantile(0.9, http_duration_seconds)", FindingKind::BareHistogram,
            "http_duration_seconds",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[1m])))");
        row("histogram_quantile(0.9, rate(http_duration_seconds{job=\"web\"}[5m]))",
            FindingKind::BareHistogram, "http_duration_seconds",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket{job=\"web\"}[5m])))");
        row("histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds[5m])))",
            FindingKind::BareHistogram, "http_duration_seconds",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[5m])))");
        row("http_duration_seconds", FindingKind::BareHistogram, "http_duration_seconds",
            "histogram_quantile(0.95, sum by (le) (rate(http_duration_seconds_bucket[1m])))");
        row("histogram_quantile(0.9, sum(rate(http_duration_seconds[5m])))", FindingKind::BareHistogram,
            "http_duration_seconds",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[5m])))");
        row("histogram_quantile(0.9, sum by (job) (rate(http_duration_seconds[5m])))",
            FindingKind::BareHistogram, "http_duration_seconds",
            "histogram_quantile(0.9, sum by (le, job) (rate(http_duration_seconds_bucket[5m])))");
        row("sum(rate(http_duration_seconds[5m]))", FindingKind::BareHistogram, "http_duration_seconds",
            "sum(rate(http_duration_seconds_count[5m]))");
        row("histogram_count(rate(http_duration_seconds[5m]))", FindingKind::BareHistogram,
            "http_duration_seconds", "rate(http_duration_seconds_count[5m])");
        row("histogram_sum(sum by (job) (rate(http_duration_seconds[5m]))) > 1", FindingKind::BareHistogram,
            "http_duration_seconds", "sum by (job) (rate(http_duration_seconds_sum[5m])) > 1");
        row("histogram_avg(rate(http_duration_seconds[5m]))", FindingKind::BareHistogram,
            "http_duration_seconds",
            "(rate(http_duration_seconds_sum[5m]) / rate(http_duration_seconds_count[5m]))");
        row("histogram_fraction(0, 1, rate(http_duration_seconds[5m]))", FindingKind::BareHistogram,
            "http_duration_seconds", "");
        row("rate(native_seconds_count[5m])", FindingKind::UnknownMetricNear, "native_seconds_count",
            "histogram_count(rate(native_seconds[5m]))");
        row("native_seconds_sum{job=\"web\"}", FindingKind::UnknownMetricNear, "native_seconds_sum",
            "histogram_sum(native_seconds{job=\"web\"})");
        row("histogram_quantile(0.9, sum by (le) (rate(native_seconds_bucket[5m])))",
            FindingKind::UnknownMetricNear, "native_seconds_bucket",
            "histogram_quantile(0.9, sum by (le) (rate(native_seconds[5m])))");
        row("histogram_quantile(0.9, sum(rate(http_duration_seconds_bucket[5m])))",
            FindingKind::QuantileWithoutLe, "sum(rate(http_duration_seconds_bucket[5m]))",
            "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[5m])))");
        row("histogram_quantile(0.9, sum by (job) (rate(http_duration_seconds_bucket[5m])))",
            FindingKind::QuantileWithoutLe, "sum by (job) (rate(http_duration_seconds_bucket[5m]))",
            "histogram_quantile(0.9, sum by (le, job) (rate(http_duration_seconds_bucket[5m])))");
        row("rate(http_request_total{code=\"200\"}[5m])", FindingKind::UnknownMetricNear,
            "http_request_total", "rate(http_requests_total{code=\"200\"}[5m])");
        row("zebra", FindingKind::UnknownMetric, "zebra", "");
        row("time() - queue_depth{queue=\"mail\"} > 3600", FindingKind::ClockAgainstNumber,
            "time() - queue_depth{queue=\"mail\"}", "resets(queue_depth{queue=\"mail\"}[1h]) == 0");
        row("time() - max(queue_depth) < 60", FindingKind::ClockAgainstNumber, "time() - max(queue_depth)",
            "resets(queue_depth[1m]) > 0");
        row("time() - http_requests_total > 60", FindingKind::ClockAgainstNumber,
            "time() - http_requests_total", "increase(http_requests_total[1m]) == 0");
        row("queue_depth - time()", FindingKind::ClockAgainstNumber, "queue_depth - time()",
            "timestamp(queue_depth) - time()");
        row("rate(http_requests_total[1s])", FindingKind::RangeTooShort, "1s",
            "rate(http_requests_total[4s])");
        row("sum(up", FindingKind::SyntaxError, "", "");
        row("rate(up)", FindingKind::SyntaxError, "up", "");
    }
    void findings()
    {
        QFETCH(QByteArray, query);
        QFETCH(FindingKind, kind);
        const std::vector<Finding> found = check(query.toStdString());
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().kind, kind);
        const SourceSpan span = found.front().span;
        QTEST(query.mid(static_cast<qsizetype>(span.begin), static_cast<qsizetype>(span.end - span.begin)),
              "place");
        QTEST(found.front().mends.empty()
                  ? QByteArray()
                  : QByteArray::fromStdString(mended(query.toStdString(), found.front().mends.front())),
              "mended");
        QVERIFY(!findingText(found.front()).empty());
    }

    void sound_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query :
             {"", "  ", "rate(http_requests_total[5m])", "queue_depth", "count(http_requests_total)",
              "absent(http_requests_total)", "http_requests_total > 5", "changes(http_requests_total[5m])",
              "histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[$__rate_interval])))",
              "max_over_time(rate(http_requests_total[1m])[5m:])", "{__name__=~\"a.*\"}",
              "deriv(queue_depth[5m])", "rate(rpc_seconds_count[5m])", "rpc_seconds", "1 + 1",
              "timestamp(http_requests_total)"})
            QTest::newRow(query) << QByteArray(query);
    }
    void sound()
    {
        QFETCH(QByteArray, query);
        const std::vector<Finding> found = check(query.toStdString());
        QVERIFY2(found.empty(), found.empty() ? "" : findingText(found.front()).c_str());
    }

    void anEmptyCatalogSaysNothingOfNames()
    {
        QVERIFY(checkQuery("no_such_thing", {MetricCatalog(), 0}).empty());
    }

    void placesAreOfTheQueryWithVariables()
    {
        const std::string query = "rate(queue_depth[$__rate_interval]) + sum(";
        const auto syntax = check(query);
        QCOMPARE(syntax.front().kind, FindingKind::SyntaxError);
        const auto gauge = check("1 + rate(queue_depth[$__rate_interval])");
        QCOMPARE(gauge.front().span, (SourceSpan{4, 39}));
        QCOMPARE(gauge.front().mends.front().replacement,
                 std::string("deriv(queue_depth[$__rate_interval])"));
    }
};

} // namespace

SIGHTGLASS_TEST(LintTest)
#include "linttest.moc"
