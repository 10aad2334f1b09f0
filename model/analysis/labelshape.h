// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sightglass {

/// What the values of a label look like. All but Words have no end: every request, user or run brings a new
/// one, and with it a new series for ever.
enum class LabelShape : std::uint8_t
{
    Words,
    Uuid,
    Hash, ///< hexadecimal, 16 digits or more
    Email,
    Url,       ///< with a scheme
    Timestamp, ///< seconds or milliseconds since 1970, or ISO 8601
    Number     ///< whole numbers of five digits or more, alone or as a part of a path
};

/// The shape that most of the values have, four of five.
[[nodiscard]] LabelShape shapeOf(std::span<const std::string_view> values) noexcept;

/// "a UUID", "a hash", …; "a word".
[[nodiscard]] std::string_view shapeName(LabelShape shape) noexcept;

/// The names of all shapes but Words.
[[nodiscard]] std::span<const std::string_view> shapeNames() noexcept;

} // namespace sightglass
