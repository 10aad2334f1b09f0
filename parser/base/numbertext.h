// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A sample value as Prometheus' scrape parsers accept it: Go's strconv.ParseFloat(s, 64) after refusing p, P
/// and _. Decimal with optional sign, fraction (leading or trailing dot allowed) and exponent; inf, infinity
/// and nan in any case, a sign before inf only. Nothing else, no surrounding blanks; out of range (1e999) is
/// refused, underflow is 0. Locale-free, correctly rounded.
[[nodiscard]] std::optional<double> parseFloat(std::string_view text) noexcept;

/// Shortest text that reads back as the same double, as Prometheus prints values: positional unless |x| <
/// 1e-6 or |x| >= 1e21, then with exponent (1e-07, 1e+21); NaN, +Inf, -Inf.
[[nodiscard]] std::string formatFloat(double value);

/// Go's %g with shortest precision (exponent form below 1e-4 and from 1e6 on), with ".0" where it would be a
/// whole number, as labels such as le carry it in OpenMetrics form: 1 -> "1.0", 1e6 -> "1e+06", 0.5 -> "0.5",
/// "+Inf", "-Inf", "NaN" (exposition reference, section 1.5).
[[nodiscard]] std::string formatOpenMetricsFloat(double value);

} // namespace sightglass
