// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/quantilebands.h"

#include "model/dashboard/panelquery.h"
#include "model/dashboard/quantilewrapper.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::string leOf(double bound)
{
    return std::isinf(bound) ? "+Inf" : QByteArray::number(bound).toStdString();
}

void put(Head &head, const Labels &labels, const std::vector<Bucket> &buckets, TimestampMs t)
{
    for (const Bucket &bucket : buckets)
        (void)head.append(head.seriesFor(labels.with("le", leOf(bucket.upperBound))), t, bucket.count);
}

/// 100 observations: 50 up to 0.1, 90 up to 0.5, 99 up to 1, one above. At the third step 40 of them are
/// gone from the lower buckets; at the fourth nothing was scraped.
std::shared_ptr<const Snapshot> store()
{
    Head head;
    for (const std::string job : {"a", "b"}) {
        const Labels h = Labels::withName("h_bucket", {{"job", job}});
        for (const TimestampMs t : {start, start + 1000, start + 2000, start + 5000}) {
            const double low = t == start + 2000 ? 40 : 0;
            put(head, h, {{0.1, 50 - low}, {0.5, 90 - low}, {1, 99}, {infinity, 100}}, t);
        }
        head.commit();
    }
    for (const char *bound : {"0.1", "0.5", "1", "+Inf"}) {
        for (const char *job : {"a", "b"})
            (void)head.append(head.seriesFor(Labels::withName("h_bucket", {{"job", job}, {"le", bound}})),
                              start + 5001, staleMarker());
    }
    head.commit();
    return head.snapshot();
}

/// The answer to an expression with its bands.
PanelData ask(const Snapshot &snapshot, const std::string &query, TimestampMs to = start + 2000,
              std::stop_token cancel = {})
{
    const QueryEngine engine;
    const promql::ExprPtr expr = promql::parseExpr(query).value();
    PanelData data;
    data.range = {start, to};
    auto answer = engine.range(snapshot, *expr, {start, to, 1000});
    for (MatrixSeries &series : answer.value().matrix)
        data.series.push_back({series.labels, "", 0, std::move(series.samples), {}, {}});
    addQuantileBands(data, 0, *expr, {snapshot, engine, std::move(cancel)});
    return data;
}

QString text(const PanelData &data)
{
    QStringList all;
    for (const ErrorBand &band : data.bands) {
        QStringList steps;
        for (std::size_t i = 0; i < band.low.size(); ++i) {
            steps.append(QStringLiteral("%1:%2..%3")
                             .arg((band.low[i].t - start) / 1000)
                             .arg(band.low[i].v)
                             .arg(band.high[i].v));
        }
        all.append(QString::fromStdString(data.series[band.series].labels.toString()) + u' ' +
                   steps.join(u' '));
    }
    return all.join(QStringLiteral("; "));
}

class QuantileBandsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void classicBounds_data();
    void classicBounds();
    void theValueLiesInItsBounds();
    void nativeBounds_data();
    void nativeBounds();
    void queries_data();
    void queries();
    void gapsAndSeveralSeries();
    void nativeSeries();
    void manyBuckets();
    void isCancelled();
    void wrappers_data();
    void wrappers();
    void panels_data();
    void panels();
    void singleNumbersHaveTheBandOfTheirNewestSample_data();
    void singleNumbersHaveTheBandOfTheirNewestSample();
};

void QuantileBandsTest::classicBounds_data()
{
    QTest::addColumn<double>("q");
    QTest::addColumn<std::vector<Bucket>>("buckets");
    QTest::addColumn<bool>("known");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const std::vector<Bucket> usual{{0.1, 50}, {0.5, 90}, {1, 99}, {infinity, 100}};
    const auto row = [](const char *name, double q, const std::vector<Bucket> &buckets, double low,
                        double high) { QTest::newRow(name) << q << buckets << true << low << high; };
    row("lowest", 0.5, usual, 0, 0.1);
    row("second", 0.9, usual, 0.1, 0.5);
    row("third", 0.91, usual, 0.5, 1);
    row("above the last bound", 0.995, usual, 1, infinity);
    row("q 0", 0, usual, 0, 0.1);
    row("q 1", 1, usual, 1, infinity);
    row("negative lowest", 0.1, {{-1, 50}, {1, 60}, {infinity, 60}}, -infinity, -1);
    row("equal bounds", 0.9, {{1, 40}, {1, 40}, {2, 100}, {infinity, 100}}, 1, 2);
    row("counts that fall", 0.9, {{1, 40}, {2, 30}, {3, 100}, {infinity, 100}}, 2, 3);
    const auto none = [](const char *name, double q, const std::vector<Bucket> &buckets) {
        QTest::newRow(name) << q << buckets << false << 0.0 << 0.0;
    };
    none("no +Inf", 0.5, {{1, 4}, {2, 5}});
    none("only +Inf", 0.5, {{infinity, 4}});
    none("nothing", 0.5, {});
    none("no observations", 0.5, {{1, 0}, {infinity, 0}});
    none("NaN count", 0.5, {{1, 4}, {infinity, notANumber}});
    none("q above 1", 1.5, usual);
    none("q below 0", -1, usual);
    none("q NaN", notANumber, usual);
}

void QuantileBandsTest::classicBounds()
{
    QFETCH(double, q);
    QFETCH(std::vector<Bucket>, buckets);
    QFETCH(bool, known);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto bounds = quantileBounds(q, buckets);
    QCOMPARE(bounds.has_value(), known);
    if (known)
        QCOMPARE(*bounds, (QuantileBounds{low, high}));
}

void QuantileBandsTest::theValueLiesInItsBounds()
{
    // Whatever the buckets are: the interpolated value is inside, or at the last finite bound.
    unsigned seed = 7;
    const auto next = [&seed](unsigned below) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return (seed >> 8U) % below;
    };
    for (int round = 0; round < 2000; ++round) {
        std::vector<Bucket> buckets;
        double bound = -3;
        for (unsigned i = 0; i < 1 + next(6); ++i)
            buckets.push_back({bound += 1 + next(3), static_cast<double>(next(20))});
        buckets.push_back({infinity, static_cast<double>(next(30))});
        const double q = next(101) / 100.0;
        std::vector<Bucket> same = buckets;
        const double value = bucketQuantile(q, same).value;
        const auto bounds = quantileBounds(q, buckets);
        QCOMPARE(bounds.has_value(), !std::isnan(value));
        if (bounds)
            QVERIFY(bounds->low <= value && value <= bounds->high && bounds->low < bounds->high);
    }
}

FloatHistogram exponential(std::vector<std::int32_t> positive, std::vector<double> counts)
{
    FloatHistogram histogram;
    for (const double count : counts)
        histogram.count += count;
    histogram.sum = 1;
    histogram.positive = {std::move(positive), std::move(counts)};
    return histogram;
}

void QuantileBandsTest::nativeBounds_data()
{
    QTest::addColumn<double>("q");
    QTest::addColumn<FloatHistogram>("histogram");
    QTest::addColumn<bool>("known");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const FloatHistogram usual = exponential({1, 2, 4}, {10, 10, 80});
    QTest::newRow("lowest") << 0.05 << usual << true << 1.0 << 2.0;
    QTest::newRow("highest") << 0.9 << usual << true << 8.0 << 16.0;
    FloatHistogram zero = usual;
    zero.zeroThreshold = 0.5;
    zero.zeroCount = 100;
    zero.count += 100;
    QTest::newRow("zero bucket beside positive ones") << 0.2 << zero << true << 0.0 << 0.5;
    zero.negative = {{1}, {5}};
    zero.count += 5;
    QTest::newRow("zero bucket between both") << 0.2 << zero << true << -0.5 << 0.5;
    QTest::newRow("negative") << 0.01 << zero << true << -2.0 << -1.0;
    FloatHistogram custom;
    custom.schema = customBucketsSchema;
    custom.customBounds = {1, 5};
    custom.positive = {{0, 1, 2}, {10, 80, 10}};
    custom.count = 100;
    QTest::newRow("custom, lowest") << 0.05 << custom << true << 0.0 << 1.0;
    QTest::newRow("custom") << 0.5 << custom << true << 1.0 << 5.0;
    QTest::newRow("custom, above the last bound") << 0.95 << custom << true << 5.0 << infinity;
    QTest::newRow("empty") << 0.5 << FloatHistogram() << false << 0.0 << 0.0;
    QTest::newRow("q NaN") << notANumber << usual << false << 0.0 << 0.0;
}

void QuantileBandsTest::nativeBounds()
{
    QFETCH(double, q);
    QFETCH(FloatHistogram, histogram);
    QFETCH(bool, known);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto bounds = quantileBounds(q, histogram);
    QCOMPARE(bounds.has_value(), known);
    if (known)
        QCOMPARE(*bounds, (QuantileBounds{low, high}));
}

void QuantileBandsTest::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) {
        QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(expected);
    };
    row("histogram_quantile(0.9, h_bucket{job=\"a\"})", "{job=\"a\"} 0:0.1..0.5 1:0.1..0.5 2:0.5..1");
    row("(histogram_quantile(0.9, sum by (le) (h_bucket)))", "{} 0:0.1..0.5 1:0.1..0.5 2:0.5..1");
    row("histogram_quantile(0.9, h_bucket{job=\"a\"}) * 1000",
        "{job=\"a\"} 0:100..500 1:100..500 2:500..1000");
    row("-2 * histogram_quantile(0.9, h_bucket{job=\"a\"})", "{job=\"a\"} 0:-1..-0.2 1:-1..-0.2 2:-2..-1");
    row("-histogram_quantile(0.9, h_bucket{job=\"a\"}) + 1", "{job=\"a\"} 0:0.5..0.9 1:0.5..0.9 2:0..0.5");
    row("label_replace(histogram_quantile(0.999, h_bucket{job=\"a\"}), \"x\", \"$1!\", \"job\", \"(.*)\")",
        "{job=\"a\", x=\"a!\"} 0:1..inf 1:1..inf 2:1..inf");
    row("histogram_quantile(0.9, h_bucket{job=\"a\"}) > 0.6", "{job=\"a\"} 2:0.5..1");
    row("0 * histogram_quantile(0.999, h_bucket{job=\"a\"})",
        "{job=\"a\"} 0:-inf..inf 1:-inf..inf 2:-inf..inf");
    row("clamp_max(histogram_quantile(0.9, h_bucket{job=\"a\"}), 0.4)",
        "{job=\"a\"} 0:0.1..0.4 1:0.1..0.4 2:0.4..0.4");
    row("avg(histogram_quantile(0.9, h_bucket))", "");
    row("histogram_quantile(0.9, h_bucket) / on(job) group_left() h_bucket{le=\"1\"}", "");
    row("h_bucket", "");
    row("histogram_quantile(scalar(h_bucket), h_bucket)", "");
    row("histogram_quantile(0.9, h_bucket{job=\"none\"})", "");
}

void QuantileBandsTest::queries()
{
    QFETCH(QString, query);
    QFETCH(QString, expected);
    QCOMPARE(text(ask(*store(), query.toStdString())), expected);
}

void QuantileBandsTest::gapsAndSeveralSeries()
{
    const PanelData data = ask(*store(), "histogram_quantile(0.9, h_bucket) * 2", start + 6000);
    // The last scrape is looked back for until the series end.
    QCOMPARE(text(data), QStringLiteral("{job=\"a\"} 0:0.2..1 1:0.2..1 2:1..2 3:1..2 4:1..2 5:0.2..1; "
                                        "{job=\"b\"} 0:0.2..1 1:0.2..1 2:1..2 3:1..2 4:1..2 5:0.2..1"));
}

void QuantileBandsTest::nativeSeries()
{
    Head head;
    const SeriesId id = head.seriesFor(Labels::withName("n", {{"job", "a"}}));
    for (int i = 0; i < 3; ++i)
        (void)head.append(id, start + i * 1000,
                          std::make_shared<FloatHistogram>(exponential({1, 2, 4}, {10, 10, 80.0 + i})));
    head.commit();
    QCOMPARE(text(ask(*head.snapshot(), "histogram_quantile(0.05, n) * 2")),
             QStringLiteral("{job=\"a\"} 0:2..4 1:2..4 2:2..4"));
}

void QuantileBandsTest::manyBuckets()
{
    Head head;
    std::vector<Bucket> buckets;
    for (int i = 1; i <= 10'000; ++i)
        buckets.push_back({i / 100.0, static_cast<double>(i)});
    put(head, Labels::withName("h_bucket"), buckets, start);
    head.commit();
    QCOMPARE(text(ask(*head.snapshot(), "histogram_quantile(0.5, h_bucket)", start)), QString()); // no +Inf
    put(head, Labels::withName("h_bucket"), {{infinity, 10'000}}, start);
    head.commit();
    QCOMPARE(text(ask(*head.snapshot(), "histogram_quantile(0.5, h_bucket)", start)),
             QStringLiteral("{} 0:49.99..50"));
}

void QuantileBandsTest::isCancelled()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(
        ask(*store(), "histogram_quantile(0.9, h_bucket)", start + 2000, source.get_token()).bands.empty());
}

void QuantileBandsTest::wrappers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    QTest::addColumn<bool>("bare");
    const auto row = [](const QString &query, bool found, bool bare) {
        QTest::newRow(qPrintable(query.left(60))) << query << found << bare;
    };
    const auto h = QStringLiteral("histogram_quantile(0.9, h)");
    row(h, true, true);
    row(u"((%1))"_qs.arg(h), true, true);
    row(u"round(%1, 0.1)"_qs.arg(h), true, false);
    row(u"%1 / 2 > 3"_qs.arg(h), true, false);
    row(u"2 / %1"_qs.arg(h), false, false);
    row(u"%1 ^ 2"_qs.arg(h), false, false);
    row(u"abs(%1)"_qs.arg(h), false, false);
    row(u"%1 > bool 3"_qs.arg(h), false, false);
    row(u"%1 or vector(0)"_qs.arg(h), false, false);
    row(u"%1 * time()"_qs.arg(h), false, false);
    row(h + QStringLiteral(" * 1").repeated(20), true, false);
    row(h + QStringLiteral(" * 1").repeated(5000), false, false);
}

void QuantileBandsTest::wrappers()
{
    QFETCH(QString, query);
    QFETCH(bool, found);
    QFETCH(bool, bare);
    const promql::ExprPtr expr = promql::parseExpr(query.toStdString()).value();
    const auto wrapped = wrappedQuantile(*expr);
    QCOMPARE(wrapped.has_value(), found);
    if (found)
        QCOMPARE(wrapped->isBare, bare);
}

void QuantileBandsTest::panels_data()
{
    QTest::addColumn<PanelType>("type");
    QTest::addColumn<bool>("hidden");
    QTest::addColumn<int>("bands");
    QTest::newRow("time series") << PanelType::TimeSeries << false << 2;
    QTest::newRow("hidden query") << PanelType::TimeSeries << true << 0;
    QTest::newRow("stat") << PanelType::Stat << false << 2;
    QTest::newRow("gauge") << PanelType::Gauge << false << 2;
    QTest::newRow("bar gauge") << PanelType::BarGauge << false << 2;
    QTest::newRow("table") << PanelType::Table << false << 2;
    QTest::newRow("bar chart") << PanelType::BarChart << false << 2;
    QTest::newRow("pie") << PanelType::Pie << false << 0;
    QTest::newRow("heatmap") << PanelType::Heatmap << false << 0;
}

void QuantileBandsTest::panels()
{
    QFETCH(PanelType, type);
    QFETCH(bool, hidden);
    QFETCH(int, bands);
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.queries = {{"histogram_quantile(0.9, h_bucket)", ""}};
    spec.queries.front().hidden = hidden;
    const PanelTime time{{start, start + 2000}, 1000, 4000};
    const PanelData data = queryPanel(*store(), QueryEngine(), spec, time);
    QCOMPARE(static_cast<int>(data.bands.size()), bands);
    // What a transformation makes of a quantile is none any more.
    TransformationSpec rename;
    rename.id = "renameByRegex";
    rename.options = "{\"regex\":\"(.*)\",\"renamePattern\":\"n$1\"}";
    spec.transformations.push_back(rename);
    if (type != PanelType::TimeSeries)
        QVERIFY(queryPanel(*store(), QueryEngine(), spec, time).bands.empty());
}

void QuantileBandsTest::singleNumbersHaveTheBandOfTheirNewestSample_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("instant");
    QTest::addColumn<TimestampMs>("to");
    QTest::addColumn<QString>("expected");
    const QString plain = QStringLiteral("histogram_quantile(0.9, h_bucket{job=\"a\"})");
    QTest::newRow("range") << plain << false << start + 1000 << "{job=\"a\"} 1:0.1..0.5";
    QTest::newRow("instant, between two steps")
        << plain << true << start + 1700 << "{job=\"a\"} 1.7:0.1..0.5";
    QTest::newRow("wrapped") << QStringLiteral("1000 * ") + plain << false << start + 1000
                             << "{job=\"a\"} 1:100..500";
    QTest::newRow("in +Inf") << QStringLiteral("histogram_quantile(0.995, h_bucket{job=\"a\"})") << false
                             << start + 1000 << "{job=\"a\"} 1:1..inf";
    QTest::newRow("no quantile") << QStringLiteral("sum(h_bucket)") << false << start + 1000 << "";
    QTest::newRow("nothing there") << plain << false << start + 600'000 << "";
}

void QuantileBandsTest::singleNumbersHaveTheBandOfTheirNewestSample()
{
    QFETCH(QString, query);
    QFETCH(bool, instant);
    QFETCH(TimestampMs, to);
    PanelSpec spec;
    spec.options = standardOptions(PanelType::Stat);
    spec.queries = {{query.toStdString(), ""}};
    spec.queries.front().instant = instant;
    const PanelData data = queryPanel(*store(), QueryEngine(), spec, {{to - 1000, to}, 1000, 4000});
    QString found;
    for (const ErrorBand &band : data.bands) {
        QCOMPARE(band.low.size(), std::size_t{1});
        QCOMPARE(band.high.size(), std::size_t{1});
        QCOMPARE(band.low.front().t, data.series[band.series].samples.back().t);
        found += QString::fromStdString(data.series[band.series].labels.toString()) +
                 QStringLiteral(" %1:%2..%3")
                     .arg(static_cast<double>(band.low.front().t - start) / 1000)
                     .arg(band.low.front().v)
                     .arg(band.high.front().v);
    }
    QTEST(found, "expected");
}

SIGHTGLASS_TEST(QuantileBandsTest)

} // namespace

#include "quantilebandstest.moc"
