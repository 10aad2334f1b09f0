// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/customconversion.h"

#include "model/histogram/histogramtext.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <string>
#include <vector>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Bound
{
    double upper;
    double count;
};

class CustomConversionTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void takesCountsApart();
    void countComesFromTheHighestBucket();
    void addsTheInfiniteBucket();
    void bucketsInAnyOrder();
    void firstOfEqualBoundsCounts();
    void keepsFewEmptyBucketsOfWholeCounts();
    void refuses_data();
    void refuses();
};

Result<FloatHistogram> converted(const std::vector<Bound> &bounds, std::optional<double> count)
{
    CustomConversion conversion;
    for (const Bound bound : bounds) {
        if (const Status status = conversion.setBucket(bound.upper, bound.count); !status)
            return status.error();
    }
    if (count) {
        if (const Status status = conversion.setCount(*count); !status)
            return status.error();
    }
    conversion.setSum(7);
    return conversion.convert();
}

std::string textOf(const Result<FloatHistogram> &histogram)
{
    return histogram ? toText(*histogram) : plainText(histogram.error());
}

void CustomConversionTest::takesCountsApart()
{
    const auto histogram = converted({{1, 2}, {2, 5}, {infinity, 6}}, 6);
    QCOMPARE(textOf(histogram), std::string("{count:6, sum:7, [-Inf,1]:2, (1,2]:3, (2,+Inf]:1}"));
    QVERIFY(histogram->usesCustomBuckets());
    QCOMPARE(histogram->customBounds, (std::vector<double>{1, 2}));
}

void CustomConversionTest::countComesFromTheHighestBucket()
{
    QCOMPARE(converted({{1, 2}, {infinity, 6}}, {})->count, 6.0);
}

void CustomConversionTest::addsTheInfiniteBucket()
{
    const auto histogram = converted({{1, 2}}, 3);
    QCOMPARE(histogram->positive.counts, (std::vector<double>{2, 1}));
    QCOMPARE(histogram->customBounds, std::vector<double>{1});
    QVERIFY(converted({}, 3)->customBounds.empty());
}

void CustomConversionTest::bucketsInAnyOrder()
{
    const auto histogram = converted({{infinity, 6}, {1, 2}, {2, 5}}, 6);
    QCOMPARE(histogram->positive.counts, (std::vector<double>{2, 3, 1}));
}

void CustomConversionTest::firstOfEqualBoundsCounts()
{
    QCOMPARE(converted({{1, 2}, {1, 9}, {infinity, 9}}, 9)->positive.counts, (std::vector<double>{2, 7}));
}

/// The layout that Prometheus stores, which == compares: gaps of up to two stay where all counts are whole.
void CustomConversionTest::keepsFewEmptyBucketsOfWholeCounts()
{
    const std::vector<Bound> whole{{1, 1}, {2, 1}, {3, 1}, {4, 2}, {infinity, 2}};
    QCOMPARE(converted(whole, 2)->positive.indices, (std::vector<std::int32_t>{0, 1, 2, 3}));
    const std::vector<Bound> wider{{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 2}, {infinity, 2}};
    QCOMPARE(converted(wider, 2)->positive.indices, (std::vector<std::int32_t>{0, 4}));
    const std::vector<Bound> broken{{1, 0.5}, {2, 0.5}, {3, 2}, {infinity, 2}};
    QCOMPARE(converted(broken, 2)->positive.indices, (std::vector<std::int32_t>{0, 2}));
}

void CustomConversionTest::refuses_data()
{
    QTest::addColumn<QVector<double>>("bounds");
    QTest::addColumn<double>("count");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("not cumulative") << QVector<double>{1, 3, 2, 2} << 3.0
                                    << QByteArray("count is not cumulative: 2 < 3");
    QTest::newRow("not cumulative before")
        << QVector<double>{2, 2, 1, 3} << 3.0 << QByteArray("count is not cumulative: 3 > 2");
    QTest::newRow("negative bucket") << QVector<double>{1, -1} << 3.0
                                     << QByteArray("bucket count must be non-negative: le=1, count=-1");
    QTest::newRow("negative count") << QVector<double>{1, 1} << -3.0
                                    << QByteArray("count must be non-negative: count=-3");
    QTest::newRow("NaN bound") << QVector<double>{qQNaN(), 1} << 3.0
                               << QByteArray("bucket boundary must not be NaN");
    QTest::newRow("mismatch") << QVector<double>{1, 1, infinity, 4} << 3.0
                              << QByteArray("count mismatch: count=3 != le=+Inf count=4");
}

void CustomConversionTest::refuses()
{
    QFETCH(QVector<double>, bounds);
    QFETCH(double, count);
    QFETCH(QByteArray, text);
    std::vector<Bound> pairs;
    for (qsizetype i = 0; i < bounds.size(); i += 2)
        pairs.push_back({bounds[i], bounds[i + 1]});
    const auto histogram = converted(pairs, count);
    QVERIFY(!histogram);
    QCOMPARE(plainText(histogram.error()), text.toStdString());
    QCOMPARE(plainText(converted({}, {}).error()),
             std::string("count must be provided when no buckets are present"));
}

} // namespace

SIGHTGLASS_TEST(CustomConversionTest)

#include "customconversiontest.moc"
