// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/durationtext.h"

#include <array>
#include <limits>

namespace sightglass {

namespace {

struct DurationUnit
{
    std::string_view name;
    std::int64_t milliseconds;
    bool printedOnlyExact; // y and w are printed only where nothing remains
};

constexpr std::int64_t second = 1000;
constexpr std::int64_t day = 24 * 3600 * second;

/// From large to small; "ms" stands before "m" and "s" in neither order's way because units are matched
/// whole.
constexpr std::array<DurationUnit, 7> units = {{
    {"y", 365 * day, true},
    {"w", 7 * day, true},
    {"d", day, false},
    {"h", 3600 * second, false},
    {"m", 60 * second, false},
    {"s", second, false},
    {"ms", 1, false},
}};

/// 2^63 ns in whole milliseconds.
constexpr std::int64_t longest = std::numeric_limits<std::int64_t>::max() / 1'000'000;

std::string_view takeWhile(std::string_view &text, bool digits) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && (text[length] >= '0' && text[length] <= '9') == digits)
        ++length;
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

std::optional<std::int64_t> parseCount(std::string_view digits) noexcept
{
    std::int64_t count = 0;
    for (const char c : digits) {
        count = count * 10 + (c - '0');
        if (count > longest)
            return std::nullopt;
    }
    return count;
}

} // namespace

std::optional<std::int64_t> parseDurationMs(std::string_view text) noexcept
{
    if (text == "0")
        return 0;
    if (text.empty())
        return std::nullopt;
    std::int64_t total = 0;
    std::size_t nextUnit = 0;
    while (!text.empty()) {
        const std::string_view digits = takeWhile(text, true);
        const std::string_view unit = takeWhile(text, false);
        const auto count = parseCount(digits);
        while (nextUnit < units.size() && units[nextUnit].name != unit)
            ++nextUnit;
        if (digits.empty() || !count || nextUnit == units.size())
            return std::nullopt;
        const std::int64_t factor = units[nextUnit++].milliseconds;
        if (*count > (longest - total) / factor)
            return std::nullopt;
        total += *count * factor;
    }
    return total;
}

std::string formatDurationMs(std::int64_t milliseconds)
{
    if (milliseconds == 0)
        return "0s";
    std::string text = milliseconds < 0 ? "-" : "";
    auto rest = static_cast<std::uint64_t>(milliseconds);
    if (milliseconds < 0)
        rest = 0 - rest;
    for (const DurationUnit &unit : units) {
        const auto factor = static_cast<std::uint64_t>(unit.milliseconds);
        if (rest < factor || (unit.printedOnlyExact && rest % factor != 0))
            continue;
        text += std::to_string(rest / factor);
        text += unit.name;
        rest %= factor;
    }
    return text;
}

} // namespace sightglass
