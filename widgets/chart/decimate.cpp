// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/decimate.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int64_t usPerMs = 1000;

/// Walks the samples once; keeps the current column by comparing with its end, since dividing each time costs
/// more than all the rest.
class Decimator
{
public:
    Decimator(const ColumnGrid &grid, std::int64_t fromColumn, std::span<PlotColumn> out)
        : m_grid(grid)
        , m_from(fromColumn)
        , m_out(out)
    {}

    /// True while later samples can still matter.
    bool add(const Sample &sample)
    {
        moveTo(sample.t);
        if (m_column >= m_from + static_cast<std::int64_t>(m_out.size()))
            return false;
        if (m_column >= m_from && std::isfinite(sample.v))
            put(m_out[static_cast<std::size_t>(m_column - m_from)], sample);
        return true;
    }

    /// The line from a to b: its values where it crosses column edges.
    void join(const Sample &a, const Sample &b)
    {
        const std::int64_t last = m_from + static_cast<std::int64_t>(m_out.size());
        const double slope = (b.v - a.v) / static_cast<double>((b.t - a.t) * usPerMs);
        std::int64_t column = std::max(m_column, m_from - 1);
        for (std::int64_t edge = (column + 1) * m_grid.bucketUs; edge <= b.t * usPerMs && column < last;
             edge += m_grid.bucketUs, ++column) {
            const double value = a.v + slope * static_cast<double>(edge - a.t * usPerMs);
            if (column >= m_from)
                m_out[static_cast<std::size_t>(column - m_from)].leave = value;
            if (column + 1 < last)
                m_out[static_cast<std::size_t>(column + 1 - m_from)].enter = value;
        }
    }

private:
    void moveTo(TimestampMs t)
    {
        const std::int64_t us = t * usPerMs;
        if (us >= m_end && us < m_end + m_grid.bucketUs) {
            ++m_column;
            m_end += m_grid.bucketUs;
        } else if (us >= m_end || m_end == unset) {
            m_column = m_grid.columnOf(t);
            m_end = (m_column + 1) * m_grid.bucketUs;
        }
    }

    void put(PlotColumn &column, const Sample &sample) const
    {
        if (column.count == 0) {
            column.first = column.min = column.max = sample.v;
            column.at = m_grid.fractionOf(sample.t);
        }
        column.min = std::min(column.min, sample.v);
        column.max = std::max(column.max, sample.v);
        column.last = sample.v;
        ++column.count;
    }

    static constexpr std::int64_t unset = std::numeric_limits<std::int64_t>::min() / 2;
    const ColumnGrid &m_grid;
    std::int64_t m_from;
    std::span<PlotColumn> m_out;
    std::int64_t m_column = 0;
    std::int64_t m_end = unset;
};

bool joined(const Sample &a, const Sample &b, std::int64_t gapMs)
{
    return b.t - a.t <= gapMs && b.t > a.t && std::isfinite(a.v) && std::isfinite(b.v);
}

} // namespace

PlotColumn::Extent PlotColumn::extent() const noexcept
{
    // std::fmin and fmax prefer the operand that is a number.
    const double low = std::fmin(std::fmin(enter, leave), min);
    const double high = std::fmax(std::fmax(enter, leave), max);
    return {low, high};
}

void decimate(std::span<const Sample> samples, const ColumnGrid &grid, std::int64_t gapMs,
              std::int64_t fromColumn, std::span<PlotColumn> out)
{
    std::fill(out.begin(), out.end(), PlotColumn{});
    if (out.empty())
        return;
    const std::int64_t startUs = fromColumn * grid.bucketUs;
    auto it = std::partition_point(samples.begin(), samples.end(),
                                   [startUs](const Sample &s) { return s.t * usPerMs < startUs; });
    if (it != samples.begin())
        --it;
    Decimator decimator(grid, fromColumn, out);
    for (; it != samples.end() && decimator.add(*it); ++it) {
        const auto next = it + 1;
        if (next != samples.end() && joined(*it, *next, gapMs))
            decimator.join(*it, *next);
    }
}

std::optional<ValueRange> valueRange(std::span<const Sample> samples) noexcept
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double low = infinity;
    double high = -infinity;
    for (const Sample &sample : samples) {
        // Comparing is false for NaN, and the difference of an infinity with itself is NaN: both are left
        // out.
        const double v = sample.v - sample.v == 0 ? sample.v : PlotColumn::none;
        low = v < low ? v : low;
        high = v > high ? v : high;
    }
    if (low > high)
        return std::nullopt;
    return ValueRange{low, high};
}

} // namespace sightglass
