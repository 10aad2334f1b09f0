// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/legendview.h"

#include "widgets/style/displaytext.h"
#include "widgets/style/stylesheets.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int swatchWidth = 12;
constexpr int swatchHeight = 3;
constexpr int gap = 6;
constexpr int itemGap = 14;
constexpr int maxListItem = 260;
constexpr int valueColumnGap = 16;

} // namespace

LegendView::LegendView(LegendMode mode, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_mode(mode)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Legend"));
    setTheme(theme);
}

void LegendView::setTheme(const Theme &theme)
{
    m_theme = theme;
    verticalScrollBar()->setStyleSheet(slimScrollBars(theme));
    viewport()->update();
}

int LegendView::rowHeight() const
{
    return fontMetrics().height() + 4;
}

int LegendView::itemWidth(const LegendItem &item, int available) const
{
    int text = fontMetrics().horizontalAdvance(item.name);
    for (const QString &value : item.values)
        text += gap + fontMetrics().horizontalAdvance(value);
    return std::min({swatchWidth + gap + text + 2 + itemGap, maxListItem, available});
}

std::vector<QRect> LegendView::layoutItems(int width) const
{
    std::vector<QRect> rects;
    rects.reserve(m_items.size());
    if (m_mode == LegendMode::Table) {
        int y = rowHeight();
        for (std::size_t i = 0; i < m_items.size(); ++i, y += rowHeight())
            rects.emplace_back(0, y, width, rowHeight());
        return rects;
    }
    int x = 0;
    int y = 0;
    for (const LegendItem &item : m_items) {
        const int needed = itemWidth(item, width);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += rowHeight();
        }
        rects.emplace_back(x, y, needed, rowHeight());
        x += needed;
    }
    return rects;
}

int LegendView::heightForItems(int width) const
{
    const std::vector<QRect> rects = layoutItems(width);
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

void LegendView::relayout()
{
    m_rects = layoutItems(viewport()->width());
    m_valueWidth = 0;
    for (const QString &column : m_columns)
        m_valueWidth = std::max(m_valueWidth, fontMetrics().horizontalAdvance(column));
    for (const LegendItem &item : m_items) {
        for (const QString &value : item.values)
            m_valueWidth = std::max(m_valueWidth, fontMetrics().horizontalAdvance(value));
    }
    const int content = m_rects.empty() ? 0 : m_rects.back().bottom() + 1;
    // Said outright: the automatic policy takes another turn of the event loop, and the first frame would
    // show the bar.
    setVerticalScrollBarPolicy(content > height() ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
}

void LegendView::setItems(const QStringList &columns, std::vector<LegendItem> items)
{
    if (columns == m_columns && items == m_items)
        return;
    m_columns = columns;
    m_items = std::move(items);
    m_current = std::min(m_current, static_cast<int>(m_items.size()) - 1);
    relayout();
    viewport()->update();
}

QRect LegendView::itemRect(std::size_t index) const
{
    return m_rects[index].translated(0, -verticalScrollBar()->value());
}

int LegendView::indexAt(QPoint position) const
{
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (itemRect(i).contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

void LegendView::request(int index, Qt::KeyboardModifiers modifiers)
{
    if (index < 0)
        return;
    m_current = index;
    if (modifiers.testFlag(Qt::ControlModifier))
        emit toggleRequested(index);
    else
        emit isolateRequested(index);
}

void LegendView::setHovered(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    viewport()->setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

// ---- painting

void LegendView::paintHeader(QPainter &painter)
{
    if (m_mode != LegendMode::Table)
        return;
    painter.setPen(m_theme.textMuted);
    int right = viewport()->width();
    for (auto i = m_columns.size() - 1; i >= 0; --i) {
        const QRect cell(right - m_valueWidth, -verticalScrollBar()->value(), m_valueWidth, rowHeight());
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, m_columns[i]);
        right -= m_valueWidth + valueColumnGap;
    }
    const int y = rowHeight() - 1 - verticalScrollBar()->value();
    painter.fillRect(0, y, viewport()->width(), 1, m_theme.grid);
}

void LegendView::paintItem(QPainter &painter, std::size_t index)
{
    const LegendItem &item = m_items[index];
    const QRect rect = itemRect(index);
    const bool marked =
        static_cast<int>(index) == m_hovered || (hasFocus() && static_cast<int>(index) == m_current);
    if (m_mode == LegendMode::Table && marked)
        painter.fillRect(rect, m_theme.surfaceRaised);
    const QRectF swatch(rect.left(), rect.center().y() - swatchHeight / 2, swatchWidth, swatchHeight);
    painter.fillRect(swatch, item.visible ? item.color : m_theme.track);
    QRect text = rect.adjusted(swatchWidth + gap, 0, m_mode == LegendMode::List ? -itemGap : 0, 0);
    const QColor valueColor = item.visible ? m_theme.text : m_theme.axis;
    painter.setPen(valueColor);
    for (auto i = item.values.size() - 1; i >= 0; --i) {
        const int width =
            m_mode == LegendMode::Table ? m_valueWidth : fontMetrics().horizontalAdvance(item.values[i]);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, item.values[i]);
        text.setRight(text.right() - width - (m_mode == LegendMode::Table ? valueColumnGap : gap));
    }
    painter.setPen(!item.visible ? m_theme.axis : marked ? m_theme.text : m_theme.textMuted);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(item.name, Qt::ElideMiddle, text.width()));
    if (hasFocus() && static_cast<int>(index) == m_current) {
        painter.setPen(m_theme.accent);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void LegendView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.surface);
    paintHeader(painter);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (itemRect(i).intersects(event->rect()))
            paintItem(painter, i);
    }
}

// ---- input

void LegendView::resizeEvent(QResizeEvent *event)
{
    relayout();
    QAbstractScrollArea::resizeEvent(event);
}

bool LegendView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        relayout();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), plainToolTip(m_items[static_cast<std::size_t>(index)].name),
                               viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LegendView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        request(indexAt(event->position().toPoint()), event->modifiers());
}

void LegendView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(indexAt(event->position().toPoint()));
}

void LegendView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QAbstractScrollArea::leaveEvent(event);
}

void LegendView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_items.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_current = std::min(m_current + 1, last);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_current = std::min(std::max(m_current - 1, 0), last);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        request(m_current, event->modifiers());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (m_current >= 0) {
        const QRect rect = m_rects[static_cast<std::size_t>(m_current)];
        const int offset = verticalScrollBar()->value();
        if (rect.top() < offset)
            verticalScrollBar()->setValue(rect.top());
        else if (rect.bottom() >= offset + viewport()->height())
            verticalScrollBar()->setValue(rect.bottom() + 1 - viewport()->height());
        setAccessibleDescription(m_items[static_cast<std::size_t>(m_current)].name);
    }
    viewport()->update();
}

void LegendView::focusInEvent(QFocusEvent *event)
{
    m_current = std::max(m_current, m_items.empty() ? -1 : 0);
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void LegendView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace sightglass
