// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/nativehistogram.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <vector>

namespace {

using namespace sightglass;

/// What Prometheus' storage says of native histograms.
class NativeHistogramTest : public sightglass::test::TestCase
{
    Q_OBJECT

    std::vector<BucketSpan> m_spans = {{-2, 2}, {1, 1}};
    std::vector<std::int64_t> m_deltas = {1, 1, 1};
    std::vector<double> m_counts;
    std::vector<double> m_bounds;

    [[nodiscard]] NativeHistogram histogram(std::uint64_t count) const
    {
        NativeHistogram made;
        made.integerCount = count;
        made.positive = {m_spans, m_deltas, m_counts};
        made.customBounds = m_bounds;
        return made;
    }

    static QByteArray problemOf(const NativeHistogram &histogram)
    {
        return QByteArray::fromStdString(nativeHistogramProblem(histogram).value_or(std::string()));
    }

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_spans = {{-2, 2}, {1, 1}};
        m_deltas = {1, 1, 1};
        m_bounds.clear();
    }

    void bucketsAreDecoded()
    {
        std::vector<std::pair<std::int32_t, double>> buckets;
        forEachBucket(histogram(6).positive,
                      [&](std::int32_t index, double count) { buckets.emplace_back(index, count); });
        const std::vector<std::pair<std::int32_t, double>> expected = {{-2, 1}, {-1, 2}, {1, 3}};
        QVERIFY(buckets == expected);
    }

    void counts()
    {
        QCOMPARE(problemOf(histogram(6)), QByteArray());
        QCOMPARE(
            problemOf(histogram(7)),
            QByteArray(
                "6 observations found in buckets, but the Count field is 7: histogram's observation count "
                "should equal the number of observations found in the buckets (in absence of NaN)"));
        NativeHistogram withNaN = histogram(7);
        withNaN.sum = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(problemOf(withNaN), QByteArray());
        withNaN.integerCount = 5;
        QVERIFY(problemOf(withNaN).contains("should be at least"));
        m_deltas = {1, -2, 1};
        QCOMPARE(
            problemOf(histogram(0)),
            QByteArray(
                "positive side: bucket number 2 has observation count of -1: histogram has a bucket whose "
                "observation count is negative"));
    }

    void spans()
    {
        m_spans = {{0, 3}, {-1, 0}};
        QCOMPARE(problemOf(histogram(6)), QByteArray("positive side: span number 2 with offset -1: histogram "
                                                     "has a span whose offset is negative"));
        m_spans = {{0, 4}};
        QVERIFY(problemOf(histogram(6)).contains("spans need 4 buckets, have 3 buckets"));
        QVERIFY(spansProblem(histogram(6).positive) == std::string("spans require 4 buckets, have 3"));
    }

    void schemas()
    {
        NativeHistogram made = histogram(6);
        made.schema = 9;
        QVERIFY(problemOf(made).endsWith("got schema 9"));
        made.schema = -4;
        QCOMPARE(problemOf(made), QByteArray());
    }

    void customBounds()
    {
        m_spans = {{0, 3}};
        m_bounds = {1, 2};
        NativeHistogram made = histogram(6);
        made.schema = NativeHistogram::customBoundsSchema;
        QCOMPARE(problemOf(made), QByteArray());
        m_bounds = {2, 1};
        made.customBounds = m_bounds;
        QCOMPARE(
            problemOf(made),
            QByteArray(
                "custom buckets: previous bound is 2.000000 and current is 1.000000: histogram custom bounds "
                "must be in strictly increasing order"));
        m_bounds = {1};
        made.customBounds = m_bounds;
        QVERIFY(problemOf(made).contains(
            "only 1 custom bounds defined which is insufficient to cover total span length of 3"));
        m_bounds = {1, std::numeric_limits<double>::infinity()};
        made.customBounds = m_bounds;
        QVERIFY(problemOf(made).contains("must be finite"));
        made.zeroThreshold = 1;
        m_bounds = {1, 2};
        made.customBounds = m_bounds;
        QVERIFY(problemOf(made).contains("zero threshold of 0"));
    }
};

SIGHTGLASS_TEST(NativeHistogramTest)

} // namespace

#include "nativehistogramtest.moc"
