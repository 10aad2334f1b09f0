// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/extendedrange.h"

#include "model/query/promqltest/memorystore.h"
#include "model/query/queryengine.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class ExtendedRangeTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void counting_data();
    void counting();
    void interpolatesFloats_data();
    void interpolatesFloats();
    void interpolatesHistograms_data();
    void interpolatesHistograms();
    void refusesHistogramsByThemselves_data();
    void refusesHistogramsByThemselves();
};

/// The range is (100, 200].
void ExtendedRangeTest::counting_data()
{
    QTest::addColumn<QVector<TimestampMs>>("times");
    QTest::addColumn<int>("anchoredFirst"); // -1: nothing counts
    QTest::addColumn<int>("anchoredLast");
    QTest::addColumn<int>("smoothedFirst");
    QTest::addColumn<int>("smoothedLast");
    using Times = QVector<TimestampMs>;
    QTest::newRow("at both borders") << Times{100, 150, 200} << 0 << 2 << 0 << 2;
    QTest::newRow("around both") << Times{50, 90, 150, 190} << 1 << 3 << 1 << 3;
    QTest::newRow("behind the end") << Times{90, 150, 210, 250} << 0 << 3 << 0 << 2;
    QTest::newRow("all inside") << Times{110, 190} << 0 << 1 << 0 << 1;
    QTest::newRow("one inside") << Times{150} << 0 << 0 << 0 << 0;
    QTest::newRow("all before") << Times{80, 100} << -1 << -1 << -1 << -1;
    QTest::newRow("none inside") << Times{50, 250} << 0 << 1 << 0 << 1;
    QTest::newRow("all behind") << Times{210, 220} << 0 << 1 << -1 << -1;
}

void ExtendedRangeTest::counting()
{
    QFETCH(QVector<TimestampMs>, times);
    const std::vector<TimestampMs> column(times.begin(), times.end());
    const auto check = [&](bool smoothed, const char *first, const char *last) {
        const int wantedFirst = *static_cast<const int *>(QTest::qData(first, qMetaTypeId<int>()));
        const int wantedLast = *static_cast<const int *>(QTest::qData(last, qMetaTypeId<int>()));
        const auto counting = countingSamples(column, {100, 200, smoothed});
        QCOMPARE(counting.has_value(), wantedFirst >= 0);
        if (!counting)
            return;
        QCOMPARE(static_cast<int>(counting->first), wantedFirst);
        QCOMPARE(static_cast<int>(counting->last), wantedLast);
    };
    check(false, "anchoredFirst", "anchoredLast");
    check(true, "smoothedFirst", "smoothedLast");
}

void ExtendedRangeTest::interpolatesFloats_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("after");
    QTest::addColumn<double>("counter");
    QTest::addColumn<double>("gauge");
    QTest::newRow("rising") << 10.0 << 20.0 << 12.5 << 12.5;
    QTest::newRow("falling: a counter rises from zero") << 20.0 << 8.0 << 2.0 << 17.0;
    QTest::newRow("constant") << 3.0 << 3.0 << 3.0 << 3.0;
}

void ExtendedRangeTest::interpolatesFloats()
{
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(double, counter);
    QFETCH(double, gauge);
    QCOMPARE(interpolated(Sample{100, before}, Sample{200, after}, 125, RateInput::Counter), counter);
    QCOMPARE(interpolated(Sample{100, before}, Sample{200, after}, 125, RateInput::Gauge), gauge);
}

FloatHistogram observed(double count, std::int32_t schema = 0)
{
    FloatHistogram histogram;
    histogram.schema = schema;
    histogram.count = count;
    histogram.sum = 2 * count;
    histogram.positive.push(schema == customBucketsSchema ? 0 : 1, count);
    if (schema == customBucketsSchema)
        histogram.customBounds = {5};
    return histogram;
}

void ExtendedRangeTest::interpolatesHistograms_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("after");
    QTest::addColumn<int>("schemaAfter");
    QTest::addColumn<double>("counter"); // -1: nothing but a warning
    QTest::addColumn<double>("gauge");
    QTest::newRow("rising") << 4.0 << 8.0 << 0 << 5.0 << 5.0;
    QTest::newRow("a reset: a counter rises from zero") << 8.0 << 4.0 << 0 << 1.0 << 7.0;
    QTest::newRow("custom buckets: a reset") << 4.0 << 8.0 << int(customBucketsSchema) << 2.0 << -1.0;
}

void ExtendedRangeTest::interpolatesHistograms()
{
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(int, schemaAfter);
    QFETCH(double, counter);
    QFETCH(double, gauge);
    const FloatHistogram first = observed(before);
    const FloatHistogram second = observed(after, schemaAfter);
    Annotations annotations;
    const RangeRemarks remarks(annotations, {}, "m");
    const auto check = [&](RateInput input, double wanted) {
        const auto histogram = interpolated({first, 100}, {second, 200}, 125, input, remarks);
        QCOMPARE(histogram.has_value(), wanted >= 0);
        QCOMPARE(annotations.take().empty(), wanted >= 0);
        if (!histogram)
            return;
        QCOMPARE(histogram->count, wanted);
        QCOMPARE(histogram->sum, 2 * wanted);
        QCOMPARE(histogram->positive.counts.at(0), wanted);
    };
    check(RateInput::Counter, counter);
    check(RateInput::Gauge, gauge);
}

void ExtendedRangeTest::refusesHistogramsByThemselves_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("anchored") << QByteArray("m[1m] anchored")
                              << QByteArray("anchored modifier is not supported with histograms");
    QTest::newRow("smoothed") << QByteArray("m[1m] smoothed")
                              << QByteArray("smoothed modifier is not supported with histograms");
}

void ExtendedRangeTest::refusesHistogramsByThemselves()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, text);
    promqltest::MemoryStore store;
    promqltest::ScriptSample sample;
    sample.t = 1000;
    sample.histogram = std::make_shared<const FloatHistogram>(observed(1));
    QVERIFY(store.append(Labels::withName("m"), sample));
    const auto expr = promql::parseExpr(query.toStdString(), promql::Features::all());
    QVERIFY(expr);
    const auto result = QueryEngine().instant(*store.snapshot(), **expr, 1000);
    QVERIFY(!result);
    QCOMPARE(QByteArray::fromStdString(plainText(result.error())), text);
}

} // namespace

SIGHTGLASS_TEST(ExtendedRangeTest)

#include "extendedrangetest.moc"
