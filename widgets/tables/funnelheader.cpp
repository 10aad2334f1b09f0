// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/funnelheader.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace sightglass {

namespace {

constexpr int padding = 8;
constexpr int funnelWidth = 18;
constexpr int arrowWidth = 14;
constexpr int clickReach = 4;

QPainterPath funnelPath(const QRectF &area)
{
    const QPointF middle = area.center();
    QPainterPath path;
    path.moveTo(middle + QPointF(-4, -4));
    path.lineTo(middle + QPointF(4, -4));
    path.lineTo(middle + QPointF(1, 0));
    path.lineTo(middle + QPointF(1, 4));
    path.lineTo(middle + QPointF(-1, 3));
    path.lineTo(middle + QPointF(-1, 0));
    path.closeSubpath();
    return path;
}

} // namespace

FunnelHeader::FunnelHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

int FunnelHeader::sides() noexcept
{
    return padding + funnelWidth + arrowWidth + 2;
}

QRect FunnelHeader::funnelOf(int column) const
{
    const int right = sectionViewportPosition(column) + sectionSize(column);
    return {right - funnelWidth, 0, funnelWidth - 2, height()};
}

void FunnelHeader::click(int column, bool several)
{
    Q_UNUSED(column)
    Q_UNUSED(several)
}

void FunnelHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = this->theme();
    const Head head = this->head(logicalIndex);
    painter->save();
    painter->fillRect(rect, theme.surfaceRaised);
    const bool sorted = !head.sortMark.isEmpty();
    const QRect text = rect.adjusted(padding, 0, -funnelWidth - (sorted ? arrowWidth : 0), 0);
    painter->setPen(sorted ? theme.text : theme.textMuted);
    if (head.wraps)
        painter->drawText(text, static_cast<int>(head.side) | Qt::TextWordWrap, head.text);
    else
        painter->drawText(text, static_cast<int>(head.side) | Qt::TextSingleLine,
                          fontMetrics().elidedText(head.text, Qt::ElideRight, text.width()));
    if (sorted)
        painter->drawText(QRect(text.right(), rect.top(), arrowWidth + 4, rect.height()), Qt::AlignCenter,
                          head.sortMark);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(head.filtered ? theme.accent : theme.axis);
    painter->setBrush(head.filtered ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
    painter->drawPath(funnelPath(QRectF(rect.right() - funnelWidth, rect.top(), funnelWidth, rect.height())));
    painter->restore();
}

void FunnelHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_pressedColumn = event->button() == Qt::LeftButton ? logicalIndexAt(m_pressed) : -1;
    // An edge of a column is taken hold of beside its funnel.
    m_onFunnel = m_pressedColumn >= 0 && cursor().shape() != Qt::SplitHCursor &&
                 funnelOf(m_pressedColumn).contains(m_pressed);
    if (!m_onFunnel)
        QHeaderView::mousePressEvent(event);
}

void FunnelHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onFunnel = std::exchange(m_onFunnel, false);
    const int column = std::exchange(m_pressedColumn, -1);
    if (!onFunnel)
        QHeaderView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    // A drag moved an edge.
    if (column < 0 || column != logicalIndexAt(at) || (at - m_pressed).manhattanLength() > clickReach ||
        cursor().shape() == Qt::SplitHCursor)
        return;
    if (onFunnel)
        emit filterWanted(column);
    else
        click(column, event->modifiers().testFlag(Qt::ShiftModifier));
}

} // namespace sightglass
