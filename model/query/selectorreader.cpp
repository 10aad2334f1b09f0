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

/// Fills `points` from the samples; false where no step has a value.
bool fillInstant(const SampleColumns &samples, const ReferenceTimes &refs, std::int64_t lookbackMs,
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
        points[step] = yield == SelectorYield::Value ? samples.values[next - 1]
                                                     : static_cast<double>(samples.times[next - 1]) / 1000;
        any = true;
    }
    return any;
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
        Column points(grid.count, absentPoint);
        if (!fillInstant(samples, refs, lookback, yield, points)) {
            m_context.release(grid.count);
            continue;
        }
        result.series.push_back({view->labels(), std::move(points), false});
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
    const TimeRange range{ranges.refs.at(0) - ranges.rangeMs + 1, ranges.refs.at(ranges.count - 1)};
    SampleColumns samples;
    for (const auto &view : m_context.snapshot().select(selector.selector->matchers, range)) {
        m_context.checkpoint();
        view->read(range, samples);
        dropStaleMarkers(samples);
        if (samples.times.empty())
            continue;
        const std::size_t held = m_context.held();
        m_context.hold(samples.times.size());
        m_context.resetHeld(held);
        consume({view->labels(), samples, false});
    }
}

void dropStaleMarkers(SampleColumns &samples)
{
    const auto first = std::find_if(samples.values.begin(), samples.values.end(), isStale);
    auto kept = static_cast<std::size_t>(first - samples.values.begin());
    for (std::size_t i = kept; i < samples.values.size(); ++i) {
        if (isStale(samples.values[i]))
            continue;
        samples.times[kept] = samples.times[i];
        samples.values[kept] = samples.values[i];
        ++kept;
    }
    samples.times.resize(kept);
    samples.values.resize(kept);
}

} // namespace sightglass
