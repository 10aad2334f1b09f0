// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapraster.h"

#include "widgets/chart/columnraster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sightglass {

namespace {

constexpr std::int64_t usPerMs = 1000;
constexpr int roomForLines = 8; ///< rows of at least this height are set apart by a line

std::size_t firstAtOrAfter(const HeatmapData &data, TimestampMs t)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(data.times, t) - data.times.begin());
}

bool sameLook(const HeatmapScene &before, const HeatmapScene &after)
{
    return before.data && after.data && before.data->bounds == after.data->bounds &&
           before.grid.bucketUs == after.grid.bucketUs && before.grid.count == after.grid.count &&
           before.height == after.height && before.stepMs == after.stepMs && before.full == after.full &&
           before.ramp == after.ramp && before.background == after.background &&
           before.gridColor == after.gridColor;
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

/// The mean of the steps in a column, or the step whose cell covers it; false in a gap.
bool columnCounts(const HeatmapScene &scene, std::int64_t column, std::span<double> out)
{
    const HeatmapData &data = *scene.data;
    const std::int64_t startUs = column * scene.grid.bucketUs;
    const std::int64_t endUs = startUs + scene.grid.bucketUs;
    std::size_t time = firstAtOrAfter(data, (startUs + usPerMs - 1) / usPerMs);
    if (time == data.times.size())
        return false;
    std::ranges::copy(data.at(time), out.begin());
    if (data.times[time] * usPerMs >= endUs)
        return (data.times[time] - scene.stepMs) * usPerMs <= startUs;
    std::size_t steps = 1;
    for (++time; time < data.times.size() && data.times[time] * usPerMs < endUs; ++time, ++steps)
        std::ranges::transform(out, data.at(time), out.begin(), std::plus<>());
    for (double &count : out)
        count /= static_cast<double>(steps);
    return true;
}

} // namespace

CellRows cellRows(std::size_t bucket, std::size_t buckets, int height) noexcept
{
    const double row = static_cast<double>(height) / static_cast<double>(buckets);
    CellRows rows;
    rows.top = static_cast<int>(std::lround(height - row * static_cast<double>(bucket + 1)));
    rows.bottom = static_cast<int>(std::lround(height - row * static_cast<double>(bucket)));
    return rows;
}

std::size_t bucketAt(double y, std::size_t buckets, int height) noexcept
{
    const double fromBottom = std::clamp(1 - y / std::max(height, 1), 0.0, 1.0);
    return std::min(static_cast<std::size_t>(fromBottom * static_cast<double>(buckets)), buckets - 1);
}

double yOfValue(double value, const HeatmapData &data, int height) noexcept
{
    const auto buckets = static_cast<double>(data.bounds.size());
    const auto bucket =
        static_cast<std::size_t>(std::ranges::lower_bound(data.bounds, value) - data.bounds.begin());
    if (bucket == data.bounds.size())
        return 0;
    const double low = data.lowerBound(bucket);
    const double width = data.bounds[bucket] - low;
    // A negative value below a lowest bucket that is drawn from 0.
    const double part = std::isfinite(width) && width > 0 ? std::max((value - low) / width, 0.0) : 0.5;
    return height * (1 - (static_cast<double>(bucket) + part) / buckets);
}

double heat(double count, double full) noexcept
{
    return std::sqrt(std::clamp(count / full, 0.0, 1.0));
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
    std::int64_t left = start > 0 ? after.grid.columnOf(after.data->times.front()) + 1 : all.from;
    const bool nothingNew = same == after.data->times.size() && start + same == before.data->times.size();
    std::int64_t right = std::min(all.to, before.grid.end());
    if (!nothingNew)
        right = std::min(right, after.grid.columnOf(after.data->times[same - 1]));
    std::vector<std::int64_t> lines;
    std::ranges::set_symmetric_difference(before.gridColumns, after.gridColumns, std::back_inserter(lines));
    for (const std::int64_t column : lines) {
        if (column >= all.from && column < all.to && column - all.from < all.to - column)
            left = std::max(left, column + 1);
        else if (column >= all.from && column < all.to)
            right = std::min(right, column);
    }
    left = std::clamp(left, all.from, all.to);
    right = std::clamp(right, all.from, all.to);
    if (left >= right)
        return {all};
    std::vector<ColumnRange> ranges;
    if (left > all.from)
        ranges.push_back({all.from, left});
    if (right < all.to)
        ranges.push_back({right, all.to});
    return ranges;
}

void rasterHeatmap(const HeatmapScene &scene, ColumnRange range, QImage &ring)
{
    if (!scene.data || scene.height <= 0)
        return;
    const std::size_t buckets = scene.data->bounds.size();
    std::vector<double> counts(buckets);
    std::vector<QRgb> pixels(static_cast<std::size_t>(scene.height));
    auto *bits = reinterpret_cast<QRgb *>(ring.bits());
    const qsizetype stride = ring.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    const int line = buckets > 0 && scene.height / static_cast<int>(buckets) >= roomForLines ? 1 : 0;
    for (std::int64_t column = range.from; column < range.to; ++column) {
        const bool onGrid = std::ranges::binary_search(scene.gridColumns, column);
        std::ranges::fill(pixels, onGrid ? scene.gridColor : scene.background);
        const bool any = buckets > 0 && columnCounts(scene, column, counts);
        for (std::size_t bucket = 0; any && bucket < buckets; ++bucket) {
            if (!(counts[bucket] > 0))
                continue;
            const CellRows rows = cellRows(bucket, buckets, scene.height);
            const auto shade = static_cast<std::size_t>(std::lround(heat(counts[bucket], scene.full) * 255));
            std::fill(pixels.begin() + rows.top + line, pixels.begin() + rows.bottom, scene.ramp[shade]);
        }
        QRgb *out = bits + ringColumn(column, ring.width());
        for (int row = 0; row < scene.height; ++row)
            out[row * stride] = pixels[static_cast<std::size_t>(row)];
    }
}

} // namespace sightglass
