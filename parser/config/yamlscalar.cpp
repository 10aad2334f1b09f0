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

constexpr std::array trueWords = {"y"sv,    "Y"sv,    "yes"sv, "Yes"sv, "YES"sv, "true"sv,
                                  "True"sv, "TRUE"sv, "on"sv,  "On"sv,  "ON"sv};
constexpr std::array falseWords = {"n"sv,     "N"sv,     "no"sv,  "No"sv,  "NO"sv, "false"sv,
                                   "False"sv, "FALSE"sv, "off"sv, "Off"sv, "OFF"sv};
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

/// Enough of it to call it by its name: 2001-2-3.
bool looksLikeDay(std::string_view text)
{
    constexpr std::array<std::size_t, 3> longest = {4, 2, 2};
    for (std::size_t part = 0; part < longest.size(); ++part) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0 || digits > longest[part] || (part == 0 && digits != 4))
            return false;
        text.remove_prefix(digits);
        if (part < 2 && !text.starts_with('-'))
            return false;
        text.remove_prefix(part < 2 ? 1 : 0);
    }
    return text.empty();
}

std::optional<YamlValue> number(std::string_view text)
{
    if (text.empty() || !(isDigit(text[0]) || text[0] == '+' || text[0] == '-' || text[0] == '.'))
        return {};
    if (const auto special = specialFloat(text))
        return *special;
    if (looksLikeDay(text))
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

YamlValue resolvePlain(std::string_view text)
{
    if (contains(nullWords, text))
        return std::monostate{};
    if (contains(trueWords, text))
        return true;
    if (contains(falseWords, text))
        return false;
    if (auto value = number(text))
        return *std::move(value);
    return std::string(text);
}

std::optional<YamlValue> resolveScalar(const YamlNode &node)
{
    if (node.kind == YamlKind::Null)
        return std::monostate{};
    if (node.plain)
        return resolvePlain(node.text);
    if (!node.tag.starts_with(standardTags))
        return node.text; // in quotes, or with a tag of somebody's own
    const std::string_view type = std::string_view(node.tag).substr(standardTags.size());
    if (type == "str")
        return node.text;
    YamlValue value = resolvePlain(node.text);
    const bool whole =
        std::holds_alternative<std::int64_t>(value) || std::holds_alternative<std::uint64_t>(value);
    const bool fits = (type == "int" && whole) ||
                      (type == "float" && (whole || std::holds_alternative<double>(value))) ||
                      (type == "bool" && std::holds_alternative<bool>(value)) ||
                      (type == "null" && std::holds_alternative<std::monostate>(value)) ||
                      (type == "timestamp" && std::holds_alternative<YamlTimestamp>(value));
    return fits ? std::optional<YamlValue>(std::move(value)) : std::nullopt;
}

std::string yamlTypeName(const YamlNode &node)
{
    if (node.tag.starts_with(standardTags))
        return "!!" + node.tag.substr(standardTags.size());
    if (!node.tag.empty())
        return node.tag;
    if (node.kind == YamlKind::Sequence)
        return "!!seq";
    if (node.kind == YamlKind::Mapping)
        return "!!map";
    const auto value = resolveScalar(node);
    constexpr std::array names = {"!!null", "!!bool", "!!int", "!!int", "!!float", "!!timestamp", "!!str"};
    return names[value ? value->index() : names.size() - 1];
}

} // namespace sightglass
