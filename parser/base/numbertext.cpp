// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"

#include "parser/base/asciicase.h"

#include <fast_float/fast_float.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace sightglass {

namespace {

bool equalsIgnoringCase(std::string_view text, std::string_view lower) noexcept
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (asciiLower(text[i]) != lower[i])
            return false;
    }
    return true;
}

std::optional<double> parseSpecial(std::string_view unsignedText, bool hasSign, bool negative) noexcept
{
    if (equalsIgnoringCase(unsignedText, "inf") || equalsIgnoringCase(unsignedText, "infinity"))
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (!hasSign && equalsIgnoringCase(unsignedText, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}

/// The shortest decimal digits that read back as the same double, and where their point stands:
/// value = 0.d1d2d3… × 10^pointAt.
struct ShortestDigits
{
    bool negative = false;
    std::string digits;
    int pointAt = 0;
};

ShortestDigits shortestDigits(double value)
{
    // Taken from the scientific form: the positional form of to_chars spells out large values exactly, Go
    // fills up the shortest digits with zeros (2^63 is 9223372036854775808 to one and 9223372036854776000 to
    // the other).
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                   std::chars_format::scientific)
                         .ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    ShortestDigits shortest;
    shortest.negative = std::signbit(value);
    shortest.digits = text.substr(0, 1);
    if (e > 2)
        shortest.digits += text.substr(2, e - 2);
    const bool plus = text[e + 1] == '+';
    std::from_chars(text.data() + e + (plus ? 2 : 1), end, shortest.pointAt);
    ++shortest.pointAt;
    return shortest;
}

std::string positional(const ShortestDigits &shortest)
{
    const std::string &digits = shortest.digits;
    const auto count = static_cast<int>(digits.size());
    std::string text = shortest.negative ? "-" : "";
    if (shortest.pointAt <= 0) {
        text += "0.";
        text.append(static_cast<std::size_t>(-shortest.pointAt), '0');
        text += digits;
    } else if (shortest.pointAt >= count) {
        text += digits;
        text.append(static_cast<std::size_t>(shortest.pointAt - count), '0');
    } else {
        const auto whole = static_cast<std::size_t>(shortest.pointAt);
        text += digits.substr(0, whole) + '.' + digits.substr(whole);
    }
    return text;
}

/// d.ddde±xx with at least two digits of exponent.
std::string scientific(const ShortestDigits &shortest)
{
    std::string text = shortest.negative ? "-" : "";
    text += shortest.digits.front();
    if (shortest.digits.size() > 1)
        text += '.' + shortest.digits.substr(1);
    const int exponent = shortest.pointAt - 1;
    text += exponent < 0 ? "e-" : "e+";
    const std::string magnitude = std::to_string(std::abs(exponent));
    return text + (magnitude.size() < 2 ? "0" : "") + magnitude;
}

std::optional<std::string_view> specialText(double value) noexcept
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return std::nullopt;
}

} // namespace

std::optional<double> parseFloat(std::string_view text) noexcept
{
    if (text.empty())
        return std::nullopt;
    const bool hasSign = text.front() == '+' || text.front() == '-';
    const bool negative = text.front() == '-';
    const std::string_view digits = hasSign ? text.substr(1) : text;
    if (digits.empty())
        return std::nullopt;
    const char lead = digits.front();
    if (!((lead >= '0' && lead <= '9') || lead == '.'))
        return parseSpecial(digits, hasSign, negative);

    double value = 0;
    const char *const end = digits.data() + digits.size();
    const auto result = fast_float::from_chars(digits.data(), end, value, fast_float::chars_format::general);
    // Too small to represent is zero, too large is refused.
    const bool underflow = result.ec == std::errc::result_out_of_range && value == 0;
    if ((result.ec != std::errc{} && !underflow) || result.ptr != end || std::isinf(value))
        return std::nullopt;
    return negative ? -value : value;
}

std::string formatFloat(double value)
{
    if (const auto special = specialText(value))
        return std::string(*special);
    const double magnitude = std::fabs(value);
    const bool exponent = magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21);
    const ShortestDigits shortest = shortestDigits(value);
    return exponent ? scientific(shortest) : positional(shortest);
}

std::string formatOpenMetricsFloat(double value)
{
    if (const auto special = specialText(value))
        return std::string(*special);
    const ShortestDigits shortest = shortestDigits(value);
    // %g of Go: the exponent form below 10^-4 and, where the digits are the shortest, from 10^6 on. (The
    // reference says 10^21 beside its own example 1e6 -> 1e+06; Go's strconv, and every le="1e+06" in the
    // wild, has 10^6.)
    const int exponent = shortest.pointAt - 1;
    std::string text = exponent < -4 || exponent >= 6 ? scientific(shortest) : positional(shortest);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

} // namespace sightglass
