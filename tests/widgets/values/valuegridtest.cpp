// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/valuegrid.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

constexpr QSizeF smallest(80, 40);
constexpr double line = 15;

class ValueGridTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreDisjointAndInside_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("count");
        for (const QSizeF size : {QSizeF(400, 300), QSizeF(1200, 90), QSizeF(120, 900), QSizeF(40, 40)}) {
            for (const int count : {1, 2, 3, 7, 50})
                QTest::addRow("%d in %gx%g", count, size.width(), size.height()) << size << count;
        }
    }

    void cellsAreDisjointAndInside()
    {
        QFETCH(QSizeF, size);
        QFETCH(int, count);
        ValueGrid grid = valueGrid(size, static_cast<std::size_t>(count), 2, smallest, line);
        QVERIFY(!grid.cells.empty());
        const bool all = grid.cells.size() == static_cast<std::size_t>(count);
        QCOMPARE(grid.more.isNull(), all);
        QCOMPARE(gridCells(size, static_cast<std::size_t>(count), 2).size(), static_cast<std::size_t>(count));
        if (!all)
            grid.cells.push_back(grid.more);
        const QRectF area = QRectF({}, size).adjusted(-0.01, -0.01, 0.01, 0.01);
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            QVERIFY(area.contains(grid.cells[i]));
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY(!grid.cells[i].intersects(grid.cells[other]));
        }
    }

    /// Boxes of hexagons overlap, their places do not: no middle is nearer to another than a width.
    void polygonsFillTheArea()
    {
        for (const StatShape shape :
             {StatShape::HexagonPointed, StatShape::HexagonFlat, StatShape::Circle, StatShape::Square}) {
            for (const std::size_t count :
                 {std::size_t(1), std::size_t(2), std::size_t(7), std::size_t(60)}) {
                for (const QSizeF size : {QSizeF(400, 300), QSizeF(900, 60), QSizeF(50, 400)}) {
                    const std::vector<QRectF> cells = polygonCells(size, count, shape);
                    QCOMPARE(cells.size(), count);
                    const QRectF area = QRectF({}, size).adjusted(-0.01, -0.01, 0.01, 0.01);
                    const double least = std::min(cells[0].width(), cells[0].height()) - 0.01;
                    QVERIFY(least > 0);
                    for (std::size_t i = 0; i < count; ++i) {
                        QVERIFY(area.contains(cells[i]));
                        for (std::size_t other = 0; other < i; ++other) {
                            const QPointF between = cells[i].center() - cells[other].center();
                            QVERIFY(std::hypot(between.x(), between.y()) >= least);
                        }
                    }
                }
            }
        }
    }

    void noCellIsTooSmallWhereThereIsRoom_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("shown");
        QTest::newRow("all fit") << QSizeF(400, 200) << 20 << 20;
        QTest::newRow("one too many") << QSizeF(400, 200) << 26 << 24;
        QTest::newRow("fifty") << QSizeF(400, 200) << 50 << 24;
        QTest::newRow("strip") << QSizeF(400, 40) << 50 << 4;
        QTest::newRow("column") << QSizeF(80, 200) << 50 << 4;
    }

    void noCellIsTooSmallWhereThereIsRoom()
    {
        QFETCH(QSizeF, size);
        QFETCH(int, count);
        const ValueGrid grid = valueGrid(size, static_cast<std::size_t>(count), 0, smallest, line);
        QTEST(static_cast<int>(grid.cells.size()), "shown");
        QVERIFY(grid.cells[0].width() >= smallest.width());
        QVERIFY(grid.cells[0].height() >= smallest.height());
    }

    void allHaveACellInTheSizeForAll_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::newRow("auto") << int(Orientation::Auto);
        QTest::newRow("below each other") << int(Orientation::Horizontal);
        QTest::newRow("side by side") << int(Orientation::Vertical);
    }
    void allHaveACellInTheSizeForAll()
    {
        QFETCH(int, orientation);
        for (const QSizeF size : {QSizeF(400, 200), QSizeF(170.5, 90.3), QSizeF(83, 300)}) {
            for (const std::size_t count : {2U, 7U, 50U, 333U}) {
                const GridWish wish{7.3, smallest, line, Orientation(orientation)};
                const QSizeF whole = sizeForAll(size, count, wish);
                QCOMPARE(orientedGrid(whole, count, wish).cells.size(), count);
                const bool sideways = Orientation(orientation) == Orientation::Vertical;
                QCOMPARE(sideways ? whole.height() : whole.width(), sideways ? size.height() : size.width());
                QVERIFY(whole.width() >= size.width() && whole.height() >= size.height());
            }
        }
    }

    void cellsFollowTheShapeOfThePanel()
    {
        const auto wide = gridCells({1200, 100}, 4, 0);
        QCOMPARE(wide[3].top(), 0.0);
        const auto tall = gridCells({100, 1200}, 4, 0);
        QCOMPARE(tall[3].left(), 0.0);
    }

    void nothingHasNoCells()
    {
        QVERIFY(gridCells({100, 100}, 0, 4).empty());
        QVERIFY(valueGrid({100, 100}, 0, 4, smallest, line).cells.empty());
    }
};

SIGHTGLASS_TEST(ValueGridTest)

} // namespace

#include "valuegridtest.moc"
