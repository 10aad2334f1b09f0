// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/heatmapschemes.h"
#include "tests/support/testcase.h"
#include "widgets/chart/colorrampschemes.h"
#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/heatmapcalculation.h"
#include "widgets/chart/heatmapraster.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr TimestampMs now = 1'763'733'600'000;

HeatmapData sevenRows()
{
    HeatmapData data;
    for (int i = 0; i < 7; ++i)
        data.rows.push_back({static_cast<double>(i), static_cast<double>(i + 1)});
    return data;
}

/// Two rows a second with gaps, up to a time.
HeatmapScene sceneAt(TimestampMs end, std::int64_t length)
{
    std::vector<Sample> low;
    std::vector<Sample> high;
    for (TimestampMs t = end - length; t <= end; t += 1000) {
        if ((t / 1000) % 37 < 4)
            continue;
        low.push_back({t, static_cast<double>((t / 1000) % 7)});
        high.push_back({t, low.back().v + static_cast<double>((t / 1000) % 11)});
    }
    HeatmapScene scene;
    scene.data = std::make_shared<const HeatmapData>(heatmapData({{1, low}, {2, high}}));
    scene.axis = HeatmapAxis(*scene.data, {});
    scene.grid = ColumnGrid::covering({end - length, end}, 300);
    scene.height = 50;
    scene.shading.high = 10;
    scene.shading.ramp = rampOnDark();
    for (TimestampMs t = end - length - (end - length) % 15'000; t <= end; t += 15'000)
        scene.gridColumns.push_back(scene.grid.columnOf(t));
    return scene;
}

class HeatmapTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void countsPerBucket()
    {
        // Bounds come in text order ("+Inf", "0.5", "10", "2.5"), and the counts are cumulative.
        const std::vector<Sample> inf{{1, 12}, {2, 20}};
        const std::vector<Sample> half{{1, 3}, {2, std::nan("")}};
        const std::vector<Sample> ten{{1, 11}, {2, 19}};
        const std::vector<Sample> two{{1, 5}};
        const HeatmapData data = heatmapData({{infinity, inf}, {0.5, half}, {10, ten}, {2.5, two}});
        QCOMPARE(data.rows, (std::vector<HeatmapRow>{{0, 0.5}, {0.5, 2.5}, {2.5, 10}, {10, infinity}}));
        QCOMPARE(data.times, (std::vector<TimestampMs>{1, 2}));
        QCOMPARE(data.counts, (std::vector<double>{3, 2, 6, 1, 0, 0, 19, 1}));
        QCOMPARE(data.largest(), 19.0);
    }

    void tornScrapesAndSeveralTargets()
    {
        const std::vector<Sample> low{{1, 5}};
        const std::vector<Sample> high{{1, 4}};
        QCOMPARE(heatmapData({{1, low}, {2, high}}).counts, (std::vector<double>{5, 0}));
        QCOMPARE(heatmapData({{1, low}, {1, high}}).counts, (std::vector<double>{9}));
        QCOMPARE(heatmapData({{-1, low}}).rows.front().low, -infinity);
        QVERIFY(heatmapData({}).counts.empty());
        QCOMPARE(heatmapData({}).largest(), 0.0);
        QVERIFY(heatmapData({{std::nan(""), low}, {-infinity, low}}).empty());
    }

    void hostileCounts()
    {
        const std::vector<Sample> odd{{1, -5}, {2, infinity}, {3, -infinity}, {4, std::nan("")}};
        const std::vector<Sample> high{{1, 4}, {2, 5}, {3, infinity}, {4, 7}};
        for (const HeatmapData &data :
             {heatmapData({{1, odd}, {2, high}}), heatmapOfRows({{"1", odd}, {"2", high}})}) {
            for (const double count : data.counts)
                QVERIFY(std::isfinite(count));
        }
    }

    void moreBoundsThanRows()
    {
        std::vector<Sample> samples(10'000);
        std::vector<CumulativeSeries> series;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i] = {1, static_cast<double>(i + 1)};
            series.push_back({static_cast<double>(i + 1), std::span(samples).subspan(i, 1)});
        }
        const HeatmapData data = heatmapData(series, 100);
        QCOMPARE(data.rows.size(), std::size_t{100});
        QCOMPARE(data.merged, std::size_t{100});
        QCOMPARE(data.rows.back(), (HeatmapRow{9900, 10'000}));
        QCOMPARE(std::accumulate(data.counts.begin(), data.counts.end(), 0.0), 10'000.0);
    }

    void rowsByName()
    {
        const std::vector<Sample> a{{1, 5}, {2, 1}};
        const std::vector<Sample> b{{1, 3}};
        const HeatmapData bounds = heatmapOfRows({{"+Inf", a}, {"0.5", b}, {"0.5", b}});
        QCOMPARE(bounds.rows, (std::vector<HeatmapRow>{{0, 0.5}, {0.5, infinity}}));
        QCOMPARE(bounds.counts, (std::vector<double>{6, 5, 0, 1}));
        const HeatmapData names = heatmapOfRows({{"GET", a}, {"5", b}});
        QVERIFY(!names.hasBounds);
        QCOMPARE(names.rows.front().name, std::string("GET"));
        QCOMPARE(names.counts, (std::vector<double>{5, 3, 1, 0}));
        QVERIFY(heatmapOfRows({}).empty());
    }

    void mergedRows()
    {
        const std::vector<Sample> one{{1, 1}};
        std::vector<RowSeries> series;
        for (int i = 1; i <= 7; ++i)
            series.push_back({std::to_string(i), one});
        const HeatmapData data = heatmapOfRows(series, 3);
        QCOMPARE(data.rows, (std::vector<HeatmapRow>{{0, 1}, {1, 4}, {4, 7}}));
        QCOMPARE(data.counts, (std::vector<double>{1, 3, 3}));
        HeatmapData whole = heatmapOfRows(series);
        mergeRows(whole, 3);
        QCOMPARE(whole.rows, data.rows);
        QCOMPARE(whole.counts, data.counts);
    }

    void rowsOnTheAxis_data()
    {
        QTest::addColumn<bool>("reversed");
        QTest::newRow("upwards") << false;
        QTest::newRow("downwards") << true;
    }

    void rowsOnTheAxis()
    {
        QFETCH(bool, reversed);
        const HeatmapAxis axis(sevenRows(), {{}, {}, {}, reversed});
        QVERIFY(axis.isOfRows());
        for (std::size_t row = 0; row < 7; ++row) {
            const CellRows rows = axis.cellRows(row, 100);
            QVERIFY(rows.top < rows.bottom);
            QCOMPARE(axis.rowAt((rows.top + rows.bottom) / 2.0, 100), std::optional(row));
        }
        QCOMPARE(axis.cellRows(reversed ? 6 : 0, 100).bottom, 100);
        QCOMPARE(axis.cellRows(reversed ? 0 : 6, 100).top, 0);
        QCOMPARE(axis.rowAt(-50, 100), std::optional<std::size_t>(reversed ? 0 : 6));
        QCOMPARE(axis.rowAt(500, 100), std::optional<std::size_t>(reversed ? 6 : 0));
        QCOMPARE(axis.yOf(0, 700), reversed ? 0.0 : 700.0);
        QCOMPARE(axis.yOf(1.5, 700), reversed ? 150.0 : 550.0);
        QCOMPARE(axis.yOf(100, 700), reversed ? 700.0 : 0.0);
        QVERIFY(std::isnan(axis.yOf(std::nan(""), 700)));
    }

    void partsOfTheAxis()
    {
        const HeatmapAxis axis(sevenRows(), {{}, 2.0, 5.0, false});
        QCOMPARE(axis.cellRows(0, 90), (CellRows{axis.cellRows(0, 90).top, axis.cellRows(0, 90).top}));
        QCOMPARE(axis.cellRows(2, 90), (CellRows{60, 90}));
        QCOMPARE(axis.cellRows(4, 90), (CellRows{0, 30}));
        QCOMPARE(axis.rowAt(45, 90), std::optional<std::size_t>(3));
    }

    void axesOfValues_data()
    {
        QTest::addColumn<double>("logBase"); // 0: linear
        QTest::addColumn<std::vector<double>>("bounds");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("place"); // from the top
        QTest::newRow("linear") << 0.0 << std::vector<double>{1, 2, 10} << 5.0 << 0.5;
        QTest::newRow("linear, open above") << 0.0 << std::vector<double>{1, 2, infinity} << 2.0 << 1.0 / 3;
        QTest::newRow("log 10") << 10.0 << std::vector<double>{1, 10, 100} << 10.0 << 1.0 / 3;
        QTest::newRow("log 2") << 2.0 << std::vector<double>{2, 4, 8, infinity} << 4.0 << 0.5;
    }

    void axesOfValues()
    {
        QFETCH(double, logBase);
        QFETCH(std::vector<double>, bounds);
        QFETCH(double, value);
        QFETCH(double, place);
        HeatmapData data;
        double low = 0;
        for (const double bound : bounds)
            data.rows.push_back({std::exchange(low, bound), bound});
        const ScaleDistribution scale{logBase > 0 ? ScaleKind::Log : ScaleKind::Linear, logBase, 1};
        const HeatmapAxis axis(data, {scale, {}, {}, false});
        QVERIFY(!axis.isOfRows());
        QVERIFY(std::fabs(axis.yOf(value, 600) - 600 * place) < 1e-6);
        const auto ticks = axis.ticks(HeatmapAxis::At::Edges, 6);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 8);
        for (const HeatmapTick &tick : ticks)
            QVERIFY(std::fabs(tick.position * 600 - axis.yOf(tick.value, 600)) < 1e-6);
    }

    void noLogarithmOfNegativeRows()
    {
        HeatmapData data;
        data.rows = {{-2, -1}, {-1, 1}, {1, 2}};
        QVERIFY(HeatmapAxis(data, {ScaleDistribution{ScaleKind::Log, 2, 1}, {}, {}, false}).isOfRows());
        QVERIFY(!HeatmapAxis(data, {ScaleDistribution{}, {}, {}, false}).isOfRows());
    }

    void ticksOfRows()
    {
        const HeatmapAxis axis(sevenRows(), {});
        const auto texts = [](const std::vector<HeatmapTick> &ticks) {
            QStringList all;
            for (const HeatmapTick &tick : ticks)
                all.append(QString::number(tick.value));
            return all.join(u' ');
        };
        QCOMPARE(texts(axis.ticks(HeatmapAxis::At::Edges, 20)), QStringLiteral("0 1 2 3 4 5 6 7"));
        QCOMPARE(texts(axis.ticks(HeatmapAxis::At::Upper, 20)), QStringLiteral("1 2 3 4 5 6 7"));
        QCOMPARE(texts(axis.ticks(HeatmapAxis::At::Lower, 20)), QStringLiteral("0 1 2 3 4 5 6"));
        QCOMPARE(axis.ticks(HeatmapAxis::At::Middle, 20).front().position, 1 - 0.5 / 7);
        QVERIFY(axis.ticks(HeatmapAxis::At::Edges, 3).size() <= 3);
        HeatmapData powers;
        for (int i = 0; i < 40; ++i)
            powers.rows.push_back({std::exp2((i - 20) / 4.0), std::exp2((i - 19) / 4.0)});
        // The round ones of four to a power of two.
        for (const HeatmapTick &tick : HeatmapAxis(powers, {}).ticks(HeatmapAxis::At::Edges, 12))
            QCOMPARE(std::exp2(std::round(std::log2(tick.value))), tick.value);
    }

    void calculatedCells()
    {
        const std::vector<Sample> a{{500, 1}, {1000, 12}, {1001, 25}, {2000, std::nan("")}, {2001, infinity}};
        const std::vector<Sample> b{{700, 3}};
        HeatmapSorting sorting{{0, 2000}, 100, 1000.0, {}, 10.0, {}, {}};
        const HeatmapData data = calculatedHeatmap({a, b}, sorting);
        QCOMPARE(data.cellMs, std::int64_t{1000});
        QCOMPARE(data.times, (std::vector<TimestampMs>{1000, 2000}));
        QCOMPARE(data.rows, (std::vector<HeatmapRow>{{0, 10}, {10, 20}, {20, 30}}));
        QCOMPARE(data.counts, (std::vector<double>{2, 1, 0, 0, 0, 1}));
        sorting.rowSize.reset();
        sorting.logBase = 10;
        const HeatmapData log = calculatedHeatmap({a, b}, sorting);
        QCOMPARE(log.rows, (std::vector<HeatmapRow>{{1, 10}, {10, 100}}));
        QCOMPARE(log.counts, (std::vector<double>{2, 1, 0, 1}));
    }

    void calculatedCellsAreBounded()
    {
        std::vector<Sample> samples;
        for (int i = 0; i < 1000; ++i)
            samples.push_back({i * 1000, i % 2 == 0 ? 1e300 : -1e300});
        const HeatmapData wild = calculatedHeatmap({samples}, {{0, 1'000'000}, 1000, {}, {}, 1e-9, {}, {}});
        QVERIFY(!wild.empty() && wild.rows.size() <= mostHeatmapRows);
        const HeatmapData narrow = calculatedHeatmap({samples}, {{0, 1'000'000}, 1, 0.001, {}, {}, 5, {}});
        QVERIFY(narrow.times.size() <= 4001);
        QVERIFY(calculatedHeatmap({}, {{0, 1000}, 1, {}, {}, {}, {}, {}}).empty());
        // Cells stay while the range moves on.
        const HeatmapData later =
            calculatedHeatmap({samples}, {{7000, 1'007'000}, 1000, {}, {}, 1e299, {}, {}});
        QCOMPARE(later.times.front() % later.cellMs, 0);
    }

    void movingOnGivesTheSamePictureAsDrawingAnew_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("radius");
        QTest::newRow("several steps a column") << qint64{3'600'000} << 1 << 0;
        QTest::newRow("several columns a step") << qint64{60'000} << 1 << 0;
        QTest::newRow("wide cells") << qint64{20'000} << 2 << 4;
        QTest::newRow("no gaps") << qint64{20'000} << 0 << 0;
        QTest::newRow("large gaps and corners") << qint64{10'000} << 5 << 9;
    }

    void movingOnGivesTheSamePictureAsDrawingAnew()
    {
        QFETCH(qint64, length);
        QFETCH(int, gap);
        QFETCH(int, radius);
        ColumnLayer layer;
        HeatmapScene shown;
        for (int tick = 0; tick < 30; ++tick) {
            HeatmapScene scene = sceneAt(now + tick * 1000, length);
            scene.gap = gap;
            scene.radius = radius;
            const auto draw = [&scene](ColumnRange range, QImage &ring) {
                rasterHeatmap(scene, range, ring);
            };
            const auto changed = changedColumns(shown, scene);
            const std::uint64_t before = layer.columnsDrawn();
            layer.update(scene.grid, scene.height, changed, draw);
            ColumnLayer fresh;
            fresh.update(scene.grid, scene.height, {}, draw);
            QCOMPARE(layer.image(), fresh.image());
            QVERIFY(tick == 0 || layer.columnsDrawn() - before < 200);
            shown = scene;
        }
    }

    void aGapHasNoCells()
    {
        const std::vector<Sample> samples{{now - 10'000, 5}, {now, 5}};
        const HeatmapData data = heatmapData({{1, samples}});
        QVERIFY(!stepAt(data, now - 5000, 1000));
        QCOMPARE(stepAt(data, now - 500, 1000), std::optional<std::size_t>{1});
        QVERIFY(!stepAt(data, now + 1, 1000));
    }
};

SIGHTGLASS_TEST(HeatmapTest)

} // namespace

#include "heatmaptest.moc"
