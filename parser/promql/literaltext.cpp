// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/literaltext.h"

#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace sightglass::promql {

std::string numberText(double value)
{
    if (!std::isfinite(value))
        return formatFloat(value);
    std::array<char, 400> text{};
    char *const end = text.data() + text.size();
    const auto scientific = std::to_chars(text.data(), end, value, std::chars_format::scientific);
    const std::string_view written(text.data(), static_cast<std::size_t>(scientific.ptr - text.data()));
    const std::size_t exponentAt = written.find('e') + 1;
    int exponent = 0;
    std::from_chars(written.data() + exponentAt + 1, written.data() + written.size(), exponent);
    const int largest = written[exponentAt] == '-' ? 4 : 5;
    if (exponent > largest)
        return std::string(written);
    const auto fixed = std::to_chars(text.data(), end, value, std::chars_format::fixed);
    return {text.data(), fixed.ptr};
}

std::string secondsAsDuration(double seconds)
{
    const double milliseconds = std::round(seconds * 1000);
    constexpr double exact = 9007199254740992.0; // 2^53
    if (!(std::fabs(milliseconds) < exact) || std::fabs(milliseconds / 1000 - seconds) > 1e-9)
        return numberText(seconds);
    return formatDurationMs(static_cast<std::int64_t>(milliseconds));
}

std::string timestampText(std::int64_t milliseconds)
{
    // Beyond 2^53 several doubles print alike: take a neighbour that the parser rounds back to this very
    // time.
    const double seconds = static_cast<double>(milliseconds) / 1000;
    double shown = seconds;
    const auto wanted = static_cast<double>(milliseconds);
    for (const double candidate :
         {std::nextafter(seconds, -INFINITY), std::nextafter(seconds, INFINITY), seconds}) {
        if (std::round(candidate * 1000) == wanted)
            shown = candidate;
    }
    std::array<char, 64> text{};
    const auto result =
        std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed, 3);
    return {text.data(), result.ptr};
}

std::string quotedText(std::string_view text)
{
    // Go prints U+FFFD as it is, but its sign for broken UTF-8 in a query is refused by the lexer.
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string quoted = goQuoted(text);
    for (std::size_t at = quoted.find(replacement); at != std::string::npos;
         at = quoted.find(replacement, at))
        quoted.replace(at, replacement.size(), "\\ufffd");
    return quoted;
}

} // namespace sightglass::promql
