// SPDX-License-Identifier: GPL-3.0-or-later
// What HeatmapPlot says of the cell below the pointer.
#include "model/core/proportion.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/plots/heatmapplot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

constexpr int histogramWidth = 10; ///< characters of the largest bar

/// A bar of block characters, exact to an eighth of one.
QString barText(double share)
{
    const int eighths = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * histogramWidth * 8));
    QString bar(eighths / 8, QChar(0x2588));
    if (eighths % 8 > 0)
        bar += QChar(0x2590 - eighths % 8);
    return bar;
}

} // namespace

QString HeatmapPlot::rowText(std::size_t row) const
{
    const HeatmapRow &bounds = m_data->rows[row];
    if (!m_data->hasBounds)
        return displayText(std::string_view(bounds.name));
    return tr("%1 – %2", "from a lower to an upper bound").arg(boundText(bounds.low), boundText(bounds.high));
}

ReadoutRow HeatmapPlot::readoutRow(std::size_t row, double count, double largest) const
{
    ReadoutRow line;
    line.color = m_shading.shows(count) ? QColor(m_shading.colorOf(count)) : theme().track;
    line.name = rowText(row);
    line.value = countText(count);
    if (m_options.yHistogram && largest > 0)
        line.detail = barText(count / largest);
    return line;
}

void HeatmapPlot::addColumn(Readout &readout, std::span<const double> counts,
                            std::optional<std::size_t> hovered) const
{
    const double largest = counts.empty() ? 0 : *std::ranges::max_element(counts);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::size_t row = m_options.yReversed ? i : counts.size() - 1 - i;
        const bool isSeen = counts[row] != 0 || !m_options.tooltip.hideZeros;
        if (isSeen || row == hovered)
            rows.push_back(row);
    }
    // A histogram of the column has its rows where the axis has them.
    const SortOrder sort = m_options.yHistogram ? SortOrder::None : m_options.tooltip.sort;
    std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
        if (sort == SortOrder::None)
            return false;
        return sort == SortOrder::Ascending ? counts[a] < counts[b] : counts[a] > counts[b];
    });
    for (const std::size_t row : rows) {
        readout.rows.push_back(readoutRow(row, counts[row], largest));
        readout.rows.back().nearest = row == hovered;
    }
}

ReadoutRamp HeatmapPlot::rampAt(std::optional<double> count) const
{
    constexpr int shades = 64;
    ReadoutRamp ramp{{}, countText(m_shading.low), countText(m_shading.high)};
    for (int i = 0; i < shades; ++i)
        ramp.colors.emplace_back(
            m_shading.colorOf(std::lerp(m_shading.low, m_shading.high, (i + 0.5) / shades)));
    if (count)
        ramp.mark = std::clamp(shareOfSpan(m_shading.low, m_shading.high, *count), 0.0, 1.0);
    return ramp;
}

Readout HeatmapPlot::readoutAt(const Place &place) const
{
    const auto step = m_data->empty() ? std::nullopt : stepAt(*m_data, place.at, cellMs());
    if (!step || m_options.tooltip.mode == TooltipMode::Hidden) {
        emit countRead(std::nullopt);
        return {};
    }
    const auto counts = m_data->at(*step);
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    Readout readout;
    readout.title = timeText(m_data->times[*step], stepMs(), timeZone());
    const auto hovered = place.y < 0 ? std::nullopt : m_axis.rowAt(place.y, m_scene.height);
    const bool wholeColumn = m_options.yHistogram || m_options.tooltip.mode == TooltipMode::All;
    const QString all =
        m_options.valueName.empty() ? tr("all buckets") : displayText(std::string_view(m_options.valueName));
    if (wholeColumn)
        addColumn(readout, counts, hovered);
    else if (hovered)
        readout.rows.push_back(readoutRow(*hovered, counts[*hovered], 0));
    if (!wholeColumn && hovered)
        readout.rows.back().nearest = true;
    if (!hovered) {
        readout.rows.insert(readout.rows.begin(), {theme().textMuted, all, countText(total), false});
        readout.number = total;
    } else {
        readout.number = counts[*hovered];
        if (total > 0)
            readout.note =
                tr("%1 of %2").arg(valueText(counts[*hovered] / total, "percentunit"), countText(total));
    }
    if (m_options.tooltipRamp)
        readout.ramp = rampAt(hovered ? std::optional(counts[*hovered]) : std::nullopt);
    emit countRead(hovered ? std::optional(counts[*hovered]) : std::nullopt);
    return readout;
}

QRectF HeatmapPlot::paintMarks(QPainter &painter, const Place &place) const
{
    if (place.y < 0 || m_data->empty())
        return {};
    const auto row = m_axis.rowAt(place.y, m_scene.height);
    if (!row)
        return {};
    const CellRows rows = m_axis.cellRows(*row, m_scene.height);
    const auto x = static_cast<int>(grid().columnOf(place.at) - grid().first);
    const int half = std::max(3, static_cast<int>(4 * ratio()));
    painter.setPen(QPen(theme().text, std::max(1.0, std::floor(ratio()))));
    painter.setBrush(Qt::NoBrush);
    const QRect mark(x - half, rows.top, 2 * half, rows.bottom - rows.top);
    painter.drawRect(mark);
    return QRectF(mark).adjusted(-1, -1, 2, 2);
}

} // namespace sightglass
