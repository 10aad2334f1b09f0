// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/chart/columnlayer.h"
#include "widgets/chart/heatmapraster.h"

#include <QColor>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr TimestampMs now = 1'763'733'600'000;

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
        QCOMPARE(data.bounds, (std::vector<double>{0.5, 2.5, 10, infinity}));
        QCOMPARE(data.times, (std::vector<TimestampMs>{1, 2}));
        QCOMPARE(data.counts, (std::vector<double>{3, 2, 6, 1, 0, 0, 19, 1}));
        QCOMPARE(data.largest(), 19.0);
        QCOMPARE(data.lowerBound(0), 0.0);
        QCOMPARE(data.lowerBound(3), 10.0);
    }

    void tornScrapesAndSeveralTargets()
    {
        const std::vector<Sample> low{{1, 5}};
        const std::vector<Sample> high{{1, 4}};
        QCOMPARE(heatmapData({{1, low}, {2, high}}).counts, (std::vector<double>{5, 0}));
        QCOMPARE(heatmapData({{1, low}, {1, high}}).counts, (std::vector<double>{9}));
        QCOMPARE(heatmapData({{-1, low}}).lowerBound(0), -infinity);
        QVERIFY(heatmapData({}).counts.empty());
        QCOMPARE(heatmapData({}).largest(), 0.0);
    }

    void rowsAndBuckets()
    {
        for (std::size_t bucket = 0; bucket < 7; ++bucket) {
            const CellRows rows = cellRows(bucket, 7, 100);
            QVERIFY(rows.top < rows.bottom);
            QCOMPARE(bucketAt((rows.top + rows.bottom) / 2.0, 7, 100), bucket);
        }
        QCOMPARE(cellRows(0, 7, 100).bottom, 100);
        QCOMPARE(cellRows(6, 7, 100).top, 0);
        QCOMPARE(bucketAt(-50, 7, 100), std::size_t{6});
        QCOMPARE(bucketAt(500, 7, 100), std::size_t{0});
    }

    void lightnessRunsOneWay_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void lightnessRunsOneWay()
    {
        QFETCH(bool, dark);
        const ColorRamp ramp = dark ? rampOnDark() : rampOnLight();
        const auto gray = [](QRgb c) { return 0.2126 * qRed(c) + 0.7152 * qGreen(c) + 0.0722 * qBlue(c); };
        for (std::size_t i = 16; i < ramp.size(); i += 16)
            QVERIFY((gray(ramp[i]) > gray(ramp[i - 16])) == dark);
    }

    void movingOnGivesTheSamePictureAsDrawingAnew_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::newRow("several steps a column") << qint64{3'600'000};
        QTest::newRow("several columns a step") << qint64{60'000};
    }
    void movingOnGivesTheSamePictureAsDrawingAnew()
    {
        QFETCH(qint64, length);
        ColumnLayer layer;
        HeatmapScene shown;
        for (int tick = 0; tick < 30; ++tick) {
            const TimestampMs end = now + tick * 1000;
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
            scene.grid = ColumnGrid::covering({end - length, end}, 300);
            scene.height = 50;
            scene.full = 10;
            scene.ramp = rampOnDark();
            for (TimestampMs t = end - length - (end - length) % 15'000; t <= end; t += 15'000)
                scene.gridColumns.push_back(scene.grid.columnOf(t));
            const auto draw = [&scene](ColumnRange range, QImage &ring) {
                rasterHeatmap(scene, range, ring);
            };
            const auto changed = changedColumns(shown, scene);
            const std::uint64_t before = layer.columnsDrawn();
            layer.update(scene.grid, scene.height, changed, draw);
            ColumnLayer fresh;
            fresh.update(scene.grid, scene.height, {}, draw);
            QCOMPARE(layer.image(), fresh.image());
            QVERIFY(tick == 0 || layer.columnsDrawn() - before < 60);
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
