// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// The flags, width and precision of one verb of Go's fmt.
struct GoFormat
{
    bool plus = false;
    bool minus = false;
    bool sharp = false;
    bool space = false;
    bool zero = false;
    bool plusV = false;  ///< %+v
    bool sharpV = false; ///< %#v
    std::optional<std::size_t> width;
    std::optional<std::size_t> precision;
};

/// Widths and precisions beyond it are mistakes, as in Go.
inline constexpr std::size_t largestWidth = 1'000'000;

/// Fills up to the width, in runes.
[[nodiscard]] std::string goPadded(std::string_view text, const GoFormat &format);

/// An integer in a base of 2, 8, 10 or 16 (of X in capitals).
[[nodiscard]] std::string goInteger(std::int64_t value, char verb, const GoFormat &format);

/// A float for one of b e E f F g G v x X.
[[nodiscard]] std::string goReal(double value, char verb, const GoFormat &format);

/// A string for one of v s q x X.
[[nodiscard]] std::string goText(std::string_view text, char verb, const GoFormat &format);

[[nodiscard]] std::string goBoolean(bool value, const GoFormat &format);

/// %c, %q and %U of an integer.
[[nodiscard]] std::string goCharacter(std::int64_t value, char verb, const GoFormat &format);

} // namespace sightglass
