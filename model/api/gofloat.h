// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace sightglass {

/// A number as Go's strconv.ParseFloat(s, 64) reads it, which judges the API's parameters: besides what
/// samples may be (parseFloat()) hexadecimal mantissas with a binary exponent, 0x1.8p1, and single
/// underscores between digits, 1_000. Out of range is refused, underflow is 0.
[[nodiscard]] std::optional<double> parseGoFloat(std::string_view text);

} // namespace sightglass
