// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace sightglass {

// How numbers look, whatever their unit. All are of finite values.

/// From here on a number that cannot be scaled is written with an exponent rather than as a ribbon of digits.
inline constexpr double tooLongForDigits = 1e15;
inline constexpr int mostDecimals = 12;

/// Half away from zero to the last shown digit, so that deciding about a carry and printing agree.
[[nodiscard]] double roundedTo(double value, int decimals);

/// As many decimals as three significant digits need; none for values of a hundred and more, and for what is
/// no number of decimals (0, ±Inf, NaN).
[[nodiscard]] int neededDecimals(double value);

[[nodiscard]] std::string fixedText(double value, int decimals);

/// With these decimals, or with three significant digits, zeros among them ("1.50"); whole numbers have none.
[[nodiscard]] std::string numberText(double value, std::optional<int> decimals);

/// The same with a comma between thousands; at most three decimals where none are said.
[[nodiscard]] std::string groupedText(double value, std::optional<int> decimals);

/// "1.5e+6"; all digits where no decimals are said.
[[nodiscard]] std::string scientificText(double value, std::optional<int> decimals);

/// To the base of 16 in upper case, with a point where the number is not whole: "FF", "-A.8".
[[nodiscard]] std::string hexText(double value, std::optional<int> decimals);

} // namespace sightglass
