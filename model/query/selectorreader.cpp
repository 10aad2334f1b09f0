// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/selectorreader.h"

#include "model/query/durationeval.h"
#include "model/query/smoothedselector.h"

#include <algorithm>
#include <bit>
#include <span>

namespace sightglass {

namespace {

/// isStaleMarker() without the call: it is asked of every sample.
inline bool isStale(double value) noexcept
{
    constexpr std::uint64_t staleBits = 0x7FF0'0000'0000'0002ULL;
    return std::bit_cast<std::uint64_t>(value) == staleBits;
}

double seconds(TimestampMs t)
{
    return static_cast<double>(t) / 1000;
}

/// What is asked of sample i of the times and starts of one kind; `value` where that is the value.
double yielded(SelectorYield yield, std::span<const TimestampMs> times, std::span<const TimestampMs> starts,
               std::size_t i, double value)
{
    if (yield == SelectorYield::Value)
        return value;
    if (yield == SelectorYield::SampleTime)
        return seconds(times[i]);
    return starts.empty() ? 0 : seconds(starts[i]);
}

/// Fills `points` from the samples of a series without histograms; false where no step has a value.
bool fillFloats(const SampleColumns &samples, const ReferenceTimes &refs, std::int64_t lookbackMs,
                SelectorYield yield, Column &points)
{
    bool any = false;
    std::size_t next = 0;
    const std::size_t size = samples.times.size();
    for (std::size_t step = 0; step < points.size(); ++step) {
        const TimestampMs ref = refs.at(step);
        while (next < size && samples.times[next] <= ref)
            ++next;
        if (next == 0 || samples.times[next - 1] <= ref - lookbackMs || isStale(samples.values[next - 1]))
            continue;
        points[step] = yielded(yield, samples.times, samples.starts, next - 1, samples.values[next - 1]);
        any = true;
    }
    return any;
}

/// The same for a series that has histograms, or both kinds: the newer one counts.
bool fillMixed(const SampleColumns &samples, const ReferenceTimes &refs, std::int64_t lookbackMs,
               SelectorYield yield, Series &series)
{
    bool any = false;
    std::size_t floats = 0;
    std::size_t histograms = 0;
    const std::size_t steps = series.points.size();
    for (std::size_t step = 0; step < steps; ++step) {
        const TimestampMs ref = refs.at(step);
        while (floats < samples.times.size() && samples.times[floats] <= ref)
            ++floats;
        while (histograms < samples.histogramTimes.size() && samples.histogramTimes[histograms] <= ref)
            ++histograms;
        const bool isHistogram = histograms > 0 && (floats == 0 || samples.histogramTimes[histograms - 1] >
                                                                       samples.times[floats - 1]);
        if (!isHistogram && floats == 0)
            continue;
        const TimestampMs t =
            isHistogram ? samples.histogramTimes[histograms - 1] : samples.times[floats - 1];
        if (t <= ref - lookbackMs || (isHistogram ? isStaleMarker(*samples.histograms[histograms - 1])
                                                  : isStale(samples.values[floats - 1])))
            continue;
        if (!isHistogram)
            series.points[step] =
                yielded(yield, samples.times, samples.starts, floats - 1, samples.values[floats - 1]);
        else if (yield == SelectorYield::Value)
            putHistogram(series.histograms, steps, step, samples.histograms[histograms - 1]);
        else
            series.points[step] =
                yielded(yield, samples.histogramTimes, samples.histogramStarts, histograms - 1, 0);
        any = true;
    }
    return any;
}

/// Keeps the entries of a column at these places; the places ascend.
template<typename T>
void keepOnly(std::vector<T> &column, const std::vector<std::size_t> &places)
{
    if (column.empty())
        return;
    for (std::size_t i = 0; i < places.size(); ++i)
        column[i] = std::move(column[places[i]]);
    column.resize(places.size());
}

void dropStaleHistograms(SampleColumns &samples)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < samples.histograms.size(); ++i) {
        if (!isStaleMarker(*samples.histograms[i]))
            kept.push_back(i);
    }
    if (kept.size() == samples.histograms.size())
        return;
    keepOnly(samples.histogramTimes, kept);
    keepOnly(samples.histograms, kept);
    keepOnly(samples.histogramStarts, kept);
}

std::size_t weightOf(const SampleColumns &samples)
{
    std::size_t weight = samples.times.size();
    for (const HistogramPtr &histogram : samples.histograms)
        weight += sampleWeight(*histogram);
    return weight;
}

/// How far the windows of an extended range reach beyond it.
void widen(RangeGrid &ranges, promql::RangeExtension extension, std::int64_t lookbackMs)
{
    ranges.extension = extension;
    if (extension != promql::RangeExtension::None)
        ranges.beforeMs = lookbackMs;
    if (extension == promql::RangeExtension::Smoothed)
        ranges.afterMs = lookbackMs;
}

} // namespace

ReferenceTimes referenceTimes(const promql::TimeShift &shift, const Grid &grid, const StepRange &query)
{
    const std::int64_t offset =
        shift.offset ? evaluateDurationMs(*shift.offset, query, DurationUse::Offset) : std::int64_t{0};
    if (!shift.at)
        return {grid.start - offset, grid.stepMs};
    TimestampMs pinned = shift.at->timestampMs;
    if (shift.at->kind == promql::AtModifier::Kind::Start)
        pinned = query.start;
    else if (shift.at->kind == promql::AtModifier::Kind::End)
        pinned = query.end;
    return {std::clamp(pinned, -farthestTime, farthestTime) - offset, 0};
}

Value SelectorReader::instant(const promql::VectorSelector &selector, const Grid &grid, SelectorYield yield)
{
    if (selector.extension == promql::RangeExtension::Smoothed && yield == SelectorYield::Value)
        return smoothedInstant(m_context, selector, grid);
    const ReferenceTimes refs = referenceTimes(selector.shift, grid, m_context.steps());
    const std::int64_t lookback = m_context.options().lookbackMs;
    const TimeRange range{refs.at(0) - lookback + 1, refs.at(grid.count - 1)};

    Value result;
    SampleColumns samples;
    for (const auto &view : m_context.snapshot().select(selector.matchers, range)) {
        m_context.checkpoint();
        view->read(range, samples);
        if (m_context.readsStatistics(selector))
            reduceToStatistics(samples);
        m_context.hold(grid.count);
        Series series{view->labels(), Column(grid.count, absentPoint)};
        const bool any = samples.histogramTimes.empty()
                             ? fillFloats(samples, refs, lookback, yield, series.points)
                             : fillMixed(samples, refs, lookback, yield, series);
        if (!any) {
            m_context.release(grid.count);
            continue;
        }
        m_context.hold(histogramWeight(series));
        m_context.counter().add(series);
        result.series.push_back(std::move(series));
    }
    return result;
}

RangeGrid SelectorReader::rangeGrid(const promql::MatrixSelector &selector, const Grid &grid) const
{
    RangeGrid ranges;
    ranges.refs = referenceTimes(selector.selector->shift, grid, m_context.steps());
    ranges.rangeMs = evaluateDurationMs(*selector.range, m_context.steps(), DurationUse::RangeOrStep);
    ranges.count = grid.count;
    widen(ranges, selector.selector->extension, m_context.options().lookbackMs);
    return ranges;
}

void SelectorReader::forEachRange(const promql::MatrixSelector &selector, const RangeGrid &ranges,
                                  const RangeConsumer &consume)
{
    // A sample at the open end of the first range is in none, but resets are told by comparing with it too.
    const bool statistics = m_context.readsStatistics(*selector.selector);
    const TimeRange range{ranges.refs.at(0) - ranges.rangeMs - ranges.beforeMs + (statistics ? 0 : 1),
                          ranges.refs.at(ranges.count - 1) + ranges.afterMs};
    SampleColumns samples;
    for (const auto &view : m_context.snapshot().select(selector.selector->matchers, range)) {
        m_context.checkpoint();
        view->read(range, samples);
        if (!m_context.options().features.useStartTimestamps) {
            samples.starts.clear();
            samples.histogramStarts.clear();
        }
        dropStaleMarkers(samples);
        if (statistics)
            reduceToStatistics(samples);
        if (samples.times.empty() && samples.histogramTimes.empty())
            continue;
        const std::size_t held = m_context.held();
        m_context.hold(weightOf(samples));
        m_context.resetHeld(held);
        consume({view->labels(), samples, false});
    }
}

std::size_t histogramWeight(const Series &series) noexcept
{
    std::size_t weight = 0;
    for (const HistogramPtr &histogram : series.histograms) {
        if (histogram)
            weight += sampleWeight(*histogram);
    }
    return weight;
}

void dropStaleMarkers(SampleColumns &samples)
{
    dropStaleHistograms(samples);
    const auto first = std::find_if(samples.values.begin(), samples.values.end(), isStale);
    auto kept = static_cast<std::size_t>(first - samples.values.begin());
    for (std::size_t i = kept; i < samples.values.size(); ++i) {
        if (isStale(samples.values[i]))
            continue;
        samples.times[kept] = samples.times[i];
        samples.values[kept] = samples.values[i];
        if (!samples.starts.empty())
            samples.starts[kept] = samples.starts[i];
        ++kept;
    }
    samples.times.resize(kept);
    samples.values.resize(kept);
    if (!samples.starts.empty())
        samples.starts.resize(kept);
}

} // namespace sightglass
