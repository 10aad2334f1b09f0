// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/dashboard/legendoptions.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// Which of the values at a place a read-out shows, and in what order.
struct ReadoutOrder
{
    std::vector<std::size_t> rows; ///< indices into the values
    std::size_t above = 0;         ///< left out before the first, for want of room
    std::size_t below = 0;         ///< left out behind the last
};

/// Rows in a read-out, at most: who makes one need not format more.
inline constexpr std::size_t mostReadoutRows = 40;

/// Orders values by size as the options say, NaN last, equal ones in their own order. `nearest`, the one next
/// to the pointer, is all there is in TooltipMode::Single (without it the first), stays where zeros are
/// hidden, and is what remains in the middle where more than `most` (>= 1) have to be cut.
[[nodiscard]] ReadoutOrder readoutOrder(std::span<const double> values, std::optional<std::size_t> nearest,
                                        const TooltipOptions &options, std::size_t most = mostReadoutRows);

/// How far a sample lies from where it is read: "12 s old", "3 s later"; empty up to `exactMs` (inclusive).
/// Rounded to tenths of a second, from a minute on to seconds.
[[nodiscard]] QString ageText(TimestampMs sample, TimestampMs readAt, std::int64_t exactMs);

/// A length of time with its unit: "200 ms", "5 s", "1.5 h".
[[nodiscard]] QString lengthText(std::int64_t milliseconds);

} // namespace sightglass
