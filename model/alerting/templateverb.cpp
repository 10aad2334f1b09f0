// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateverb.h"

#include "model/core/goformat.h"
#include "parser/base/quoting.h"
#include "parser/template/runes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace sightglass {

namespace {

constexpr bool isCapital(char verb) noexcept
{
    return verb >= 'A' && verb <= 'Z';
}

std::string inCapitals(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

std::string converted(double value, std::chars_format style, std::optional<std::size_t> precision)
{
    std::string text(400 + precision.value_or(0), '\0');
    char *const end = text.data() + text.size();
    const auto result = precision
                            ? std::to_chars(text.data(), end, value, style, static_cast<int>(*precision))
                            : std::to_chars(text.data(), end, value, style);
    text.resize(static_cast<std::size_t>(result.ptr - text.data()));
    return text;
}

/// Go's %x: -0x1.8p+01.
std::string hexadecimal(double value, std::optional<std::size_t> precision)
{
    std::string text = converted(std::fabs(value), std::chars_format::hex, precision);
    const std::size_t sign = text.find('p') + 1;
    if (text.size() - sign == 2)
        text.insert(sign + 1, "0");
    return (std::signbit(value) ? "-0x" : "0x") + text;
}

/// Go's %b: 4503599627370496p-52.
std::string binary(double value)
{
    int exponent = 0;
    const auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(value, &exponent), 53));
    exponent = mantissa == 0 ? -1074 : exponent - 53;
    return std::to_string(mantissa) + "p" + (exponent < 0 ? "" : "+") + std::to_string(exponent);
}

/// Without flags and width.
std::string plainReal(double value, char verb, std::optional<std::size_t> precision)
{
    constexpr std::size_t usual = 6;
    switch (verb) {
    case 'b':
        return binary(value);
    case 'e':
    case 'E':
        return converted(value, std::chars_format::scientific, precision.value_or(usual));
    case 'f':
    case 'F':
        return converted(value, std::chars_format::fixed, precision.value_or(usual));
    case 'x':
    case 'X':
        return hexadecimal(value, precision);
    default:
        return precision ? converted(value, std::chars_format::general, precision) : goShortest(value);
    }
}

/// What # does to a decimal number: the point is always there, and %g keeps its zeros.
std::string withPoint(const std::string &text, char verb, std::optional<std::size_t> precision)
{
    const std::size_t e = std::min(text.find_first_of("eEpP"), text.size());
    std::string mantissa = text.substr(0, e);
    const bool hasPoint = mantissa.find('.') != std::string::npos;
    if (verb == 'g' || verb == 'G' || verb == 'v') {
        const std::size_t wanted = precision.value_or(6);
        const std::size_t first = mantissa.find_first_of("123456789");
        const auto digits = static_cast<std::size_t>(
            std::count_if(first == std::string::npos ? mantissa.begin()
                                                     : mantissa.begin() + static_cast<std::ptrdiff_t>(first),
                          mantissa.end(), [](char c) { return c >= '0' && c <= '9'; }));
        if (!hasPoint)
            mantissa += '.';
        mantissa.append(wanted > digits ? wanted - digits : 0, '0');
    } else if (!hasPoint) {
        mantissa += '.';
    }
    return mantissa + text.substr(e);
}

/// Puts a sign before a number where the flags want one, and zeros between the two.
std::string signedAndPadded(std::string digits, bool negative, const GoFormat &format)
{
    const std::string sign = negative ? "-" : format.plus ? "+" : format.space ? " " : "";
    const std::size_t width = format.width.value_or(0);
    if (format.zero && !format.minus && digits.size() + sign.size() < width)
        digits.insert(0, width - digits.size() - sign.size(), '0');
    GoFormat blanks = format;
    blanks.zero = false;
    return goPadded(sign + digits, blanks);
}

std::string hexBytes(std::string_view text, const GoFormat &format, bool capitals)
{
    const std::string_view digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
    const std::string prefix = !format.sharp ? "" : capitals ? "0X" : "0x";
    const std::string_view bytes = text.substr(0, format.precision.value_or(text.size()));
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 0 || format.space)
            out += (i > 0 ? " " : "") + prefix;
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
    return out;
}

std::string_view truncated(std::string_view text, std::optional<std::size_t> runes)
{
    if (!runes)
        return text;
    std::size_t end = 0;
    for (std::size_t i = 0; i < *runes && end < text.size(); ++i)
        end += firstRune(text.substr(end)).length;
    return text.substr(0, end);
}

/// Whether it can stand in back quotes.
bool canBackquote(std::string_view text)
{
    return isValidUtf8(text) && text.find_first_of("`\x7F") == std::string_view::npos &&
           std::ranges::all_of(text,
                               [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\t'; });
}

/// With everything that is not ASCII escaped.
std::string asciiQuoted(std::string_view text)
{
    const std::string quoted = goQuoted(text);
    std::string escaped;
    for (std::string_view rest = quoted; !rest.empty();) {
        const Rune rune = firstRune(rest);
        rest.remove_prefix(rune.length);
        std::array<char, 16> buffer{};
        if (rune.value >= 0x80)
            std::snprintf(buffer.data(), buffer.size(), rune.value < 0x10000 ? "\\u%04x" : "\\U%08x",
                          static_cast<unsigned>(rune.value));
        if (rune.value < 0x80)
            escaped += static_cast<char>(rune.value);
        else
            escaped += buffer.data();
    }
    return escaped;
}

std::string quotedText(std::string_view text, const GoFormat &format)
{
    if (format.sharp && canBackquote(text))
        return "`" + std::string(text) + "`";
    return format.plus ? asciiQuoted(text) : goQuoted(text);
}

std::string quotedRune(char32_t rune, const GoFormat &format)
{
    if (rune == '\'')
        return "'\\''";
    if (rune == '"')
        return "'\"'";
    std::string text;
    appendRune(text, rune);
    text = format.plus ? asciiQuoted(text) : goQuoted(text);
    text.front() = '\'';
    text.back() = '\'';
    return text;
}

std::string unicodeText(std::int64_t value, const GoFormat &format)
{
    std::array<char, 24> digits{};
    const std::size_t wanted =
        std::min<std::size_t>(std::max<std::size_t>(format.precision.value_or(4), 4), 20);
    std::snprintf(digits.data(), digits.size(), "%0*llX", static_cast<int>(wanted),
                  static_cast<unsigned long long>(value));
    std::string text = std::string("U+") + digits.data();
    if (format.sharp && value >= 0 && value <= 0x10FFFF && isPrintableRune(static_cast<char32_t>(value))) {
        text += " '";
        appendRune(text, static_cast<char32_t>(value));
        text += '\'';
    }
    GoFormat blanks = format;
    blanks.zero = false;
    return goPadded(text, blanks);
}

} // namespace

std::string goPadded(std::string_view text, const GoFormat &format)
{
    const std::size_t runes = format.width ? runeCount(text) : 0;
    if (!format.width || runes >= *format.width)
        return std::string(text);
    const std::size_t missing = *format.width - runes;
    if (format.minus)
        return std::string(text) + std::string(missing, ' ');
    return std::string(missing, format.zero ? '0' : ' ') + std::string(text);
}

std::string goInteger(std::int64_t value, char verb, const GoFormat &format)
{
    const int base = verb == 'b' ? 2 : verb == 'o' || verb == 'O' ? 8 : verb == 'x' || verb == 'X' ? 16 : 10;
    const bool negative = value < 0;
    const std::uint64_t magnitude =
        negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    if (format.precision == std::size_t{0} && value == 0) {
        GoFormat blanks = format;
        blanks.zero = false;
        return goPadded("", blanks);
    }
    std::array<char, 65> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, base).ptr;
    std::string digits(buffer.data(), end);
    if (verb == 'X')
        digits = inCapitals(std::move(digits));
    GoFormat left = format;
    if (format.precision) {
        left.zero = false;
        if (digits.size() < *format.precision)
            digits.insert(0, *format.precision - digits.size(), '0');
    }
    std::string prefix;
    if (format.sharp && base == 2)
        prefix = "0b";
    else if (format.sharp && base == 8)
        prefix = digits.front() == '0' ? "" : "0";
    else if (format.sharp && base == 16)
        prefix = verb == 'X' ? "0X" : "0x";
    if (verb == 'O')
        prefix = "0o";
    // Zeros up to the width are digits, so that the prefix stands before them and makes it longer.
    if (left.zero && left.width && !left.minus) {
        const bool sign = negative || left.plus || left.space;
        const std::size_t wanted = *left.width - std::min<std::size_t>(*left.width, sign ? 1 : 0);
        if (digits.size() < wanted)
            digits.insert(0, wanted - digits.size(), '0');
        left.zero = false;
    }
    return signedAndPadded(prefix + digits, negative, left);
}

std::string goReal(double value, char verb, const GoFormat &format)
{
    if (std::isnan(value) || std::isinf(value)) {
        GoFormat blanks = format;
        blanks.zero = false;
        if (std::isnan(value))
            return goPadded(format.plus ? "+NaN" : format.space ? " NaN" : "NaN", blanks);
        const char *positive = format.space && !format.plus ? " Inf" : "+Inf";
        return goPadded(value < 0 ? "-Inf" : positive, blanks);
    }
    std::string digits = plainReal(std::fabs(value), verb, format.precision);
    if (format.sharp && verb != 'b')
        digits = withPoint(digits, verb, format.precision);
    if (isCapital(verb))
        digits = inCapitals(std::move(digits));
    return signedAndPadded(std::move(digits), std::signbit(value), format);
}

std::string goText(std::string_view text, char verb, const GoFormat &format)
{
    if (verb == 'x' || verb == 'X')
        return goPadded(hexBytes(text, format, verb == 'X'), format);
    const std::string_view shown = truncated(text, format.precision);
    if (verb == 'q' || (verb == 'v' && format.sharpV))
        return goPadded(quotedText(shown, format), format);
    return goPadded(shown, format);
}

std::string goBoolean(bool value, const GoFormat &format)
{
    return goPadded(value ? "true" : "false", format);
}

std::string goCharacter(std::int64_t value, char verb, const GoFormat &format)
{
    if (verb == 'U')
        return unicodeText(value, format);
    const bool valid = value >= 0 && value <= 0x10FFFF;
    const char32_t rune = valid ? static_cast<char32_t>(value) : replacementRune;
    if (verb == 'q')
        return goPadded(quotedRune(rune, format), format);
    std::string text;
    appendRune(text, rune);
    return goPadded(text, format);
}

} // namespace sightglass
