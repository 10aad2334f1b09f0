// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/rectclip.h"

#include "tests/support/testcase.h"
#include "widgets/chart/displaylist.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

const QRectF box(10, 20, 100, 50);

/// By the shoelace formula, of all subpaths.
double areaOf(const QPainterPath &path)
{
    double area = 0;
    for (const QPolygonF &polygon : path.toSubpathPolygons()) {
        double twice = 0;
        for (qsizetype i = 1; i < polygon.size(); ++i)
            twice += polygon[i - 1].x() * polygon[i].y() - polygon[i].x() * polygon[i - 1].y();
        area += std::abs(twice) / 2;
    }
    return area;
}

QPainterPath polygon(const QPolygonF &points)
{
    QPainterPath path;
    path.addPolygon(points);
    return path;
}

class RectClipTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void linesEndAtTheSides_data()
    {
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<QLineF>("inside"); ///< null: none
        QTest::newRow("inside") << QLineF(20, 30, 40, 50) << QLineF(20, 30, 40, 50);
        QTest::newRow("through") << QLineF(-90, 45, 210, 45) << QLineF(10, 45, 110, 45);
        QTest::newRow("backwards") << QLineF(210, 45, -90, 45) << QLineF(110, 45, 10, 45);
        QTest::newRow("out at the top") << QLineF(60, 60, 60, -1e4) << QLineF(60, 60, 60, 20);
        QTest::newRow("beside") << QLineF(0, 0, 0, 100) << QLineF();
        QTest::newRow("past a corner") << QLineF(0, 25, 25, 0) << QLineF();
        QTest::newRow("through a corner's room") << QLineF(0, 45, 45, 0) << QLineF(10, 35, 25, 20);
    }
    void linesEndAtTheSides()
    {
        QFETCH(QLineF, line);
        QFETCH(QLineF, inside);
        const auto found = insideOf(box, line);
        QCOMPARE(found.has_value(), !inside.isNull());
        if (found)
            QCOMPARE(*found, inside);
    }

    void areasLoseWhatIsOutside_data()
    {
        QTest::addColumn<QPainterPath>("path");
        QTest::addColumn<double>("area");
        QTest::newRow("inside") << polygon({{20, 30}, {40, 30}, {40, 50}}) << 200.0;
        QTest::newRow("around") << polygon({{-1e4, -1e4}, {1e4, -1e4}, {1e4, 1e4}, {-1e4, 1e4}}) << 5000.0;
        QTest::newRow("outside") << polygon({{0, 0}, {5, 0}, {5, 90}}) << 0.0;
        QTest::newRow("a peak beyond the top") << polygon({{20, 70}, {60, -1e4}, {100, 70}}) << 3990.07;
        QPainterPath two = polygon({{0, 30}, {20, 30}, {20, 40}, {0, 40}});
        two.addPath(polygon({{100, 30}, {200, 30}, {200, 40}, {100, 40}}));
        QTest::newRow("two") << two << 200.0;
    }
    void areasLoseWhatIsOutside()
    {
        QFETCH(QPainterPath, path);
        QFETCH(double, area);
        const QPainterPath inside = areaInside(box, path);
        QVERIFY2(std::abs(areaOf(inside) - area) < 0.1, qPrintable(QString::number(areaOf(inside))));
        QVERIFY(inside.isEmpty() || box.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(inside.boundingRect()));
    }

    /// A line that leaves and comes back is two, not one along the side.
    void strokesAreInterrupted()
    {
        const QPainterPath inside = linesInside(box, polygon({{20, 60}, {40, -40}, {60, 60}, {80, 60}}));
        const QList<QPolygonF> pieces = inside.toSubpathPolygons();
        QCOMPARE(pieces.size(), 2);
        QCOMPARE(pieces[0], QPolygonF({{20, 60}, {28, 20}}));
        QCOMPARE(pieces[1], QPolygonF({{52, 20}, {60, 60}, {80, 60}}));
    }

    /// Qt's SVG files do not clip: nothing of what is drawn lies outside.
    void svgFilesStayInside()
    {
        DisplayList list;
        list.add(DisplayList::Clip{box});
        list.add(DisplayList::Shape{polygon({{20, 70}, {60, -9999}, {100, 70}}), QPen(Qt::red), Qt::blue});
        list.add(DisplayList::Fill{QRectF(30, -9999, 10, 20'000), Qt::green});
        list.add(DisplayList::Line{{-9999, 40}, {9999, 40}, QPen(Qt::red)});
        list.add(DisplayList::Clip{});
        list.add(DisplayList::Line{{0, 99}, {120, 99}, QPen(Qt::red)});
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize({120, 100});
        generator.setViewBox(QRect(0, 0, 120, 100));
        QPainter painter(&generator);
        list.paint(painter);
        painter.end();
        const QString svg = QString::fromUtf8(buffer.data());
        QVERIFY(!svg.contains(QStringLiteral("9999")));
        QVERIFY(svg.contains(QStringLiteral("120,99")));
    }
};

SIGHTGLASS_TEST(RectClipTest)

} // namespace

#include "rectcliptest.moc"
