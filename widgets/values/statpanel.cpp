// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/statpanel.h"

#include "widgets/values/sparkline.h"
#include "widgets/values/valuegrid.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double cellGap = 8;
constexpr double unitShare = 0.55; ///< the unit's size to the number's
constexpr int largestNumber = 64;
constexpr int smallestNumber = 12; ///< that a cell is made for
constexpr double narrowestCell = 72;
constexpr double widestSmallest = 160;  ///< longer texts are elided rather than given wider cells
constexpr double shortestName = 60;     ///< beside a number
constexpr double sparklineShare = 0.42; ///< of the cell's height
constexpr double roomForSparkline = 70;

} // namespace

QSizeF StatPanel::smallestCell() const
{
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    number.setPixelSize(smallestNumber);
    const double width = std::clamp(widestText(number) * 1.1, narrowestCell, widestSmallest);
    const double twoLines = QFontMetricsF(font()).height() + QFontMetricsF(number).height();
    if (values().size() > 1 && height() < twoLines)
        return {width + cellGap + shortestName, QFontMetricsF(number).height()};
    return {width, twoLines};
}

QFont StatPanel::fontFor(QSizeF cell) const
{
    // One size for all numbers: they are there to be compared.
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    const double alone = values().size() > 1 ? 0.6 : 0.85;
    const double share = m_kind == CellKind::Full ? 0.5 : m_kind == CellKind::Number ? alone : 0.95;
    const double names = m_kind == CellKind::Line ? cellGap + shortestName : 0;
    const QSizeF room((cell.width() - names) * 0.92, cell.height() * share);
    int pixels = largestNumber;
    for (const InstantValue &value : values())
        pixels = std::min(pixels, fittingFont(number, value.text, room, pixels).pixelSize());
    number.setPixelSize(pixels);
    return number;
}

QRectF StatPanel::sparklineArea(const QRectF &cell) const
{
    const double height = cell.height() * sparklineShare;
    return {cell.left(), cell.bottom() - height, cell.width(), height};
}

ValueView::Places StatPanel::layoutValues()
{
    const double line = QFontMetricsF(font()).height();
    const ValueGrid grid = valueGrid(QSizeF(size()), values().size(), cellGap, smallestCell(), line);
    Places result;
    result.more = grid.more;
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        result.values.push_back({grid.cells[i], i});
    const QSizeF cell = grid.cells.front().size();
    m_kind = CellKind::Number;
    if (cell.height() >= roomForSparkline)
        m_kind = CellKind::Full;
    else if (values().size() > 1 && cell.height() < line + smallestNumber)
        m_kind = CellKind::Line;
    m_numberFont = fontFor(cell);
    drawSparklines(result);
    return result;
}

void StatPanel::drawSparklines(const Places &places)
{
    m_sparklines.clear();
    if (m_kind != CellKind::Full)
        return;
    for (const Place &place : places.values) {
        const InstantValue &value = values()[place.value];
        const SparklineLook look{sparklineArea(place.area).size(), devicePixelRatioF(), value.color,
                                 theme().surface};
        m_sparklines.push_back(sparklineImage(*answer(), answer()->series[value.series], look));
        ++m_sparklinesDrawn;
    }
}

void StatPanel::paintValues(QPainter &painter)
{
    const std::vector<Place> &shown = places().values;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (m_kind == CellKind::Full && !m_sparklines[i].isNull())
            painter.drawImage(sparklineArea(shown[i].area).topLeft(), m_sparklines[i]);
        if (m_kind == CellKind::Line)
            paintLine(painter, shown[i].area, values()[shown[i].value]);
        else
            paintCell(painter, shown[i].area, values()[shown[i].value]);
    }
}

void StatPanel::paintLine(QPainter &painter, const QRectF &cell, const InstantValue &value) const
{
    const QFontMetricsF numbers(m_numberFont);
    const QString number = numbers.elidedText(value.text, Qt::ElideRight, cell.width());
    painter.setFont(m_numberFont);
    painter.setPen(value.color);
    painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, number);
    const double room = cell.width() - numbers.horizontalAdvance(number) - cellGap;
    const QFontMetricsF names(font());
    if (room < names.horizontalAdvance(noValue))
        return;
    painter.setFont(font());
    painter.setPen(theme().textMuted);
    painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                     names.elidedText(value.name, Qt::ElideMiddle, room));
}

void StatPanel::paintCell(QPainter &painter, const QRectF &cell, const InstantValue &value) const
{
    QRectF text = cell;
    if (m_kind == CellKind::Full)
        text.setBottom(sparklineArea(cell).top());
    if (values().size() > 1) {
        painter.setFont(font());
        painter.setPen(theme().textMuted);
        const QFontMetricsF metrics(font());
        painter.drawText(QRectF(text.left(), text.top(), text.width(), metrics.height()), Qt::AlignCenter,
                         metrics.elidedText(value.name, Qt::ElideMiddle, text.width()));
        text.setTop(text.top() + metrics.height());
    }
    paintNumber(painter, text, value);
}

void StatPanel::paintNumber(QPainter &painter, const QRectF &area, const InstantValue &value) const
{
    QFont unitFont = m_numberFont;
    unitFont.setPixelSize(std::max(10, static_cast<int>(m_numberFont.pixelSize() * unitShare)));
    unitFont.setWeight(QFont::Normal);
    const QFontMetricsF metrics(m_numberFont);
    const double numberWidth = metrics.horizontalAdvance(value.number);
    const double space = value.unit.isEmpty() ? 0 : m_numberFont.pixelSize() * 0.18;
    const double unitWidth = QFontMetricsF(unitFont).horizontalAdvance(value.unit);
    painter.setPen(value.color);
    painter.setFont(m_numberFont);
    if (numberWidth + space + unitWidth > area.width() + 1) {
        // A number cut off, or without its prefix, would be another number: the ellipsis says so.
        painter.drawText(area, Qt::AlignCenter, metrics.elidedText(value.text, Qt::ElideRight, area.width()));
        return;
    }
    const double left = area.center().x() - (numberWidth + space + unitWidth) / 2;
    const double baseline = area.center().y() + metrics.capHeight() / 2;
    painter.drawText(QPointF(left, baseline), value.number);
    painter.setFont(unitFont);
    painter.drawText(QPointF(left + numberWidth + space, baseline), value.unit);
}

} // namespace sightglass
