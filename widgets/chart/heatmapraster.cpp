// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapraster.h"

#include "model/core/proportion.h"
#include "widgets/chart/columnraster.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int64_t usPerMs = 1000;
/// Cells of this many gaps (or radii) at least are set apart (or rounded).
constexpr int roomForGap = 6;
/// Of cells side by side there are many: narrow ones would be seen as stripes.
constexpr int roomForColumnGap = 12;
constexpr int roomForRadius = 3;

std::size_t firstAtOrAfter(const HeatmapData &data, TimestampMs t)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(data.times, t) - data.times.begin());
}

bool sameLook(const HeatmapScene &before, const HeatmapScene &after)
{
    return before.data && after.data && before.axis == after.axis &&
           before.data->rows.size() == after.data->rows.size() &&
           before.grid.bucketUs == after.grid.bucketUs && before.grid.count == after.grid.count &&
           before.height == after.height && before.stepMs == after.stepMs &&
           before.shading == after.shading && before.gap == after.gap && before.radius == after.radius &&
           before.background == after.background && before.gridColor == after.gridColor;
}

/// How many steps of `after` are in `before` too, beginning with after's first, bit by bit.
std::size_t sameSteps(const HeatmapData &before, std::size_t start, const HeatmapData &after)
{
    std::size_t same = 0;
    while (same < after.times.size() && start + same < before.times.size() &&
           before.times[start + same] == after.times[same] &&
           std::ranges::equal(before.at(start + same), after.at(same)))
        ++same;
    return same;
}

/// What a column shows: the counts, and how far it is from the sides of its cell.
struct Column
{
    std::vector<double> counts;
    std::int64_t fromLeft = 0;
    std::int64_t fromRight = 0;
    bool hasSides = false; ///< false where cells are narrow
};

/// The mean of the steps in a column, or the step whose cell covers it; false in a gap.
bool lookUp(const HeatmapScene &scene, std::int64_t column, Column &out)
{
    const HeatmapData &data = *scene.data;
    const std::int64_t startUs = column * scene.grid.bucketUs;
    const std::int64_t endUs = startUs + scene.grid.bucketUs;
    std::size_t time = firstAtOrAfter(data, (startUs + usPerMs - 1) / usPerMs);
    out.hasSides = false;
    if (time == data.times.size())
        return false;
    std::ranges::copy(data.at(time), out.counts.begin());
    const TimestampMs t = data.times[time];
    if (t * usPerMs >= endUs && (t - scene.stepMs) * usPerMs > startUs)
        return false;
    if (scene.stepMs * usPerMs >= scene.grid.bucketUs * roomForRadius) {
        out.hasSides = true;
        out.fromLeft = column - scene.grid.columnOf(t - scene.stepMs) - 1;
        out.fromRight = scene.grid.columnOf(t) - column;
        return true;
    }
    std::size_t steps = 1;
    for (++time; time < data.times.size() && data.times[time] * usPerMs < endUs; ++time, ++steps)
        std::ranges::transform(out.counts, data.at(time), out.counts.begin(), std::plus<>());
    for (double &count : out.counts)
        count /= static_cast<double>(steps);
    return true;
}

QRgb mixed(QRgb below, QRgb above, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return qRgb(channel(qRed(below), qRed(above)), channel(qGreen(below), qGreen(above)),
                channel(qBlue(below), qBlue(above)));
}

/// Draws one column after another, cell by cell.
class Painter
{
public:
    explicit Painter(const HeatmapScene &scene)
        : m_scene(scene)
        , m_pixels(static_cast<std::size_t>(scene.height))
    {
        m_column.counts.resize(scene.data->rows.size());
        for (std::size_t row = 0; row < scene.data->rows.size(); ++row)
            m_rows.push_back(scene.axis.cellRows(row, scene.height));
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (m_rows[row].bottom - m_rows[row].top == 1)
                m_thin.push_back(row);
        }
        m_cellWidth = scene.stepMs * usPerMs / scene.grid.bucketUs;
    }

    const std::vector<QRgb> &pixels(std::int64_t column)
    {
        const bool onGrid = std::ranges::binary_search(m_scene.gridColumns, column);
        std::ranges::fill(m_pixels, onGrid ? m_scene.gridColor : m_scene.background);
        if (!lookUp(m_scene, column, m_column))
            return m_pixels;
        const int gap = m_column.hasSides && m_cellWidth >= roomForColumnGap * m_scene.gap ? m_scene.gap : 0;
        if (gap > 0 && m_column.fromLeft < gap)
            return m_pixels;
        m_column.fromLeft -= gap;
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (m_scene.shading.shows(m_column.counts[row]))
                fillCell(m_rows[row], m_scene.shading.colorOf(m_column.counts[row]));
        }
        fillThin();
        return m_pixels;
    }

private:
    void fillCell(const CellRows &rows, QRgb color)
    {
        const int height = rows.bottom - rows.top;
        const int line = m_scene.gap > 0 && height >= roomForGap * m_scene.gap ? m_scene.gap : 0;
        const double inset = insetOf(height - line);
        const int top = rows.top + line + static_cast<int>(inset);
        const int bottom = rows.bottom - static_cast<int>(inset);
        if (top >= bottom)
            return;
        std::fill(m_pixels.begin() + top, m_pixels.begin() + bottom, color);
        const double soft = inset - std::floor(inset);
        if (soft > 0) {
            for (const int edge : {top, bottom - 1})
                pixel(edge) = mixed(color, m_scene.background, soft);
        }
    }

    /// Of rows that share one of pixels the one that counts most is seen.
    void fillThin()
    {
        std::ranges::sort(m_thin, {}, [this](std::size_t row) { return m_column.counts[row]; });
        for (const std::size_t row : m_thin) {
            if (m_scene.shading.shows(m_column.counts[row]))
                fillCell(m_rows[row], m_scene.shading.colorOf(m_column.counts[row]));
        }
    }

    /// By how much a rounded corner takes from top and bottom in this column.
    [[nodiscard]] double insetOf(int height) const
    {
        const int radius = m_scene.radius;
        if (radius <= 0 || !m_column.hasSides || height < roomForRadius * radius ||
            m_cellWidth < roomForRadius * radius)
            return 0;
        const std::int64_t side = std::min(m_column.fromLeft, m_column.fromRight);
        if (side < 0 || side >= radius)
            return 0;
        const double away = radius - static_cast<double>(side) - 0.5;
        return radius - std::sqrt(radius * radius - away * away);
    }
    QRgb &pixel(int row) { return m_pixels[static_cast<std::size_t>(row)]; }

    const HeatmapScene &m_scene;
    std::vector<CellRows> m_rows;
    std::vector<std::size_t> m_thin; ///< rows of one device row
    std::vector<QRgb> m_pixels;
    Column m_column;
    std::int64_t m_cellWidth = 0;
};

/// Where the columns that changed begin and end for the lines of the time axis.
ColumnRange withoutMovedLines(const HeatmapScene &before, const HeatmapScene &after, ColumnRange same)
{
    std::vector<std::int64_t> lines;
    std::ranges::set_symmetric_difference(before.gridColumns, after.gridColumns, std::back_inserter(lines));
    const std::int64_t from = after.grid.first;
    const std::int64_t to = after.grid.end();
    for (const std::int64_t column : lines) {
        if (column >= from && column < to && column - from < to - column)
            same.from = std::max(same.from, column + 1);
        else if (column >= from && column < to)
            same.to = std::min(same.to, column);
    }
    return same;
}

} // namespace

double HeatmapShading::heat(double count) const noexcept
{
    const double share = std::clamp(shareOfSpan(low, high, count), 0.0, 1.0);
    return exponent == 0.5 ? std::sqrt(share) : std::pow(share, exponent);
}

QRgb HeatmapShading::colorOf(double count) const noexcept
{
    const double last = static_cast<double>(ramp.size() - 1);
    return ramp[static_cast<std::size_t>(std::lround(heat(count) * last))];
}

std::optional<std::size_t> stepAt(const HeatmapData &data, TimestampMs at, std::int64_t stepMs) noexcept
{
    const std::size_t time = firstAtOrAfter(data, at);
    if (time == data.times.size() || data.times[time] - stepMs >= at)
        return std::nullopt;
    return time;
}

std::vector<ColumnRange> changedColumns(const HeatmapScene &before, const HeatmapScene &after)
{
    const ColumnRange all{after.grid.first, after.grid.end()};
    const bool apart = before.grid.end() <= after.grid.first || after.grid.first < before.grid.first;
    if (apart || !sameLook(before, after) || before.data->times.empty() || after.data->times.empty())
        return {all};
    const std::size_t start = firstAtOrAfter(*before.data, after.data->times.front());
    const std::size_t same = sameSteps(*before.data, start, *after.data);
    if (same == 0)
        return {all};
    // Left: the first step's cell, and what the steps before it had drawn. Right: everything after the last
    // common step.
    ColumnRange kept{start > 0 ? after.grid.columnOf(after.data->times.front()) + 1 : all.from,
                     std::min(all.to, before.grid.end())};
    const bool nothingNew = same == after.data->times.size() && start + same == before.data->times.size();
    if (!nothingNew)
        kept.to = std::min(kept.to, after.grid.columnOf(after.data->times[same - 1]));
    kept = withoutMovedLines(before, after, kept);
    kept = {std::clamp(kept.from, all.from, all.to), std::clamp(kept.to, all.from, all.to)};
    if (kept.from >= kept.to)
        return {all};
    std::vector<ColumnRange> ranges;
    if (kept.from > all.from)
        ranges.push_back({all.from, kept.from});
    if (kept.to < all.to)
        ranges.push_back({kept.to, all.to});
    return ranges;
}

void rasterHeatmap(const HeatmapScene &scene, ColumnRange range, QImage &ring)
{
    if (!scene.data || scene.height <= 0)
        return;
    Painter painter(scene);
    auto *bits = reinterpret_cast<QRgb *>(ring.bits());
    const qsizetype stride = ring.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    for (std::int64_t column = range.from; column < range.to; ++column) {
        const std::vector<QRgb> &pixels = painter.pixels(column);
        QRgb *out = bits + ringColumn(column, ring.width());
        for (int row = 0; row < scene.height; ++row)
            out[row * stride] = pixels[static_cast<std::size_t>(row)];
    }
}

} // namespace sightglass
