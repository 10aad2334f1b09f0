// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/chart/plainscenes.h"
#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/decimate.h"

#include <QTest>

#include <cmath>
#include <random>

namespace {

using namespace sightglass;

using namespace sightglass::test;

constexpr QRgb background = sceneBackground;
constexpr QRgb lineColor = sceneColor;
constexpr TimestampMs now = sceneNow;

using Samples = std::vector<Sample>;

class RasterTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void movingOnGivesTheSamePictureAsDrawingAnew_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<double>("lineWidth");
        QTest::addColumn<bool>("filled");
        QTest::newRow("dense") << qint64{3'600'000} << qint64{1000} << 1.25 << false;
        QTest::newRow("dense, filled") << qint64{3'600'000} << qint64{1000} << 1.25 << true;
        QTest::newRow("one sample a pixel") << qint64{300'000} << qint64{1000} << 1.0 << true;
        QTest::newRow("sparse") << qint64{60'000} << qint64{1000} << 1.25 << true;
        QTest::newRow("sparse, twice the size") << qint64{60'000} << qint64{1000} << 2.5 << true;
        QTest::newRow("very sparse") << qint64{10'000} << qint64{1000} << 3.0 << false;
        QTest::newRow("dots only") << qint64{60'000} << qint64{3000} << 1.25 << false;
    }
    void aLayerWithoutRoomDrawsNothing()
    {
        ColumnLayer layer;
        const ColumnGrid grid = ColumnGrid::covering({now - 60'000, now}, 30);
        const ColumnRange all{grid.first, grid.end()};
        bool drew = false;
        layer.update(grid, 0, std::span(&all, 1), [&drew](ColumnRange, QImage &) { drew = true; });
        QVERIFY(!drew);
        QVERIFY(layer.image().isNull());
    }

    void movingOnGivesTheSamePictureAsDrawingAnew()
    {
        QFETCH(qint64, length);
        QFETCH(qint64, step);
        QFETCH(double, lineWidth);
        QFETCH(bool, filled);
        ColumnLayer layer;
        PlainScene shown;
        for (int tick = 0; tick < 40; ++tick) {
            const TimeRange range{now + tick * 1000 - length, now + tick * 1000};
            PlainScene next = plainScene(
                range, {noise({range.from, range.to}, step, 1), noise({range.from, range.to}, step, 77)});
            next.scene.lineWidth = lineWidth;
            next.scene.gapMs = 1750;
            next.scene.gridValues = {0, 50, 100};
            next.scene.marks = {{80, 0xffff0000}};
            for (TimestampMs t = range.from - range.from % 15'000; t <= range.to; t += 15'000)
                next.scene.gridColumns.push_back(next.scene.grid.columnOf(t));
            if (filled) {
                next.scene.series[0].fillOpacity = 0.3;
                next.scene.series[1].base = next.lines[0];
                next.scene.series[1].fillOpacity = 0.5;
            }
            const auto changed = changedColumns(shown.scene, next.scene);
            // All samples up to the ones of the tick before are known to be the same.
            const std::vector<TimestampMs> known(next.scene.series.size(), range.to - 999);
            QCOMPARE(changedColumns(shown.scene, next.scene, known), changed);
            const std::uint64_t before = layer.columnsDrawn();
            layer.update(
                next.scene.grid, next.scene.scale.height, changed,
                [&next](ColumnRange columns, QImage &ring) { rasterColumns(next.scene, columns, ring); });
            QCOMPARE(layer.image(), drawn(next.scene));
            if (tick > 0 && length >= 60'000)
                QVERIFY2(layer.columnsDrawn() - before < 120, "a tick draws new columns only");
            shown = std::move(next);
        }
    }

    void joinedLinesChangeAtTheirEndsOnly()
    {
        ColumnLayer layer;
        PlainScene shown;
        for (int tick = 0; tick < 60; ++tick) {
            const TimeRange range{now + tick * 1000 - 3'600'000, now + tick * 1000};
            std::vector<Samples> lines(2);
            for (TimestampMs t = range.from; t <= range.to; t += 1000) {
                lines[0].push_back({t, static_cast<double>(t / 1000 % 97)});
                lines[1].push_back({t, static_cast<double>(t / 1000 % 41)});
            }
            PlainScene next = plainScene(range, std::move(lines));
            next.scene.lineWidth = 1.25;
            const bool isSame = tick > 0 && next.scene.grid == shown.scene.grid;
            const std::uint64_t before = layer.columnsDrawn();
            ColumnRaster raster(next.scene);
            layer.update(next.scene.grid, next.scene.scale.height, changedColumns(shown.scene, next.scene),
                         [&raster](ColumnRange columns, QImage &ring) { raster.draw(columns, ring); });
            QCOMPARE(layer.image(), drawn(next.scene));
            // The column where the newest sample lies, that of the one before, and the one beside; likewise
            // at the beginning.
            if (isSame)
                QVERIFY2(layer.columnsDrawn() - before <= 6,
                         qPrintable(QString::number(layer.columnsDrawn() - before)));
            shown = std::move(next);
        }
    }

    /// A sample without neighbours has a dot, which reaches into columns beside its own: it comes and goes
    /// with the samples next to it.
    void dotsComeAndGo_data()
    {
        QTest::addColumn<double>("lineWidth");
        for (const double width : {1.0, 1.25, 2.0, 3.0, 7.0})
            QTest::addRow("%g", width) << width;
    }
    void dotsComeAndGo()
    {
        QFETCH(double, lineWidth);
        std::mt19937 random(3); // NOLINT: the same each time
        Samples all;
        for (TimestampMs t = now - 200'000; t <= now + 100'000; t += 1000) {
            const unsigned kind = random() % 4;
            if (kind != 0)
                all.push_back({t + static_cast<TimestampMs>(random() % 700),
                               kind == 1 ? std::nan("") : static_cast<double>(random() % 100)});
        }
        ColumnLayer layer;
        PlainScene shown;
        for (int tick = 0; tick < 100; ++tick) {
            const TimeRange range{now + tick * 1000 - 100'000, now + tick * 1000};
            Samples line;
            std::ranges::copy_if(all, std::back_inserter(line),
                                 [&range](const Sample &sample) { return range.contains(sample.t); });
            PlainScene next = plainScene(range, {std::move(line)});
            next.scene.lineWidth = lineWidth;
            next.scene.gapMs = 1750;
            layer.update(
                next.scene.grid, next.scene.scale.height, changedColumns(shown.scene, next.scene),
                [&next](ColumnRange columns, QImage &ring) { rasterColumns(next.scene, columns, ring); });
            QCOMPARE(layer.image(), drawn(next.scene));
            shown = std::move(next);
        }
    }

    void aCorrectedSampleIsFound()
    {
        PlainScene before = plainScene({now - 300'000, now}, {noise({now - 300'000, now}, 1000, 5)});
        PlainScene after = plainScene({now - 300'000, now}, before.lines);
        QVERIFY(changedColumns(before.scene, after.scene).empty());
        after.lines[0][100].v = 55.5;
        const auto changed = changedColumns(before.scene, after.scene);
        QCOMPARE(changed.size(), std::size_t{1});
        const std::int64_t column = after.scene.grid.columnOf(after.lines[0][100].t);
        QVERIFY(changed[0].from < column && changed[0].to == after.scene.grid.end());
        QVERIFY(changed[0].from > after.scene.grid.first);
    }

    void whatIsKnownIsNotRead()
    {
        const PlainScene before = plainScene({now - 300'000, now}, {noise({now - 300'000, now}, 1000, 5)});
        PlainScene after = plainScene({now - 300'000, now}, before.lines);
        Samples &line = after.lines[0];
        line[100].v = 55.5;
        const std::vector<TimestampMs> behind{line[101].t};
        QVERIFY2(changedColumns(before.scene, after.scene, behind).empty(), "the samples were read");
        // At that time itself nothing is known any more.
        const std::vector<TimestampMs> there{line[100].t};
        QCOMPARE(changedColumns(before.scene, after.scene, there), changedColumns(before.scene, after.scene));
        QCOMPARE(changedColumns(before.scene, after.scene, std::vector{unknownBefore}),
                 changedColumns(before.scene, after.scene));
        line.back().v = 1.5;
        const auto changed = changedColumns(before.scene, after.scene, behind);
        QCOMPARE(changed.size(), std::size_t{1});
        QVERIFY(changed[0].from > after.scene.grid.columnOf(line[line.size() - 12].t));
    }

    void whatCannotBeKnownIsRead_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a sample more in between") << 0;
        QTest::newRow("one less in between") << 1;
        QTest::newRow("another beginning") << 2;
        QTest::newRow("no samples before") << 3;
        QTest::newRow("no samples any more") << 4;
    }
    void whatCannotBeKnownIsRead()
    {
        QFETCH(int, what);
        PlainScene before = plainScene({now - 300'000, now}, {noise({now - 300'000, now}, 1000, 5)});
        PlainScene after = plainScene({now - 300'000, now}, before.lines);
        Samples &line = what == 3 ? before.lines[0] : after.lines[0];
        if (what == 0)
            line.insert(line.begin() + 100, {line[99].t + 1, 4.0});
        else if (what == 1)
            line.erase(line.begin() + 100);
        else if (what == 2)
            line.insert(line.begin(), {line.front().t - 1000, 4.0});
        else
            line.clear();
        // The vector may lie elsewhere now.
        before.scene.series[0].line = before.lines[0];
        after.scene.series[0].line = after.lines[0];
        const auto all = changedColumns(before.scene, after.scene);
        QVERIFY(!all.empty());
        QCOMPARE(changedColumns(before.scene, after.scene, std::vector{now}), all);
    }

    void anotherLookIsDrawnAnew_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("scale") << 0;
        QTest::newRow("colour") << 1;
        QTest::newRow("mark") << 2;
        QTest::newRow("series") << 3;
        QTest::newRow("far away in time") << 4;
    }
    void anotherLookIsDrawnAnew()
    {
        QFETCH(int, what);
        const PlainScene before = plainScene({now - 300'000, now}, {noise({now - 300'000, now}, 1000, 5)});
        ChartScene after = before.scene;
        if (what == 0)
            after.scale.high = 200;
        else if (what == 1)
            after.series[0].color = 0xff00ff00;
        else if (what == 2)
            after.marks.push_back({1, lineColor});
        else if (what == 3)
            after.series.push_back(after.series[0]);
        else
            after.grid.first += 10'000;
        const auto changed = changedColumns(before.scene, after);
        QCOMPARE(changed, (std::vector<ColumnRange>{{after.grid.first, after.grid.end()}}));
    }

    void aSpikeOfOneSampleIsSeenAtAnyZoom_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {20, 100, 301, 999, 2500})
            QTest::addRow("%d pixels", width) << width;
    }
    void aSpikeOfOneSampleIsSeenAtAnyZoom()
    {
        QFETCH(int, width);
        Samples samples;
        for (TimestampMs t = now - 3'600'000; t <= now; t += 1000)
            samples.push_back({t, t == now - 1'234'000 ? 90.0 : 10.0});
        const PlainScene plot = plainScene({now - 3'600'000, now}, {samples}, {width, 100});
        const QImage image = drawn(plot.scene);
        int lit = 0;
        for (int x = 0; x < width; ++x)
            lit = std::max(lit, qRed(image.pixel(x, 12)));
        // Row 12 lies between 87 and 88: only the spike gets there.
        QVERIFY2(lit > 0x50, qPrintable(QString::number(lit)));
    }

    void aGapIsDrawnAsAGap()
    {
        Samples samples = noise({now - 300'000, now}, 1000, 9);
        std::erase_if(samples, [](const Sample &s) { return s.t > now - 200'000 && s.t < now - 100'000; });
        for (Sample &sample : samples)
            sample.v = 50;
        PlainScene plot = plainScene({now - 300'000, now}, {samples});
        plot.scene.series[0].fillOpacity = 0.5;
        const QImage image = drawn(plot.scene);
        for (int x = 104; x < 195; ++x)
            QVERIFY(blankColumn(image, x));
        QVERIFY(!blankColumn(image, 50));
        QVERIFY(!blankColumn(image, 250));
    }

    void aLevelLineIsCrisp()
    {
        const PlainScene plot =
            plainScene({now - 300'000, now}, {{{now - 290'000, 47.3}, {now - 10'000, 47.3}}});
        ChartScene scene = plot.scene;
        scene.gapMs = 1'000'000;
        const QImage image = drawn(scene);
        int rows = 0;
        for (int y = 0; y < image.height(); ++y)
            rows += image.pixel(150, y) != background ? 1 : 0;
        QCOMPARE(rows, 1);
        QCOMPARE(image.pixel(150, 52), lineColor);
    }

    void theInkOfASlantedLineIsItsWidth()
    {
        // Coverage along a column of a line of slope 1 and width 1 sums up to sqrt(2).
        const ColumnGrid grid{.bucketUs = 1000'000, .first = now / 1000 - 99, .count = 100};
        const Samples samples{{now - 99'000, 0}, {now + 1000, 100}};
        ChartScene scene;
        scene.grid = grid;
        scene.scale = {0, 100, 100};
        scene.background = 0xff000000;
        scene.gapMs = 1'000'000;
        scene.series.push_back({samples, {}, 0xffffffff, 0});
        const QImage image = drawn(scene);
        for (const int x : {20, 50, 80}) {
            double ink = 0;
            for (int y = 0; y < 100; ++y)
                ink += qRed(image.pixel(x, y)) / 255.0;
            QVERIFY2(std::abs(ink - std::sqrt(2.0)) < 0.02, qPrintable(QString::number(ink)));
        }
    }

    /// From one end of all numbers to the other: the line is there, on a scale whose length is no number.
    void theLargestNumbersAreDrawn()
    {
        constexpr double most = std::numeric_limits<double>::max();
        PlainScene plot = plainScene({now - 300'000, now}, {{{now - 250'000, -most}, {now - 50'000, most}}});
        plot.scene.gapMs = 1'000'000;
        plot.scene.scale = {-most, most, 100};
        const QImage image = drawn(plot.scene);
        QVERIFY(!blankColumn(image, 60) && !blankColumn(image, 150) && !blankColumn(image, 240));
        const auto inkAt = [&image](int x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y) != image.pixelColor(0, y))
                    return y;
            }
            return -1;
        };
        QVERIFY(inkAt(60) > 80 && std::abs(inkAt(150) - 50) < 3 && inkAt(240) < 20);
    }

    void oddDataIsSafe_data()
    {
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("NaN") << std::nan("") << 5.0;
        QTest::newRow("infinities") << infinity << -infinity;
        QTest::newRow("largest") << 1.7e308 << -1.7e308;
        QTest::newRow("smallest") << 5e-324 << -5e-324;
        QTest::newRow("far outside the scale") << 1e12 << -1e12;
    }
    void oddDataIsSafe()
    {
        QFETCH(double, a);
        QFETCH(double, b);
        Samples samples;
        for (TimestampMs t = now - 300'000; t <= now; t += 1000)
            samples.push_back({t, (t / 1000) % 2 == 0 ? a : b});
        for (const qint64 length : {qint64{300'000}, qint64{20'000}}) {
            PlainScene plot = plainScene({now - length, now}, {samples});
            plot.scene.series[0].fillOpacity = 0.5;
            plot.scene.marks = {{a, lineColor}, {b, lineColor}};
            plot.scene.gridValues = {a, b};
            QCOMPARE(drawn(plot.scene).size(), QSize(300, 100));
        }
    }

    void emptyScenes()
    {
        const QImage image = drawn(plainScene({now - 1000, now}, {{}}).scene);
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(blankColumn(image, x));
        QVERIFY(!blankColumn(drawn(plainScene({now - 1000, now}, {{{now - 500, 50}}}).scene), 150));
        QCOMPARE(ringColumn(-1, 10), 9);
    }
};

SIGHTGLASS_TEST(RasterTest)

} // namespace

#include "rastertest.moc"
