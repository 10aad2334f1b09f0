// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/bargaugepanel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sightglass {

namespace {

constexpr double gap = 10;
constexpr double tallestRow = 40;
constexpr double tallestBar = 22;
constexpr double barShare = 0.62;  ///< of a row's height
constexpr double nameShare = 0.38; ///< of the width, at most
constexpr double rounding = 2;
constexpr double roomForCount = 0.25; ///< of the only row's width
constexpr double rowAir = 3;

} // namespace

std::vector<std::size_t> BarGaugePanel::sortedValues() const
{
    std::vector<std::size_t> order(values().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [this](std::size_t i) {
        return std::isnan(values()[i].value) ? -std::numeric_limits<double>::infinity() : values()[i].value;
    };
    std::ranges::stable_sort(order, [&key](std::size_t a, std::size_t b) { return key(a) > key(b); });
    return order;
}

BarGaugePanel::Columns BarGaugePanel::layoutColumns(double right) const
{
    const QFontMetricsF metrics(font());
    Columns columns;
    columns.right = right;
    for (const InstantValue &value : values())
        columns.names = std::max(columns.names, metrics.horizontalAdvance(value.name));
    columns.names = std::min(columns.names + 1, right * nameShare);
    columns.barLeft = columns.names + gap;
    columns.barWidth = std::max(gap, right - columns.barLeft - widestText(font()) - gap);
    return columns;
}

ValueView::Places BarGaugePanel::layoutValues()
{
    m_range = gaugeRange(spec().field, values());
    const double smallestRow = QFontMetricsF(font()).height() + rowAir;
    const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(height() / smallestRow)));
    const std::size_t count = values().size();
    const std::size_t rows = std::min(count, fitting);
    const bool onlyRow = rows == 1 && count > 1;
    const std::size_t shown = count <= fitting || onlyRow ? rows : rows - 1;
    const double rowHeight = std::min(height() / static_cast<double>(rows), tallestRow);
    const double right = onlyRow ? width() * (1 - roomForCount) : width();
    m_columns = layoutColumns(right);
    const std::vector<std::size_t> order = sortedValues();
    Places result;
    QRectF row(0, (height() - rowHeight * static_cast<double>(rows)) / 2, right, rowHeight);
    for (std::size_t i = 0; i < shown; ++i, row.translate(0, rowHeight))
        result.values.push_back({row, order[i]});
    if (onlyRow)
        result.more = QRectF(right, 0, width() - right, height());
    else if (shown < count)
        result.more = row;
    return result;
}

void BarGaugePanel::paintBar(QPainter &painter, const QRectF &track, const InstantValue &value) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().track);
    painter.drawRoundedRect(track, rounding, rounding);
    const GaugeSpan span = m_range.span(value.value);
    const double length = track.width() * (span.to - span.from);
    painter.setBrush(value.color);
    if (length >= 1)
        painter.drawRoundedRect(
            QRectF(track.left() + track.width() * span.from, track.top(), length, track.height()), rounding,
            rounding);
    if (const double zero = m_range.share(0); zero > 0 && zero < 1)
        painter.fillRect(
            QRectF(std::round(track.left() + track.width() * zero), track.top() - 2, 1, track.height() + 4),
            theme().textMuted);
}

void BarGaugePanel::paintRow(QPainter &painter, const QRectF &row, const InstantValue &value) const
{
    const QFontMetricsF metrics(font());
    painter.setPen(theme().textMuted);
    painter.drawText(QRectF(row.left(), row.top(), m_columns.names, row.height()),
                     Qt::AlignVCenter | Qt::AlignRight,
                     metrics.elidedText(value.name, Qt::ElideMiddle, m_columns.names));
    const double height = std::min(tallestBar, row.height() * barShare);
    paintBar(painter, {m_columns.barLeft, row.center().y() - height / 2, m_columns.barWidth, height}, value);
    painter.setPen(value.color);
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, value.text);
}

void BarGaugePanel::paintValues(QPainter &painter)
{
    painter.setFont(font());
    for (const Place &place : places().values)
        paintRow(painter, place.area, values()[place.value]);
}

} // namespace sightglass
