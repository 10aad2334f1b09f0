// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/gridplaces.h"

#include "model/editing/dashboardediting.h"
#include "tests/model/editing/editingsupport.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace sightglass {

namespace {

using Lines = std::vector<std::string_view>;

class GridPlacesTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void placesStayInsideTheGrid_data();
    void placesStayInsideTheGrid();
    void movedPanelsPushOthers_data();
    void movedPanelsPushOthers();
    void newPanelsFillGaps_data();
    void newPanelsFillGaps();
    void touchingIsNotOverlapping();
};

void GridPlacesTest::placesStayInsideTheGrid_data()
{
    QTest::addColumn<GridPosition>("place");
    QTest::addColumn<GridPosition>("expected");

    QTest::newRow("inside") << GridPosition{3, 4, 5, 6} << GridPosition{3, 4, 5, 6};
    QTest::newRow("too far right is moved") << GridPosition{20, 0, 12, 8} << GridPosition{12, 0, 12, 8};
    QTest::newRow("too wide is cut") << GridPosition{3, 0, 99, 8} << GridPosition{0, 0, 24, 8};
    QTest::newRow("negative") << GridPosition{-4, -4, -4, -4} << GridPosition{0, 0, 1, 1};
    QTest::newRow("endless") << GridPosition{0, 2'000'000'000, 12, 2'000'000'000}
                             << GridPosition{0, deepestGridRow, 12, deepestGridRow};
}

void GridPlacesTest::placesStayInsideTheGrid()
{
    QFETCH(GridPosition, place);
    QFETCH(GridPosition, expected);
    QVERIFY(insideGrid(place) == expected);
}

void GridPlacesTest::movedPanelsPushOthers_data()
{
    QTest::addColumn<Lines>("before");
    QTest::addColumn<QString>("id");
    QTest::addColumn<GridPosition>("wanted");
    QTest::addColumn<QString>("after");

    const Lines two = {"AAAABBBB", "AAAABBBB"};
    QTest::newRow("onto a neighbour: that goes below")
        << two << "A" << GridPosition{8, 0, 8, 2} << "....AAAA\n....AAAA\n....BBBB\n....BBBB\n";
    QTest::newRow("to a free place") << two << "A" << GridPosition{16, 0, 8, 2}
                                     << "....BBBBAAAA\n....BBBBAAAA\n";
    QTest::newRow("below nothing: it moves up again")
        << two << "A" << GridPosition{16, 40, 8, 2} << "....BBBBAAAA\n....BBBBAAAA\n";
    const Lines stack = {"AAAA", "AAAA", "BBBB", "BBBB", "CCCC"};
    QTest::newRow("down past the next one's middle: they change places")
        << stack << "A" << GridPosition{0, 1, 8, 2} << "BBBB\nBBBB\nAAAA\nAAAA\nCCCC\n";
    QTest::newRow("not yet past it") << Lines{"AAAA", "BBBB", "BBBB", "BBBB", "BBBB"} << "A"
                                     << GridPosition{0, 1, 8, 1} << "AAAA\nBBBB\nBBBB\nBBBB\nBBBB\n";
    QTest::newRow("up onto another: it takes its place")
        << stack << "C" << GridPosition{0, 1, 8, 1} << "CCCC\nAAAA\nAAAA\nBBBB\nBBBB\n";
    QTest::newRow("to the very top") << stack << "C" << GridPosition{0, 0, 8, 1}
                                     << "CCCC\nAAAA\nAAAA\nBBBB\nBBBB\n";
    QTest::newRow("wider: what is beside goes below")
        << two << "A" << GridPosition{0, 0, 12, 2} << "AAAAAA\nAAAAAA\n....BBBB\n....BBBB\n";
    QTest::newRow("higher: what is below goes down")
        << stack << "A" << GridPosition{0, 0, 8, 3} << "AAAA\nAAAA\nAAAA\nBBBB\nBBBB\nCCCC\n";
    QTest::newRow("smaller: what is below comes up")
        << stack << "A" << GridPosition{0, 0, 8, 1} << "AAAA\nBBBB\nBBBB\nCCCC\n";
    QTest::newRow("a row holds what is above it")
        << Lines{"AAAA", "====", "BBBB", "BBBB"} << "B" << GridPosition{8, 2, 8, 2}
        << "AAAA\n============\n....BBBB\n....BBBB\n";
    QTest::newRow("above a row") << Lines{"AAAA", "====", "BBBB"} << "B" << GridPosition{8, 0, 8, 1}
                                 << "AAAABBBB\n============\n";
    QTest::newRow("below a folded row nothing can lie: above it")
        << Lines{"AAAA", "BBBB", "####"} << "A" << GridPosition{0, 3, 8, 1} << "BBBB\nAAAA\n############\n";
    QTest::newRow("nor between two folded rows")
        << Lines{"AAAA", "####", "####", "====", "BBBB"} << "B" << GridPosition{0, 2, 8, 1}
        << "AAAA\nBBBB\n############\n############\n============\n";
    QTest::newRow("outside the grid: the nearest place")
        << two << "A" << GridPosition{90, -3, 8, 2} << "....BBBBAAAA\n....BBBBAAAA\n";
}

void GridPlacesTest::movedPanelsPushOthers()
{
    QFETCH(Lines, before);
    QFETCH(QString, id);
    QFETCH(GridPosition, wanted);
    QFETCH(QString, after);
    const DashboardSpec dashboard = test::drawnDashboard(before);
    const DashboardEdit edit = panelMoved(dashboard, id.toStdString(), wanted);
    QCOMPARE(QString::fromStdString(test::drawing(edit.spec)), after);
    QCOMPARE(test::brokenInvariant(edit.spec), std::string());
}

void GridPlacesTest::newPanelsFillGaps_data()
{
    QTest::addColumn<Lines>("before");
    QTest::addColumn<GridPosition>("size");
    QTest::addColumn<int>("firstRow");
    QTest::addColumn<GridPosition>("expected");

    const Lines full = {"AAAAAABBBBBB", "AAAAAABBBBBB"};
    QTest::newRow("nothing there") << Lines{} << GridPosition{5, 9, 12, 8} << 0 << GridPosition{0, 0, 12, 8};
    QTest::newRow("no gap") << full << GridPosition{0, 0, 12, 2} << 0 << GridPosition{0, 2, 12, 2};
    QTest::newRow("a gap at the right")
        << Lines{"AAAAAA", "AAAAAA"} << GridPosition{0, 0, 12, 2} << 0 << GridPosition{12, 0, 12, 2};
    QTest::newRow("a gap that is too small")
        << Lines{"AAAAAAA", "AAAAAAA"} << GridPosition{0, 0, 12, 2} << 0 << GridPosition{0, 2, 12, 2};
    QTest::newRow("a gap above what is looked at")
        << Lines{"AAAAAA", "AAAAAA", "BBBBBBBBBBBB"} << GridPosition{0, 0, 12, 2} << 2
        << GridPosition{0, 3, 12, 2};
}

void GridPlacesTest::newPanelsFillGaps()
{
    QFETCH(Lines, before);
    QFETCH(GridPosition, size);
    QFETCH(int, firstRow);
    QFETCH(GridPosition, expected);
    std::vector<GridPosition> places;
    for (const PanelSpec &panel : test::drawnDashboard(before).panels)
        places.push_back(panel.grid);
    const GridPosition place = freePlace(places, size, firstRow);
    QVERIFY(place == expected);
}

void GridPlacesTest::touchingIsNotOverlapping()
{
    const GridPosition place{4, 4, 4, 4};
    QVERIFY(!overlap(place, {8, 4, 4, 4}));
    QVERIFY(!overlap(place, {4, 8, 4, 4}));
    QVERIFY(overlap(place, {7, 7, 1, 1}));
    QVERIFY(overlap(place, place));
}

} // namespace

SIGHTGLASS_TEST(GridPlacesTest)

} // namespace sightglass

#include "gridplacestest.moc"
