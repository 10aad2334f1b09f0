// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramarithmetic.h"

#include "model/histogram/histogramtext.h"
#include "tests/model/histogram/histogramhelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;
using namespace sightglass::test;
using Hint = CounterResetHint;

QString textOf(FloatHistogram histogram)
{
    compact(histogram);
    return QStringLiteral("%1: %2").arg(histogram.schema).arg(QString::fromStdString(toText(histogram)));
}

class HistogramArithmeticTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void adds_data()
    {
        QTest::addColumn<FloatHistogram>("a");
        QTest::addColumn<FloatHistogram>("b");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<QString>("difference");
        QTest::newRow("same layout") << exponential(0, 4, 5, buckets({1, 2, 1}))
                                     << exponential(0, 3, 2, buckets({0, 2, 1}))
                                     << QStringLiteral("0: {count:7, sum:7, (0.5,1]:1, (1,2]:4, (2,4]:2}")
                                     << QStringLiteral("0: {count:1, sum:3, (0.5,1]:1}");
        QTest::newRow("new buckets between, before and behind")
            << exponential(0, 2, 0,
                           [] {
                               BucketCounts side = buckets({1});
                               side.push(4, 1);
                               return side;
                           }())
            << exponential(0, 3, 0,
                           [] {
                               BucketCounts side = buckets({1}, -3);
                               side.push(2, 1);
                               side.push(6, 1);
                               return side;
                           }())
            << QStringLiteral(
                   "0: {count:5, sum:0, (0.0625,0.125]:1, (0.5,1]:1, (2,4]:1, (8,16]:1, (32,64]:1}")
            << QStringLiteral(
                   "0: {count:-1, sum:0, (0.0625,0.125]:-1, (0.5,1]:1, (2,4]:-1, (8,16]:1, (32,64]:-1}");
        QTest::newRow("finer right operand")
            << exponential(0, 1, 1, buckets({1}, 1)) << exponential(1, 3, 4, buckets({1, 1, 1}, 0))
            << QStringLiteral("0: {count:4, sum:5, (0.5,1]:1, (1,2]:3}")
            << QStringLiteral("0: {count:-2, sum:-3, (0.5,1]:-1, (1,2]:-1}");
        QTest::newRow("coarser right operand, across index 0")
            << exponential(2, 9, 1, buckets({1, 2, 3, 2, 1}, -4)) << exponential(-1, 1, 4, buckets({1}, 0))
            << QStringLiteral("-1: {count:10, sum:5, (0.25,1]:10}")
            << QStringLiteral("-1: {count:8, sum:-3, (0.25,1]:8}");
        // The threshold 0.6 is inside the right one's (0.5,1]: both rise to 1.
        QTest::newRow("zero bucket grows over a populated bucket")
            << withZero(exponential(0, 5, 1, buckets({0, 3}, 0)), 0.6, 2)
            << withZero(exponential(0, 5, 1, buckets({4}, 0)), 0.001, 1)
            << QStringLiteral("0: {count:10, sum:2, [-1,1]:7, (1,2]:3}")
            << QStringLiteral("0: {count:0, sum:0, [-1,1]:-3, (1,2]:3}");
        QTest::newRow("zero bucket grows over a negative bucket")
            << withZero(exponential(0, 2, 1, {}), 0.001, 2)
            << withZero(withNegative(exponential(0, 5, 1, buckets({1}, -2)), buckets({4}, 0)), 0.001, 1)
            << QStringLiteral("0: {count:7, sum:2, [-1,-0.5):4, [-0.001,0.001]:3, (0.125,0.25]:1}")
            << QStringLiteral("0: {count:-3, sum:0, [-1,-0.5):-4, [-0.001,0.001]:1, (0.125,0.25]:-1}");
        QTest::newRow("left buckets are swallowed, through an empty bucket")
            << withZero(withNegative(exponential(0, 9, 1, buckets({1, 2, 0, 1}, -3)), buckets({2, 3}, -3)),
                        0.01, 1)
            << withZero(exponential(0, 4, 1, {}), 0.3, 4)
            << QStringLiteral("0: {count:13, sum:2, [-0.3,0.3]:13, (0.5,1]:1}")
            << QStringLiteral("0: {count:5, sum:0, [-0.3,0.3]:5, (0.5,1]:1}");
        QTest::newRow("custom, same bounds")
            << custom({1, 2}, 3, 3, buckets({1, 1, 1})) << custom({1, 2}, 1, 1, buckets({0, 0, 1}))
            << QStringLiteral("-53: {count:4, sum:4, [-Inf,1]:1, (1,2]:1, (2,+Inf]:2}")
            << QStringLiteral("-53: {count:2, sum:2, [-Inf,1]:1, (1,2]:1}");
        QTest::newRow("custom, bounds reconciled")
            << custom({2, 4, 6}, 10, 3, buckets({1, 2, 3, 4}))
            << custom({1, 4, 5}, 26, 1, buckets({5, 6, 7, 8}))
            << QStringLiteral("-53: {count:36, sum:4, [-Inf,4]:14, (4,+Inf]:22}")
            << QStringLiteral("-53: {count:-16, sum:2, [-Inf,4]:-8, (4,+Inf]:-8}");
        QTest::newRow("custom, no common bound")
            << custom({2}, 3, 3, buckets({1, 2})) << custom({1}, 7, 1, buckets({3, 4}))
            << QStringLiteral("-53: {count:10, sum:4, [-Inf,+Inf]:10}")
            << QStringLiteral("-53: {count:-4, sum:2, [-Inf,+Inf]:-4}");
    }

    void adds()
    {
        QFETCH(FloatHistogram, a);
        QFETCH(FloatHistogram, b);
        QFETCH(QString, sum);
        QFETCH(QString, difference);
        FloatHistogram added = a;
        const HistogramMerge merge = addHistogram(added, b);
        QCOMPARE(textOf(added), sum);
        QVERIFY(merge.outcome == HistogramMerge::Outcome::Done);
        QCOMPARE(merge.boundsReconciled, a.customBounds != b.customBounds);
        FloatHistogram subtracted = a;
        subtractHistogram(subtracted, b);
        QCOMPARE(textOf(subtracted), difference);
        HistogramSum compensated;
        compensated.add(a);
        QCOMPARE(compensated.add(b).boundsReconciled, merge.boundsReconciled);
        QCOMPARE(textOf(compensated.total()), sum);
        QCOMPARE(compensated.count(), std::size_t{2});
        FloatHistogram twice = compensated.mean();
        multiplyHistogram(twice, 2);
        QCOMPARE(textOf(twice), sum);
    }

    void schemasDoNotMix()
    {
        FloatHistogram a = exponential(0, 1, 1, buckets({1}));
        const FloatHistogram before = a;
        const FloatHistogram b = custom({1}, 1, 1, buckets({1}));
        QVERIFY(addHistogram(a, b).outcome == HistogramMerge::Outcome::IncompatibleSchemas);
        QVERIFY(sameHistogram(a, before));
        HistogramSum sum;
        sum.add(a);
        QVERIFY(sum.add(b).outcome == HistogramMerge::Outcome::IncompatibleSchemas);
        QCOMPARE(sum.count(), std::size_t{1});
        QVERIFY(sameHistogram(sum.total(), before));
    }

    void joinsHints_data()
    {
        QTest::addColumn<Hint>("a");
        QTest::addColumn<Hint>("b");
        QTest::addColumn<Hint>("joined");
        QTest::addColumn<bool>("collide");
        QTest::newRow("same") << Hint::Reset << Hint::Reset << Hint::Reset << false;
        QTest::newRow("gauge left") << Hint::Gauge << Hint::Reset << Hint::Gauge << false;
        QTest::newRow("gauge right") << Hint::Unknown << Hint::Gauge << Hint::Gauge << false;
        QTest::newRow("unknown left") << Hint::Unknown << Hint::NotReset << Hint::Unknown << false;
        QTest::newRow("unknown right") << Hint::Reset << Hint::Unknown << Hint::Unknown << false;
        QTest::newRow("collision") << Hint::Reset << Hint::NotReset << Hint::Unknown << true;
    }

    void joinsHints()
    {
        QFETCH(Hint, a);
        QFETCH(Hint, b);
        QFETCH(Hint, joined);
        QFETCH(bool, collide);
        FloatHistogram histogram = withHint({}, a);
        QCOMPARE(addHistogram(histogram, withHint({}, b)).resetsCollide, collide);
        QVERIFY(histogram.hint == joined);
    }

    /// Unknown between the two makes neighbours agree; the sum as a whole still has both.
    void sumsTellOfCollisionsOfAll()
    {
        HistogramSum sum;
        QVERIFY(!sum.add(withHint({}, Hint::Reset)).resetsCollide);
        QVERIFY(!sum.add(withHint({}, Hint::Unknown)).resetsCollide);
        QVERIFY(sum.add(withHint({}, Hint::NotReset)).resetsCollide);
    }

    void sumsAreCompensated()
    {
        HistogramSum sum;
        for (const double x : {1e100, 1.0, -1e100, 1.0})
            sum.add(withZero(exponential(0, x, x, buckets({x, x})), 0, x));
        const FloatHistogram total = sum.total();
        QCOMPARE(total.sum, 2.0);
        QCOMPARE(total.count, 2.0);
        QCOMPARE(total.zeroCount, 2.0);
        QCOMPARE(total.positive.counts[1], 2.0);
    }

    void meansDoNotOverflow()
    {
        const double huge = 1.5e308;
        HistogramSum sum;
        for (const double x : {huge, huge, huge, 0.0})
            sum.add(exponential(0, 4, x, buckets({x})));
        QVERIFY(std::isinf(sum.total().sum));
        const FloatHistogram mean = sum.mean();
        QVERIFY(std::fabs(mean.sum / (huge / 4 * 3) - 1) < 1e-15);
        QVERIFY(std::fabs(mean.positive.counts[0] / (huge / 4 * 3) - 1) < 1e-15);
        QCOMPARE(mean.count, 4.0);
    }

    void scales()
    {
        FloatHistogram histogram =
            withHint(withZero(exponential(0, 6, 3, buckets({1, 2})), 0.1, 3), Hint::NotReset);
        multiplyHistogram(histogram, 2);
        QVERIFY(histogram.hint == Hint::NotReset);
        QCOMPARE(textOf(histogram), QStringLiteral("0: {count:12, sum:6, [-0.1,0.1]:6, (0.5,1]:2, (1,2]:4}"));
        divideHistogram(histogram, -4);
        QVERIFY(histogram.hint == Hint::Gauge);
        QCOMPARE(textOf(histogram),
                 QStringLiteral("0: {count:-3, sum:-1.5, [-0.1,0.1]:-1.5, (0.5,1]:-0.5, (1,2]:-1}"));
        divideHistogram(histogram, 0);
        QCOMPARE(textOf(histogram), QStringLiteral("0: {count:-Inf, sum:-Inf, [-0.1,0.1]:-Inf}"));
    }

    void reducesSchema()
    {
        FloatHistogram histogram =
            withNegative(exponential(1, 15, 0, buckets({1, 2, 3, 4, 5}, -2)), buckets({1, 2}, 1));
        reduceSchema(histogram, 2);
        QCOMPARE(histogram.schema, 1);
        reduceSchema(histogram, 0);
        QCOMPARE(textOf(histogram),
                 QStringLiteral("0: {count:15, sum:0, [-2,-1):3, (0.25,0.5]:1, (0.5,1]:5, (1,2]:9}"));
    }

    void detectsResets_data()
    {
        QTest::addColumn<FloatHistogram>("previous");
        QTest::addColumn<FloatHistogram>("current");
        QTest::addColumn<bool>("reset");
        const FloatHistogram base = withZero(exponential(1, 6, 3, buckets({1, 2})), 0.1, 3);
        QTest::newRow("equal") << base << base << false;
        QTest::newRow("hint decides: reset") << base << withHint(base, Hint::Reset) << true;
        QTest::newRow("hint decides: not reset")
            << base << withHint(FloatHistogram{}, Hint::NotReset) << false;
        QTest::newRow("gauges are compared") << base << withHint(FloatHistogram{}, Hint::Gauge) << true;
        QTest::newRow("count decreased")
            << base << withZero(exponential(1, 5, 3, buckets({1, 2})), 0.1, 3) << true;
        QTest::newRow("sum may decrease")
            << base << withZero(exponential(1, 6, 1, buckets({1, 2})), 0.1, 3) << false;
        QTest::newRow("zero count decreased")
            << base << withZero(exponential(1, 7, 3, buckets({2, 3})), 0.1, 2) << true;
        QTest::newRow("bucket decreased")
            << base << withZero(exponential(1, 7, 3, buckets({0, 9})), 0.1, 3) << true;
        QTest::newRow("bucket gone") << base << withZero(exponential(1, 7, 3, buckets({9})), 0.1, 3) << true;
        QTest::newRow("empty bucket gone")
            << exponential(0, 1, 0, buckets({1, 0, 0})) << exponential(0, 1, 0, buckets({1})) << false;
        QTest::newRow("new buckets") << base << withZero(exponential(1, 8, 3, buckets({1, 2, 2})), 0.1, 3)
                                     << false;
        QTest::newRow("finer schema")
            << base << withZero(exponential(2, 60, 3, buckets({10, 20})), 0.1, 30) << true;
        QTest::newRow("coarser schema")
            << base << withZero(exponential(0, 6, 3, buckets({1, 2})), 0.1, 3) << false;
        QTest::newRow("coarser schema, smaller bucket")
            << exponential(1, 4, 3, buckets({1, 2, 1})) << exponential(0, 4, 3, buckets({2, 2})) << true;
        QTest::newRow("zero threshold decreased")
            << base << withZero(exponential(1, 60, 3, buckets({1, 20})), 0.05, 30) << true;
        QTest::newRow("zero threshold grew over whole buckets")
            << withZero(exponential(0, 6, 3, buckets({1, 2}, -2)), 0.1, 3)
            << withZero(exponential(0, 6, 3, buckets({2}, -1)), 0.25, 4) << false;
        QTest::newRow("zero threshold grew, count did not")
            << withZero(exponential(0, 6, 3, buckets({1, 2}, -2)), 0.1, 3)
            << withZero(exponential(0, 6, 3, buckets({2}, -1)), 0.25, 3) << true;
        QTest::newRow("zero threshold grew into a bucket")
            << withZero(exponential(0, 6, 3, buckets({1, 2}, -2)), 0.1, 3)
            << withZero(exponential(0, 60, 3, buckets({20}, -1)), 0.2, 40) << true;
        QTest::newRow("negative bucket decreased")
            << withNegative(base, buckets({2})) << withNegative(base, buckets({1})) << true;
        QTest::newRow("exponential to custom") << base << custom({1}, 60, 0, buckets({50, 50})) << true;
        QTest::newRow("custom to exponential") << custom({1}, 1, 0, {}) << base << true;
        QTest::newRow("custom, other bounds, more in each")
            << custom({1, 2, 3}, 6, 0, buckets({1, 2, 3})) << custom({2, 4}, 9, 0, buckets({3, 3, 3}))
            << false;
        QTest::newRow("custom, other bounds, less in one")
            << custom({1, 2, 3}, 6, 0, buckets({1, 2, 3})) << custom({2, 4}, 9, 0, buckets({2, 4, 3}))
            << true;
    }

    void detectsResets()
    {
        QFETCH(FloatHistogram, previous);
        QFETCH(FloatHistogram, current);
        QFETCH(bool, reset);
        QCOMPARE(isCounterReset(current, previous), reset);
    }
};

SIGHTGLASS_TEST(HistogramArithmeticTest)

} // namespace

#include "histogramarithmetictest.moc"
