// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"
#include "model/query/starttimes.h"

#include <span>

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

} // namespace sightglass
