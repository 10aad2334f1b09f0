// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templateliteral.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/template/runes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

Error refused(std::string text)
{
    return Error{ErrorCode::ConfigSyntax, {std::move(text)}, {}, {}};
}

constexpr int digitValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

/// One character of a quoted text: a rune, or a byte that \x or an octal escape names.
struct Character
{
    char32_t value = 0;
    bool isByte = false;
};

std::optional<char32_t> digits(std::string_view &text, std::size_t count, int base)
{
    if (text.size() < count)
        return std::nullopt;
    char32_t value = 0;
    for (const char c : text.substr(0, count)) {
        if (digitValue(c) >= base)
            return std::nullopt;
        value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digitValue(c));
    }
    text.remove_prefix(count);
    return value;
}

std::optional<Character> escape(std::string_view &text, char quote)
{
    if (text.empty())
        return std::nullopt;
    constexpr std::string_view names = "abfnrtv\\";
    constexpr std::string_view values = "\a\b\f\n\r\t\v\\";
    const char kind = text.front();
    if (const std::size_t at = names.find(kind); at != std::string_view::npos) {
        text.remove_prefix(1);
        return Character{static_cast<unsigned char>(values[at]), false};
    }
    if (kind >= '0' && kind <= '7') {
        const auto value = digits(text, 3, 8);
        return value && *value <= 255 ? std::optional(Character{*value, true}) : std::nullopt;
    }
    text.remove_prefix(1);
    if (kind == quote)
        return Character{static_cast<unsigned char>(quote), false};
    const std::size_t length = kind == 'x' ? 2U : kind == 'u' ? 4U : kind == 'U' ? 8U : 0U;
    const auto value = length > 0 ? digits(text, length, 16) : std::nullopt;
    if (!value)
        return std::nullopt;
    if (kind != 'x' && (*value > 0x10FFFF || (*value >= 0xD800 && *value <= 0xDFFF)))
        return std::nullopt;
    return Character{*value, kind == 'x'};
}

/// strconv.UnquoteChar(): takes the first character off the text.
std::optional<Character> character(std::string_view &text, char quote)
{
    const Rune rune = firstRune(text);
    if (rune.atEnd() || rune.value == static_cast<char32_t>(quote) || rune.value == '\n')
        return std::nullopt;
    text.remove_prefix(rune.length);
    return rune.value == '\\' ? escape(text, quote) : Character{rune.value, false};
}

/// Whether underscores stand only between digits, or behind a base prefix.
bool underscoresOk(std::string_view text) noexcept
{
    if (!text.empty() && (text.front() == '+' || text.front() == '-'))
        text.remove_prefix(1);
    const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
    const bool prefixed = text.size() >= 2 && text[0] == '0' &&
                          std::string_view("box").find(lower(text[1])) != std::string_view::npos;
    const bool hex = prefixed && lower(text[1]) == 'x';
    char before = prefixed ? '0' : '^';
    for (const char c : text.substr(prefixed ? 2 : 0)) {
        if (digitValue(c) < (hex ? 16 : 10)) {
            before = '0';
        } else if (c == '_') {
            if (before != '0')
                return false;
            before = '_';
        } else {
            if (before == '_')
                return false;
            before = '!';
        }
    }
    return before != '_';
}

/// What strconv.ParseUint(text, 0, 64) takes, without a sign.
std::optional<std::uint64_t> naturalNumber(std::string_view text)
{
    if (text.empty() || !underscoresOk(text))
        return std::nullopt;
    int base = 10;
    if (text.front() == '0' && text.size() > 1) {
        const char kind = static_cast<char>(text[1] | 0x20);
        base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 8;
        text.remove_prefix(base == 8 && kind != 'o' ? 1 : 2);
    }
    std::string plain(text);
    std::erase(plain, '_');
    std::uint64_t value = 0;
    const char *const end = plain.data() + plain.size();
    const auto result = std::from_chars(plain.data(), end, value, base);
    return result.ec == std::errc{} && result.ptr == end ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto magnitude = naturalNumber(text);
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!magnitude || *magnitude > most + (negative ? 1U : 0U))
        return std::nullopt;
    return negative ? static_cast<std::int64_t>(0 - *magnitude) : static_cast<std::int64_t>(*magnitude);
}

/// Why strconv.ParseFloat() refuses a text.
enum class FloatFailure : std::uint8_t
{
    Syntax,
    Range
};

/// A float, or why it is none.
using FloatResult = std::pair<double, std::optional<FloatFailure>>;

/// Behind 0x; Go wants an exponent.
FloatResult hexFloat(std::string_view digitsAndExponent)
{
    const std::string_view text = digitsAndExponent;
    if (text.find_first_of("pP") == std::string_view::npos)
        return {0, FloatFailure::Syntax};
    double value = 0;
    const char *const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value, std::chars_format::hex);
    if (result.ptr != end || result.ec == std::errc::invalid_argument)
        return {0, FloatFailure::Syntax};
    if (result.ec == std::errc::result_out_of_range && std::fabs(value) >= 1)
        return {0, FloatFailure::Range};
    return {value, std::nullopt};
}

/// Digits with at most one point and, behind e, more digits: what only its size keeps from being a number.
bool isDecimalShape(std::string_view text)
{
    const auto isDigits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const auto unsignedPart = [](std::string_view part) {
        return part.starts_with('+') || part.starts_with('-') ? part.substr(1) : part;
    };
    const std::size_t e = text.find_first_of("eE");
    std::string mantissa(unsignedPart(text.substr(0, e)));
    if (const std::size_t point = mantissa.find('.'); point != std::string::npos)
        mantissa.erase(point, 1);
    return isDigits(mantissa) && (e == std::string_view::npos || isDigits(unsignedPart(text.substr(e + 1))));
}

FloatResult decimalFloat(std::string_view text)
{
    if (const auto value = parseFloat(text))
        return {*value, std::nullopt};
    return {0, isDecimalShape(text) ? FloatFailure::Range : FloatFailure::Syntax};
}

FloatResult floatValue(std::string_view text)
{
    std::string plain(text);
    if (plain.find('_') != std::string::npos) {
        if (!underscoresOk(plain))
            return {0, FloatFailure::Syntax};
        std::erase(plain, '_');
    }
    const std::size_t sign = plain.starts_with('+') || plain.starts_with('-') ? 1 : 0;
    if (plain.size() <= sign + 2 || plain[sign] != '0' || (plain[sign + 1] | 0x20) != 'x')
        return decimalFloat(plain);
    FloatResult result = hexFloat(std::string_view(plain).substr(sign + 2));
    if (plain.front() == '-')
        result.first = -result.first;
    return result;
}

Result<TemplateNumber> characterNumber(std::string_view literal)
{
    std::string_view rest = literal.substr(1);
    const auto value = character(rest, '\'');
    if (!value)
        return refused("invalid syntax");
    if (rest != "'")
        return refused("malformed character constant: " + std::string(literal));
    return TemplateNumber{static_cast<std::int64_t>(value->value), value->value,
                          static_cast<double>(value->value)};
}

/// Integers that a float is equal to.
void addWholeValues(TemplateNumber &number)
{
    const double value = number.real;
    if (value >= -0x1p63 && value < 0x1p63 && std::trunc(value) == value)
        number.integer = static_cast<std::int64_t>(value);
    if (value >= 0 && value < 0x1p64 && std::trunc(value) == value)
        number.natural = static_cast<std::uint64_t>(value);
}

} // namespace

std::optional<std::string> goUnquoted(std::string_view literal)
{
    if (literal.size() < 2 || literal.front() != literal.back())
        return std::nullopt;
    const char quote = literal.front();
    std::string_view rest = literal.substr(1, literal.size() - 2);
    std::string out;
    if (quote == '`') {
        out = rest;
        std::erase(out, '\r');
        return out;
    }
    while (!rest.empty()) {
        const std::size_t plain = std::min(rest.find_first_of("\\\"\n"), rest.size());
        out += rest.substr(0, plain);
        rest.remove_prefix(plain);
        if (rest.empty())
            break;
        const auto next = character(rest, quote);
        if (!next)
            return std::nullopt;
        if (next->isByte)
            out += static_cast<char>(next->value);
        else
            appendRune(out, next->value);
    }
    return out;
}

Result<TemplateNumber> templateNumber(std::string_view literal)
{
    if (literal.starts_with('\''))
        return characterNumber(literal);
    if (literal.ends_with('i'))
        return refused("complex numbers are not supported: " + goQuoted(literal));
    TemplateNumber number;
    number.natural = naturalNumber(literal);
    number.integer = wholeNumber(literal);
    if (number.integer == 0)
        number.natural = 0; // of -0 too
    if (number.integer || number.natural) {
        number.real =
            number.integer ? static_cast<double>(*number.integer) : static_cast<double>(*number.natural);
        return number;
    }
    const auto [value, failure] = floatValue(literal);
    if (failure)
        return refused("illegal number syntax: " + goQuoted(literal));
    if (literal.find_first_of(".eEpP") == std::string_view::npos)
        return refused("integer overflow: " + goQuoted(literal));
    number.real = value;
    addWholeValues(number);
    return number;
}

Result<double> goParseFloat(std::string_view text)
{
    const auto [value, failure] = floatValue(text);
    if (!failure)
        return value;
    return refused("strconv.ParseFloat: parsing " + goQuoted(text) + ": " +
                   (*failure == FloatFailure::Range ? "value out of range" : "invalid syntax"));
}

} // namespace sightglass
