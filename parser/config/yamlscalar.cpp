// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlscalar.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view standardTags = "tag:yaml.org,2002:";

constexpr std::array trueWords = {"true"sv, "True"sv, "TRUE"sv};
constexpr std::array falseWords = {"false"sv, "False"sv, "FALSE"sv};
constexpr std::array yesWords = {"y"sv, "Y"sv, "yes"sv, "Yes"sv, "YES"sv, "on"sv, "On"sv, "ON"sv};
constexpr std::array noWords = {"n"sv, "N"sv, "no"sv, "No"sv, "NO"sv, "off"sv, "Off"sv, "OFF"sv};
constexpr std::array nullWords = {""sv, "~"sv, "null"sv, "Null"sv, "NULL"sv};

bool contains(const auto &words, std::string_view text)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<double> specialFloat(std::string_view text)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return std::numeric_limits<double>::quiet_NaN();
    const bool negative = text.starts_with('-');
    const std::string_view word = text.substr(negative || text.starts_with('+') ? 1 : 0);
    if (word == ".inf" || word == ".Inf" || word == ".INF")
        return negative ? -infinity : infinity;
    return {};
}

/// The base that a prefix names, which is cut off.
int takeBase(std::string_view &digits)
{
    if (digits.size() < 2 || digits[0] != '0')
        return 10;
    const char mark = digits[1];
    const int base = mark == 'x' || mark == 'X'   ? 16
                     : mark == 'o' || mark == 'O' ? 8
                     : mark == 'b' || mark == 'B' ? 2
                                                  : 0;
    digits.remove_prefix(base == 0 ? 1 : 2);
    return base == 0 ? 8 : base;
}

std::optional<YamlValue> integer(std::string_view text)
{
    const bool negative = text.starts_with('-');
    std::string_view digits = text.substr(negative || text.starts_with('+') ? 1 : 0);
    const int base = takeBase(digits);
    std::uint64_t magnitude = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
    if (digits.empty() || problem != std::errc() || end != digits.data() + digits.size())
        return {};
    constexpr std::uint64_t signedMax = std::numeric_limits<std::int64_t>::max();
    if (magnitude <= signedMax)
        return static_cast<std::int64_t>(magnitude) * (negative ? -1 : 1);
    if (negative)
        return magnitude == signedMax + 1 ? std::optional<YamlValue>(std::numeric_limits<std::int64_t>::min())
                                          : std::nullopt;
    return text.starts_with('+') ? std::nullopt : std::optional<YamlValue>(magnitude);
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool looksLikeFloat(std::string_view text)
{
    const auto takeDigits = [&text] {
        const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(count);
        return count;
    };
    const auto takeAny = [&text](std::string_view set) {
        const bool there = !text.empty() && set.find(text[0]) != std::string_view::npos;
        text.remove_prefix(there ? 1 : 0);
        return there;
    };
    takeAny("+-");
    const std::size_t whole = takeDigits();
    const std::size_t fraction = takeAny(".") ? takeDigits() : 0;
    if (whole + fraction == 0)
        return false;
    if (takeAny("eE")) {
        takeAny("+-");
        if (takeDigits() == 0)
            return false;
    }
    return text.empty();
}

/// Takes digits, at most so many; -1 where there are none.
int takeNumber(std::string_view &text, std::size_t longest)
{
    int value = 0;
    std::size_t digits = 0;
    for (; digits < std::min(longest, text.size()) && isDigit(text[digits]); ++digits)
        value = value * 10 + (text[digits] - '0');
    text.remove_prefix(digits);
    return digits == 0 ? -1 : value;
}

bool take(std::string_view &text, std::string_view set)
{
    if (text.empty() || set.find(text[0]) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

int daysOf(int year, int month)
{
    constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leaps ? 1 : 0);
}

/// 2001-2-3
bool takeDay(std::string_view &text)
{
    if (text.find_first_not_of("0123456789") != 4)
        return false;
    const int year = takeNumber(text, 4);
    if (!take(text, "-"))
        return false;
    const int month = takeNumber(text, 2);
    if (month < 1 || month > 12 || !take(text, "-"))
        return false;
    const int day = takeNumber(text, 2);
    return day >= 1 && day <= daysOf(year, month);
}

/// 4:5:6.789
bool takeClock(std::string_view &text)
{
    const auto takeBelow = [&text](int limit) {
        const int value = takeNumber(text, 2);
        return value >= 0 && value < limit;
    };
    if (!takeBelow(24) || !take(text, ":") || !takeBelow(60) || !take(text, ":") || !takeBelow(60))
        return false;
    if (take(text, "."))
        return takeNumber(text, 9) >= 0;
    return true;
}

/// Z or +01:00
bool takeZone(std::string_view &text)
{
    if (take(text, "Z"))
        return true;
    constexpr std::size_t length = 6;
    const bool isZone = text.size() >= length && (text[0] == '+' || text[0] == '-') && isDigit(text[1]) &&
                        isDigit(text[2]) && text[3] == ':' && isDigit(text[4]) && isDigit(text[5]);
    text.remove_prefix(isZone ? length : 0);
    return isZone;
}

/// A day, "2001-2-3 4:5:6" or "2001-2-3T4:5:6Z", the last two with fractions of seconds too.
bool isTimestamp(std::string_view text)
{
    if (!takeDay(text))
        return false;
    if (text.empty())
        return true;
    const bool zoned = text[0] == 'T' || text[0] == 't';
    return take(text, "Tt ") && takeClock(text) && (!zoned || takeZone(text)) && text.empty();
}

std::optional<YamlValue> number(std::string_view text)
{
    if (text.empty() || !(isDigit(text[0]) || text[0] == '+' || text[0] == '-' || text[0] == '.'))
        return {};
    if (const auto special = specialFloat(text))
        return *special;
    if (isTimestamp(text))
        return YamlTimestamp{};
    std::string plain(text);
    std::erase(plain, '_');
    if (const auto whole = integer(plain))
        return whole;
    if (!looksLikeFloat(plain))
        return {};
    const auto real = parseFloat(plain);
    return real ? std::optional<YamlValue>(*real) : std::nullopt;
}

} // namespace

YamlValue resolvePlain(std::string_view text, GoYaml version)
{
    if (contains(nullWords, text))
        return std::monostate{};
    if (contains(trueWords, text))
        return true;
    if (contains(falseWords, text))
        return false;
    if (const auto word = yesOrNo(text); word && version == GoYaml::V2)
        return *word;
    if (auto value = number(text))
        return *std::move(value);
    return std::string(text);
}

std::optional<bool> yesOrNo(std::string_view text)
{
    if (contains(yesWords, text))
        return true;
    return contains(noWords, text) ? std::optional(false) : std::nullopt;
}

std::optional<YamlValue> resolveScalar(const YamlNode &node, GoYaml version)
{
    if (node.kind == YamlKind::Null)
        return std::monostate{};
    if (node.plain)
        return resolvePlain(node.text, version);
    if (!node.tag.starts_with(standardTags))
        return node.text; // in quotes, or with a tag of somebody's own
    const std::string_view type = std::string_view(node.tag).substr(standardTags.size());
    constexpr std::array checked = {"int"sv, "float"sv, "bool"sv, "null"sv, "timestamp"sv};
    if (!contains(checked, type))
        return node.text;
    YamlValue value = resolvePlain(node.text, version);
    const bool whole =
        std::holds_alternative<std::int64_t>(value) || std::holds_alternative<std::uint64_t>(value);
    const bool fits = (type == "int" && whole) ||
                      (type == "float" && (whole || std::holds_alternative<double>(value))) ||
                      (type == "bool" && std::holds_alternative<bool>(value)) ||
                      (type == "null" && std::holds_alternative<std::monostate>(value)) ||
                      (type == "timestamp" && std::holds_alternative<YamlTimestamp>(value));
    return fits ? std::optional<YamlValue>(std::move(value)) : std::nullopt;
}

std::string yamlTypeName(const YamlNode &node, GoYaml version)
{
    if (node.tag.starts_with(standardTags))
        return "!!" + node.tag.substr(standardTags.size());
    if (!node.tag.empty())
        return node.tag;
    if (node.kind == YamlKind::Sequence)
        return "!!seq";
    if (node.kind == YamlKind::Mapping)
        return "!!map";
    if (node.plain && node.text == "<<")
        return "!!merge";
    const auto value = resolveScalar(node, version);
    constexpr std::array names = {"!!null", "!!bool", "!!int", "!!int", "!!float", "!!timestamp", "!!str"};
    return names[value ? value->index() : names.size() - 1];
}

} // namespace sightglass
