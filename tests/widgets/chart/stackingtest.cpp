// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/stacking.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using Samples = std::vector<Sample>;

std::vector<StackedSeries> stacked(const std::vector<Samples> &series)
{
    return stackSeries(std::vector<std::span<const Sample>>(series.begin(), series.end()));
}

class StackingTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void layersRestOnEachOther()
    {
        const auto layers = stacked({{{1, 1}, {2, 2}}, {{1, 10}, {2, 20}}, {{1, 100}, {2, 200}}});
        QCOMPARE(layers[0].lower, (Samples{{1, 0}, {2, 0}}));
        QCOMPARE(layers[1].lower, layers[0].upper);
        QCOMPARE(layers[2].upper, (Samples{{1, 111}, {2, 222}}));
    }

    void aMissingSampleStaysAGap()
    {
        const auto layers = stacked({{{1, 1}, {3, 1}}, {{1, 5}, {2, 5}, {3, 5}}});
        QCOMPARE(layers[0].upper, (Samples{{1, 1}, {3, 1}}));
        QCOMPARE(layers[1].lower, (Samples{{1, 1}, {2, 0}, {3, 1}}));
        QCOMPARE(layers[1].upper, (Samples{{1, 6}, {2, 5}, {3, 6}}));
    }

    void layersEndAtTheirGaps()
    {
        const std::vector<Samples> series{{{1000, 1}, {2000, 1}, {5000, 1}, {6000, 1}},
                                          {{1000, 5}, {2000, 5}, {3000, 5}, {4000, 7}, {5000, 5}, {6000, 5}},
                                          {{3000, 2}, {4000, 2}}};
        const std::vector<std::vector<TimestampMs>> gaps{{5000}, {}, {}};
        const auto layers = stackSeries(std::vector<std::span<const Sample>>(series.begin(), series.end()),
                                        StackingMode::Normal, gaps);
        QCOMPARE(layers[0].upper, (Samples{{1000, 1}, {2000, 1}, {5000, 1}, {6000, 1}}));
        // What lies above falls at once, and rises at once.
        std::vector<TimestampMs> times;
        std::vector<double> lower;
        for (const Sample &sample : layers[1].lower) {
            times.push_back(sample.t);
            lower.push_back(sample.v);
        }
        QCOMPARE(times,
                 (std::vector<TimestampMs>{1000, 2000, 2001, 2999, 3000, 4000, 4001, 4999, 5000, 6000}));
        QCOMPARE(lower, (std::vector<double>{1, 1, 0, 0, 0, 0, 0, 0, 1, 1}));
        QVERIFY(std::abs(layers[1].upper[6].v - (7 - 0.002)) < 1e-9);
        QCOMPARE(layers[2].lower, (Samples{{3000, 5}, {4000, 7}}));
        // Which of them are its own is told.
        QVERIFY(layers[0].own.empty() && layers[2].own.empty());
        QCOMPARE(layers[1].own, (Samples{{1000, 6}, {2000, 6}, {3000, 5}, {4000, 7}, {5000, 6}, {6000, 6}}));
        // Where all have their gap at the same time nothing is added.
        const std::vector<Samples> same{{{1, 1}, {2, 1}, {9, 1}}, {{1, 2}, {2, 2}, {9, 2}}};
        const std::vector<std::vector<TimestampMs>> both{{9}, {9}};
        const auto even = stackSeries(std::vector<std::span<const Sample>>(same.begin(), same.end()),
                                      StackingMode::Percent, both);
        QCOMPARE(even[1].upper, (Samples{{1, 1}, {2, 1}, {9, 1}}));
    }

    void numbersThatAreNoneAreMissing()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto layers = stacked({{{1, nan}, {2, 2}}, {{1, 5}, {2, 5}}});
        QCOMPARE(layers[0].upper, (Samples{{2, 2}}));
        QCOMPARE(layers[1].upper, (Samples{{1, 5}, {2, 7}}));
    }

    void negativeValuesGrowDownwards()
    {
        const auto layers = stacked({{{1, 3}}, {{1, -2}}, {{1, 4}}, {{1, -1}}});
        QCOMPARE(layers[1].upper, (Samples{{1, -2}}));
        QCOMPARE(layers[2].lower, (Samples{{1, 3}}));
        QCOMPARE(layers[3].lower, (Samples{{1, -2}}));
        QCOMPARE(layers[3].upper, (Samples{{1, -3}}));
    }

    void theLargestNumbersAreStacked()
    {
        constexpr double most = std::numeric_limits<double>::max();
        const std::vector<Samples> series{{{1, most}}, {{1, most}}, {{1, most}}, {{1, most}}};
        const auto layers = stacked(series);
        QCOMPARE(layers[1].upper, (Samples{{1, most}}));
        const auto shares = stackSeries(std::vector<std::span<const Sample>>(series.begin(), series.end()),
                                        StackingMode::Percent);
        QCOMPARE(shares[1].lower, (Samples{{1, 0.25}}));
        QCOMPARE(shares[3].upper, (Samples{{1, 1}}));
    }

    void aSeriesGrowsInOneDirection()
    {
        // Mostly negative: a positive value in it does not make it jump to the other side.
        const auto layers = stacked({{{1, 3}, {2, 3}, {3, 3}}, {{1, -2}, {2, 1}, {3, -2}}});
        QCOMPARE(layers[1].lower, (Samples{{1, 0}, {2, 0}, {3, 0}}));
        QCOMPARE(layers[1].upper, (Samples{{1, -2}, {2, 1}, {3, -2}}));
    }

    void percentIsTheShareAtThatTime()
    {
        const std::vector<Samples> series{{{1, 1}, {2, 0}}, {{1, 3}, {2, 0}}, {{1, -5}}, {{1, -15}, {2, -1}}};
        const auto layers = stackSeries(std::vector<std::span<const Sample>>(series.begin(), series.end()),
                                        StackingMode::Percent);
        QCOMPARE(layers[0].upper, (Samples{{1, 0.25}, {2, 0}}));
        QCOMPARE(layers[1].lower, (Samples{{1, 0.25}, {2, 0}}));
        QCOMPARE(layers[1].upper, (Samples{{1, 1}, {2, 0}}));
        QCOMPARE(layers[2].upper, (Samples{{1, -0.25}}));
        QCOMPARE(layers[3].upper, (Samples{{1, -1}, {2, -1}}));
    }

    void differentTimesAreMerged()
    {
        const auto layers = stacked({{{2, 1}}, {{1, 1}, {3, 1}}, {{1, 1}, {2, 1}, {3, 1}, {4, 1}}});
        QCOMPARE(layers[2].upper, (Samples{{1, 2}, {2, 2}, {3, 2}, {4, 1}}));
        QVERIFY(stacked({}).empty());
        QVERIFY(stacked({{}, {}})[1].upper.empty());
    }
};

SIGHTGLASS_TEST(StackingTest)

} // namespace

#include "stackingtest.moc"
