// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/decimate.h"

#include "model/core/samplesearch.h"
#include "widgets/chart/curve.h"
#include "widgets/chart/linegaps.h"
#include "widgets/chart/minmaxpyramid.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int64_t usPerMs = 1000;
/// From so many samples a column on, looking up extents is faster than walking the samples.
constexpr std::size_t worthLookingUp = 48;

std::size_t firstAtOrAfter(std::span<const Sample> samples, std::int64_t us)
{
    // The first whole millisecond that is not before it.
    return firstSampleAtOrAfter(samples, us / usPerMs + (us % usPerMs > 0 ? 1 : 0));
}

/// The same, looking first about `guess`: samples come at even distances.
std::size_t firstAtOrAfter(std::span<const Sample> samples, std::int64_t us, std::size_t guess)
{
    const auto before = [&samples, us](std::size_t i) { return samples[i].t * usPerMs < us; };
    std::size_t low = std::min(guess, samples.size());
    std::size_t high = low;
    for (std::size_t reach = 1; low > 0 && !before(low - 1); reach *= 2)
        low -= std::min(low, reach);
    for (std::size_t reach = 1; high < samples.size() && before(high); reach *= 2)
        high = std::min(samples.size(), high + reach);
    return low + firstAtOrAfter(samples.subspan(low, high - low), us);
}

bool isFinite(const Sample &sample) noexcept
{
    // The difference of an infinity with itself is NaN.
    return sample.v - sample.v == 0;
}

/// The smallest and the largest of some values. Adding one branches nowhere.
struct Extremes
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double nothing = 0; ///< NaN once there was a value that is not finite: then the extremes mean nothing

    void add(double value) noexcept
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
        nothing += value - value;
    }
    [[nodiscard]] bool areOfAll() const noexcept { return nothing == 0; }
};

/// Of those that are finite.
Extremes extremesOfFinite(std::span<const Sample> samples) noexcept
{
    Extremes extremes;
    for (const Sample &sample : samples) {
        if (isFinite(sample))
            extremes.add(sample.v);
    }
    return extremes;
}

/// Without what is not finite at either end.
std::span<const Sample> trimmed(std::span<const Sample> samples) noexcept
{
    while (!samples.empty() && !isFinite(samples.front()))
        samples = samples.subspan(1);
    while (!samples.empty() && !isFinite(samples.back()))
        samples = samples.first(samples.size() - 1);
    return samples;
}

class Decimator
{
public:
    Decimator(const PlotLine &line, const ColumnGrid &grid, std::int64_t fromColumn,
              std::span<PlotColumn> out)
        : m_line(line)
        , m_samples(line.samples)
        , m_grid(grid)
        , m_from(fromColumn)
        , m_end(fromColumn + static_cast<std::int64_t>(out.size()))
        , m_out(out)
    {}

    void run()
    {
        const std::size_t begin = firstAtOrAfter(m_samples, m_from * m_grid.bucketUs);
        const bool lookUp =
            m_line.pyramid != nullptr &&
            firstAtOrAfter(m_samples, m_end * m_grid.bucketUs) - begin >= m_out.size() * worthLookingUp;
        if (begin > 0)
            joinFrom(begin - 1, m_from - 1);
        if (lookUp)
            lookUpColumns(begin);
        else
            walkSamples(begin);
    }

private:
    /// Walks the samples once, run by run of those that share a column.
    void walkSamples(std::size_t i)
    {
        std::int64_t column = m_from;
        std::int64_t end = (column + 1) * m_grid.bucketUs;
        while (i < m_samples.size()) {
            const std::int64_t us = m_samples[i].t * usPerMs;
            if (us >= end) {
                // Dividing each time costs more than looking whether it is the next column.
                column = us < end + m_grid.bucketUs ? column + 1 : m_grid.columnOf(m_samples[i].t);
                end = (column + 1) * m_grid.bucketUs;
                if (column >= m_end)
                    return;
            }
            i = putUntil(end, i, column);
            joinFrom(i - 1, column);
        }
    }

    /// Samples from i on that lie before `end`, microseconds, into their column; gives the next one behind.
    /// The sample i is one of them.
    std::size_t putUntil(std::int64_t end, std::size_t i, std::int64_t column) const
    {
        // The first whole millisecond that is not before the end.
        const TimestampMs endMs = end / usPerMs + (end % usPerMs > 0 ? 1 : 0);
        // One pass that branches for nothing but its end: columns of walls of charts have a few samples each,
        // and how many is as good as chance.
        const Sample *const first = m_samples.data() + i;
        const Sample *const past = m_samples.data() + m_samples.size();
        const Sample *at = first;
        Extremes extremes;
        do
            extremes.add(at->v);
        while (++at != past && at->t < endMs);

        std::span<const Sample> run(first, at);
        auto count = static_cast<std::uint32_t>(run.size());
        if (!extremes.areOfAll()) {
            run = trimmed(run);
            count = static_cast<std::uint32_t>(std::ranges::count_if(run, isFinite));
            extremes = extremesOfFinite(run);
        }
        if (count > 0) {
            PlotColumn &out = m_out[static_cast<std::size_t>(column - m_from)];
            out.first = run.front().v;
            out.min = extremes.low;
            out.max = extremes.high;
            out.last = run.back().v;
            out.count = count;
            if (count == 1)
                out.at = m_grid.fractionIn(column, run.front().t);
        }
        return static_cast<std::size_t>(at - m_samples.data());
    }

    /// Column by column, each by its extent.
    void lookUpColumns(std::size_t begin)
    {
        std::size_t length = m_samples.size() / std::max<std::size_t>(m_out.size(), 1);
        for (std::int64_t column = m_from; column < m_end && begin < m_samples.size(); ++column) {
            const std::size_t end = firstAtOrAfter(m_samples, (column + 1) * m_grid.bucketUs, begin + length);
            if (end > begin) {
                length = end - begin;
                putRun(column, begin, end);
                joinFrom(end - 1, column);
            }
            begin = end;
        }
    }

    void putRun(std::int64_t index, std::size_t begin, std::size_t end) const
    {
        const MinMaxPyramid::Extent extent = m_line.pyramid->extent(begin, end);
        if (extent.count == 0)
            return;
        while (!isFinite(m_samples[begin]))
            ++begin;
        while (!isFinite(m_samples[end - 1]))
            --end;
        PlotColumn &column = m_out[static_cast<std::size_t>(index - m_from)];
        column.first = m_samples[begin].v;
        if (extent.count == 1)
            column.at = m_grid.fractionIn(index, m_samples[begin].t);
        column.last = m_samples[end - 1].v;
        column.min = extent.low;
        column.max = extent.high;
        column.count = extent.count;
    }

    /// The line from sample i, which lies in `column` or before, to the next one.
    void joinFrom(std::size_t i, std::int64_t column)
    {
        if (i + 1 >= m_samples.size())
            return;
        const Sample &a = m_samples[i];
        const Sample &b = m_samples[i + 1];
        if (!joined(a, b, m_line.gapMs))
            return;
        switch (m_line.interpolation) {
        case LineInterpolation::Linear: {
            const double rise = b.v - a.v;
            const auto length = static_cast<double>((b.t - a.t) * usPerMs);
            if (!std::isfinite(rise)) {
                crossEdges(b, column, [&a, &b, length](std::int64_t edge) {
                    return std::lerp(a.v, b.v, static_cast<double>(edge - a.t * usPerMs) / length);
                });
                break;
            }
            const double slope = rise / length;
            crossEdges(b, column, [&a, slope](std::int64_t edge) {
                return a.v + slope * static_cast<double>(edge - a.t * usPerMs);
            });
            break;
        }
        case LineInterpolation::Smooth: {
            const CurvePiece piece(m_samples, i, m_line.gapMs);
            crossEdges(b, column, [&piece](std::int64_t edge) { return piece.at(edge); });
            break;
        }
        case LineInterpolation::StepBefore:
            crossEdges(b, column, [&b](std::int64_t) { return b.v; });
            break;
        case LineInterpolation::StepAfter:
            crossEdges(b, column, [&a](std::int64_t) { return a.v; });
            break;
        }
    }

    /// The line's values where it crosses the edges of columns up to the sample b.
    template<typename ValueAt>
    void crossEdges(const Sample &b, std::int64_t column, const ValueAt &valueAt)
    {
        column = std::max(column, m_from - 1);
        for (std::int64_t edge = (column + 1) * m_grid.bucketUs; edge <= b.t * usPerMs && column < m_end;
             edge += m_grid.bucketUs, ++column) {
            const double value = valueAt(edge);
            if (column >= m_from)
                m_out[static_cast<std::size_t>(column - m_from)].leave = value;
            if (column + 1 < m_end)
                m_out[static_cast<std::size_t>(column + 1 - m_from)].enter = value;
        }
    }

    const PlotLine &m_line;
    std::span<const Sample> m_samples;
    const ColumnGrid &m_grid;
    std::int64_t m_from;
    std::int64_t m_end;
    std::span<PlotColumn> m_out;
};

} // namespace

PlotColumn::Extent PlotColumn::extent() const noexcept
{
    // Which of the values is an extreme is as good as chance, so there must be no branch: each comparison is
    // false for what is not there.
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double low = infinity;
    low = min < low ? min : low;
    low = enter < low ? enter : low;
    low = leave < low ? leave : low;
    double high = -infinity;
    high = max > high ? max : high;
    high = enter > high ? enter : high;
    high = leave > high ? leave : high;
    return low <= high ? Extent{low, high} : Extent{};
}

void decimate(const PlotLine &line, const ColumnGrid &grid, std::int64_t fromColumn,
              std::span<PlotColumn> out)
{
    std::fill(out.begin(), out.end(), PlotColumn{});
    if (!out.empty())
        Decimator(line, grid, fromColumn, out).run();
}

void decimate(std::span<const Sample> samples, const ColumnGrid &grid, std::int64_t gapMs,
              std::int64_t fromColumn, std::span<PlotColumn> out)
{
    decimate(PlotLine{samples, gapMs}, grid, fromColumn, out);
}

void decimateBars(std::span<const Sample> samples, const ColumnGrid &grid, const BarReach &reach,
                  std::int64_t fromColumn, std::span<BarColumn> out)
{
    std::fill(out.begin(), out.end(), BarColumn{});
    const std::int64_t end = fromColumn + static_cast<std::int64_t>(out.size());
    // A bar narrower than a column covers the one that it begins in. All are equally wide, wherever in its
    // column each begins.
    const std::int64_t lengthUs = reach.beforeUs + reach.afterUs;
    const std::int64_t columns = std::max<std::int64_t>((lengthUs + grid.bucketUs / 2) / grid.bucketUs, 1);
    const std::int64_t reachUs = std::max(reach.afterUs, grid.bucketUs - reach.beforeUs) + grid.bucketUs;
    for (std::size_t i = firstAtOrAfter(samples, fromColumn * grid.bucketUs - reachUs); i < samples.size();
         ++i) {
        const Sample &sample = samples[i];
        const std::int64_t first = grid.columnOfUs(sample.t * usPerMs - reach.beforeUs);
        if (first >= end)
            return;
        if (!std::isfinite(sample.v))
            continue;
        std::int64_t past = first + columns;
        // Where bars touch, rounding puts none over the next one.
        if (columns > 1 && i + 1 < samples.size() &&
            grid.columnOfUs(samples[i + 1].t * usPerMs - reach.beforeUs) == past - 1)
            --past;
        for (std::int64_t column = std::max(first, fromColumn); column < std::min(past, end); ++column) {
            BarColumn &bar = out[static_cast<std::size_t>(column - fromColumn)];
            bar.min = std::fmin(bar.min, sample.v);
            bar.max = std::fmax(bar.max, sample.v);
            ++bar.count;
            bar.begins = bar.begins || column == first;
            bar.ends = bar.ends || column == past - 1;
        }
    }
}

std::optional<ValueRange> valueRange(std::span<const Sample> samples) noexcept
{
    // Two by two: each comparison waits for the one before.
    Extremes even;
    Extremes odd;
    std::size_t i = 0;
    for (; i + 1 < samples.size(); i += 2) {
        even.add(samples[i].v);
        odd.add(samples[i + 1].v);
    }
    if (i < samples.size())
        even.add(samples[i].v);
    even.add(odd.low);
    even.add(odd.high);
    if (!even.areOfAll() || !odd.areOfAll())
        even = extremesOfFinite(samples);
    if (even.low > even.high)
        return std::nullopt;
    return ValueRange{even.low, even.high};
}

} // namespace sightglass
