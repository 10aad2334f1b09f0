// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/sparkline.h"

#include "tests/support/testcase.h"

#include <QPainter>
#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

PanelData constant(double value)
{
    PanelData data;
    data.range = {0, 60'000};
    PanelSeries series;
    for (TimestampMs t = 0; t <= 60'000; t += 1000)
        series.samples.push_back({t, value});
    data.series.push_back(std::move(series));
    return data;
}

/// The row of the line in the middle of the picture: the one most like the line's colour.
int lineRow(const QImage &image)
{
    int row = -1;
    int best = -1;
    for (int y = 0; y < image.height(); ++y) {
        const int red = qRed(image.pixel(image.width() / 2, y));
        if (red > best) {
            best = red;
            row = y;
        }
    }
    return row;
}

QImage pictureOf(const PanelData &data)
{
    return sparklineImage(data, data.series[0], {{100, 40}, 1, Qt::red, Qt::black});
}

class SparklineTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void barsHaveTheWidthOfTheirSamples()
    {
        const PanelData data = constant(5);
        SparklineShape shape{QRectF(0, 0, 610, 40), Qt::red};
        shape.style = DrawStyle::Bars;
        DisplayList list;
        drawSparklineShape(list, data, data.series[0], shape);
        const auto bars = list.all<DisplayList::Fill>();
        QCOMPARE(bars.size(), std::size_t{61});
        for (std::size_t i = 1; i + 1 < bars.size(); ++i) {
            QCOMPARE(bars[i].rect.width(), 6.0);
            QCOMPARE(bars[i].rect.left(), std::round(bars[i].rect.left()));
        }
        // A course that fills half of the range has bars of its own distance.
        PanelData half = constant(5);
        half.range.to = 120'000;
        DisplayList narrow;
        drawSparklineShape(narrow, half, half.series[0], shape);
        QCOMPARE(narrow.all<DisplayList::Fill>()[5].rect.width(), 3.0);
    }

    void aConstantZeroLiesOnTheBaseline()
    {
        const QImage image = pictureOf(constant(0));
        QCOMPARE(image.size(), QSize(100, 40));
        QVERIFY(lineRow(image) >= 37);
    }

    void anyOtherConstantIsAtHalfTheHeight_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("positive") << 7.0;
        QTest::newRow("negative") << -7.0;
        QTest::newRow("huge") << 1e300;
        QTest::newRow("nearly the largest") << -1.7e308;
        QTest::newRow("tiny") << 1e-300;
    }

    void anyOtherConstantIsAtHalfTheHeight()
    {
        QFETCH(double, value);
        const int row = lineRow(pictureOf(constant(value)));
        QVERIFY(row >= 18 && row <= 21);
    }

    /// A quantile of even rates is the same at each step but for its last digits.
    void whatDiffersInItsLastDigitsIsLevel()
    {
        PanelData data = constant(4.95);
        for (std::size_t i = 0; i < data.series[0].samples.size(); i += 3)
            data.series[0].samples.edit()[i].v = std::nextafter(4.95, 5);
        const auto scale = sparklineScale(data.series[0].samples, 40);
        QVERIFY(scale && scale->high - scale->low > 5);
        const int row = lineRow(pictureOf(data));
        QVERIFY(row >= 18 && row <= 21);
    }

    void bothEndsAreInside()
    {
        PanelData data = constant(10);
        data.series[0].samples.edit()[20].v = 2;
        const auto scale = sparklineScale(data.series[0].samples, 40);
        QVERIFY(scale && scale->low < 2 && scale->high > 10);
    }

    /// Stored samples lie further apart than steps, and say themselves where nothing counted.
    void storedSamplesAreInterruptedWhereTheySaySo()
    {
        PanelData data;
        data.range = {0, 60'000};
        data.stepMs = 1000;
        PanelSeries series;
        for (TimestampMs t = 0; t <= 60'000; t += 10'000)
            series.samples.push_back({t, 5});
        series.columnMs = 1000;
        series.stored.emplace();
        data.series.push_back(series);
        const auto redAt = [](const QImage &image, int x) {
            int most = 0;
            for (int y = 0; y < image.height(); ++y)
                most = std::max(most, qRed(image.pixel(x, y)));
            return most;
        };
        const auto shapeOf = [](const PanelData &shown) {
            DisplayList list;
            drawSparklineShape(list, shown, shown.series[0], {QRectF(0, 0, 100, 40), Qt::red});
            QImage image(100, 40, QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            list.paint(painter);
            return image;
        };
        for (const int x : {10, 25, 50, 75, 90}) {
            QVERIFY(redAt(pictureOf(data), x) > 90);
            QVERIFY(redAt(shapeOf(data), x) > 90);
        }
        data.series[0].breaks = {30'000};
        for (const QImage &image : {pictureOf(data), shapeOf(data)}) {
            QVERIFY(redAt(image, 25) > 90 && redAt(image, 60) > 90);
            QVERIFY2(redAt(image, 41) < 20, qPrintable(QString::number(redAt(image, 41))));
        }
    }

    void nothingToDrawIsNoPicture()
    {
        PanelData data = constant(nan);
        QVERIFY(pictureOf(data).isNull());
        data.series[0].samples.resize(1);
        data.series[0].samples.edit()[0].v = 4;
        QVERIFY(pictureOf(data).isNull());
        data.series[0].samples.clear();
        QVERIFY(pictureOf(data).isNull());
    }
};

SIGHTGLASS_TEST(SparklineTest)

} // namespace

#include "sparklinetest.moc"
