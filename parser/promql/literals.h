// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace sightglass::promql {

/// Why a literal has no value, in Prometheus' words.
struct LiteralError
{
    std::string message;
};

/// The value of a number token: first as an integer whose prefix names its base (0x10 is 16, 010 is 8), else
/// as a decimal number; `_` between digits; inf and nan in any case.
[[nodiscard]] std::variant<double, LiteralError> numberValue(std::string_view text);

/// The value of a duration token in seconds: units y w d h m s ms in this order, at most 2^63 ns.
[[nodiscard]] std::variant<double, LiteralError> durationSeconds(std::string_view text);

/// The bytes that a string token of the lexer stands for, quotes taken off and escapes resolved.
[[nodiscard]] std::string unquoted(std::string_view token);

/// What a literal duration comes to in ms where a range, step or offset needs whole ones: rounded to ns, then
/// cut off.
[[nodiscard]] std::int64_t literalMilliseconds(double seconds) noexcept;

/// A literal beyond ±2^63 ns is not a duration.
[[nodiscard]] bool isDurationOutOfRange(double seconds) noexcept;

} // namespace sightglass::promql
