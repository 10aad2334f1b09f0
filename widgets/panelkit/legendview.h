// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "widgets/panelkit/legendlayout.h"
#include "widgets/style/theme.h"

#include <QAbstractScrollArea>

#include <vector>

namespace sightglass {

/// One series in a legend. Texts are displayable.
struct LegendItem
{
    QColor color;
    QString name;
    QStringList values; ///< one for each column
    bool visible = true;

    friend bool operator==(const LegendItem &, const LegendItem &) = default;
};

/// The legend of a time series panel: columns of names, each with its values and what they are (list), or
/// rows with values under headers (table). A name is elided only where its row has no more room, a value that
/// has no room is left out; the tool tip has all. A click isolates a series and a second click shows all
/// again; Ctrl-click toggles one. Keys: arrows, Space or Return, Ctrl+Space.
class LegendView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    LegendView(LegendMode mode, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `columns`: what the values are, "last", "max". Values keep the room that they once needed, so that the
    /// items stay in place while numbers change.
    void setItems(const QStringList &columns, std::vector<LegendItem> items);
    [[nodiscard]] const std::vector<LegendItem> &items() const { return m_items; }
    /// Of an item, in viewport coordinates.
    [[nodiscard]] QRect itemRect(std::size_t index) const;
    /// The height that shows everything at this width.
    [[nodiscard]] int heightForItems(int width) const;
    /// The largest height up to `limit` that cuts no row.
    [[nodiscard]] int wholeRows(int limit) const { return limit / rowHeight() * rowHeight(); }
    /// The whole name and all values of what is at a place of the viewport; plain text.
    [[nodiscard]] QString toolTipAt(QPoint position) const;

signals:
    void isolateRequested(int index);
    void toggleRequested(int index);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void measure(bool sameNames);
    [[nodiscard]] int nameWidth(const LegendItem &item) const;
    /// The room of a value with all that stands before it.
    [[nodiscard]] int fieldWidth(qsizetype value) const;
    /// How many values have room beside a name.
    [[nodiscard]] qsizetype shownValues(int textWidth, int nameWidth) const;
    [[nodiscard]] LegendLayout layoutItems(int width) const;
    [[nodiscard]] int indexAt(QPoint position) const;
    void relayout();
    void request(int index, Qt::KeyboardModifiers modifiers);
    void setHovered(int index);
    void paintItem(QPainter &painter, std::size_t index);
    void paintHeader(QPainter &painter);
    void paintListValues(QPainter &painter, const LegendItem &item, QRect area) const;
    void paintTableValues(QPainter &painter, const LegendItem &item, const QRect &area) const;

    LegendMode m_mode;
    Theme m_theme;
    QStringList m_columns;
    std::vector<LegendItem> m_items;
    std::vector<int> m_valueWidths; ///< of a column's widest value so far
    LegendLayout m_layout;          ///< content coordinates
    int m_hovered = -1;
    int m_current = -1;
};

} // namespace sightglass
