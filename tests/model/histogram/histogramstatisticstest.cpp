// SPDX-License-Identifier: GPL-3.0-or-later
// Values from hand calculation and from Prometheus' own native_histograms.test.
#include "model/histogram/histogramstatistics.h"

#include "tests/model/histogram/histogramhelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr double infinity = std::numeric_limits<double>::infinity();
const double notANumber = std::numeric_limits<double>::quiet_NaN();

bool isNear(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b ||
           std::fabs(a - b) <= 1e-12 * std::max(1.0, std::fabs(b));
}

FloatHistogram mixed()
{
    return withZero(withNegative(exponential(0, 34, 123.75, buckets({2, 4, 8, 16})), buckets({1, 2})), 0.001,
                    1);
}

FloatHistogram positiveOnly()
{
    return withZero(exponential(0, 12, 100, buckets({2, 3, 0, 1, 4})), 0.001, 2);
}

FloatHistogram negativeOnly()
{
    return withZero(withNegative(exponential(0, 12, 100, {}), buckets({2, 3, 0, 1, 4})), 0.001, 2);
}

FloatHistogram upTo20()
{
    return custom({5, 10, 15, 20}, 15, 172.5, buckets({1, 6, 4, 3, 1}));
}

class HistogramStatisticsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void quantiles_data()
    {
        QTest::addColumn<FloatHistogram>("histogram");
        QTest::addColumn<double>("q");
        QTest::addColumn<double>("value");
        const FloatHistogram simple = exponential(0, 4, 5, buckets({1, 2, 1}));
        QTest::newRow("below 0") << simple << -0.1 << -infinity;
        QTest::newRow("above 1") << simple << 1.1 << infinity;
        QTest::newRow("NaN") << simple << notANumber << notANumber;
        QTest::newRow("empty") << FloatHistogram{} << 0.5 << notANumber;
        QTest::newRow("median") << simple << 0.5 << std::sqrt(2.0);
        QTest::newRow("lowest") << simple << 0.0 << 0.5;
        QTest::newRow("highest") << simple << 1.0 << 4.0;
        QTest::newRow("negative") << withNegative(exponential(0, 4, 5, {}), buckets({1, 2, 1})) << 0.5
                                  << -std::sqrt(2.0);
        QTest::newRow("zero bucket, linear") << positiveOnly() << 1.0 / 12 << 0.0005;
        QTest::newRow("round trip of a fraction") << positiveOnly() << 0.6320802083934297 << 6.0;
        QTest::newRow("negative zero bucket") << negativeOnly() << 0.9166666666666666 << -0.0005;
        QTest::newRow("negative, interpolated") << negativeOnly() << 0.36791979160657035 << -6.0;
        QTest::newRow("zero bucket alone") << withZero(exponential(0, 1, 0, {}), 0.5, 1) << 0.25 << -0.25;
        QTest::newRow("custom, linear") << upTo20() << 0.2 << 5 + 5 * (2.0 / 6);
        QTest::newRow("custom, first bucket from 0") << upTo20() << 0.5 / 15 << 2.5;
        QTest::newRow("custom, beyond the last bound") << upTo20() << 1.0 << 20.0;
        QTest::newRow("custom, below a negative bound")
            << custom({-5, 5}, 2, 0, buckets({1, 1})) << 0.1 << -5.0;
    }

    void quantiles()
    {
        QFETCH(FloatHistogram, histogram);
        QFETCH(double, q);
        QFETCH(double, value);
        const HistogramQuantile result = histogramQuantile(q, histogram);
        QVERIFY2(isNear(result.value, value), qPrintable(QString::number(result.value, 'g', 17)));
        QVERIFY(!result.nanBecauseOfNaN && !result.skewedByNaN);
    }

    void observedNaN()
    {
        FloatHistogram histogram = exponential(0, 10, notANumber, buckets({2, 2}));
        const HistogramQuantile low = histogramQuantile(0.3, histogram);
        QVERIFY(isNear(low.value, std::sqrt(2.0)));
        QVERIFY(low.skewedByNaN && !low.nanBecauseOfNaN);
        const HistogramQuantile high = histogramQuantile(0.9, histogram);
        QVERIFY(std::isnan(high.value));
        QVERIFY(high.nanBecauseOfNaN && !high.skewedByNaN);
        const HistogramFraction fraction = histogramFraction(0, infinity, histogram);
        QVERIFY(isNear(fraction.value, 0.4));
        QVERIFY(fraction.excludesNaN);
    }

    void fractions_data()
    {
        QTest::addColumn<FloatHistogram>("histogram");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::addColumn<double>("fraction");
        QTest::newRow("empty") << FloatHistogram{} << 0.0 << 1.0 << notANumber;
        QTest::newRow("NaN") << positiveOnly() << notANumber << 1.0 << notANumber;
        QTest::newRow("nothing between") << positiveOnly() << 42.0 << 3.0 << 0.0;
        QTest::newRow("all") << positiveOnly() << -infinity << infinity << 1.0;
        QTest::newRow("one-sided zero bucket") << positiveOnly() << -0.001 << 0.0 << 0.0;
        QTest::newRow("half the zero bucket") << positiveOnly() << 0.0 << 0.0005 << 1.0 / 12;
        QTest::newRow("whole buckets") << positiveOnly() << 1.0 << 8.0 << 1.0 / 3;
        QTest::newRow("interpolated") << positiveOnly() << 1.5 << 6.0 << 0.15250624987980724;
        QTest::newRow("negative, interpolated") << negativeOnly() << -6.0 << -1.5 << 0.15250624987980724;
        QTest::newRow("negative to 0") << negativeOnly() << -infinity << 0.0 << 1.0;
        QTest::newRow("custom, linear") << upTo20() << 5.0 << 13.0 << 8.4 / 15;
        QTest::newRow("custom, in the first bucket") << upTo20() << -infinity << 2.5 << 0.5 / 15;
        QTest::newRow("custom, above the last bound") << upTo20() << -infinity << 50.0 << 14.0 / 15;
        QTest::newRow("custom, infinitely wide first bucket")
            << custom({-5, 5}, 4, 0, buckets({1, 3})) << -infinity << -10.0 << 0.25;
    }

    void fractions()
    {
        QFETCH(FloatHistogram, histogram);
        QFETCH(double, lower);
        QFETCH(double, upper);
        QFETCH(double, fraction);
        const HistogramFraction result = histogramFraction(lower, upper, histogram);
        QVERIFY2(isNear(result.value, fraction), qPrintable(QString::number(result.value, 'g', 17)));
        QVERIFY(!result.excludesNaN);
    }

    void variance()
    {
        // Middles 1.5 and 3, mean 2.25.
        QVERIFY(isNear(histogramVariance(custom({1, 2, 4}, 2, 4.5, buckets({0, 1, 1}))), 0.5625));
        // Geometric middles -sqrt(2), 0, sqrt(2).
        const FloatHistogram histogram =
            withZero(withNegative(exponential(0, 3, 0, buckets({0, 1})), buckets({0, 1})), 0.1, 1);
        QVERIFY(isNear(histogramVariance(histogram), 4.0 / 3));
        QVERIFY(std::isnan(histogramVariance(FloatHistogram{})));
    }

    void trims_data()
    {
        QTest::addColumn<FloatHistogram>("histogram");
        QTest::addColumn<double>("bound");
        QTest::addColumn<FloatHistogram>("below");
        QTest::addColumn<FloatHistogram>("above");
        const FloatHistogram none = withZero({}, 0.001, 0);
        QTest::newRow("beyond everything") << mixed() << infinity << mixed() << none;
        QTest::newRow("below everything") << mixed() << -infinity << none << mixed();
        QTest::newRow("in the zero bucket")
            << mixed() << 0.0
            << withZero(withNegative(exponential(0, 3.5, -3.5357839059327377, {}), buckets({1, 2})), 0.001,
                        0.5)
            << withZero(exponential(0, 30.5, 120.20840280171308, buckets({2, 4, 8, 16})), 0.001, 0.5);
        QTest::newRow("at a bound")
            << mixed() << -1.0
            << withZero(withNegative(exponential(0, 2, -2.8284271247461903, {}), buckets({2}, 1)), 0.001, 0)
            << withZero(
                   withNegative(exponential(0, 32, 119.50104602052653, buckets({2, 4, 8, 16})), buckets({1})),
                   0.001, 1);
        QTest::newRow("custom, inside a bucket")
            << upTo20() << 13.0 << custom({5, 10, 15, 20}, 9.4, 75.1, buckets({1, 6, 2.4}))
            << custom({5, 10, 15, 20}, 5.6, 94.9, buckets({1.6, 3, 1}, 2));
        QTest::newRow("custom, beyond the last bound")
            << upTo20() << 50.0 << custom({5, 10, 15, 20}, 14, 150, buckets({1, 6, 4, 3}))
            << custom({5, 10, 15, 20}, 1, 50, buckets({1}, 4));
        QTest::newRow("custom, first bucket starts at 0")
            << custom({5}, 101, 33, buckets({1, 100})) << 2.0 << custom({5}, 0.4, 0.4, buckets({0.4}))
            << custom({5}, 100.6, 502.1, buckets({0.6, 100}));
        QTest::newRow("custom, first bound negative")
            << custom({-5}, 101, 33, buckets({1, 100})) << -10.0 << custom({-5}, 1, -10, buckets({1}))
            << custom({-5}, 100, -500, buckets({100}, 1));
        QTest::newRow("custom, no bound at all")
            << custom({}, 100, 100, buckets({100})) << 10.0 << custom({}, 0, 0, {}) << custom({}, 0, 0, {});
        QTest::newRow("one-sided zero bucket")
            << withZero(exponential(0, 12, 8, buckets({10})), 0.5, 2) << 0.1
            << withZero(exponential(0, 0.4, 0.02, {}), 0.5, 0.4)
            << withZero(exponential(0, 11.6, 7.551067811865476, buckets({10})), 0.5, 1.6);
    }

    void trims()
    {
        QFETCH(FloatHistogram, histogram);
        QFETCH(double, bound);
        QFETCH(FloatHistogram, below);
        QFETCH(FloatHistogram, above);
        FloatHistogram kept = histogram;
        trimAbove(kept, bound);
        compareNearly(kept, below);
        kept = histogram;
        trimBelow(kept, bound);
        compareNearly(kept, above);
    }

private:
    static void compareNearly(const FloatHistogram &actual, const FloatHistogram &expected)
    {
        QVERIFY2(isNear(actual.count, expected.count), qPrintable(QString::number(actual.count, 'g', 17)));
        QVERIFY2(isNear(actual.sum, expected.sum), qPrintable(QString::number(actual.sum, 'g', 17)));
        QVERIFY(isNear(actual.zeroCount, expected.zeroCount));
        QCOMPARE(actual.zeroThreshold, expected.zeroThreshold);
        QCOMPARE(actual.positive.indices, expected.positive.indices);
        QCOMPARE(actual.negative.indices, expected.negative.indices);
        for (std::size_t i = 0; i < expected.positive.size(); ++i)
            QVERIFY(isNear(actual.positive.counts[i], expected.positive.counts[i]));
        for (std::size_t i = 0; i < expected.negative.size(); ++i)
            QVERIFY(isNear(actual.negative.counts[i], expected.negative.counts[i]));
    }
};

SIGHTGLASS_TEST(HistogramStatisticsTest)

} // namespace

#include "histogramstatisticstest.moc"
