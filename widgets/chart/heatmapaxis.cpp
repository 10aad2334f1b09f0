// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapaxis.h"

#include "model/core/proportion.h"
#include "widgets/chart/scaledaxis.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

namespace sightglass {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

/// Digits that a number needs: the fewer, the rounder it is.
std::ptrdiff_t digitsOf(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::scientific);
    return std::find(text, end.ptr, 'e') - text;
}

/// From which of the first `every` ticks on the labels need the fewest digits on average.
std::size_t roundestStart(const std::vector<HeatmapTick> &ticks, std::size_t every)
{
    constexpr std::ptrdiff_t ofInfinity = 20;
    std::size_t best = 0;
    double fewest = std::numeric_limits<double>::infinity();
    for (std::size_t start = 0; start < std::min(every, ticks.size()); ++start) {
        std::ptrdiff_t digits = 0;
        std::size_t count = 0;
        for (std::size_t i = start; i < ticks.size(); i += every, ++count)
            digits += std::isfinite(ticks[i].value) ? digitsOf(ticks[i].value) : ofInfinity;
        const double average = static_cast<double>(digits) / static_cast<double>(count);
        if (average < fewest) {
            fewest = average;
            best = start;
        }
    }
    return best;
}

} // namespace

HeatmapAxis::HeatmapAxis(const HeatmapData &data, const HeatmapAxisOptions &options)
    : m_rows(data.rows)
    , m_extents(data.rows.size())
    , m_hasBounds(data.hasBounds)
    , m_reversed(options.reversed)
{
    m_isOfRows = !(options.scale && m_hasBounds && placeByValue(options));
    if (m_isOfRows)
        placeRows(options);
}

void HeatmapAxis::placeRows(const HeatmapAxisOptions &options)
{
    const auto isShown = [&](const HeatmapRow &row) {
        return !m_hasBounds ||
               ((!options.min || row.high > *options.min) && (!options.max || row.low < *options.max));
    };
    const auto shown = static_cast<double>(std::ranges::count_if(m_rows, isShown));
    double place = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!isShown(m_rows[i]) && shown > 0)
            continue;
        m_extents[i] = {place / std::max(shown, 1.0), (place + 1) / std::max(shown, 1.0)};
        ++place;
    }
}

bool HeatmapAxis::placeByValue(const HeatmapAxisOptions &options)
{
    m_scale = *options.scale;
    const bool isLog = m_scale.kind == ScaleKind::Log;
    const bool asksMin = options.min && (!isLog || *options.min > 0);
    m_cut = isLog && !asksMin ? rowsBelowBreak() : 0;
    const AxisTransform transform = AxisTransform::of(m_scale);
    const std::span rows = std::span(std::as_const(m_rows)).subspan(m_cut);
    std::vector<double> bounds;
    for (const HeatmapRow &row : rows) {
        if (isLog && row.high <= 0)
            return false;
        for (const double bound : {row.low, row.high}) {
            if (std::isfinite(bound) && (!isLog || bound > 0))
                bounds.push_back(transform.forward(bound));
        }
    }
    std::ranges::sort(bounds);
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    if (bounds.empty())
        return false;
    const double lowest = bounds.size() > 1 ? bounds[1] - bounds[0] : 1;
    const double highest = bounds.size() > 1 ? bounds.back() - bounds[bounds.size() - 2] : 1;
    const bool isOpenBelow = !std::isfinite(rows.front().low) || (isLog && rows.front().low <= 0);
    m_low = bounds.front() - (isOpenBelow ? lowest : 0) - static_cast<double>(m_cut) * lowest;
    m_high = bounds.back() + (std::isfinite(rows.back().high) ? 0 : highest);
    if (asksMin)
        m_low = transform.forward(*options.min);
    if (options.max && (!isLog || *options.max > 0))
        m_high = transform.forward(*options.max);
    m_low = std::max(m_low, -largest);
    m_high = std::min(m_high, largest);
    if (!(m_high > m_low))
        return false;
    for (std::size_t i = m_cut; i < m_rows.size(); ++i)
        m_extents[i] = {shareOf(m_rows[i].low), shareOf(m_rows[i].high)};
    const double step = m_cut > 0 ? m_extents[m_cut].from / static_cast<double>(m_cut) : 0;
    for (std::size_t i = 0; i < m_cut; ++i)
        m_extents[i] = {step * static_cast<double>(i), step * static_cast<double>(i + 1)};
    return true;
}

std::size_t HeatmapAxis::rowsBelowBreak() const
{
    constexpr std::size_t cut = 2; // the zero bucket and the gap
    if (m_rows.size() <= cut || m_rows[0].low > 0 || !m_rows[1].isGap || !(m_rows[1].high > 0))
        return 0;
    const AxisTransform transform = AxisTransform::of(m_scale);
    const double buckets =
        transform.forward(std::min(m_rows.back().high, largest)) - transform.forward(m_rows[1].high);
    const double gap = m_rows[0].high > 0
                           ? transform.forward(m_rows[1].high) - transform.forward(m_rows[0].high)
                           : std::numeric_limits<double>::infinity();
    return gap > 2 * buckets ? cut : 0;
}

double HeatmapAxis::shareOf(double value) const noexcept
{
    const double drawn = AxisTransform::of(m_scale).forward(value);
    return std::isnan(drawn) ? 0 : std::clamp(shareOfSpan(m_low, m_high, drawn), 0.0, 1.0);
}

CellRows HeatmapAxis::cellRows(std::size_t row, int height) const noexcept
{
    const Extent &extent = m_extents[row];
    const auto place = [&](double share) { return static_cast<int>(std::lround(height * fromTop(share))); };
    const int a = place(extent.to);
    const int b = place(extent.from);
    if (a == b && extent.to > extent.from) {
        const int top = std::clamp(a, 0, std::max(height - 1, 0));
        return {top, top + 1};
    }
    return {std::min(a, b), std::max(a, b)};
}

std::optional<std::size_t> HeatmapAxis::rowAt(double y, int height) const noexcept
{
    const double share = fromTop(std::clamp(y / std::max(height, 1), 0.0, 1.0));
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_extents.size(); ++i) {
        const Extent &extent = m_extents[i];
        if (extent.to > extent.from && extent.from <= share && share <= extent.to)
            found = i;
    }
    return found;
}

double HeatmapAxis::yOf(double value, int height) const noexcept
{
    if (!m_hasBounds || m_rows.empty() || std::isnan(value))
        return missing;
    if (!m_isOfRows && (m_cut == 0 || value > m_rows[m_cut].low))
        return height * fromTop(shareOf(value));
    const auto row = std::ranges::lower_bound(m_rows, value, {}, &HeatmapRow::high);
    if (row == m_rows.end())
        return height * fromTop(1);
    const Extent &extent = m_extents[static_cast<std::size_t>(row - m_rows.begin())];
    if (!(extent.to > extent.from))
        return height * fromTop(row->high <= m_rows.back().low && extent.to == 0 ? 0 : 1);
    const double width = row->high - row->low;
    // A negative value below a lowest row that is drawn from 0.
    const bool isCut = static_cast<std::size_t>(row - m_rows.begin()) < m_cut;
    const double part =
        !isCut && std::isfinite(width) && width > 0 ? std::max((value - row->low) / width, 0.0) : 0.5;
    return height * fromTop(extent.from + part * (extent.to - extent.from));
}

std::vector<HeatmapTick> HeatmapAxis::ticks(At at, int most) const
{
    if (m_rows.empty())
        return {};
    if (m_isOfRows)
        return rowTicks(m_hasBounds ? at : At::Middle, std::max(most, 1));
    const AxisTransform transform = AxisTransform::of(m_scale);
    AxisLimits limits;
    limits.min = transform.backward(m_low);
    limits.max = std::min(transform.backward(m_high), largest);
    limits.maxTicks = std::max(most, 2);
    std::vector<HeatmapTick> ticks;
    for (const double value :
         scaledAxis(ValueRange{*limits.min, *limits.max}, limits, {m_scale, {}, {}, false}).ticks) {
        const double drawn = shareOfSpan(m_low, m_high, transform.forward(value));
        const bool isBelowBreak = m_cut > 0 && drawn < m_extents[m_cut].from - 1e-9;
        if (drawn >= -1e-9 && drawn <= 1 + 1e-9 && !isBelowBreak)
            ticks.push_back({fromTop(std::clamp(drawn, 0.0, 1.0)), value, 0});
    }
    return ticks;
}

std::vector<HeatmapTick> HeatmapAxis::rowTicks(At at, int most) const
{
    std::vector<HeatmapTick> all;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Extent &extent = m_extents[i];
        if (!(extent.to > extent.from))
            continue;
        if (at == At::Lower || (at == At::Edges && all.empty()))
            all.push_back({fromTop(extent.from), m_rows[i].low, i});
        if (at == At::Middle)
            all.push_back(
                {fromTop((extent.from + extent.to) / 2), m_hasBounds ? m_rows[i].high : missing, i});
        if (at == At::Upper || at == At::Edges)
            all.push_back({fromTop(extent.to), m_rows[i].high, i});
    }
    // Every 1, 2, 4, 8 … of them: with native buckets, whose bounds are powers of two apart, the round ones.
    std::size_t every = 1;
    while ((all.size() + every - 1) / every > static_cast<std::size_t>(most))
        every *= 2;
    const std::size_t first = m_hasBounds ? roundestStart(all, every) : 0;
    std::vector<HeatmapTick> ticks;
    for (std::size_t i = first; i < all.size(); i += every)
        ticks.push_back(all[i]);
    return ticks;
}

} // namespace sightglass
