// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/legenditem.h"
#include "widgets/panelkit/legendlayout.h"
#include "widgets/panelkit/legendmetrics.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/style/theme.h"

#include <QAbstractScrollArea>

#include <optional>
#include <vector>

namespace sightglass {

class LegendPainting;

/// The legend of a chart. As a list: columns of names, each with its values and what they are; at the right
/// one name below the other. As a table: rows with values under heads, sorted by the head that is clicked. A
/// name is elided only where its row has no more room, a value that has no room is left out, as a whole, and
/// on a screen scrolled to by columns; the tool tip has all. Rows are scrolled as wholes. A table that is no
/// higher than one row has neither heads nor values: its names stand beside each other. A click isolates an
/// item and a second click shows all again; Ctrl-click toggles one. Keys: arrows, Home, End, Space or Return,
/// Ctrl+Space; S sorts by the next column. Thousands of items cost no more than those in sight, unless they
/// are sorted.
class LegendView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Index of the names among the columns that can be sorted by.
    static constexpr int nameColumn = -1;

    LegendView(const LegendOptions &options, const Theme &theme, QWidget *parent = nullptr);
    LegendView(LegendMode mode, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `columns`: what the values are, "last", "max". Values keep the room that they once needed, so that the
    /// items stay in place while numbers change. `values` answers for items that come without any, until the
    /// next setItems().
    void setItems(const QStringList &columns, std::vector<LegendItem> items, LegendValues values = {});
    [[nodiscard]] const std::vector<LegendItem> &items() const { return m_items; }
    /// Of an item, in viewport coordinates.
    [[nodiscard]] QRect itemRect(std::size_t index) const;
    /// The items' indices from top left on.
    [[nodiscard]] const std::vector<std::size_t> &order() const { return m_order; }
    /// Empty: in the order of the items.
    void sortBy(std::optional<int> column, Qt::SortOrder order);
    [[nodiscard]] std::optional<int> sortColumn() const { return m_sortColumn; }

    /// The height that shows everything at this width.
    [[nodiscard]] int heightForItems(int width) const;
    /// The width that shows everything with one item below the other.
    [[nodiscard]] int widthForItems() const;
    /// The height below a chart in a panel of this size, see bottomLegendHeight().
    [[nodiscard]] int heightIn(QSize panel) const
    {
        const int least = m_mode == LegendMode::Table ? 2 * rowHeight() : rowHeight();
        return bottomLegendHeight(heightForItems(panel.width()), panel.height(), rowHeight(), least);
    }
    /// The whole name and all values of what is at a place of the viewport; plain text.
    [[nodiscard]] QString toolTipAt(QPoint position) const;
    /// The columns that a table has no room for: they can be scrolled to, and its head counts them.
    [[nodiscard]] QStringList columnsLeftOut() const;

    /// What is in sight, without focus and hover; where items are cut off, the last row says how many.
    [[nodiscard]] DisplayList drawing();

signals:
    void isolateRequested(int index);
    void toggleRequested(int index);
    /// The pointer or the keyboard is on an item; -1: on none.
    void itemHovered(int index);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] bool isTable() const { return m_mode == LegendMode::Table && !m_compact; }
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headHeight() const { return isTable() ? rowHeight() : 0; }
    [[nodiscard]] LegendLayout layoutItems(int width, bool compact) const;
    [[nodiscard]] int contentHeight(const LegendLayout &layout) const;
    /// One item below the other.
    [[nodiscard]] bool hasRows() const { return isTable() || m_placement == LegendPlacement::Right; }
    /// What is on no screen nobody scrolls.
    [[nodiscard]] bool isPicture() const
    {
        return !window()->isVisible() || window()->testAttribute(Qt::WA_DontShowOnScreen);
    }
    [[nodiscard]] int widestFirstName() const;
    [[nodiscard]] int furthestColumn() const;
    void scrollSideways();
    /// How far it is scrolled: whole rows.
    [[nodiscard]] int offset() const;
    [[nodiscard]] LegendPainting painting() const;
    void measureNames();
    /// Asks for values that are missing; true where a column has become wider.
    bool fill(std::size_t row);
    bool fillShown();
    void sortItems();
    void relayout();
    void settle();
    [[nodiscard]] std::pair<std::size_t, std::size_t> rowsInSight() const;
    [[nodiscard]] int indexAt(QPoint position) const;
    [[nodiscard]] std::optional<int> headAt(QPoint position) const;
    void sortByHead(int column);
    void sortByNext();
    void request(int index, Qt::KeyboardModifiers modifiers);
    void setHovered(int index);
    [[nodiscard]] int keyTarget(int key) const;
    void showCurrent();
    /// `more`: how many items have no room in the only line.
    [[nodiscard]] DisplayList draw(std::size_t first, std::size_t last, bool live,
                                   std::size_t more = 0) const;
    void drawMore(DisplayList &list, std::size_t row, std::size_t more) const;

    LegendMode m_mode;
    LegendPlacement m_placement = LegendPlacement::Bottom;
    Theme m_theme;
    QStringList m_columns;
    std::vector<LegendItem> m_items;
    LegendValues m_values;
    std::vector<std::size_t> m_order; ///< row to item
    std::vector<std::size_t> m_rows;  ///< item to row
    std::optional<int> m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    LegendMetrics m_metrics;
    LegendMetrics m_plainMetrics; ///< of names alone
    bool m_compact = false;       ///< a table that has room for its names only
    NameElision m_elision;
    LegendLayout m_layout; ///< by row, content coordinates
    int m_hovered = -1;    ///< an item
    int m_current = -1;    ///< a row
};

} // namespace sightglass
