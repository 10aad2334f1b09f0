// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/histogramrates.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/counterkernels.h"
#include "model/query/histogramincrease.h"
#include "model/query/rangewarnings.h"
#include "model/query/starttimes.h"

#include <memory>

namespace sightglass {

namespace {

HistogramPtr shared(FloatHistogram histogram)
{
    return std::make_shared<const FloatHistogram>(std::move(histogram));
}

/// rate, increase or delta of one range that holds histograms only; null where there is none.
template<RateInput input, RateOutput output>
HistogramPtr histogramRate(const HistogramWindow &window, TimestampMs rangeEnd, const RangeCall &call)
{
    const WindowTimes times{window.times.front(), window.times.back(), rangeEnd - call.ranges.rangeMs,
                            rangeEnd};
    const Extent extent = extentOf(times, window.size() - 1);
    const TimestampMs start =
        input == RateInput::Counter ? startWithin(window.started(0), times.rangeStart) : 0;
    if (start == 0 && window.size() < 2)
        return nullptr;
    std::optional<FloatHistogram> result;
    if (window.size() > 1) {
        result = histogramIncrease(window, input, call.remarks);
        if (!result)
            return nullptr;
    }
    double factor = 1;
    if (start != 0) {
        if (!result)
            result = window.at(0);
        else if (!addRemarking(*result, window.at(0), call.remarks))
            return nullptr;
        factor = startedFactor(extent, static_cast<double>(times.last - start) / 1000);
    } else {
        factor = extrapolationFactor<input>(extent, window.at(0).count, result->count);
    }
    if constexpr (output == RateOutput::PerSecond)
        factor /= static_cast<double>(call.ranges.rangeMs) / 1000;
    multiplyHistogram(*result, factor);
    return shared(std::move(*result));
}

template<RateInput input, RateOutput output>
void mixedRateOf(const RangeCall &call, RangeKernel floats)
{
    forEachUnmixedRange(call, floats, [&call](const HistogramWindow &window, std::size_t step) {
        return histogramRate<input, output>(window, call.ranges.refs.at(step), call);
    });
}

/// The difference of two histograms as irate and idelta take it, per second for irate; null where there is
/// none.
template<RateInput input>
HistogramPtr lastDifference(const HistogramWindow &pair, const RangeRemarks &remarks)
{
    const FloatHistogram &before = pair.at(0);
    const FloatHistogram &last = pair.at(1);
    const bool counter = input == RateInput::Counter;
    const bool anyGauge = before.hint == CounterResetHint::Gauge || last.hint == CounterResetHint::Gauge;
    const bool bothGauges = before.hint == CounterResetHint::Gauge && last.hint == CounterResetHint::Gauge;
    if (counter && anyGauge)
        warnNotCounter(remarks);
    if (!counter && !bothGauges)
        warnNotGauge(remarks);
    FloatHistogram result = last;
    const bool reset =
        counter && (isStartReset(pair.started(0), pair.started(1)) || isCounterReset(last, before));
    if (!reset && !subtractRemarking(result, before, remarks))
        return nullptr;
    result.hint = CounterResetHint::Gauge;
    compact(result);
    if (counter)
        divideHistogram(result, static_cast<double>(pair.times[1] - pair.times[0]) / 1000);
    return shared(std::move(result));
}

/// Which of the last two samples of a range are histograms: the one before the last, the last.
struct LastKinds
{
    bool before;
    bool last;
};

LastKinds lastKinds(const SampleColumns &samples, Window floats, Window histograms)
{
    const auto newest = [&] {
        const bool histogram = histograms.size() > 0 &&
                               (floats.size() == 0 ||
                                samples.histogramTimes[histograms.end - 1] > samples.times[floats.end - 1]);
        histogram ? --histograms.end : --floats.end;
        return histogram;
    };
    const bool last = newest();
    return {newest(), last};
}

template<RateInput input>
void mixedLastDifference(const RangeCall &call, RangeKernel floats)
{
    floats(call); // the last two of all samples are floats where no histogram came after them
    for (std::size_t step = 0; step < call.histogramWindows.size(); ++step) {
        const Window window = call.histogramWindows[step];
        if (window.size() == 0)
            continue;
        if (window.size() + call.windows[step].size() < 2)
            continue;
        const LastKinds kinds = lastKinds(call.samples, call.windows[step], window);
        if (!kinds.before && !kinds.last)
            continue;
        call.out[step] = absentPoint;
        if (kinds.before != kinds.last) {
            warnOfMixedTypes(call.remarks);
            continue;
        }
        const HistogramWindow pair = histogramWindow(call.samples, {window.end - 2, window.end});
        if (auto difference = lastDifference<input>(pair, call.remarks))
            call.put(step, std::move(difference));
    }
}

bool hasStarts(const RangeCall &call) noexcept
{
    return !call.samples.starts.empty();
}

} // namespace

void mixedRate(const RangeCall &call)
{
    mixedRateOf<RateInput::Counter, RateOutput::PerSecond>(call,
                                                           hasStarts(call) ? startedRate : rateOfFloats);
}

void mixedIncrease(const RangeCall &call)
{
    mixedRateOf<RateInput::Counter, RateOutput::Difference>(call, hasStarts(call) ? startedIncrease
                                                                                  : increaseOfFloats);
}

void mixedDelta(const RangeCall &call)
{
    mixedRateOf<RateInput::Gauge, RateOutput::Difference>(call, deltaOfFloats);
}

void mixedIrate(const RangeCall &call)
{
    mixedLastDifference<RateInput::Counter>(call, hasStarts(call) ? startedIrate : irateOfFloats);
}

void mixedIdelta(const RangeCall &call)
{
    mixedLastDifference<RateInput::Gauge>(call, ideltaOfFloats);
}

} // namespace sightglass
