// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/pointmarks.h"

#include "tests/support/testcase.h"
#include "widgets/chart/heatmapaxis.h"

#include <QTest>

#include <algorithm>
#include <limits>

namespace {

using namespace sightglass;

constexpr double infinite = std::numeric_limits<double>::infinity();

class PointMarksTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void oneMarkPerCell()
    {
        ColumnGrid grid;
        grid.first = 1000;
        grid.count = 100;
        const std::vector<PointMark> marks{{1, 55, 0}, {2, 51, 1}, {3, 51, 2}, {11, 51, 3}, {12, 61, 4}};
        const auto kept = spreadMarks(marks, grid, 10);
        // The highest of a cell, the later of equally high ones.
        QCOMPARE(kept, (std::vector<PointMark>{{3, 51, 2}, {11, 51, 3}, {12, 61, 4}}));
    }

    void movingOnKeepsTheChoice()
    {
        ColumnGrid grid;
        grid.count = 400;
        grid.first = 5003;
        std::vector<std::size_t> before;
        for (int shift = 0; shift < 30; ++shift) {
            ColumnGrid moved = grid;
            moved.first += shift;
            std::vector<PointMark> marks;
            for (std::size_t i = 0; i < 300; ++i)
                marks.push_back({static_cast<double>(40 + i) - shift, static_cast<double>(i * 37 % 50), i});
            std::vector<std::size_t> items;
            for (const PointMark &mark : spreadMarks(marks, moved, 9))
                items.push_back(mark.item);
            QVERIFY(shift == 0 || items == before);
            before = items;
        }
    }

    void hits_data()
    {
        QTest::addColumn<QPointF>("place");
        QTest::addColumn<int>("expected");
        QTest::newRow("on it") << QPointF(10, 10) << 0;
        QTest::newRow("at its edge") << QPointF(5, 10) << 0;
        QTest::newRow("between two, the later") << QPointF(15, 10) << 1;
        QTest::newRow("beside") << QPointF(15.5, 4) << -1;
        QTest::newRow("nearer to the other") << QPointF(17, 10) << 1;
        QTest::newRow("equally near, the later") << QPointF(40, 11) << 3;
    }
    void hits()
    {
        QFETCH(QPointF, place);
        QFETCH(int, expected);
        const std::vector<PointMark> marks{{10, 10, 7}, {20, 10, 8}, {40, 10, 9}, {40, 12, 9}};
        const auto hit = markAt(marks, place, 5);
        QCOMPARE(hit ? static_cast<int>(*hit) : -1, expected);
    }

    void valuesOnTheScaleOfBuckets_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("y");
        QTest::newRow("bottom") << 0.0 << 300.0;
        QTest::newRow("inside the lowest") << 0.5 << 250.0;
        QTest::newRow("a bound is its bucket's top") << 1.0 << 200.0;
        QTest::newRow("linear in the second") << 2.0 << 150.0;
        QTest::newRow("its top") << 3.0 << 100.0;
        QTest::newRow("no upper end: the middle") << 1e9 << 50.0;
        QTest::newRow("infinite") << infinite << 50.0;
        QTest::newRow("below all") << -5.0 << 300.0;
    }
    void valuesOnTheScaleOfBuckets()
    {
        QFETCH(double, value);
        QFETCH(double, y);
        HeatmapData data;
        data.rows = {{0, 1, {}}, {1, 3, {}}, {3, infinite, {}}};
        const HeatmapAxis axis(data, {});
        QCOMPARE(axis.yOf(value, 300), y);
        // What lies in a cell is read from that cell.
        if (value > 0 && y < 299) {
            const auto row =
                std::ranges::find_if(data.rows, [value](const HeatmapRow &one) { return value <= one.high; });
            QCOMPARE(axis.rowAt(y + 0.01, 300), static_cast<std::size_t>(row - data.rows.begin()));
        }
    }

    void beyondTheHighestBound()
    {
        HeatmapData data;
        data.rows = {{0, 1, {}}, {1, 3, {}}};
        QCOMPARE(HeatmapAxis(data, {}).yOf(4, 100), 0.0);
    }
};

SIGHTGLASS_TEST(PointMarksTest)

} // namespace

#include "pointmarkstest.moc"
