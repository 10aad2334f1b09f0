// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/filterheader.h"

#include "widgets/tables/frametablemodel.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

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

FilterHeader::FilterHeader(FrameTableModel *model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    // A name that is wrapped needs more lines in a narrower column.
    connect(this, &QHeaderView::sectionResized, this, [this](int column) {
        if (wraps(column))
            emit geometriesChanged();
    });
}

bool FilterHeader::wraps(int column) const
{
    return column < m_model->columnCount() && m_model->configOf(column).cell.wrapHeader.value_or(false);
}

QRect FilterHeader::funnelOf(int column) const
{
    const int right = sectionViewportPosition(column) + sectionSize(column);
    return {right - funnelWidth, 0, funnelWidth - 2, height()};
}

void FilterHeader::toggleSorting(int column, bool several)
{
    const QString name = m_model->headerData(column, Qt::Horizontal).toString();
    std::vector<TableSorting> sorting = m_model->sorting();
    const auto own = std::ranges::find(sorting, name, &TableSorting::column);
    if (own == sorting.end()) {
        if (!several)
            sorting.clear();
        sorting.push_back({name, Qt::AscendingOrder});
    } else if (own->order == Qt::AscendingOrder) {
        own->order = Qt::DescendingOrder;
        if (!several)
            sorting = {*own};
    } else {
        sorting.erase(own);
        if (!several)
            sorting.clear();
    }
    m_model->setSorting(std::move(sorting));
    viewport()->update();
}

void FilterHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = m_model->theme();
    painter->save();
    painter->fillRect(rect, theme.surfaceRaised);
    const QString name = m_model->headerData(logicalIndex, Qt::Horizontal).toString();
    const std::vector<TableSorting> &sorting = m_model->sorting();
    const auto own = std::ranges::find(sorting, name, &TableSorting::column);
    QRect text = rect.adjusted(padding, 0, -funnelWidth, 0);
    if (own != sorting.end())
        text.setRight(text.right() - arrowWidth);
    painter->setPen(own != sorting.end() ? theme.text : theme.textMuted);
    const Qt::Alignment side = m_model->alignment(logicalIndex);
    if (wraps(logicalIndex))
        painter->drawText(text, static_cast<int>(side) | Qt::TextWordWrap, name);
    else
        painter->drawText(text, static_cast<int>(side) | Qt::TextSingleLine,
                          fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
    if (own != sorting.end()) {
        QString mark = own->order == Qt::AscendingOrder ? QStringLiteral("↑") : QStringLiteral("↓");
        if (sorting.size() > 1)
            mark += QString::number(own - sorting.begin() + 1);
        painter->drawText(QRect(text.right(), rect.top(), arrowWidth + 4, rect.height()), Qt::AlignCenter,
                          mark);
    }
    const bool filtered = m_model->filter(logicalIndex).active();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(filtered ? theme.accent : theme.axis);
    painter->setBrush(filtered ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
    painter->drawPath(funnelPath(QRectF(rect.right() - funnelWidth, rect.top(), funnelWidth, rect.height())));
    painter->restore();
}

void FilterHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_pressedColumn = event->button() == Qt::LeftButton ? logicalIndexAt(m_pressed) : -1;
    QHeaderView::mousePressEvent(event);
}

void FilterHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const int column = std::exchange(m_pressedColumn, -1);
    // A drag moved an edge.
    if (column < 0 || column != logicalIndexAt(at) || (at - m_pressed).manhattanLength() > clickReach ||
        cursor().shape() == Qt::SplitHCursor)
        return;
    if (funnelOf(column).contains(at))
        emit filterWanted(column);
    else
        toggleSorting(column, event->modifiers().testFlag(Qt::ShiftModifier));
}

QSize FilterHeader::sectionSizeFromContents(int logicalIndex) const
{
    constexpr int mostLines = 6;
    const QString name = m_model->headerData(logicalIndex, Qt::Horizontal).toString();
    if (wraps(logicalIndex)) {
        const int sides = padding + funnelWidth + arrowWidth + 2;
        const int room = std::max(1, sectionSize(logicalIndex) - sides);
        const int line = fontMetrics().height();
        const int height =
            fontMetrics().boundingRect(0, 0, room, mostLines * line, Qt::TextWordWrap, name).height();
        return {fontMetrics().horizontalAdvance(name) + sides, std::min(height, mostLines * line) + padding};
    }
    return {fontMetrics().horizontalAdvance(name) + padding + funnelWidth + arrowWidth + 2,
            fontMetrics().height() + padding};
}

} // namespace sightglass
