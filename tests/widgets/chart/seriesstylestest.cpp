// SPDX-License-Identifier: GPL-3.0-or-later
// Every way to draw a series: bit-identical while it moves on, honest about spikes and gaps.
#include "tests/support/testcase.h"
#include "tests/widgets/chart/plainscenes.h"
#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"

#include <QTest>

#include <cmath>

Q_DECLARE_METATYPE(sightglass::SeriesStyle)

namespace {

using namespace sightglass;
using namespace sightglass::test;

SeriesStyle lines(LineInterpolation interpolation)
{
    SeriesStyle style;
    style.interpolation = interpolation;
    return style;
}

SeriesStyle bars(std::int64_t stepMs, double factor)
{
    SeriesStyle style;
    style.drawing = DrawStyle::Bars;
    const auto width = static_cast<std::int64_t>(static_cast<double>(stepMs) * 1000 * factor);
    style.bar = {width / 2, width - width / 2};
    return style;
}

SeriesStyle points(double radius)
{
    SeriesStyle style;
    style.drawing = DrawStyle::Points;
    style.lineWidth = 0;
    style.pointRadius = radius;
    return style;
}

SeriesStyle dashed(std::vector<int> dash)
{
    SeriesStyle style;
    style.dash = std::move(dash);
    return style;
}

SeriesStyle areaOnly()
{
    SeriesStyle style;
    style.lineWidth = 0;
    style.fade = FillFade::Even;
    return style;
}

void addStyles(std::int64_t stepMs)
{
    QTest::addColumn<SeriesStyle>("style");
    QTest::addColumn<double>("opacity");
    QTest::newRow("line") << lines(LineInterpolation::Linear) << 0.3;
    QTest::newRow("smooth") << lines(LineInterpolation::Smooth) << 0.3;
    QTest::newRow("step before") << lines(LineInterpolation::StepBefore) << 0.3;
    QTest::newRow("step after") << lines(LineInterpolation::StepAfter) << 0.3;
    QTest::newRow("bars") << bars(stepMs, 0.6) << 0.5;
    QTest::newRow("wide bars") << bars(stepMs, 1) << 0.5;
    QTest::newRow("points") << points(2.5) << 0.0;
    QTest::newRow("large points") << points(11) << 0.0;
    QTest::newRow("dashes") << dashed({6, 3}) << 0.0;
    QTest::newRow("dots") << dashed({1, 4}) << 0.0;
    QTest::newRow("area alone") << areaOnly() << 0.6;
    SeriesStyle wide = lines(LineInterpolation::Smooth);
    wide.lineWidth = 5;
    wide.pointRadius = 7;
    QTest::newRow("wide smooth line with points") << wide << 0.2;
}

class SeriesStylesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void movingOnGivesTheSamePictureAsDrawingAnew_data() { addStyles(1000); }
    void movingOnGivesTheSamePictureAsDrawingAnew()
    {
        QFETCH(SeriesStyle, style);
        QFETCH(double, opacity);
        // An hour: many samples a pixel; a minute: five pixels a sample.
        for (const std::int64_t length : {3'600'000, 300'000, 60'000}) {
            ColumnLayer layer;
            PlainScene shown;
            for (int tick = 0; tick < 25; ++tick) {
                const TimeRange range{sceneNow + tick * 1000 - length, sceneNow + tick * 1000};
                PlainScene next = plainScene(range, {noise(range, 1000, 1), noise(range, 1000, 77)});
                for (SceneSeries &series : next.scene.series) {
                    series.style = style;
                    series.fillOpacity = opacity;
                }
                next.scene.series[1].base = next.lines[0];
                const auto changed = changedColumns(shown.scene, next.scene);
                const std::uint64_t before = layer.columnsDrawn();
                layer.update(
                    next.scene.grid, next.scene.scale.height, changed,
                    [&next](ColumnRange columns, QImage &ring) { rasterColumns(next.scene, columns, ring); });
                QCOMPARE(layer.image(), drawn(next.scene));
                if (tick > 0)
                    QVERIFY2(layer.columnsDrawn() - before < 160, "a tick draws new columns only");
                shown = std::move(next);
            }
        }
    }

    void barsThatAreNarrowOrLittleAreSeen_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("lineWidth");
        for (const double width : {0.0, 1.0, 2.0}) {
            QTest::addRow("little, %g", width) << 0.01 << width;
            QTest::addRow("negative, %g", width) << -0.01 << width;
            QTest::addRow("long, %g", width) << 40.0 << width;
        }
    }
    void barsThatAreNarrowOrLittleAreSeen()
    {
        QFETCH(double, value);
        QFETCH(double, lineWidth);
        const TimeRange range{sceneNow - 300'000, sceneNow};
        for (const std::int64_t halfUs : {std::int64_t{10}, std::int64_t{5'000'000}}) {
            const auto picture = [&](double shown) {
                PlainScene plain = plainScene(range, {{{sceneNow - 150'000, shown}}});
                plain.scene.scale.low = -50;
                plain.scene.scale.high = 50;
                plain.scene.series[0].style = bars(1000, 1);
                plain.scene.series[0].style.bar = {halfUs, halfUs};
                plain.scene.series[0].style.lineWidth = lineWidth;
                plain.scene.series[0].fillOpacity = 1;
                return drawn(plain.scene);
            };
            const QImage empty = picture(std::nan(""));
            const QImage image = picture(value);
            int rows = 0;
            for (int y = 0; y < image.height(); ++y) {
                bool differs = false;
                for (int x = 0; x < image.width(); ++x)
                    differs = differs || image.pixel(x, y) != empty.pixel(x, y);
                rows += differs ? 1 : 0;
            }
            QVERIFY2(rows >= 1, qPrintable(QString::number(halfUs)));
            QVERIFY(std::fabs(value) > 1 ? rows > 20 : rows <= 3);
        }
    }

    void panningGivesTheSamePictureAsDrawingAnew_data() { addStyles(1000); }
    void panningGivesTheSamePictureAsDrawingAnew()
    {
        QFETCH(SeriesStyle, style);
        QFETCH(double, opacity);
        const std::vector<Sample> samples = noise({sceneNow - 7'200'000, sceneNow}, 1000, 3);
        ColumnLayer layer;
        ChartScene shown;
        for (const int minutes : {60, 61, 66, 50, 49, 52}) {
            const TimestampMs to = sceneNow - (120 - minutes) * 60'000;
            ChartScene next = plainScene({to - 1'800'000, to}, {}).scene;
            next.series.push_back({samples, {}, sceneColor, opacity, style});
            layer.update(next.grid, next.scale.height, changedColumns(shown, next),
                         [&next](ColumnRange columns, QImage &ring) { rasterColumns(next, columns, ring); });
            QCOMPARE(layer.image(), drawn(next));
            shown = next;
        }
    }

    void aSpikeOfOneSampleIsSeenAtAnyZoom_data() { addStyles(1000); }
    void aSpikeOfOneSampleIsSeenAtAnyZoom()
    {
        QFETCH(SeriesStyle, style);
        QFETCH(double, opacity);
        const TimeRange range{sceneNow - 3'600'000, sceneNow};
        std::vector<Sample> samples = level(range, 1000, 10);
        samples[2366].v = 90;
        for (const int width : {20, 100, 301, 999, 2500, 9000}) {
            PlainScene plain = plainScene(range, {samples}, {width, 100});
            plain.scene.series[0].style = style;
            plain.scene.series[0].fillOpacity = opacity;
            const QImage image = drawn(plain.scene);
            int lit = 0;
            for (int x = 0; x < width; ++x) {
                // Rows 11 and 12 lie between 87 and 89: only the spike gets there.
                lit = std::max({lit, qRed(image.pixel(x, 11)), qRed(image.pixel(x, 12))});
            }
            QVERIFY2(lit > 0x50, qPrintable(QStringLiteral("%1 wide: %2").arg(width).arg(lit)));
        }
    }

    void aDipOfOneSampleIsSeenAtAnyZoom_data() { addStyles(1000); }
    void aDipOfOneSampleIsSeenAtAnyZoom()
    {
        QFETCH(SeriesStyle, style);
        QFETCH(double, opacity);
        const TimeRange range{sceneNow - 3'600'000, sceneNow};
        std::vector<Sample> with = level(range, 1000, 90);
        with[2366].v = 30;
        const std::vector<Sample> without = level(range, 1000, 90);
        for (const int width : {20, 100, 301, 999, 2500}) {
            const auto picture = [&](const std::vector<Sample> &samples) {
                PlainScene plain = plainScene(range, {samples}, {width, 100});
                plain.scene.series[0].style = style;
                plain.scene.series[0].fillOpacity = opacity;
                return drawn(plain.scene);
            };
            const QImage a = picture(with);
            const QImage b = picture(without);
            int differing = 0;
            for (int y = 20; y < 69; ++y) {
                for (int x = 0; x < width; ++x)
                    differing = std::max(differing, std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))));
            }
            QVERIFY2(differing > 0x20, qPrintable(QStringLiteral("%1 wide: %2").arg(width).arg(differing)));
        }
    }

    void aGapIsDrawnAsAGap_data() { addStyles(1000); }
    void aGapIsDrawnAsAGap()
    {
        QFETCH(SeriesStyle, style);
        QFETCH(double, opacity);
        const TimeRange range{sceneNow - 300'000, sceneNow};
        std::vector<Sample> samples = level(range, 1000, 50);
        std::erase_if(samples,
                      [](const Sample &s) { return s.t > sceneNow - 200'000 && s.t < sceneNow - 100'000; });
        PlainScene plain = plainScene(range, {samples, level(range, 1000, 20)});
        plain.scene.series.pop_back();
        plain.scene.series[0].style = style;
        plain.scene.series[0].base = plain.lines[1];
        plain.scene.series[0].fillOpacity = opacity;
        const QImage image = drawn(plain.scene);
        for (int x = 115; x < 185; ++x)
            QVERIFY2(blankColumn(image, x), qPrintable(QString::number(x)));
        int before = 0;
        int after = 0;
        for (int x = 40; x < 60; ++x) {
            before += blankColumn(image, x) ? 0 : 1;
            after += blankColumn(image, x + 200) ? 0 : 1;
        }
        QVERIFY(before > 3 && after > 3);
    }

    void oddDataIsSafe_data() { addStyles(1000); }
    void oddDataIsSafe()
    {
        QFETCH(SeriesStyle, style);
        QFETCH(double, opacity);
        const double infinity = std::numeric_limits<double>::infinity();
        for (const double bad : {std::nan(""), infinity, -infinity, 1.7e308, -1.7e308, 5e-324}) {
            std::vector<Sample> samples = level({sceneNow - 300'000, sceneNow}, 1000, 50);
            for (std::size_t i = 0; i < samples.size(); i += 3)
                samples[i].v = bad;
            for (const std::int64_t length : {300'000, 20'000, 50}) {
                PlainScene plain = plainScene({sceneNow - length, sceneNow}, {samples});
                plain.scene.series[0].style = style;
                plain.scene.series[0].fillOpacity = opacity;
                QCOMPARE(drawn(plain.scene).size(), QSize(300, 100));
            }
        }
    }

    void stepsAreCrisp()
    {
        // 30 s a column: the step from 20 to 80 happens in one column.
        const TimeRange range{sceneNow - 300'000, sceneNow};
        for (const auto interpolation : {LineInterpolation::StepBefore, LineInterpolation::StepAfter}) {
            PlainScene plain =
                plainScene(range, {{{sceneNow - 250'000, 20}, {sceneNow - 100'000, 80}, {sceneNow, 80}}});
            plain.scene.series[0].style.interpolation = interpolation;
            plain.scene.gapMs = 1'000'000;
            const QImage image = drawn(plain.scene);
            const bool after = interpolation == LineInterpolation::StepAfter;
            int steep = 0;
            for (int x = 0; x < image.width(); ++x)
                steep += image.pixel(x, 50) != sceneBackground ? 1 : 0;
            QCOMPARE(steep, 1);
            QCOMPARE(image.pixel(150, after ? 80 : 20), sceneColor);
            QCOMPARE(image.pixel(150, after ? 20 : 80), sceneBackground);
        }
    }

    void aSmoothLineStaysBetweenItsSamples()
    {
        const TimeRange range{sceneNow - 300'000, sceneNow};
        std::vector<Sample> samples;
        for (int i = 0; i <= 10; ++i)
            samples.push_back({range.from + i * 30'000, i % 2 == 0 ? 20.0 : 80.0});
        PlainScene plain = plainScene(range, {samples});
        plain.scene.series[0].style.interpolation = LineInterpolation::Smooth;
        plain.scene.gapMs = 60'000;
        const QImage image = drawn(plain.scene);
        QCOMPARE(inkInRow(image, 17), 0);
        QCOMPARE(inkInRow(image, 82), 0);
        // Level at its extremes: wider there than a pointed line.
        plain.scene.series[0].style.interpolation = LineInterpolation::Linear;
        QVERIFY(inkInRow(image, 20) > 2 * inkInRow(drawn(plain.scene), 20));
    }

    void barsStandOnZero()
    {
        const TimeRange range{sceneNow - 300'000, sceneNow};
        PlainScene plain =
            plainScene(range, {{{sceneNow - 200'000, 40}, {sceneNow - 100'000, -40}}}, {300, 101});
        plain.scene.scale = {-50, 50, 100};
        plain.scene.series[0].style = bars(100'000, 0.5);
        plain.scene.series[0].fillOpacity = 0.5;
        const QImage image = drawn(plain.scene);
        const auto lit = [&image](int x, int y) { return image.pixel(x, y) != sceneBackground; };
        QVERIFY(lit(100, 12) && lit(100, 30) && lit(100, 48) && !lit(100, 8) && !lit(100, 55));
        QVERIFY(lit(199, 55) && lit(199, 88) && !lit(199, 45) && !lit(199, 93));
        // Fifty columns wide, with room between them.
        int width = 0;
        for (int x = 0; x < 300; ++x)
            width += lit(x, 30) ? 1 : 0;
        QCOMPARE(width, 50);
        QVERIFY(!lit(150, 30));
    }

    void rowsHaveTheirColours()
    {
        const TimeRange range{sceneNow - 300'000, sceneNow};
        PlainScene plain = plainScene(range, {level(range, 1000, 75), level(range, 1000, 25)});
        auto rows = std::make_shared<std::vector<QRgb>>(100, 0xff00ff00);
        std::fill(rows->begin() + 50, rows->end(), 0xff0000ff);
        for (SceneSeries &series : plain.scene.series)
            series.style.lineColors = rows;
        const QImage image = drawn(plain.scene);
        QCOMPARE(image.pixel(150, 25), 0xff00ff00);
        QCOMPARE(image.pixel(150, 75), 0xff0000ff);
    }

    void stripsMarksAndZero()
    {
        ChartScene scene = plainScene({sceneNow - 300'000, sceneNow}, {}).scene;
        scene.strips = {{80, std::numeric_limits<double>::infinity(), 0xffff0000, 0.5}};
        scene.marks = {{60, 0xff00ff00, false}, {40, 0xff0000ff, true}};
        scene.zero = 20;
        scene.zeroColor = 0xffffffff;
        const QImage image = drawn(scene);
        QVERIFY(qRed(image.pixel(10, 0)) > 0x70 && qRed(image.pixel(10, 19)) > 0x70);
        QCOMPARE(image.pixel(10, 21), sceneBackground);
        QCOMPARE(inkInRow(image, 40), 300);
        const int dashes = inkInRow(image, 60);
        QVERIFY(dashes > 150 && dashes < 210);
        QCOMPARE(image.pixel(10, 80), 0xffffffff);
    }

    void anotherStyleIsDrawnAnew()
    {
        const PlainScene plain =
            plainScene({sceneNow - 300'000, sceneNow}, {noise({sceneNow - 300'000, sceneNow}, 1000, 5)});
        const auto isAll = [&plain](const ChartScene &after) {
            return changedColumns(plain.scene, after) ==
                   std::vector<ColumnRange>{{after.grid.first, after.grid.end()}};
        };
        ChartScene after = plain.scene;
        QVERIFY(changedColumns(plain.scene, after).empty());
        after.series[0].style.dash = {4, 4};
        QVERIFY(isAll(after));
        after = plain.scene;
        after.series[0].style.scale = ValueScale{0, 50, 100};
        QVERIFY(isAll(after));
        after = plain.scene;
        after.zero = 0;
        QVERIFY(isAll(after));
        after = plain.scene;
        after.strips.push_back({1, 2, sceneColor, 0.1});
        QVERIFY(isAll(after));
    }
};

SIGHTGLASS_TEST(SeriesStylesTest)

} // namespace

#include "seriesstylestest.moc"
