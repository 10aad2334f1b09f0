// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/mixedovertime.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/histogramwindow.h"
#include "model/query/rangewarnings.h"

#include <algorithm>
#include <memory>

namespace sightglass {

namespace {

/// Collects what is to be remarked on adding up the histograms of one range.
class SumRemarks
{
public:
    void note(const FloatHistogram &histogram, const HistogramMerge &merge) noexcept
    {
        m_reset = m_reset || histogram.hint == CounterResetHint::Reset;
        m_notReset = m_notReset || histogram.hint == CounterResetHint::NotReset;
        m_reconciled = m_reconciled || merge.boundsReconciled;
    }

    void tell(const RangeRemarks &remarks) const
    {
        if (m_reset && m_notReset)
            warnOfCollidingResets(remarks);
        if (m_reconciled)
            informReconciled(remarks, HistogramOperation::Aggregation);
    }

private:
    bool m_reset = false;
    bool m_notReset = false;
    bool m_reconciled = false;
};

/// The sum of a range; false where exponential and custom buckets meet, which is all that is remarked then.
bool addUp(const HistogramWindow &window, const RangeRemarks &remarks, HistogramSum &sum)
{
    SumRemarks found;
    for (const HistogramPtr &histogram : window.histograms) {
        const HistogramMerge merge = sum.add(*histogram);
        if (merge.outcome == HistogramMerge::Outcome::IncompatibleSchemas) {
            warnOfMixedSchemas(remarks);
            return false;
        }
        found.note(*histogram, merge);
    }
    found.tell(remarks);
    return true;
}

template<typename Result>
void aggregateRanges(const RangeCall &call, RangeKernel floats, Result result)
{
    forEachUnmixedRange(call, floats, [&](const HistogramWindow &window, std::size_t) -> HistogramPtr {
        HistogramSum sum;
        if (!addUp(window, call.remarks, sum))
            return nullptr;
        return std::make_shared<const FloatHistogram>(result(sum));
    });
}

/// Calls take(step, histogram) or take(step, value) with the first or last sample of each range.
enum class End
{
    First,
    Last
};

template<End end, typename OnFloat, typename OnHistogram>
void forEachEnd(const RangeCall &call, OnFloat onFloat, OnHistogram onHistogram)
{
    const auto indexIn = [](Window window) { return end == End::First ? window.begin : window.end - 1; };
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window floats = call.windows[step];
        const Window histograms = call.histogramWindows[step];
        if (floats.size() == 0 && histograms.size() == 0)
            continue;
        bool isHistogram = floats.size() == 0;
        if (floats.size() > 0 && histograms.size() > 0) {
            const TimestampMs t = call.samples.times[indexIn(floats)];
            const TimestampMs other = call.samples.histogramTimes[indexIn(histograms)];
            isHistogram = end == End::First ? other <= t : other >= t;
        }
        if (isHistogram)
            onHistogram(step, indexIn(histograms));
        else
            onFloat(step, indexIn(floats));
    }
}

template<End end>
void sampleAt(const RangeCall &call)
{
    forEachEnd<end>(
        call, [&](std::size_t step, std::size_t i) { call.out[step] = call.samples.values[i]; },
        [&](std::size_t step, std::size_t i) { call.put(step, call.samples.histograms[i]); });
}

template<End end>
void timeAt(const RangeCall &call)
{
    const auto seconds = [](TimestampMs t) { return static_cast<double>(t) / 1000; };
    forEachEnd<end>(
        call, [&](std::size_t step, std::size_t i) { call.out[step] = seconds(call.samples.times[i]); },
        [&](std::size_t step, std::size_t i) { call.out[step] = seconds(call.samples.histogramTimes[i]); });
}

/// Calls compute(number of samples) for every range that has any.
template<typename Compute>
void forEachCount(const RangeCall &call, Compute compute)
{
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const std::size_t count = call.windows[step].size() + call.histogramWindows[step].size();
        if (count > 0)
            call.out[step] = compute(count);
    }
}

} // namespace

void mixedSumOverTime(const RangeCall &call, RangeKernel floats)
{
    aggregateRanges(call, floats, [](const HistogramSum &sum) { return sum.total(); });
}

void mixedAvgOverTime(const RangeCall &call, RangeKernel floats)
{
    aggregateRanges(call, floats, [](const HistogramSum &sum) { return sum.mean(); });
}

void mixedCountOverTime(const RangeCall &call)
{
    forEachCount(call, [](std::size_t count) { return static_cast<double>(count); });
}

void mixedPresentOverTime(const RangeCall &call)
{
    forEachCount(call, [](std::size_t) { return 1.0; });
}

void mixedFirstOverTime(const RangeCall &call)
{
    sampleAt<End::First>(call);
}

void mixedLastOverTime(const RangeCall &call)
{
    sampleAt<End::Last>(call);
}

void mixedTimeOfFirst(const RangeCall &call)
{
    timeAt<End::First>(call);
}

void mixedTimeOfLast(const RangeCall &call)
{
    timeAt<End::Last>(call);
}

void informOfIgnored(const RangeCall &call)
{
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        if (call.windows[step].size() > 0 && call.histogramWindows[step].size() > 0) {
            informIgnoredHistograms(call.remarks);
            return;
        }
    }
}

} // namespace sightglass
