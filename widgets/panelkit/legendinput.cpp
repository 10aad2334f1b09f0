// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do in a LegendView.
#include "widgets/panelkit/legendview.h"
#include "widgets/panelkit/plaintip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace sightglass {

bool LegendView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        m_metrics.setFont(fontMetrics());
        m_plainMetrics.setFont(fontMetrics());
        measureNames();
        relayout();
        settle();
    }
    const auto textAt = [this](QPoint place) { return toolTipAt(place); };
    return answerToolTip(event, viewport(), textAt) || QAbstractScrollArea::viewportEvent(event);
}

void LegendView::request(int index, Qt::KeyboardModifiers modifiers)
{
    if (index < 0)
        return;
    m_current = static_cast<int>(m_rows[static_cast<std::size_t>(index)]);
    if (modifiers.testFlag(Qt::ControlModifier))
        emit toggleRequested(index);
    else
        emit isolateRequested(index);
}

void LegendView::sortByHead(int column)
{
    const auto first = column == nameColumn ? Qt::AscendingOrder : Qt::DescendingOrder;
    const auto second = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_sortColumn != column)
        sortBy(column, first);
    else if (m_sortOrder == first)
        sortBy(column, second);
    else
        sortBy(std::nullopt, first);
}

void LegendView::sortByNext()
{
    if (!isTable())
        return;
    const int next = m_sortColumn ? *m_sortColumn + 1 : nameColumn;
    if (next >= static_cast<int>(m_columns.size()))
        sortBy(std::nullopt, Qt::DescendingOrder);
    else
        sortBy(next, next == nameColumn ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void LegendView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto head = headAt(event->position().toPoint()))
        sortByHead(*head);
    else
        request(indexAt(event->position().toPoint()), event->modifiers());
}

void LegendView::setHovered(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    viewport()->update();
    emit itemHovered(index);
}

void LegendView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int index = indexAt(position);
    viewport()->setCursor(index >= 0 || headAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setHovered(index);
}

void LegendView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QAbstractScrollArea::leaveEvent(event);
}

int LegendView::keyTarget(int key) const
{
    const int last = static_cast<int>(m_items.size()) - 1;
    const int columns = m_layout.columns;
    const int current = m_current;
    switch (key) {
    case Qt::Key_Home:
        return std::min(0, last);
    case Qt::Key_End:
        return last;
    case Qt::Key_Right:
        return std::min(current + 1, last);
    case Qt::Key_Left:
        return std::min(std::max(current - 1, 0), last);
    case Qt::Key_Down:
        return current < 0 ? std::min(0, last) : current + columns <= last ? current + columns : current;
    case Qt::Key_Up:
        return current >= columns ? current - columns : current;
    default:
        return current;
    }
}

void LegendView::showCurrent()
{
    if (m_current < 0)
        return;
    const auto row = static_cast<std::size_t>(m_current);
    const QRect rect = m_layout.items[row];
    if (rect.top() - headHeight() < offset())
        verticalScrollBar()->setValue(rect.top() - headHeight());
    else if (rect.bottom() >= offset() + viewport()->height())
        verticalScrollBar()->setValue(rect.bottom() + 1 - viewport()->height());
    setAccessibleDescription(toolTipAt(itemRect(m_order[row]).center()));
    emit itemHovered(static_cast<int>(m_order[row]));
    viewport()->update();
}

void LegendView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_Home:
    case Qt::Key_End:
        m_current = keyTarget(event->key());
        showCurrent();
        break;
    case Qt::Key_S:
        sortByNext();
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            request(static_cast<int>(m_order[static_cast<std::size_t>(m_current)]), event->modifiers());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
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
    emit itemHovered(-1);
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace sightglass
