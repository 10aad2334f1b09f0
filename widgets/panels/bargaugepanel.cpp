// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/bargaugepanel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double gap = 10;
constexpr double tallestRow = 40;
constexpr double tallestBar = 22;
constexpr double barShare = 0.62;  ///< of a row's height
constexpr double nameShare = 0.38; ///< of the width, at most
constexpr double rounding = 2;

} // namespace

void BarGaugePanel::valuesChanged()
{
    m_order.resize(values().size());
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_order[i] = i;
    const auto key = [this](std::size_t i) {
        return std::isnan(values()[i].value) ? -std::numeric_limits<double>::infinity() : values()[i].value;
    };
    std::ranges::stable_sort(m_order, [&key](std::size_t a, std::size_t b) { return key(a) > key(b); });
}

BarGaugePanel::Columns BarGaugePanel::layoutColumns() const
{
    const QFontMetricsF metrics(font());
    Columns columns;
    double texts = 0;
    for (const InstantValue &value : values()) {
        columns.names = std::max(columns.names, metrics.horizontalAdvance(value.name));
        texts = std::max(texts, metrics.horizontalAdvance(value.text));
    }
    columns.names = std::min(columns.names + 1, width() * nameShare);
    columns.barLeft = columns.names + gap;
    columns.barWidth = std::max(gap, width() - columns.barLeft - texts - gap);
    return columns;
}

void BarGaugePanel::paintRow(QPainter &painter, const QRectF &row, const InstantValue &value,
                             double share) const
{
    const Columns columns = layoutColumns();
    const QFontMetricsF metrics(font());
    painter.setPen(theme().textMuted);
    painter.drawText(QRectF(row.left(), row.top(), columns.names, row.height()),
                     Qt::AlignVCenter | Qt::AlignRight,
                     metrics.elidedText(value.name, Qt::ElideMiddle, columns.names));
    const double height = std::min(tallestBar, row.height() * barShare);
    const QRectF track(columns.barLeft, row.center().y() - height / 2, columns.barWidth, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().track);
    painter.drawRoundedRect(track, rounding, rounding);
    painter.setBrush(value.color);
    if (const double length = track.width() * share; length >= 1)
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(length, height)), rounding, rounding);
    painter.setPen(value.color);
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, value.text);
}

void BarGaugePanel::paintValues(QPainter &painter)
{
    const GaugeRange range = gaugeRange(spec(), values());
    const double smallestRow = QFontMetricsF(font()).height() + 3;
    const auto fitting = static_cast<std::size_t>(std::max(2.0, std::floor(height() / smallestRow)));
    const bool all = values().size() <= fitting;
    const std::size_t shown = all ? values().size() : fitting - 1;
    const double rows = static_cast<double>(all ? shown : shown + 1);
    const double rowHeight = std::min(height() / rows, tallestRow);
    QRectF row(0, (height() - rowHeight * rows) / 2, width(), rowHeight);
    for (std::size_t i = 0; i < shown; ++i, row.translate(0, rowHeight)) {
        const InstantValue &value = values()[m_order[i]];
        paintRow(painter, row, value, range.share(value.value));
    }
    if (all)
        return;
    painter.setPen(theme().textMuted);
    painter.drawText(row, Qt::AlignCenter,
                     tr("and %n more", nullptr, static_cast<int>(values().size() - shown)));
}

} // namespace sightglass
