// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass {

/// What the variables of panel queries stand for, as text.
struct IntervalTexts
{
    std::string interval;                  ///< for $__interval
    std::string rateInterval;              ///< for $__rate_interval
    std::string intervalMs = "60000";      ///< for $__interval_ms
    std::string rateIntervalMs = "300000"; ///< for $__rate_interval_ms
};

/// Replaces $__interval, $__rate_interval and both with _ms behind them (also written ${…}, ${…:format} and
/// [[…]]) by these texts. A longer name that only begins like one of them stays.
[[nodiscard]] std::string replaceIntervalVariables(std::string_view expr, const IntervalTexts &texts);

/// Durations that stand for the variables while an expression is parsed and printed again: odd enough that
/// nobody writes them, and PromQL prints them just so.
[[nodiscard]] const IntervalTexts &intervalPlaceholders();

/// Puts the variables back where the placeholders are.
[[nodiscard]] std::string restoreIntervalVariables(std::string text);

} // namespace sightglass
