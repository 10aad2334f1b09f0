// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramarithmetic.h"
#include "model/query/extendedrange.h"
#include "model/query/histogramincrease.h"
#include "model/query/rangewarnings.h"

#include <memory>

namespace sightglass {

namespace {

TimedHistogram timed(const HistogramWindow &window, std::size_t i)
{
    return {window.at(i), window.times[i]};
}

bool isGauge(const FloatHistogram &histogram) noexcept
{
    return histogram.hint == CounterResetHint::Gauge;
}

/// All of one kind of buckets; says where a counter's histogram is a gauge.
bool areCompatible(const HistogramWindow &window, CountingSamples counting, RateInput input,
                   const RangeRemarks &remarks)
{
    const bool custom = window.at(counting.first).usesCustomBuckets();
    for (std::size_t i = counting.first; i <= counting.last; ++i) {
        if (window.at(i).usesCustomBuckets() != custom) {
            warnOfMixedSchemas(remarks);
            return false;
        }
        if (input == RateInput::Counter && isGauge(window.at(i)))
            warnNotCounter(remarks);
    }
    return true;
}

/// The histograms at the borders.
struct BorderHistograms
{
    FloatHistogram left;
    FloatHistogram right;
};

std::optional<BorderHistograms> atBorders(const HistogramWindow &window, CountingSamples counting,
                                          RangeBorders borders, RateInput input, const RangeRemarks &remarks)
{
    const auto [first, last] = counting;
    std::optional<FloatHistogram> left;
    if (borders.smoothed && window.times[first] < borders.start)
        left = interpolated(timed(window, first), timed(window, first + 1), borders.start, input, remarks);
    else
        left = window.at(first);
    if (!left)
        return {};
    std::optional<FloatHistogram> right;
    if (borders.smoothed && last > 0 && window.times[last] > borders.end)
        right = interpolated(timed(window, last - 1), timed(window, last), borders.end, input, remarks);
    else
        right = window.at(last);
    if (!right)
        return {};
    return BorderHistograms{std::move(*left), std::move(*right)};
}

/// What stood before each reset between the borders, added to the result. The last sample is not looked at:
/// the right border stands for it, and has its hint.
bool addResets(const HistogramWindow &window, CountingSamples counting, RangeBorders borders,
               const BorderHistograms &atBorder, FloatHistogram &result, const RangeRemarks &remarks)
{
    std::size_t first = counting.first + 1;
    const FloatHistogram *previous = &atBorder.left;
    const bool interpolatedLeft = borders.smoothed && window.times[counting.first] < borders.start;
    if (interpolatedLeft && isCounterReset(window.at(first), window.at(counting.first))) {
        // The left border is on the rise from zero to this sample, so this reset is counted already.
        previous = &window.at(first);
        ++first;
    }
    if (first > counting.last)
        return true; // one sample, or both borders are on that rise
    std::optional<FloatHistogram> correction;
    const auto correct = [&](const FloatHistogram &current) {
        if (!isCounterReset(current, *previous))
            return true;
        if (correction)
            return addRemarking(*correction, *previous, remarks);
        correction = *previous;
        return true;
    };
    for (std::size_t i = first; i < counting.last; ++i) {
        if (!correct(window.at(i)))
            return false;
        previous = &window.at(i);
    }
    if (!correct(atBorder.right))
        return false;
    return !correction || addRemarking(result, *correction, remarks);
}

} // namespace

std::optional<FloatHistogram> interpolated(const TimedHistogram &before, const TimedHistogram &after,
                                           TimestampMs t, RateInput input, const RangeRemarks &remarks)
{
    if (t == before.t)
        return before.histogram;
    if (t == after.t)
        return after.histogram;
    const double fraction = static_cast<double>(t - before.t) / static_cast<double>(after.t - before.t);
    FloatHistogram result = after.histogram;
    if (input == RateInput::Counter && isCounterReset(after.histogram, before.histogram)) {
        multiplyHistogram(result, fraction);
        return result;
    }
    if (!subtractRemarking(result, before.histogram, remarks))
        return {};
    multiplyHistogram(result, fraction);
    if (!addRemarking(result, before.histogram, remarks))
        return {};
    return result;
}

HistogramPtr extendedHistogramRate(const HistogramWindow &window, RangeBorders borders, RateInput input,
                                   RateOutput output, const RangeRemarks &remarks)
{
    const auto counting = countingSamples(window.times, borders);
    if (!counting || !areCompatible(window, *counting, input, remarks))
        return nullptr;
    const auto atBorder = atBorders(window, *counting, borders, input, remarks);
    if (!atBorder)
        return nullptr;
    if (input == RateInput::Gauge && !(isGauge(atBorder->left) && isGauge(atBorder->right)))
        warnNotGauge(remarks);
    FloatHistogram result = atBorder->right;
    if (!subtractRemarking(result, atBorder->left, remarks))
        return nullptr;
    if (input == RateInput::Counter && !addResets(window, *counting, borders, *atBorder, result, remarks))
        return nullptr;
    if (output == RateOutput::PerSecond)
        divideHistogram(result, static_cast<double>(borders.end - borders.start) / 1000);
    result.hint = CounterResetHint::Gauge;
    compact(result);
    return std::make_shared<const FloatHistogram>(std::move(result));
}

} // namespace sightglass
