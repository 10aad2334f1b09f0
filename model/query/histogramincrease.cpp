// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/histogramincrease.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/rangewarnings.h"

#include <algorithm>

namespace sightglass {

namespace {

bool isGauge(const FloatHistogram &histogram) noexcept
{
    return histogram.hint == CounterResetHint::Gauge;
}

/// Whether counting began anew before the window's histogram i, which is not the first; `previous` is what
/// stands for the one before it.
bool beganAnew(const HistogramWindow &window, std::size_t i, const FloatHistogram &previous)
{
    return isStartReset(window.started(i - 1), window.started(i)) || isCounterReset(window.at(i), previous);
}

/// An empty histogram of another's layout.
FloatHistogram emptyLike(const FloatHistogram &histogram)
{
    FloatHistogram empty;
    empty.schema = histogram.schema;
    empty.customBounds = histogram.customBounds;
    return empty;
}

/// Looks at the histograms between first and last of a counter: the coarsest schema of all. Nothing where
/// buckets are of two kinds.
std::optional<std::int32_t> coarsestSchema(const HistogramWindow &window, std::int32_t schema, bool custom,
                                           const RangeRemarks &remarks)
{
    for (std::size_t i = 1; i + 1 < window.size(); ++i) {
        if (window.at(i).usesCustomBuckets() != custom) {
            warnOfMixedSchemas(remarks);
            return {};
        }
        if (isGauge(window.at(i)))
            warnNotCounter(remarks);
        schema = std::min(schema, window.at(i).schema);
    }
    return schema;
}

/// Adds what stood before each reset. `first` stands for the window's first histogram.
bool addResets(const HistogramWindow &window, const FloatHistogram &first, FloatHistogram &result,
               const RangeRemarks &remarks)
{
    const FloatHistogram *previous = &first;
    for (std::size_t i = 1; i < window.size(); ++i) {
        if (startsOverlap(window.started(i - 1), window.started(i)))
            warnOfOverlappingStarts(remarks);
        if (beganAnew(window, i, *previous) && !addRemarking(result, *previous, remarks))
            return false;
        previous = &window.at(i);
    }
    return true;
}

} // namespace

bool addRemarking(FloatHistogram &a, const FloatHistogram &b, const RangeRemarks &remarks)
{
    const HistogramMerge merge = addHistogram(a, b);
    if (merge.outcome == HistogramMerge::Outcome::IncompatibleSchemas) {
        warnOfMixedSchemas(remarks);
        return false;
    }
    if (merge.boundsReconciled)
        informReconciled(remarks, HistogramOperation::Addition);
    return true;
}

bool subtractRemarking(FloatHistogram &a, const FloatHistogram &b, const RangeRemarks &remarks)
{
    const HistogramMerge merge = subtractHistogram(a, b);
    if (merge.outcome == HistogramMerge::Outcome::IncompatibleSchemas) {
        warnOfMixedSchemas(remarks);
        return false;
    }
    if (merge.boundsReconciled)
        informReconciled(remarks, HistogramOperation::Subtraction);
    return true;
}

std::optional<FloatHistogram> histogramIncrease(const HistogramWindow &window, RateInput input,
                                                const RangeRemarks &remarks)
{
    const bool counter = input == RateInput::Counter;
    const FloatHistogram &last = window.back();
    const bool bothGauges = isGauge(window.at(0)) && isGauge(last);
    if (counter && (isGauge(window.at(0)) || isGauge(last)))
        warnNotCounter(remarks);

    // With a reset right behind the first histogram nothing of it counts, not even its bucket layout.
    const bool restarts = counter && beganAnew(window, 1, window.at(0));
    std::optional<FloatHistogram> empty;
    const FloatHistogram &first = restarts ? empty.emplace(emptyLike(window.at(1))) : window.at(0);
    if (last.usesCustomBuckets() != first.usesCustomBuckets()) {
        warnOfMixedSchemas(remarks);
        return {};
    }
    std::int32_t schema = std::min(last.schema, first.schema);
    if (counter) {
        const auto coarsest = coarsestSchema(window, schema, first.usesCustomBuckets(), remarks);
        if (!coarsest)
            return {};
        schema = *coarsest;
    }
    FloatHistogram result = last;
    if (schema < result.schema)
        reduceSchema(result, schema);
    if (!subtractRemarking(result, first, remarks))
        return {};
    if (counter && !addResets(window, first, result, remarks))
        return {};
    if (!counter && !bothGauges)
        warnNotGauge(remarks);
    result.hint = CounterResetHint::Gauge;
    compact(result);
    return result;
}

} // namespace sightglass
