// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A number of a template under all the types that can hold its value, as Go's untyped constants.
struct TemplateNumber
{
    std::optional<std::int64_t> integer;
    std::optional<std::uint64_t> natural;
    double real = 0;
};

/// Go's strconv.Unquote() for "…" and `…`. Nothing where Go says "invalid syntax".
[[nodiscard]] std::optional<std::string> goUnquoted(std::string_view literal);

/// A number or character constant as Go's template parser makes it: decimal, 0x, 0o, 0b and 0-octal integers,
/// decimal and hexadecimal floats, underscores between digits, 'x'. Complex numbers, which Go would take and
/// no alert has a use for, are refused. Errors: ConfigSyntax with Go's text.
[[nodiscard]] Result<TemplateNumber> templateNumber(std::string_view literal);

/// Go's strconv.ParseFloat(text, 64), with hexadecimal floats and underscores, which parseFloat() has not.
/// Errors: ConfigSyntax with Go's text, strconv.ParseFloat: parsing "x": invalid syntax.
[[nodiscard]] Result<double> goParseFloat(std::string_view text);

} // namespace sightglass
