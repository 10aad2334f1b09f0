// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogrambuckets.h"

#include "model/histogram/histogramtext.h"
#include "tests/model/histogram/histogramhelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();

class HistogramBucketsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void exponentialBounds_data()
    {
        QTest::addColumn<int>("schema");
        QTest::addColumn<int>("index");
        QTest::addColumn<double>("bound");
        QTest::newRow("1 is a bound of every schema") << 8 << 0 << 1.0;
        QTest::newRow("schema 0") << 0 << 3 << 8.0;
        QTest::newRow("schema 0, fractions") << 0 << -2 << 0.25;
        QTest::newRow("schema -1") << -1 << 2 << 16.0;
        QTest::newRow("schema -4") << -4 << -1 << 1.0 / 65536;
        QTest::newRow("schema 1, not 2^0.5 rounded") << 1 << 1 << 1.414213562373095;
        QTest::newRow("schema 2") << 2 << 5 << 2 * 1.189207115002721;
        QTest::newRow("schema 3, below 1") << 3 << -1 << 0.9170040432046711;
        QTest::newRow("schema 8") << 8 << 1 << 1.0027112750502025;
        QTest::newRow("last bucket of numbers") << 0 << 1024 << largest;
        QTest::newRow("last bucket, fine") << 8 << 1024 * 256 << largest;
        QTest::newRow("last bucket, coarse") << -4 << 64 << largest;
        QTest::newRow("bucket of infinity") << 0 << 1025 << infinity;
        QTest::newRow("bucket of infinity, coarse") << -4 << 65 << infinity;
        QTest::newRow("below the smallest number") << -4 << -1000 << 0.0;
        QTest::newRow("far beyond all numbers") << -4 << std::numeric_limits<int>::max() << infinity;
        QTest::newRow("far below all numbers") << 8 << std::numeric_limits<int>::min() << 0.0;
    }

    void exponentialBounds()
    {
        QFETCH(int, schema);
        QFETCH(int, index);
        QFETCH(double, bound);
        QVERIFY(exponentialBound(index, schema) == bound);
    }

    /// A slip in the table would show: its values are close to the powers, and ascend.
    void everyBoundIsNearItsPower()
    {
        for (int schema = 0; schema <= 8; ++schema) {
            for (int i = 0; i < 1 << schema; ++i) {
                const double bound = exponentialBound(i, schema);
                const double power = std::exp2(std::ldexp(i, -schema));
                QVERIFY2(std::fabs(bound - power) <= 5e-16 * power,
                         qPrintable(QStringLiteral("%1/%2").arg(schema).arg(i)));
                QVERIFY(bound < exponentialBound(i + 1, schema));
            }
        }
    }

    void customBounds()
    {
        const FloatHistogram histogram = custom({-5, 10}, 0, 0, {});
        QCOMPARE(bucketUpperBound(histogram, -1), -infinity);
        QCOMPARE(bucketUpperBound(histogram, 0), -5.0);
        QCOMPARE(bucketUpperBound(histogram, 1), 10.0);
        QCOMPARE(bucketUpperBound(histogram, 2), infinity);
    }

    void ascendsWithClippedBounds()
    {
        FloatHistogram histogram = withNegative(exponential(0, 10, 0, buckets({1, 0, 3})), buckets({2, 4}));
        histogram = withZero(histogram, 0.75, 5);
        const std::vector<HistogramBucket> all = ascendingBuckets(histogram);
        QCOMPARE(all.size(), std::size_t{5});
        const double lower[] = {-2, -1, -0.75, 0.75, 2};
        const double upper[] = {-1, -0.75, 0.75, 1, 4};
        const double count[] = {4, 2, 5, 1, 3};
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].lower, lower[i]);
            QCOMPARE(all[i].upper, upper[i]);
            QCOMPARE(all[i].count, count[i]);
            QCOMPARE(all[i].lowerInclusive, i <= 2);
            QCOMPARE(all[i].upperInclusive, i >= 2);
        }
    }

    void text_data()
    {
        QTest::addColumn<FloatHistogram>("histogram");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << FloatHistogram{} << QStringLiteral("{count:0, sum:0}");
        QTest::newRow("both signs, nothing clipped")
            << withZero(withNegative(exponential(0, 1e6, -1.5, buckets({0, 2, 0.25})), buckets({1}, 2)),
                        0.001, 3)
            << QStringLiteral("{count:1e+06, sum:-1.5, [-4,-2):1, [-0.001,0.001]:3, (1,2]:2, (2,4]:0.25}");
        QTest::newRow("custom") << custom({5, 10}, 3, 7.5, buckets({1, 0, 2}))
                                << QStringLiteral("{count:3, sum:7.5, [-Inf,5]:1, (10,+Inf]:2}");
    }

    void text()
    {
        QFETCH(FloatHistogram, histogram);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(toText(histogram)), text);
    }

    void weighsAsInGo()
    {
        QCOMPARE(sampleWeight(FloatHistogram{}), std::size_t{11});
        // Two spans and four buckets: 16 + 32 bytes more.
        FloatHistogram histogram = exponential(0, 0, 0, buckets({1, 1}));
        histogram.positive.push(7, 1);
        histogram.positive.push(8, 1);
        QCOMPARE(sampleWeight(histogram), std::size_t{14});
    }

    void equalityIgnoresTheHintOnly()
    {
        const FloatHistogram a = custom({5, 10}, 3, std::nan(""), buckets({1, 0, 2}));
        QVERIFY(sameHistogram(a, withHint(a, CounterResetHint::Gauge)));
        FloatHistogram b = a;
        b.positive.counts[1] = -0.0;
        QVERIFY(!sameHistogram(a, b));
        b = a;
        b.customBounds[0] = 6;
        QVERIFY(!sameHistogram(a, b));
    }
};

SIGHTGLASS_TEST(HistogramBucketsTest)

} // namespace

#include "histogrambucketstest.moc"
