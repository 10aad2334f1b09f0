// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/sheetlayout.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

const std::vector<SheetColumn> columns = {
    {80, 14, 0}, {100, 60, 4}, {120, 70, 0}, {150, 80, 1}, {300, 60, 100}};

SheetLayout::Input input(QSize size, int rows)
{
    SheetLayout::Input made;
    made.size = size;
    made.rows = rows;
    made.rowHeight = 12;
    made.headerHeight = 18;
    made.leastBlockWidth = 300;
    made.columns = columns;
    return made;
}

class SheetLayoutTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fewRowsHaveTheWholeWidth()
    {
        const SheetLayout layout(input({1290, 700}, 20));
        QCOMPARE(layout.blocks(), 1);
        for (int column = 0; column < 5; ++column)
            QVERIFY(layout.cell(column).has_value());
        QCOMPARE(layout.cell(4)->width(), 300 + 4);
    }

    /// As it is in a window of usual size with targets at the left and charts' worth of height.
    void twoHundredAreOnOneScreen()
    {
        const SheetLayout layout(input({1290, 700}, 200));
        QVERIFY(layout.blocks() > 1);
        QVERIFY(layout.rowsInSight() >= 200);
        QVERIFY(layout.blockWidth() >= 300);
        for (int row = 0; row < 200; ++row)
            QVERIFY(QRect(0, 0, 1290, 700).contains(layout.rowRect(row, 0)));
        // State, name and the label that tells most stay; the summary goes first.
        QVERIFY(layout.cell(0) && layout.cell(2) && layout.cell(3));
        QVERIFY(!layout.cell(4));
    }

    /// What is over takes no columns from what goes on.
    void otherRowsMakeNoBlocks()
    {
        SheetLayout::Input wanted = input({1290, 700}, 200);
        wanted.worthSeeing = 40;
        QCOMPARE(SheetLayout(wanted).blocks(), 1);
        QVERIFY(SheetLayout(wanted).cell(4).has_value());
        wanted.worthSeeing = 0;
        QCOMPARE(SheetLayout(wanted).blocks(), 1);
        wanted.worthSeeing = 1000;
        QCOMPARE(SheetLayout(wanted).blocks(), SheetLayout(input({1290, 700}, 200)).blocks());
    }

    void withoutWrappingTheyScroll()
    {
        SheetLayout::Input wanted = input({1290, 700}, 200);
        wanted.wraps = false;
        QCOMPARE(SheetLayout(wanted).blocks(), 1);
    }

    void everyRowHasItsPlace()
    {
        const SheetLayout layout(input({900, 300}, 500));
        for (const int first : {0, 17, 400}) {
            for (int row = 0; row < 500; ++row)
                QCOMPARE(layout.rowAt(layout.rowRect(row, first).center(), first), row);
        }
    }

    void columnsAreFoundByTheirPlace()
    {
        const SheetLayout layout(input({1290, 200}, 200));
        QVERIFY(layout.blocks() > 1);
        for (int column = 0; column < 5; ++column) {
            const auto cell = layout.cell(column);
            if (!cell)
                continue;
            QCOMPARE(layout.columnAt(cell->center().x()), std::optional(column));
            QCOMPARE(layout.columnAt(cell->center().x() + layout.blockWidth()), std::optional(column));
        }
    }

    /// Windows may be of any size.
    void tiny()
    {
        for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(40, 5000), QSize(5000, 3)}) {
            const SheetLayout layout(input(size, 10));
            QVERIFY(layout.rowsInSight() >= 1);
            QVERIFY(layout.cell(0).has_value());
        }
        QVERIFY(SheetLayout().rowsInSight() >= 1);
    }
};

} // namespace

SIGHTGLASS_TEST(SheetLayoutTest)

#include "sheetlayouttest.moc"
