// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"
#include "model/query/rangewarnings.h"
#include "model/query/starttimes.h"

#include <span>
#include <utility>

namespace sightglass {

/// The histograms of one step's range, at least one.
struct HistogramWindow
{
    std::span<const HistogramPtr> histograms;
    std::span<const TimestampMs> times;
    std::span<const TimestampMs> starts; ///< empty where none is known

    [[nodiscard]] std::size_t size() const noexcept { return histograms.size(); }
    [[nodiscard]] const FloatHistogram &at(std::size_t i) const noexcept { return *histograms[i]; }
    [[nodiscard]] const FloatHistogram &back() const noexcept { return *histograms.back(); }
    [[nodiscard]] StartedTime started(std::size_t i) const noexcept { return startedTime(times, starts, i); }
};

[[nodiscard]] inline HistogramWindow histogramWindow(const SampleColumns &samples, Window window)
{
    const auto part = [&](const auto &column) {
        return std::span(column).subspan(window.begin, column.empty() ? 0 : window.size());
    };
    return {part(samples.histograms), part(samples.histogramTimes),
            samples.histogramStarts.empty() ? std::span<const TimestampMs>() : part(samples.histogramStarts)};
}

/// A function of ranges that are all floats or all histograms: `floats` computes the former, a range of both
/// has no value and is warned of, and what compute(window, step) returns for the others is their value, or
/// that they have none where it is null.
template<typename Compute>
void forEachUnmixedRange(const RangeCall &call, RangeKernel floats, Compute compute)
{
    floats(call);
    for (std::size_t step = 0; step < call.histogramWindows.size(); ++step) {
        const Window window = call.histogramWindows[step];
        call.context.spend(window.size());
        if (window.size() == 0)
            continue;
        call.out[step] = absentPoint;
        if (call.windows[step].size() > 0)
            warnOfMixedTypes(call.remarks);
        else if (HistogramPtr histogram = compute(histogramWindow(call.samples, window), step))
            call.put(step, std::move(histogram));
    }
}

} // namespace sightglass
