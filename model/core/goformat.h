// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sightglass {

/// Go's %g with shortest precision, as Prometheus puts numbers into its messages: 1.1, 1e+06, -1e-05, NaN,
/// +Inf.
[[nodiscard]] std::string goShortest(double value);

/// Go's %.2g.
[[nodiscard]] std::string goTwoDigits(double value);

/// Go's %f: six decimals; NaN, +Inf, -Inf.
[[nodiscard]] std::string goFixed(double value);

/// Shortest decimal text without an exponent, as count_values writes label values: 1e21 ->
/// "1000000000000000000000", 1e-7 -> "0.0000001".
[[nodiscard]] std::string decimalText(double value);

} // namespace sightglass
