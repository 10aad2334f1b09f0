// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/smoothedselector.h"

#include "model/query/extendedrange.h"
#include "model/query/rangewarnings.h"
#include "model/query/selectorreader.h"
#include "model/query/windows.h"

#include <algorithm>
#include <memory>

namespace sightglass {

namespace {

/// Where a time falls among the samples of a window.
struct Place
{
    std::size_t at = 0; ///< of the first sample at or behind the time; one too many where there is none
    bool exact = false;
};

Place placeOf(std::span<const TimestampMs> times, Window window, TimestampMs t)
{
    const auto first = times.begin() + window.begin;
    const auto last = times.begin() + window.end;
    const auto found = std::lower_bound(first, last, t);
    return {static_cast<std::size_t>(found - times.begin()), found != last && *found == t};
}

double floatAt(const SampleColumns &samples, Window window, TimestampMs t)
{
    const Place place = placeOf(samples.times, window, t);
    if (place.exact)
        return samples.values[place.at];
    if (place.at == window.begin)
        return absentPoint;
    const Sample before{samples.times[place.at - 1], samples.values[place.at - 1]};
    if (place.at == window.end)
        return before.v;
    return interpolated(before, {samples.times[place.at], samples.values[place.at]}, t, RateInput::Gauge);
}

/// What was known of a reset does not hold at a later time.
HistogramPtr carriedForward(const HistogramPtr &histogram)
{
    auto carried = std::make_shared<FloatHistogram>(*histogram);
    carried->hint = CounterResetHint::Unknown;
    return carried;
}

HistogramPtr histogramAt(const SampleColumns &samples, Window window, TimestampMs t,
                         const RangeRemarks &remarks)
{
    const Place place = placeOf(samples.histogramTimes, window, t);
    if (place.exact)
        return samples.histograms[place.at];
    if (place.at == window.begin)
        return nullptr;
    const TimedHistogram before{*samples.histograms[place.at - 1], samples.histogramTimes[place.at - 1]};
    if (place.at == window.end)
        return carriedForward(samples.histograms[place.at - 1]);
    const TimedHistogram after{*samples.histograms[place.at], samples.histogramTimes[place.at]};
    if (before.histogram.usesCustomBuckets() != after.histogram.usesCustomBuckets()) {
        warnOfMixedSchemas(remarks);
        return nullptr;
    }
    const bool gauges =
        before.histogram.hint == CounterResetHint::Gauge && after.histogram.hint == CounterResetHint::Gauge;
    auto between = interpolated(before, after, t, gauges ? RateInput::Gauge : RateInput::Counter, remarks);
    return between ? std::make_shared<const FloatHistogram>(std::move(*between)) : nullptr;
}

} // namespace

Value smoothedInstant(EvaluationContext &context, const promql::VectorSelector &selector, const Grid &grid)
{
    const std::int64_t lookback = context.options().lookbackMs;
    RangeGrid reach;
    reach.refs = referenceTimes(selector.shift, grid, context.steps());
    reach.rangeMs = lookback;
    reach.count = grid.count;
    reach.afterMs = lookback;
    const TimeRange range{reach.refs.at(0) - lookback + 1, reach.refs.at(grid.count - 1) + lookback};
    WindowFinder floatFinder(reach);
    WindowFinder histogramFinder(reach);

    Value result;
    SampleColumns samples;
    for (const auto &view : context.snapshot().select(selector.matchers, range)) {
        context.checkpoint();
        view->read(range, samples);
        dropStaleMarkers(samples);
        if (context.readsStatistics(selector))
            reduceToStatistics(samples);
        Series series{view->labels(), Column(grid.count, absentPoint)};
        const RangeRemarks remarks(context.annotations(), selector.span, series.labels.metricName());
        const auto floats = floatFinder.find(samples.times);
        const auto histograms = histogramFinder.find(samples.histogramTimes);
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (floats[step].size() > 0 && histograms[step].size() > 0)
                warnOfMixedTypes(remarks);
            else if (floats[step].size() > 0)
                series.points[step] = floatAt(samples, floats[step], reach.refs.at(step));
            else if (auto histogram = histogramAt(samples, histograms[step], reach.refs.at(step), remarks))
                putHistogram(series.histograms, grid.count, step, std::move(histogram));
        }
        if (!hasAnyValue(series))
            continue;
        context.hold(grid.count + histogramWeight(series));
        result.series.push_back(std::move(series));
    }
    return result;
}

} // namespace sightglass
