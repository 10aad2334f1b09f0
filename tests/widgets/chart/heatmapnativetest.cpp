// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapnative.h"

#include "model/dashboard/heatmapschemes.h"
#include "tests/support/testcase.h"
#include "widgets/chart/colorrampschemes.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/heatmapraster.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();

FloatHistogram native(int schema, const std::map<std::int32_t, double> &positive,
                      const std::map<std::int32_t, double> &negative, double zeroCount)
{
    FloatHistogram histogram;
    histogram.schema = schema;
    histogram.zeroThreshold = 0.125;
    histogram.zeroCount = zeroCount;
    for (const auto &[index, count] : positive)
        histogram.positive.push(index, count);
    for (const auto &[index, count] : negative)
        histogram.negative.push(index, count);
    return histogram;
}

class HeatmapNativeTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void nativeBuckets()
    {
        const FloatHistogram one = native(0, {{1, 2}, {3, 4}}, {{0, 7}}, 5);
        const HeatmapData data = nativeHeatmap({{10, &one}});
        QCOMPARE(data.rows, (std::vector<HeatmapRow>{{-1, -0.5},
                                                     {-0.5, -0.125, {}, true},
                                                     {-0.125, 0.125},
                                                     {0.125, 1, {}, true},
                                                     {1, 2},
                                                     {2, 4},
                                                     {4, 8}}));
        QCOMPARE(data.counts, (std::vector<double>{7, 0, 5, 0, 2, 0, 4}));
        const FloatHistogram plain = native(0, {{1, 2}, {3, 4}}, {}, 0);
        QCOMPARE(nativeHeatmap({{10, &plain}}).rows, (std::vector<HeatmapRow>{{1, 2}, {2, 4}, {4, 8}}));
    }

    void bucketsBesideZero_data()
    {
        QTest::addColumn<FloatHistogram>("histogram");
        QTest::addColumn<std::vector<HeatmapRow>>("rows");
        QTest::addColumn<std::vector<double>>("counts");
        QTest::newRow("behind a gap") << native(0, {{7, 3}}, {}, 5)
                                      << std::vector<HeatmapRow>{{0, 0.125}, {0.125, 64, {}, true}, {64, 128}}
                                      << std::vector<double>{5, 0, 3};
        QTest::newRow("mirrored") << native(0, {}, {{7, 3}}, 5)
                                  << std::vector<HeatmapRow>{{-128, -64},
                                                             {-64, -0.125, {}, true},
                                                             {-0.125, 0.125}}
                                  << std::vector<double>{3, 0, 5};
        QTest::newRow("no zero bucket")
            << native(0, {{1, 3}}, {{2, 4}}, 0)
            << std::vector<HeatmapRow>{{-4, -2}, {-2, 1, {}, true}, {1, 2}} << std::vector<double>{4, 0, 3};
        QTest::newRow("touching") << native(0, {{-2, 3}}, {{-2, 4}}, 5)
                                  << std::vector<HeatmapRow>{{-0.25, -0.125}, {-0.125, 0.125}, {0.125, 0.25}}
                                  << std::vector<double>{4, 5, 3};
        QTest::newRow("inside the zero bucket, and half inside")
            << native(-1, {{-5, 1}, {-1, 3}}, {{-5, 2}}, 5)
            << std::vector<HeatmapRow>{{0, 0.125}, {0.125, 0.25}} << std::vector<double>{8, 3};
        FloatHistogram zeros = native(0, {{1, 3}}, {}, 5);
        zeros.zeroThreshold = 0;
        QTest::newRow("nothing but zero")
            << zeros << std::vector<HeatmapRow>{{0, 0}, {0, 1, {}, true}, {1, 2}}
            << std::vector<double>{5, 0, 3};
    }

    void bucketsBesideZero()
    {
        QFETCH(FloatHistogram, histogram);
        QFETCH(std::vector<HeatmapRow>, rows);
        QFETCH(std::vector<double>, counts);
        const HeatmapData data = nativeHeatmap({{10, &histogram}});
        QCOMPARE(data.rows, rows);
        QCOMPARE(data.counts, counts);
    }

    void indicesBeyondAllNumbers()
    {
        constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
        for (const int schema : {minExponentialSchema, 0, maxExponentialSchema}) {
            const FloatHistogram wild = native(schema, {{-most, 1}, {most, 2}}, {{-most, 4}, {most, 8}}, 0);
            const HeatmapData data = nativeHeatmap({{10, &wild}});
            QVERIFY(data.rows.size() <= mostHeatmapRows);
            QCOMPARE(std::accumulate(data.counts.begin(), data.counts.end(), 0.0), 15.0);
        }
    }

    void logAxesBreakOffBelowTheBuckets()
    {
        // The zero bucket of Prometheus' Go library ends at 2^-128.
        FloatHistogram one = native(0, {{0, 1}, {1, 2}, {2, 3}}, {}, 5);
        one.zeroThreshold = std::exp2(-128);
        const HeatmapData data = nativeHeatmap({{10, &one}});
        QCOMPARE(data.rows.size(), std::size_t{5});
        const HeatmapAxis axis(data, {ScaleDistribution{ScaleKind::Log, 2, 1}, {}, {}, false});
        QVERIFY(axis.isLogarithmic());
        for (std::size_t row = 0; row < 5; ++row) {
            const int bottom = 500 - 100 * static_cast<int>(row);
            QCOMPARE(axis.cellRows(row, 500), (CellRows{bottom - 100, bottom}));
        }
        QVERIFY(std::fabs(axis.yOf(1, 500) - 200) < 1e-6);
        QVERIFY(axis.yOf(1e-30, 500) > 300 && axis.yOf(1e-30, 500) < 400);
        QVERIFY(axis.yOf(0, 500) >= 400);
        for (const HeatmapTick &tick : axis.ticks(HeatmapAxis::At::Edges, 8))
            QVERIFY(tick.value >= 0.5);
        // Near enough it is drawn to scale.
        one.zeroThreshold = 0.125;
        const HeatmapAxis near(nativeHeatmap({{10, &one}}),
                               {ScaleDistribution{ScaleKind::Log, 2, 1}, {}, {}, false});
        QVERIFY(std::fabs(near.yOf(0.5, 700) - near.yOf(0.125, 700) +
                          2 * (near.yOf(1, 700) - near.yOf(2, 700))) < 1e-6);
    }

    void thinRowsAreSeen()
    {
        FloatHistogram one = native(0, {{7, 1}}, {}, 5);
        one.zeroThreshold = 0.001;
        HeatmapScene scene;
        const auto data = std::make_shared<HeatmapData>(nativeHeatmap({{10'000, &one}}));
        scene.data = data;
        scene.axis = HeatmapAxis(*data, {ScaleDistribution{}, {}, {}, false});
        scene.grid = ColumnGrid::covering({0, 10'000}, 10);
        scene.stepMs = 10'000;
        scene.height = 64;
        scene.shading.high = 10;
        scene.shading.ramp = rampOnDark();
        scene.background = qRgb(1, 2, 3);
        QCOMPARE(scene.axis.cellRows(0, 64), (CellRows{63, 64}));
        QImage ring(16, 64, QImage::Format_RGB32);
        rasterHeatmap(scene, {scene.grid.first, scene.grid.end()}, ring);
        const int column = static_cast<int>(ringColumn(scene.grid.columnOf(5000), ring.width()));
        QCOMPARE(ring.pixel(column, 63), scene.shading.colorOf(5));
        QCOMPARE(ring.pixel(column, 62), scene.background);
        QCOMPARE(ring.pixel(column, 10), scene.shading.colorOf(1));
    }

    void nativeSchemas()
    {
        // The coarser schema of two, and both at one time are added.
        const FloatHistogram fine = native(1, {{1, 2}, {2, 3}, {3, 4}}, {}, 0);
        const FloatHistogram coarse = native(0, {{1, 10}, {2, 20}}, {}, 0);
        const HeatmapData data = nativeHeatmap({{2, &coarse}, {1, &fine}, {2, &fine}});
        QCOMPARE(data.rows, (std::vector<HeatmapRow>{{1, 2}, {2, 4}}));
        QCOMPARE(data.times, (std::vector<TimestampMs>{1, 2}));
        QCOMPARE(data.counts, (std::vector<double>{5, 4, 15, 24}));
    }

    void nativeBucketsAreMerged()
    {
        std::map<std::int32_t, double> counts;
        for (int i = 1; i <= 256; ++i)
            counts[i] = 1;
        const FloatHistogram fine = native(6, counts, {}, 0);
        const HeatmapData data = nativeHeatmap({{1, &fine}}, 20);
        QCOMPARE(data.rows.size(), std::size_t{16});
        QCOMPARE(data.rows.back().high, 16.0);
        QCOMPARE(data.largest(), 16.0);
        const FloatHistogram wide = native(0, {{-1000, 1}, {1000, 2}}, {}, 0);
        const HeatmapData few = nativeHeatmap({{1, &wide}}, 20);
        QVERIFY(few.rows.size() <= 20);
        QCOMPARE(few.counts.front() + few.counts.back(), 3.0);
    }

    void customBuckets()
    {
        FloatHistogram a;
        a.schema = customBucketsSchema;
        a.customBounds = {1, 2, 5};
        a.positive = {{0, 1, 2, 3}, {1, 2, 3, 4}};
        FloatHistogram b = a;
        b.customBounds = {1, 5};
        b.positive = {{0, 1, 2}, {10, 20, 30}};
        const HeatmapData data = nativeHeatmap({{1, &a}, {2, &b}});
        QCOMPARE(data.rows, (std::vector<HeatmapRow>{{0, 1}, {1, 5}, {5, infinity}}));
        QCOMPARE(data.counts, (std::vector<double>{1, 5, 4, 10, 20, 30}));
        QVERIFY(nativeHeatmap({}).empty());
    }
};

SIGHTGLASS_TEST(HeatmapNativeTest)

} // namespace

#include "heatmapnativetest.moc"
