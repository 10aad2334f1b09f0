// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <fast_float/fast_float.h>

namespace sightglass {

namespace {

bool equalsIgnoringCase(std::string_view text, std::string_view lower) noexcept
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower[i])
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

/// std::to_chars in the given format, with Go's two-digit-minimum exponent, which to_chars shares.
std::string shortest(double value, std::chars_format format)
{
    std::array<char, 400> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string();
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
    if (result.ec != std::errc{} || result.ptr != end || std::isinf(value))
        return std::nullopt;
    return negative ? -value : value;
}

std::string formatFloat(double value)
{
    if (const auto special = specialText(value))
        return std::string(*special);
    const double magnitude = std::fabs(value);
    const bool exponent = magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21);
    return shortest(value, exponent ? std::chars_format::scientific : std::chars_format::fixed);
}

std::string formatOpenMetricsFloat(double value)
{
    if (const auto special = specialText(value))
        return std::string(*special);
    const double magnitude = std::fabs(value);
    const bool exponent = magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e21);
    std::string text = shortest(value, exponent ? std::chars_format::scientific : std::chars_format::fixed);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

} // namespace sightglass
