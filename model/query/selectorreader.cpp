// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/selectorreader.h"

#include "model/query/durationeval.h"
#include "model/query/evaluationerror.h"

#include <algorithm>
#include <bit>

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
        points[step] =
            yield == SelectorYield::Value ? samples.values[next - 1] : seconds(samples.times[next - 1]);
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
        if (yield == SelectorYield::SampleTime)
            series.points[step] = seconds(t);
        else if (isHistogram)
            putHistogram(series.histograms, steps, step, samples.histograms[histograms - 1]);
        else
            series.points[step] = samples.values[floats - 1];
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

void refuseExtension(const promql::VectorSelector &selector)
{
    if (selector.extension == promql::RangeExtension::Anchored)
        throwUnsupported("the anchored modifier", selector.span);
    if (selector.extension == promql::RangeExtension::Smoothed)
        throwUnsupported("the smoothed modifier", selector.span);
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
    refuseExtension(selector);
    const ReferenceTimes refs = referenceTimes(selector.shift, grid, m_context.steps());
    const std::int64_t lookback = m_context.options().lookbackMs;
    const TimeRange range{refs.at(0) - lookback + 1, refs.at(grid.count - 1)};

    Value result;
    SampleColumns samples;
    for (const auto &view : m_context.snapshot().select(selector.matchers, range)) {
        m_context.checkpoint();
        view->read(range, samples);
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
        result.series.push_back(std::move(series));
    }
    return result;
}

RangeGrid SelectorReader::rangeGrid(const promql::MatrixSelector &selector, const Grid &grid) const
{
    refuseExtension(*selector.selector);
    const std::int64_t rangeMs =
        evaluateDurationMs(*selector.range, m_context.steps(), DurationUse::RangeOrStep);
    return {referenceTimes(selector.selector->shift, grid, m_context.steps()), rangeMs, grid.count};
}

void SelectorReader::forEachRange(const promql::MatrixSelector &selector, const RangeGrid &ranges,
                                  const RangeConsumer &consume)
{
    const TimeRange range{ranges.refs.at(0) - ranges.rangeMs - ranges.beforeMs + 1,
                          ranges.refs.at(ranges.count - 1) + ranges.afterMs};
    SampleColumns samples;
    for (const auto &view : m_context.snapshot().select(selector.selector->matchers, range)) {
        m_context.checkpoint();
        view->read(range, samples);
        dropStaleMarkers(samples);
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
