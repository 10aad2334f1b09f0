// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/minmaxpyramid.h"

#include <QTest>

#include <cmath>
#include <random>

namespace {

using namespace sightglass;

std::vector<Sample> samplesOf(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Sample> samples;
    TimestampMs t = 1'000'000;
    for (std::size_t i = 0; i < count; ++i) {
        t += 1 + static_cast<TimestampMs>(random() % 7);
        const auto kind = random() % 40;
        double v = static_cast<double>(random() % 100'000) - 50'000;
        if (kind == 0)
            v = std::nan("");
        else if (kind == 1)
            v = i % 2 == 0 ? HUGE_VAL : -HUGE_VAL;
        samples.push_back({t, v});
    }
    return samples;
}

bool same(const PlotColumn &a, const PlotColumn &b)
{
    const auto equal = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    return equal(a.first, b.first) && equal(a.min, b.min) && equal(a.max, b.max) && equal(a.last, b.last) &&
           equal(a.enter, b.enter) && equal(a.leave, b.leave) && a.at == b.at && a.count == b.count;
}

class PyramidTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void extentsAreThoseOfTheSamples_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 15, 16, 17, 255, 256, 257, 4096, 4097, 5000})
            QTest::addRow("%d samples", count) << count;
    }
    void extentsAreThoseOfTheSamples()
    {
        QFETCH(int, count);
        const std::vector<Sample> samples = samplesOf(static_cast<std::size_t>(count), 1);
        const MinMaxPyramid pyramid(samples);
        std::mt19937 random(7);
        for (int round = 0; round < 400; ++round) {
            std::size_t from = random() % (samples.size() + 1);
            std::size_t to = random() % (samples.size() + 1);
            if (from > to)
                std::swap(from, to);
            const MinMaxPyramid::Extent extent = pyramid.extent(from, to);
            const auto expected = valueRange(std::span(samples).subspan(from, to - from));
            QCOMPARE(extent.count > 0, expected.has_value());
            if (expected) {
                QCOMPARE(extent.low, expected->low);
                QCOMPARE(extent.high, expected->high);
            }
            std::uint32_t finite = 0;
            for (std::size_t i = from; i < to; ++i)
                finite += std::isfinite(samples[i].v) ? 1 : 0;
            QCOMPARE(extent.count, finite);
        }
    }

    void columnsAreTheSameWithAndWithout_data()
    {
        QTest::addColumn<int>("interpolation");
        QTest::newRow("straight") << static_cast<int>(LineInterpolation::Linear);
        QTest::newRow("smooth") << static_cast<int>(LineInterpolation::Smooth);
        QTest::newRow("step before") << static_cast<int>(LineInterpolation::StepBefore);
        QTest::newRow("step after") << static_cast<int>(LineInterpolation::StepAfter);
    }
    void columnsAreTheSameWithAndWithout()
    {
        QFETCH(int, interpolation);
        std::vector<Sample> samples = samplesOf(30'000, 5);
        // A gap in the middle, and a run of nothing but NaN.
        for (std::size_t i = 20'000; i < samples.size(); ++i)
            samples[i].t += 20'000;
        for (std::size_t i = 9000; i < 9700; ++i)
            samples[i].v = std::nan("");
        const MinMaxPyramid pyramid(samples);
        const TimeRange all{samples.front().t, samples.back().t};
        for (const int width : {1, 3, 40, 117, 400}) {
            for (const TimeRange range : {all, TimeRange{all.from + 13'000, all.to - 17'000},
                                          TimeRange{all.from - 50'000, all.to + 9}}) {
                const ColumnGrid grid = ColumnGrid::covering(range, width);
                PlotLine line{samples, 5, static_cast<LineInterpolation>(interpolation)};
                std::vector<PlotColumn> plain(static_cast<std::size_t>(width));
                decimate(line, grid, grid.first, plain);
                line.pyramid = &pyramid;
                std::vector<PlotColumn> quick(plain.size());
                decimate(line, grid, grid.first, quick);
                for (std::size_t i = 0; i < plain.size(); ++i)
                    QVERIFY2(same(plain[i], quick[i]),
                             qPrintable(QStringLiteral("%1 of %2").arg(i).arg(width)));
            }
        }
    }
};

SIGHTGLASS_TEST(PyramidTest)

} // namespace

#include "pyramidtest.moc"
