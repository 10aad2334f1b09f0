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
            const PanelGridMetrics metrics{width};
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

    void aNarrowWindowStacksInReadingOrder()
    {
        const PanelGridMetrics metrics{400};
        const auto rects = panelRects({{12, 0, 12, 3}, {0, 0, 12, 3}, {0, 3, 24, 4}}, metrics);
        QVERIFY(rects[1].bottom() < rects[0].top());
        QVERIFY(rects[0].bottom() < rects[2].top());
        QCOMPARE(rects[0].width(), 400 - 2 * metrics.gap);
    }

    void nothingHasNoHeight()
    {
        QCOMPARE(panelGridHeight(panelRects({}, {800}), {800}), PanelGridMetrics{}.gap);
    }
};

} // namespace

SIGHTGLASS_TEST(PanelGridTest)
#include "panelgridtest.moc"
