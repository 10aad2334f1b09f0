// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass::promql {

/// A number literal as Prometheus 2.42 prints it (Go's %v): the shortest text that reads back, with an
/// exponent below 1e-4 and from 1e6 on (1e+06); +Inf, -Inf, NaN.
[[nodiscard]] std::string numberText(double value);

/// Seconds as a duration, e.g. 5400 -> "1h30m". What whole ms cannot express is written as a number, which
/// reads back.
[[nodiscard]] std::string secondsAsDuration(double seconds);

/// The timestamp of an @ modifier in seconds with three decimals.
[[nodiscard]] std::string timestampText(std::int64_t milliseconds);

/// A string in double quotes that the lexer reads back to the same bytes.
[[nodiscard]] std::string quotedText(std::string_view text);

} // namespace sightglass::promql
