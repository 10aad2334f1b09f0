// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

namespace sightglass {

// Durations in parts. All are of finite seconds; what is longer than anything sensible is written as a
// number.

/// "2 hours, 5 minutes", as Grafana writes it: the largest part and `decimals` more, none where they are not
/// said; negative ones are "ago". `unitSeconds` is what the unit counts, which nothing has none of ("0
/// seconds").
[[nodiscard]] FormattedValue durationWords(double seconds, double unitSeconds, std::optional<int> decimals);

/// "2 h 5 min": the two largest parts, or `decimals` more than the largest. Below a minute as seconds are.
[[nodiscard]] FormattedValue durationParts(double seconds, std::optional<int> decimals);

/// "26:05:09"; a negative one is "ago".
[[nodiscard]] FormattedValue durationHms(double seconds);

/// "1 d 02:05:09"; without days below one; a negative one is "ago".
[[nodiscard]] FormattedValue durationDhms(double seconds);

/// "02h:05m:09s:250ms", from the largest part that there is, with `decimals` more parts than that or all.
[[nodiscard]] FormattedValue durationClock(double seconds, std::optional<int> decimals);

} // namespace sightglass
