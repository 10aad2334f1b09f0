// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/decimate.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Columns of 10 ms, from 0.
const ColumnGrid grid{.bucketUs = 10'000, .first = 0, .count = 10};

std::vector<PlotColumn> decimated(const std::vector<Sample> &samples, std::int64_t gapMs,
                                  std::int64_t from = 0, std::size_t count = 10)
{
    std::vector<PlotColumn> columns(count);
    decimate(samples, grid, gapMs, from, columns);
    return columns;
}

class DecimateTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void keepsFirstMinMaxLast()
    {
        const auto columns = decimated({{20, 5}, {22, 9}, {25, -3}, {29, 4}, {31, 7}}, 100);
        QCOMPARE(columns[2].count, 4U);
        QCOMPARE(columns[2].first, 5.0);
        QCOMPARE(columns[2].min, -3.0);
        QCOMPARE(columns[2].max, 9.0);
        QCOMPARE(columns[2].last, 4.0);
        QVERIFY(std::isnan(columns[2].enter));
        QCOMPARE(columns[2].leave, 5.5);
        QCOMPARE(columns[3].enter, 5.5);
        QCOMPARE(columns[3].count, 1U);
        QCOMPARE(columns[3].at, std::floor(0.1 * 256) / 256);
        QCOMPARE(columns[1].count, 0U);
    }

    /// The distance of the ends is no number, the line between them is one all the same.
    void joinsTheLargestNumbers_data()
    {
        QTest::addColumn<LineInterpolation>("interpolation");
        QTest::newRow("straight") << LineInterpolation::Linear;
        QTest::newRow("smooth") << LineInterpolation::Smooth;
    }
    void joinsTheLargestNumbers()
    {
        QFETCH(LineInterpolation, interpolation);
        constexpr double most = std::numeric_limits<double>::max();
        const std::vector<Sample> samples{{0, -most}, {50, most}, {90, -most}};
        std::vector<PlotColumn> columns(10);
        decimate({samples, 100, interpolation}, grid, 0, columns);
        for (std::size_t i = 1; i < 5; ++i) {
            QVERIFY(std::isfinite(columns[i].enter));
            QVERIFY(columns[i].enter > columns[i - 1].enter || i == 1);
        }
        QVERIFY(std::abs(columns[2].leave / most) < 0.9);
        QCOMPARE(columns[5].max, most);
        QVERIFY(std::isfinite(columns[8].leave) && columns[8].leave < 0);
    }

    void crossesEmptyColumnsInAStraightLine()
    {
        const auto columns = decimated({{5, 0}, {45, 40}}, 100);
        for (std::size_t i = 1; i <= 3; ++i) {
            QCOMPARE(columns[i].count, 0U);
            QCOMPARE(columns[i].enter, static_cast<double>(i) * 10 - 5);
            QCOMPARE(columns[i].leave, static_cast<double>(i) * 10 + 5);
        }
        QVERIFY(std::isnan(columns[4].leave));
    }

    void aGapIsAGap()
    {
        const auto columns = decimated({{5, 1}, {15, 2}, {55, 3}, {65, 4}}, 17);
        QCOMPARE(columns[1].enter, 1.5);
        QVERIFY(std::isnan(columns[1].leave));
        for (std::size_t i = 2; i <= 4; ++i)
            QVERIFY(std::isnan(columns[i].enter) && std::isnan(columns[i].leave) && columns[i].count == 0);
        QVERIFY(std::isnan(columns[5].enter));
        QCOMPARE(columns[6].enter, 3.5);
    }

    void oneMissingStepIsAGap_data()
    {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<bool>("joined");
        QTest::newRow("a step") << qint64{1000} << true;
        QTest::newRow("a late scrape") << qint64{1500} << true;
        QTest::newRow("one missing") << qint64{2000} << false;
    }
    void oneMissingStepIsAGap()
    {
        QFETCH(qint64, distance);
        QTEST(distance <= gapThresholdMs(1000), "joined");
    }

    void numbersThatAreNoneBreakTheLine_data()
    {
        QTest::addColumn<double>("bad");
        QTest::newRow("NaN") << nan;
        QTest::newRow("+Inf") << infinity;
        QTest::newRow("-Inf") << -infinity;
    }
    void numbersThatAreNoneBreakTheLine()
    {
        QFETCH(double, bad);
        const auto columns = decimated({{5, 1}, {15, 2}, {25, bad}, {35, 4}}, 100);
        QCOMPARE(columns[2].count, 0U);
        QVERIFY(std::isnan(columns[2].enter) && std::isnan(columns[2].leave));
        QVERIFY(columns[3].isolated());
    }

    void emptyAndOutside()
    {
        for (const PlotColumn &column : decimated({}, 100))
            QVERIFY(column.count == 0 && std::isnan(column.extent().low));
        for (const PlotColumn &column : decimated({{-500, 1}, {-300, 2}, {1000, 3}}, 100))
            QCOMPARE(column.count, 0U);
        // A line from outside to outside passes through.
        for (const PlotColumn &column : decimated({{-500, 7}, {1000, 7}}, 10'000))
            QVERIFY(column.enter == 7 && column.leave == 7);
    }

    void aPartIsThePartOfTheWhole()
    {
        std::mt19937 random(4);
        std::vector<Sample> samples;
        for (TimestampMs t = -50; t < 200; t += 1 + static_cast<TimestampMs>(random() % 9))
            samples.push_back({t, static_cast<double>(random() % 1000)});
        const auto whole = decimated(samples, 7);
        for (std::int64_t from = 0; from < 10; ++from) {
            const auto part = decimated(samples, 7, from, static_cast<std::size_t>(10 - from));
            for (std::size_t i = 0; i < part.size(); ++i) {
                const PlotColumn &expected = whole[i + static_cast<std::size_t>(from)];
                QCOMPARE(std::memcmp(&part[i].first, &expected.first, 7 * sizeof(double)), 0);
                QCOMPARE(part[i].count, expected.count);
            }
        }
    }

    void noSampleIsLost()
    {
        std::vector<Sample> samples;
        for (TimestampMs t = 0; t < 3'600'000; t += 1000)
            samples.push_back({t, t == 1'234'000 ? 99.0 : 1.0});
        for (const int width : {10, 100, 333, 720, 4000}) {
            const ColumnGrid wide = ColumnGrid::covering({0, 3'600'000}, width);
            std::vector<PlotColumn> columns(static_cast<std::size_t>(width));
            decimate(samples, wide, 1750, wide.first, columns);
            std::size_t count = 0;
            double highest = 0;
            for (const PlotColumn &column : columns) {
                count += column.count;
                highest = std::fmax(highest, column.max);
            }
            QCOMPARE(count, samples.size());
            QCOMPARE(highest, 99.0);
        }
    }

    void stepsKeepTheirLevels()
    {
        const std::vector<Sample> samples{{5, 10}, {45, 40}};
        std::vector<PlotColumn> columns(10);
        decimate({samples, 100, LineInterpolation::StepAfter}, grid, 0, columns);
        QCOMPARE(columns[2].enter, 10.0);
        QCOMPARE(columns[4].enter, 10.0);
        QCOMPARE(columns[4].first, 40.0);
        decimate({samples, 100, LineInterpolation::StepBefore}, grid, 0, columns);
        QCOMPARE(columns[0].leave, 40.0);
        QCOMPARE(columns[2].enter, 40.0);
        QCOMPARE(columns[4].enter, 40.0);
    }

    void aSmoothLineRisesThroughout()
    {
        const std::vector<Sample> samples{{5, 0}, {25, 1}, {45, 50}, {65, 51}, {85, 51}};
        std::vector<PlotColumn> columns(10);
        decimate({samples, 100, LineInterpolation::Smooth}, grid, 0, columns);
        double before = 0;
        for (std::size_t i = 1; i < 8; ++i) {
            QVERIFY(columns[i].enter >= before);
            before = columns[i].enter;
        }
        QCOMPARE(columns[7].enter, 51.0);
    }

    void barsCoverWholeColumns()
    {
        std::vector<BarColumn> columns(10);
        decimateBars(std::vector<Sample>{{25, 5}, {55, nan}, {75, -2}}, grid, {10'000, 10'000}, 0, columns);
        QVERIFY(columns[0].count == 0 && columns[1].count == 1 && columns[2].count == 1);
        QVERIFY(columns[1].begins && !columns[1].ends && columns[2].ends);
        QVERIFY(columns[3].count == 0 && columns[4].count == 0 && columns[5].count == 0);
        QCOMPARE(columns[6].min, -2.0);
        // One column at least.
        decimateBars(std::vector<Sample>{{25, 5}}, grid, {0, 1}, 0, columns);
        QVERIFY(columns[2].count == 1 && columns[2].begins && columns[2].ends);
        // Wherever in a column a bar begins, it covers as many as the others.
        for (const TimestampMs t : {20, 22, 25, 29}) {
            decimateBars(std::vector<Sample>{{t, 5}}, grid, {12'000, 12'000}, 0, columns);
            QCOMPARE(std::ranges::count(columns, 1U, &BarColumn::count), 2);
        }
        // Neighbours that touch do not cover each other.
        decimateBars(std::vector<Sample>{{20, 5}, {36, 5}, {52, 5}}, grid, {8'000, 8'000}, 0, columns);
        for (const BarColumn &column : columns)
            QVERIFY(column.count <= 1);
        // A part of the grid shows the bars that reach into it.
        std::vector<BarColumn> part(2);
        decimateBars(std::vector<Sample>{{25, 5}, {75, 6}}, grid, {20'000, 20'000}, 4, part);
        QVERIFY(part[0].count == 0 && part[1].count == 1 && part[1].max == 6);
    }

    void rangeOfFiniteValues()
    {
        const std::vector<Sample> samples{{1, nan}, {2, 4}, {3, infinity}, {4, -2}, {5, -infinity}};
        QCOMPARE(valueRange(samples), (ValueRange{-2, 4}));
        QVERIFY(!valueRange(std::span(samples).first(1)));
        QVERIFY(!valueRange({}));
    }
};

SIGHTGLASS_TEST(DecimateTest)

} // namespace

#include "decimatetest.moc"
