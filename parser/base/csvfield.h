// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/numbertext.h"

#include <string>
#include <string_view>

namespace sightglass {

/// A field of a CSV row (RFC 4180): in quotes, its own doubled, where it holds a comma, a quote or the end of
/// a line, else as it is.
[[nodiscard]] inline std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

/// A text as a cell that a spreadsheet takes for nothing but text: one that would begin a formula there gets
/// an apostrophe in front. Label values are what an endpoint says, and "=HYPERLINK(…)" in one of them would
/// become a link, or worse, on the desk of whoever opens the file. Grafana writes such cells as they are;
/// LibreOffice asks before it evaluates, Excel does not ask. Numbers ("-5", "+Inf") stay numbers. For files
/// and clipboards that people open; a program that reads the output of another wants csvField().
[[nodiscard]] inline std::string spreadsheetText(std::string_view text)
{
    constexpr std::string_view begins = "=+-@\t\r";
    const bool isFormula =
        !text.empty() && begins.find(text.front()) != std::string_view::npos && !parseFloat(text).has_value();
    return (isFormula ? "'" : "") + std::string(text);
}
[[nodiscard]] inline std::string spreadsheetField(std::string_view text)
{
    return csvField(spreadsheetText(text));
}

} // namespace sightglass
