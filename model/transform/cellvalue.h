// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// Cells as JavaScript treats them, which decides what Grafana's transformations find equal, smaller or text.

[[nodiscard]] inline bool isNull(const FieldValue &value) noexcept
{
    return std::holds_alternative<std::monostate>(value);
}

/// `${v}`: "null" for what is not there, where cellText() of model/fields is empty.
[[nodiscard]] std::string templateText(const FieldValue &value);

/// Number(v): null and blank text are 0, true is 1, text that is no number is NaN.
[[nodiscard]] double numberOf(const FieldValue &value) noexcept;

/// v as a number where it is one, else NaN: what arithmetic over a column counts.
[[nodiscard]] double numberOrNaN(const FieldValue &value) noexcept;

/// !!v
[[nodiscard]] bool isTruthy(const FieldValue &value) noexcept;

/// a == b, with its conversions: "5" equals 5, null equals null only.
[[nodiscard]] bool looselyEqual(const FieldValue &a, const FieldValue &b);

/// For maps and joins: equal as keys of a JavaScript Map (NaN equals NaN).
struct ValueHash
{
    [[nodiscard]] std::size_t operator()(const FieldValue &value) const noexcept;
};
struct ValueEqual
{
    [[nodiscard]] bool operator()(const FieldValue &a, const FieldValue &b) const noexcept;
};

/// The order of texts for people: letters without regard to case, behind digits, behind signs; lower case
/// first among equals. Runs of digits count as numbers where `digits` says so.
enum class DigitRuns : std::uint8_t
{
    AsTexts,
    AsNumbers
};
[[nodiscard]] int compareTexts(std::string_view a, std::string_view b, DigitRuns digits = DigitRuns::AsTexts);

/// The order of a column's cells when a table is sorted by it: numbers with null as 0 and NaN last, texts by
/// compareTexts() with empty ones last. Negative, 0 or positive.
[[nodiscard]] int compareCells(const FieldValue &a, const FieldValue &b, FieldType type);

} // namespace sightglass
