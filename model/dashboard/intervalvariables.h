// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What an interval variable is made of.
enum class IntervalKind : std::uint8_t
{
    Interval,       ///< $__interval
    RateInterval,   ///< $__rate_interval
    IntervalMs,     ///< $__interval_ms
    RateIntervalMs, ///< $__rate_interval_ms
    Range,          ///< $__range
    RangeSeconds,   ///< $__range_s
    RangeMs,        ///< $__range_ms
};

/// A place where one stands.
struct IntervalReference
{
    IntervalKind kind = IntervalKind::Interval;
    SourceSpan span; ///< all of it, with its brackets
};

/// Where they stand, also written ${…}, ${…:format} and [[…]], in order. A longer name that only begins like
/// one of them is none.
[[nodiscard]] std::vector<IntervalReference> intervalReferences(std::string_view expr);

/// What the variables of panel queries stand for, as text.
struct IntervalTexts
{
    std::string interval;                  ///< for $__interval
    std::string rateInterval;              ///< for $__rate_interval
    std::string intervalMs = "60000";      ///< for $__interval_ms
    std::string rateIntervalMs = "300000"; ///< for $__rate_interval_ms
    std::string range = "1h";              ///< for $__range
    std::string rangeSeconds = "3600";     ///< for $__range_s
    std::string rangeMs = "3600000";       ///< for $__range_ms

    [[nodiscard]] const std::string &of(IntervalKind kind) const noexcept;
};

/// Replaces the variables by these texts.
[[nodiscard]] std::string replaceIntervalVariables(std::string_view expr, const IntervalTexts &texts);

/// Durations that stand for the variables while an expression is parsed and printed again: odd enough that
/// nobody writes them, and PromQL prints them just so.
[[nodiscard]] const IntervalTexts &intervalPlaceholders();

/// Puts the variables back where the placeholders are.
[[nodiscard]] std::string restoreIntervalVariables(std::string text);

} // namespace sightglass
