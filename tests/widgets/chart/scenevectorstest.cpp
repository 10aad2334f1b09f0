// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scenevectors.h"

#include "tests/support/testcase.h"
#include "tests/widgets/chart/plainscenes.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr TimeRange range{sceneNow - 300'000, sceneNow};

DisplayList vectors(const ChartScene &scene)
{
    DisplayList list;
    addScene(list, scene, QRectF(10, 20, scene.grid.count, scene.scale.height));
    return list;
}

class SceneVectorsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void aLineGoesThroughItsSamples()
    {
        const PlainScene plain = plainScene(
            range, {{{sceneNow - 250'000, 20}, {sceneNow - 100'000, 80}, {sceneNow - 50'000, 50}}});
        ChartScene scene = plain.scene;
        scene.gapMs = 1'000'000;
        const auto shapes = vectors(scene).all<DisplayList::Shape>();
        QCOMPARE(shapes.size(), std::size_t{1});
        QCOMPARE(shapes[0].path.elementCount(), 3);
        const QPainterPath::Element second = shapes[0].path.elementAt(1);
        QCOMPARE(second.y, 20 + 20.0);
        QVERIFY(std::abs(second.x - (10 + scene.grid.xOf(sceneNow - 100'000))) < 0.01);
    }

    void aGapEndsALineAndItsArea()
    {
        std::vector<Sample> samples = level(range, 1000, 50);
        std::erase_if(samples, [](const Sample &s) { return std::abs(s.t - (sceneNow - 150'000)) < 20'000; });
        PlainScene plain = plainScene(range, {samples});
        plain.scene.series[0].fillOpacity = 0.5;
        for (const auto &shape : vectors(plain.scene).all<DisplayList::Shape>()) {
            QCOMPARE(shape.path.toSubpathPolygons().size(), qsizetype{2});
            QVERIFY(!shape.path.contains(QPointF(10 + 150, 20 + 80)));
        }
    }

    void noExtremeIsLost()
    {
        std::vector<Sample> samples = level({sceneNow - 3'600'000, sceneNow}, 100, 10);
        samples[12'345].v = 95;
        const PlainScene plain = plainScene({sceneNow - 3'600'000, sceneNow}, {samples});
        const auto shapes = vectors(plain.scene).all<DisplayList::Shape>();
        QCOMPARE(shapes.size(), std::size_t{1});
        QVERIFY(std::abs(shapes[0].path.boundingRect().top() - (20 + 5)) < 0.01);
        QVERIFY(shapes[0].path.elementCount() < 300 * 5);
    }

    void stepsHaveCorners()
    {
        std::vector<PlotColumn> columns(10);
        const ColumnGrid grid{.bucketUs = 1'000'000, .first = 0, .count = 10};
        const std::vector<Sample> samples{{0, 10}, {5500, 90}, {9000, 90}};
        decimate({samples, 100'000, LineInterpolation::StepAfter}, grid, 0, columns);
        const auto runs = lineRuns(columns, {0, 100, 100}, LineInterpolation::StepAfter);
        QCOMPARE(runs.size(), std::size_t{1});
        QVERIFY(runs[0].points.contains(QPointF(5.5, 90)) && runs[0].points.contains(QPointF(5.5, 10)));
    }

    /// A layer has values beside the edges of other layers' gaps, which are none of its samples.
    void dotsStandAtSomeOfTheValues()
    {
        const Sample first{sceneNow - 250'000, 50};
        const Sample edge{sceneNow - 150'000, 50};
        const Sample last{sceneNow - 50'000, 50};
        PlainScene plain = plainScene(range, {{first, edge, last}});
        ChartScene scene = plain.scene;
        scene.gapMs = 1'000'000;
        scene.series[0].style.pointRadius = 5;
        const std::vector<Sample> own{first, last};
        const auto hasDot = [&](const Sample &at) {
            const auto x = static_cast<int>(scene.grid.xOf(at.t));
            return drawn(scene).pixel(x, 47) != sceneBackground;
        };
        const auto dots = [&] {
            return vectors(scene).all<DisplayList::Shape>().back().path.toSubpathPolygons().size();
        };
        QVERIFY(hasDot(first) && hasDot(edge) && hasDot(last));
        QCOMPARE(dots(), qsizetype{3});
        scene.series[0].dots = own;
        QVERIFY(hasDot(first) && !hasDot(edge) && hasDot(last));
        QCOMPARE(dots(), qsizetype{2});
    }

    void barsAreRectangles()
    {
        PlainScene plain = plainScene(range, {{{sceneNow - 200'000, 40}, {sceneNow - 100'000, 70}}});
        SceneSeries &series = plain.scene.series[0];
        series.style.drawing = DrawStyle::Bars;
        series.style.bar = {20'000'000, 20'000'000};
        series.fillOpacity = 0.5;
        series.style.lineWidth = 0;
        const auto fills = vectors(plain.scene).all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t{2});
        QCOMPARE(fills[0].rect.bottom(), 120.0);
        QCOMPARE(fills[0].rect.height(), 40.0);
        QCOMPARE(fills[1].rect.height(), 70.0);
        QVERIFY(std::abs(fills[0].rect.width() - 40) <= 1);
    }

    void littleBarsAreSeen()
    {
        PlainScene plain = plainScene(range, {{{sceneNow - 200'000, 0.01}, {sceneNow - 100'000, 70}}});
        SceneSeries &series = plain.scene.series[0];
        series.style.drawing = DrawStyle::Bars;
        series.style.bar = {20, 20};
        series.fillOpacity = 1;
        series.style.lineWidth = 0;
        const auto fills = vectors(plain.scene).all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t{2});
        for (const DisplayList::Fill &fill : fills) {
            QVERIFY(fill.rect.width() >= 1 && fill.rect.height() >= 1);
            QCOMPARE(fill.rect.bottom(), 120.0);
        }
    }

    void lonelySamplesAreDots()
    {
        const PlainScene plain = plainScene(range, {{{sceneNow - 200'000, 40}, {sceneNow - 100'000, 70}}});
        const auto shapes = vectors(plain.scene).all<DisplayList::Shape>();
        QCOMPARE(shapes.size(), std::size_t{1});
        QCOMPARE(shapes[0].path.toSubpathPolygons().size(), qsizetype{2});
        QVERIFY(shapes[0].pen.style() == Qt::NoPen);
    }

    /// Vectors and raster are two ways to the same picture.
    void looksLikeTheRaster_data()
    {
        QTest::addColumn<int>("drawing");
        QTest::addColumn<int>("interpolation");
        QTest::newRow("line") << int(DrawStyle::Line) << int(LineInterpolation::Linear);
        QTest::newRow("smooth") << int(DrawStyle::Line) << int(LineInterpolation::Smooth);
        QTest::newRow("step after") << int(DrawStyle::Line) << int(LineInterpolation::StepAfter);
        QTest::newRow("step before") << int(DrawStyle::Line) << int(LineInterpolation::StepBefore);
        QTest::newRow("bars") << int(DrawStyle::Bars) << int(LineInterpolation::Linear);
    }
    void looksLikeTheRaster()
    {
        QFETCH(int, drawing);
        QFETCH(int, interpolation);
        std::vector<Sample> samples;
        for (int i = 0; i <= 15; ++i) {
            if (i != 7)
                samples.push_back({range.from + i * 20'000, 50 + 40 * std::sin(i)});
        }
        PlainScene plain = plainScene(range, {samples});
        plain.scene.gapMs = 35'000;
        plain.scene.gridValues = {0, 50, 100};
        SceneSeries &series = plain.scene.series[0];
        series.fillOpacity = 0.4;
        series.style.drawing = static_cast<DrawStyle>(drawing);
        series.style.interpolation = static_cast<LineInterpolation>(interpolation);
        series.style.bar = {6'000'000, 6'000'000};
        const QImage raster = drawn(plain.scene);
        QImage painted(raster.size(), QImage::Format_RGB32);
        painted.fill(sceneBackground);
        DisplayList list;
        addScene(list, plain.scene, QRectF(QPointF(), QSizeF(raster.size())));
        QPainter painter(&painted);
        list.paint(painter);
        painter.end();
        int far = 0;
        for (int y = 0; y < raster.height(); ++y) {
            for (int x = 0; x < raster.width(); ++x)
                far += std::abs(qRed(raster.pixel(x, y)) - qRed(painted.pixel(x, y))) > 90 ? 1 : 0;
        }
        QVERIFY2(far < raster.width() * raster.height() / 40, qPrintable(QString::number(far)));
    }
};

SIGHTGLASS_TEST(SceneVectorsTest)

} // namespace

#include "scenevectorstest.moc"
