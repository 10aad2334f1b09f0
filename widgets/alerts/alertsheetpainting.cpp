// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alert.h"
#include "model/presentation/alertboardmodel.h"
#include "widgets/alerts/alertsheet.h"
#include "widgets/style/alertcolor.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int stateColumn = 0;

} // namespace

QColor AlertSheet::stateColor(const QModelIndex &index) const
{
    if (index.data(AlertBoardModel::BrokenRole).toBool())
        return m_theme.semantic(brokenRuleColor);
    return m_theme.semantic(
        alertColor(static_cast<AlertState>(index.data(AlertBoardModel::AlertStateRole).toInt()),
                   static_cast<Severity>(index.data(AlertBoardModel::SeverityRole).toInt())));
}

/// Firing is a disc, pending half of one, resolved a ring; a broken rule is a cross. A bar through it: kept
/// quiet; a tick beside it: acknowledged.
void AlertSheet::paintState(QPainter &painter, const QModelIndex &index, const QRect &cell) const
{
    const double size = std::max(6.0, fontMetrics().height() * 0.62);
    const QRectF mark(cell.left() + 1, cell.center().y() + 0.5 - size / 2, size, size);
    const QColor color = stateColor(index);
    const auto state = static_cast<AlertState>(index.data(AlertBoardModel::AlertStateRole).toInt());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4));
    if (index.data(AlertBoardModel::BrokenRole).toBool()) {
        painter.drawLine(mark.topLeft(), mark.bottomRight());
        painter.drawLine(mark.topRight(), mark.bottomLeft());
    } else {
        painter.drawEllipse(mark.adjusted(0.7, 0.7, -0.7, -0.7));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        if (state == AlertState::Firing)
            painter.drawEllipse(mark);
        else if (state == AlertState::Pending)
            painter.drawPie(mark, 90 * 16, 180 * 16);
    }
    if (index.data(AlertBoardModel::QuietRole).toBool()) {
        painter.setPen(QPen(m_theme.surface, 3));
        painter.drawLine(mark.bottomLeft(), mark.topRight());
        painter.setPen(QPen(m_theme.textMuted, 1.4));
        painter.drawLine(mark.bottomLeft(), mark.topRight());
    }
    if (index.data(AlertBoardModel::AcknowledgedRole).toBool()) {
        QPainterPath tick;
        tick.moveTo(mark.left() + size * 0.2, mark.top() + size * 0.55);
        tick.lineTo(mark.left() + size * 0.45, mark.top() + size * 0.8);
        tick.lineTo(mark.left() + size * 0.85, mark.top() + size * 0.2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.surface, 1.8));
        painter.drawPath(tick);
    }
    painter.restore();
}

void AlertSheet::paintHeader(QPainter &painter, int block) const
{
    const int left = block * m_layout.blockWidth();
    painter.fillRect(QRect(left, 0, m_layout.blockWidth(), m_layout.headerHeight()), m_theme.surfaceRaised);
    const int sorted = m_model->orderColumn();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const auto cell = m_layout.cell(column);
        if (!cell)
            continue;
        QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const QRect rect(left + cell->left(), 0, cell->width(), m_layout.headerHeight());
        // Above marks without words there is no room for one.
        if (column == stateColumn && fontMetrics().horizontalAdvance(title) > rect.width())
            title.clear();
        if (column == sorted)
            title += m_model->order().descending ? QStringLiteral(" ↓") : QStringLiteral(" ↑");
        painter.setPen(column == sorted ? m_theme.text : m_theme.textMuted);
        painter.drawText(rect, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         fontMetrics().elidedText(title, Qt::ElideRight, rect.width()));
    }
}

void AlertSheet::paintRow(QPainter &painter, int row) const
{
    const QRect rect = m_layout.rowRect(row, firstRow());
    const QModelIndex first = m_model->index(row, stateColumn);
    const bool isSelected = selectionModel()->isRowSelected(row, {});
    if (isSelected) {
        QColor fill = m_theme.accent;
        fill.setAlpha(hasFocus() ? 90 : 50);
        painter.fillRect(rect, fill);
    } else if (row % 2 == 1) {
        QColor fill = m_theme.surfaceRaised;
        fill.setAlpha(110);
        painter.fillRect(rect, fill);
    }
    const auto state = static_cast<AlertState>(first.data(AlertBoardModel::AlertStateRole).toInt());
    const bool isQuiet = state == AlertState::Inactive || first.data(AlertBoardModel::QuietRole).toBool();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const auto place = m_layout.cell(column);
        if (!place)
            continue;
        QRect cell = place->translated(rect.topLeft());
        const QModelIndex index = m_model->index(row, column);
        painter.setPen(isQuiet ? m_theme.textMuted : m_theme.text);
        if (column == stateColumn) {
            paintState(painter, index, cell);
            cell.setLeft(cell.left() + cell.height());
            painter.setPen(m_theme.legible(stateColor(index)));
            if (cell.width() < fontMetrics().averageCharWidth() * 5)
                continue;
        }
        const QString text = fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, cell.width());
        painter.drawText(cell, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    }
    if (hasFocus() && currentIndex().row() == row) {
        painter.setPen(m_theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void AlertSheet::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.surface);
    painter.setFont(font());
    const int rows = m_model->rowCount();
    const int first = firstRow();
    const int last = std::min(rows, first + m_layout.rowsInSight());
    for (int row = first; row < last; ++row) {
        if (event->rect().intersects(m_layout.rowRect(row, first)))
            paintRow(painter, row);
    }
    const int blocks = std::clamp((last - first + m_layout.rowsPerBlock() - 1) / m_layout.rowsPerBlock(), 1,
                                  m_layout.blocks());
    for (int block = 0; block < blocks; ++block) {
        paintHeader(painter, block);
        if (block > 0)
            painter.fillRect(QRect(block * m_layout.blockWidth() - 1, 0, 1, viewport()->height()),
                             m_theme.border);
    }
}

} // namespace sightglass
