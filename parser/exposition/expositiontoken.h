// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace sightglass {

/// The tokens of Prometheus' two text lexers. Their names are part of the error texts (exposition reference,
/// section 1).
enum class ExpositionToken : std::uint8_t
{
    Invalid,
    Eof,
    Linebreak,
    Whitespace,
    Help,
    Type,
    Unit,
    EofWord,
    Text,
    Comment,
    MetricName,
    QuotedString,
    BraceOpen,
    BraceClose,
    LabelName,
    LabelValue,
    Comma,
    Equal,
    Timestamp,
    Value
};

/// "INVALID", "EOF", "MNAME", …: the name as error texts carry it.
[[nodiscard]] std::string_view tokenName(ExpositionToken token) noexcept;

} // namespace sightglass
