// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/panelgrid.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class PanelGridTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursAreOneGapApartAtEveryWidth()
    {
        const std::vector<GridPosition> thirds = {{0, 0, 8, 4}, {8, 0, 8, 4}, {16, 0, 8, 4}};
        for (int width = singleColumnWidth; width < 2600; width += 7) {
            const PanelGridMetrics metrics{.width = width, .leastTile = 0, .leastChart = 0};
            const auto rects = panelRects(thirds, metrics);
            QCOMPARE(rects[0].left(), metrics.gap);
            QCOMPARE(rects[1].left() - rects[0].right() - 1, metrics.gap);
            QCOMPARE(rects[2].left() - rects[1].right() - 1, metrics.gap);
            QCOMPARE(rects[2].right() + 1, width - metrics.gap);
        }
    }

    void rowsAreOneGapApart()
    {
        const PanelGridMetrics metrics{1200};
        const auto rects = panelRects({{0, 0, 24, 3}, {0, 3, 24, 5}}, metrics);
        QCOMPARE(rects[1].top() - rects[0].bottom() - 1, metrics.gap);
        QCOMPARE(panelGridHeight(rects, metrics), rects[1].bottom() + 1 + metrics.gap);
    }

    void outOfGridPositionsStayInside()
    {
        const PanelGridMetrics metrics{1200};
        for (const GridPosition &position :
             {GridPosition{30, 0, 4, 2}, GridPosition{-3, 0, 4, 2}, GridPosition{20, 0, 99, 2}}) {
            const QRect rect = panelRects({position}, metrics).front();
            QVERIFY(rect.left() >= 0 && rect.right() < metrics.width && rect.width() > 0);
        }
    }

    /// Eight tiles and three charts, at any width of a window with room for two columns: all can be read,
    /// none lies on another, the lines are even, and nothing changes where there is room.
    void whatWouldBeTooNarrowStandsInLines()
    {
        std::vector<GridPosition> places;
        for (int i = 0; i < 8; ++i)
            places.push_back({i * 3, 0, 3, 5});
        for (int i = 0; i < 3; ++i)
            places.push_back({i * 8, 5, 8, 8});
        places.push_back({0, 13, 24, 1});
        for (int width = singleColumnWidth; width < 2600; width += 13) {
            const PanelGridMetrics metrics{width};
            const auto rects = panelRects(places, metrics);
            for (std::size_t i = 0; i < rects.size(); ++i) {
                const int least = i < 8 ? metrics.leastTile : std::min(metrics.leastChart, width - 12);
                QVERIFY2(rects[i].width() >= least, qPrintable(QString::number(width)));
                QVERIFY(rects[i].left() >= metrics.gap && rects[i].right() < width - metrics.gap + 1);
                for (std::size_t other = 0; other < i; ++other)
                    QVERIFY(!rects[i].intersects(rects[other]));
            }
            QVERIFY(rects[8].top() > rects[7].bottom() && rects[11].top() > rects[10].bottom());
        }
        const PanelGridMetrics small{640};
        const auto rects = panelRects(places, small);
        QCOMPARE(rects[4].top() - rects[0].bottom() - 1, small.gap);
        QCOMPARE(rects[4].width(), rects[0].width());
        QCOMPARE(panelRects(places, {1600}),
                 panelRects(places, {.width = 1600, .leastTile = 0, .leastChart = 0}));
    }

    /// Tiles stacked beside charts.
    void aMixedShelfHasItsTilesFirst()
    {
        const std::vector<GridPosition> places = {
            {0, 0, 4, 4}, {4, 0, 10, 8}, {14, 0, 10, 8}, {0, 4, 4, 4}, {0, 8, 24, 8}};
        const PanelGridMetrics metrics{500};
        const auto rects = panelRects(places, metrics);
        QCOMPARE(rects[0].top(), rects[3].top());
        QVERIFY(rects[1].top() > rects[0].bottom());
        QVERIFY(rects[2].top() > rects[1].bottom());
        QVERIFY(rects[4].top() > rects[2].bottom());
    }

    void aNarrowWindowStacksInReadingOrder()
    {
        const PanelGridMetrics metrics{390};
        const auto rects = panelRects({{12, 0, 12, 3}, {0, 0, 12, 3}, {0, 3, 24, 4}}, metrics);
        QVERIFY(rects[1].bottom() < rects[0].top());
        QVERIFY(rects[0].bottom() < rects[2].top());
        QCOMPARE(rects[0].width(), 390 - 2 * metrics.gap);
    }

    void nothingHasNoHeight()
    {
        QCOMPARE(panelGridHeight(panelRects({}, {800}), {800}), PanelGridMetrics{}.gap);
    }
};

} // namespace

SIGHTGLASS_TEST(PanelGridTest)
#include "panelgridtest.moc"
