// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/literals.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/base/utf8append.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace sightglass::promql {

namespace {

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isHexDigit(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr bool hasHexPrefix(std::string_view text) noexcept
{
    return text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
}

/// Go's rule: an underscore stands between digits, or between a base prefix and a digit.
bool areUnderscoresPlaced(std::string_view text) noexcept
{
    const bool hex = hasHexPrefix(text);
    char previous = hex ? '0' : '^';
    for (const char c : text.substr(hex ? 2 : 0)) {
        const bool digit = hex ? isHexDigit(c) : isDigit(c);
        if ((c == '_' && previous != '0') || (!digit && c != '_' && previous == '_'))
            return false;
        previous = digit ? '0' : c == '_' ? '_' : '!';
    }
    return previous != '_';
}

std::optional<std::int64_t> integerValue(std::string_view digits) noexcept
{
    int base = 10;
    if (hasHexPrefix(digits)) {
        base = 16;
        digits.remove_prefix(2);
    } else if (digits.size() > 1 && digits.front() == '0') {
        base = 8;
        digits.remove_prefix(1);
    }
    std::int64_t value = 0;
    const char *const end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value, base);
    if (result.ec != std::errc{} || result.ptr != end)
        return std::nullopt;
    return value;
}

std::size_t digitsAt(std::string_view text, std::size_t from) noexcept
{
    std::size_t end = from;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - from;
}

/// Whether a text is a decimal number at all; one that has no value is too large then.
bool isDecimal(std::string_view text) noexcept
{
    const std::size_t whole = digitsAt(text, 0);
    std::size_t pos = whole;
    std::size_t fraction = 0;
    if (pos < text.size() && text[pos] == '.') {
        fraction = digitsAt(text, ++pos);
        pos += fraction;
    }
    if (whole + fraction == 0)
        return false;
    if (pos == text.size())
        return true;
    if (text[pos] != 'e' && text[pos] != 'E')
        return false;
    ++pos;
    if (pos < text.size() && (text[pos] == '+' || text[pos] == '-'))
        ++pos;
    const std::size_t exponent = digitsAt(text, pos);
    return exponent > 0 && pos + exponent == text.size();
}

LiteralError numberError(std::string_view text, std::string_view reason)
{
    return {"error parsing number: strconv.ParseFloat: parsing " + goQuoted(text) + ": " +
            std::string(reason)};
}

struct Unit
{
    std::string_view name;
    std::uint64_t nanoseconds;
};

constexpr std::uint64_t millisecond = 1'000'000;
constexpr std::uint64_t second = 1000 * millisecond;
constexpr std::uint64_t day = 24 * 3600 * second;
constexpr std::uint64_t tooLong = 1ULL << 63U;

constexpr std::array<Unit, 7> units = {{
    {"y", 365 * day},
    {"w", 7 * day},
    {"d", day},
    {"h", 3600 * second},
    {"m", 60 * second},
    {"s", second},
    {"ms", millisecond},
}};

std::string_view takeWhile(std::string_view &text, bool digits) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length]) == digits)
        ++length;
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

/// Takes one escape sequence, which the lexer has checked, off the front of the text behind its backslash.
void appendEscape(std::string &out, std::string_view &text)
{
    constexpr std::string_view names = "abtnvfr";
    const char kind = text.front();
    if (const std::size_t control = names.find(kind); control != std::string_view::npos) {
        out += static_cast<char>(7 + control);
        text.remove_prefix(1);
        return;
    }
    const bool octal = kind >= '0' && kind <= '7';
    const std::size_t digits = octal ? 3 : kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0) {
        out += kind;
        text.remove_prefix(1);
        return;
    }
    const std::string_view number = text.substr(octal ? 0 : 1, digits);
    std::uint32_t value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value, octal ? 8 : 16);
    if (octal || kind == 'x')
        out += static_cast<char>(value);
    else
        appendUtf8(out, value);
    text.remove_prefix(number.size() + (octal ? 0 : 1));
}

} // namespace

std::variant<double, LiteralError> numberValue(std::string_view text)
{
    std::string digits(text);
    if (text.find('_') != std::string_view::npos) {
        if (!areUnderscoresPlaced(text))
            return numberError(text, "invalid syntax");
        std::erase(digits, '_');
    }
    if (const auto integer = integerValue(digits))
        return static_cast<double>(*integer);
    if (const auto value = parseFloat(digits))
        return *value;
    return numberError(text, isDecimal(digits) ? "value out of range" : "invalid syntax");
}

std::variant<double, LiteralError> durationSeconds(std::string_view text)
{
    const auto invalid = [text] { return LiteralError{"not a valid duration string: " + goQuoted(text)}; };
    std::string_view rest = text;
    std::uint64_t total = 0;
    std::size_t nextUnit = 0;
    while (!rest.empty()) {
        const std::string_view digits = takeWhile(rest, true);
        std::uint64_t count = 0;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), count).ec != std::errc{})
            return invalid();
        const std::string_view name = takeWhile(rest, false);
        std::size_t unit = 0;
        while (unit < units.size() && units[unit].name != name)
            ++unit;
        if (name.empty())
            return invalid();
        if (unit == units.size())
            return LiteralError{"unknown unit " + goQuoted(name) + " in duration " + goQuoted(text)};
        if (unit < nextUnit)
            return invalid();
        nextUnit = unit + 1;
        if (count > (tooLong - 1 - total) / units[unit].nanoseconds)
            return LiteralError{"duration out of range"};
        total += count * units[unit].nanoseconds;
    }
    return static_cast<double>(total / second) + static_cast<double>(total % second) / 1e9;
}

std::string unquoted(std::string_view token)
{
    const char quote = token.front();
    std::string_view text = token.substr(1, token.size() - 2);
    if (quote == '`')
        return std::string(text);
    std::string out;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '\\')
            appendEscape(out, text);
        else
            out += c;
    }
    return out;
}

std::int64_t literalMilliseconds(double seconds) noexcept
{
    constexpr double longest = 9223372036854774784.0; // the last double below 2^63
    const double nanoseconds = std::round(seconds * 1e9);
    return static_cast<std::int64_t>(std::fmin(std::fmax(nanoseconds, -longest), longest)) /
           static_cast<std::int64_t>(millisecond);
}

bool isDurationOutOfRange(double seconds) noexcept
{
    constexpr double limit = static_cast<double>(tooLong) / 1e9;
    return !(std::fabs(seconds) <= limit);
}

} // namespace sightglass::promql
