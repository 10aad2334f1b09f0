// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsvalue.h"

#include "parser/base/numbertext.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view blanks = " \t\n\v\f\r";

std::string_view trimmed(std::string_view text) noexcept
{
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

double wholeNumber(std::string_view digits, int base) noexcept
{
    std::uint64_t value = 0;
    const char *const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value, base);
    return read.ec == std::errc{} && read.ptr == end ? double(value) : noNumber;
}

/// The length of the decimal number that a text begins with; 0 where it begins with none.
std::size_t decimalLength(std::string_view text) noexcept
{
    std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const auto digits = [text, &at] {
        const std::size_t from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - from;
    };
    std::size_t found = digits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        found += digits();
    }
    if (found == 0)
        return 0;
    const std::size_t mantissa = at;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (digits() == 0)
            return mantissa;
    }
    return at;
}

std::optional<double> infinity(std::string_view text) noexcept
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (!text.starts_with("Infinity"))
        return std::nullopt;
    return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

/// Too large a number is infinite in JavaScript.
double decimal(std::string_view text) noexcept
{
    if (const auto value = parseFloat(text))
        return *value;
    return text.starts_with('-') ? -std::numeric_limits<double>::infinity()
                                 : std::numeric_limits<double>::infinity();
}

} // namespace

std::string jsText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    std::string text = formatFloat(value == 0 ? 0.0 : value);
    const std::size_t exponent = text.find('e');
    if (exponent != std::string::npos && text.size() > exponent + 3 && text[exponent + 2] == '0')
        text.erase(exponent + 2, 1);
    return text;
}

std::string cellText(const FieldValue &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return jsText(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    return {};
}

double jsNumber(std::string_view text) noexcept
{
    text = trimmed(text);
    if (text.empty())
        return 0;
    if (text.starts_with("0x") || text.starts_with("0X"))
        return wholeNumber(text.substr(2), 16);
    if (text.starts_with("0o") || text.starts_with("0O"))
        return wholeNumber(text.substr(2), 8);
    if (text.starts_with("0b") || text.starts_with("0B"))
        return wholeNumber(text.substr(2), 2);
    if (const auto endless = infinity(text))
        return text.ends_with("Infinity") && text.size() <= 9 ? *endless : noNumber;
    return decimalLength(text) == text.size() ? decimal(text) : noNumber;
}

double cellNumber(const FieldValue &value) noexcept
{
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr && !text->empty() ? jsNumber(std::string_view(*text)) : noNumber;
}

double jsLeadingNumber(std::string_view text) noexcept
{
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return noNumber;
    text.remove_prefix(begin);
    if (const auto endless = infinity(text))
        return *endless;
    const std::size_t length = decimalLength(text);
    return length > 0 ? decimal(text.substr(0, length)) : noNumber;
}

} // namespace sightglass
