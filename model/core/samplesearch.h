// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace sightglass {

/// Index of the first sample at or after t, samples.size() if all lie before it; `samples` ascends in time.
/// As std::lower_bound(), but made for long series that are not in any cache: scrapes come at even distances,
/// so it looks where the sample should be and reads three or four cache lines, where halving reads a dozen;
/// and first beside both ends, where those lie that a live chart looks for, which costs nothing. At most
/// logarithmic however uneven the distances are. Any thread.
[[nodiscard]] inline std::size_t firstSampleAtOrAfter(std::span<const Sample> samples, TimestampMs t) noexcept
{
    if (samples.empty() || samples.front().t >= t)
        return 0;
    if (samples.back().t < t)
        return samples.size();
    constexpr std::size_t beside = 4;
    for (std::size_t i = 1; i < std::min(beside, samples.size()); ++i) {
        if (samples[i].t >= t)
            return i;
        if (samples[samples.size() - 1 - i].t < t)
            return samples.size() - i;
    }
    // Invariant from here on: samples[low] lies before t, samples[high] does not.
    std::size_t low = 0;
    std::size_t high = samples.size() - 1;
    const double share = (static_cast<double>(t) - static_cast<double>(samples.front().t)) /
                         (static_cast<double>(samples.back().t) - static_cast<double>(samples.front().t));
    const auto guess = static_cast<std::size_t>(share * static_cast<double>(high));
    std::size_t at = std::clamp<std::size_t>(guess, 1, high);
    for (std::size_t reach = 1; low + 1 < high; reach *= 2) {
        if (samples[at].t < t) {
            low = at;
            if (high - at <= reach || samples[at + reach].t >= t) {
                high = std::min(high, at + reach);
                break;
            }
            at += reach;
        } else {
            high = at;
            if (at - low <= reach || samples[at - reach].t < t) {
                low = at - low <= reach ? low : at - reach;
                break;
            }
            at -= reach;
        }
    }
    const auto between = samples.subspan(low + 1, high - low - 1);
    const auto found = std::ranges::lower_bound(between, t, {}, &Sample::t);
    return low + 1 + static_cast<std::size_t>(found - between.begin());
}

} // namespace sightglass
