// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/windows.h"

#include <span>
#include <string_view>

namespace sightglass {

/// One series of a function over range vectors, at all steps at once.
struct RangeCall
{
    const SampleColumns &samples;       ///< without stale markers
    std::span<const Window> windows;    ///< one per step
    const RangeGrid &ranges;            ///< reference times and length of the ranges
    const Grid &grid;                   ///< evaluation times
    std::span<const Column> parameters; ///< scalar arguments in their order, one value per step
    Column &out;                        ///< all absent on entry
};

/// Computes `out` from the windows; a step whose window does not suffice stays absent.
using RangeKernel = void (*)(const RangeCall &);

enum class RangeName : std::uint8_t
{
    Dropped,
    Kept,    ///< first_over_time, last_over_time
    Counter, ///< dropped, and the input should be named like a counter
};

struct RangeFunction
{
    std::string_view name;
    RangeKernel kernel;
    RangeName naming = RangeName::Dropped;
};

/// The families; see PromQL reference, sections 10 and 11.
[[nodiscard]] std::span<const RangeFunction>
counterFunctions() noexcept; ///< rate, increase, delta, resets, …
[[nodiscard]] std::span<const RangeFunction>
overTimeFunctions() noexcept;                                           ///< sum_over_time, min_over_time, …
[[nodiscard]] std::span<const RangeFunction> trendFunctions() noexcept; ///< deriv, predict_linear, …

/// Null where the function does not work on ranges (or is absent_over_time, which looks at all series at
/// once).
[[nodiscard]] const RangeFunction *findRangeFunction(std::string_view name) noexcept;

/// Calls compute(values, times, step) for every window of at least `atLeast` samples and keeps what it
/// returns.
template<typename Compute>
void forEachWindow(const RangeCall &call, std::size_t atLeast, Compute compute)
{
    const std::span<const double> values(call.samples.values);
    const std::span<const TimestampMs> times(call.samples.times);
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        if (window.size() >= atLeast && window.size() > 0)
            call.out[step] = compute(values.subspan(window.begin, window.size()),
                                     times.subspan(window.begin, window.size()), step);
    }
}

} // namespace sightglass
