// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/gofloat.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <system_error>

namespace sightglass {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::string_view withoutSign(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return text;
}

bool isHex(std::string_view unsignedText)
{
    return unsignedText.starts_with("0x") || unsignedText.starts_with("0X");
}

/// Each underscore between two digits, the base's prefix counting as one.
bool separatesDigits(std::string_view text)
{
    text = withoutSign(text);
    const bool hex = isHex(text);
    bool afterDigit = hex;
    bool afterUnderscore = false;
    for (const char c : text.substr(hex ? 2 : 0)) {
        const bool digit = hex ? isHexDigit(c) : isDigit(c);
        if ((c == '_' && !afterDigit) || (afterUnderscore && !digit))
            return false;
        afterUnderscore = c == '_';
        afterDigit = digit;
    }
    return !afterUnderscore;
}

std::optional<double> parseHexFloat(std::string_view text)
{
    const bool negative = text.starts_with('-');
    text = withoutSign(text).substr(2);
    const std::size_t exponent = text.find_first_of("pP");
    // The mantissa needs a digit, which from_chars() sees to, and an exponent, which it does not ask for.
    if (exponent == std::string_view::npos || text.starts_with('-'))
        return std::nullopt;
    double value = 0;
    const char *const last = text.data() + text.size();
    const auto [end, problem] = std::from_chars(text.data(), last, value, std::chars_format::hex);
    if (end != last)
        return std::nullopt;
    const bool isTiny = text.substr(exponent + 1).starts_with('-');
    if (problem != std::errc() && !isTiny)
        return std::nullopt;
    return negative ? -value : value;
}

} // namespace

std::optional<double> parseGoFloat(std::string_view text)
{
    std::string digits;
    if (text.find('_') != std::string_view::npos) {
        if (!separatesDigits(text))
            return std::nullopt;
        std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != '_'; });
        text = digits;
    }
    return isHex(withoutSign(text)) ? parseHexFloat(text) : parseFloat(text);
}

} // namespace sightglass
