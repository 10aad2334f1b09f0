// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/grafanainterval.h"

#include "parser/base/numbertext.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

struct Rounding
{
    std::int64_t below; ///< what is shorter than this
    std::int64_t is;
};

constexpr std::array<Rounding, 29> roundings = {{
    {10, 1},
    {15, 10},
    {35, 20},
    {75, 50},
    {150, 100},
    {350, 200},
    {750, 500},
    {1500, second},
    {3500, 2 * second},
    {7500, 5 * second},
    {12500, 10 * second},
    {17500, 15 * second},
    {25000, 20 * second},
    {45000, 30 * second},
    {90000, minute},
    {210000, 2 * minute},
    {450000, 5 * minute},
    {750000, 10 * minute},
    {1050000, 15 * minute},
    {1500000, 20 * minute},
    {2700000, 30 * minute},
    {5400000, hour},
    {9000000, 2 * hour},
    {16200000, 3 * hour},
    {32400000, 6 * hour},
    {86400000, 12 * hour},
    {604800000, day},
    {1814400000, 7 * day},
    {3628800000, 30 * day},
}};

constexpr std::array<std::pair<std::string_view, std::int64_t>, 8> units = {{
    {"ms", 1},
    {"s", second},
    {"m", minute},
    {"h", hour},
    {"d", day},
    {"w", 7 * day},
    {"M", 30 * day},
    {"y", 365 * day},
}};

} // namespace

std::int64_t roundedInterval(std::int64_t milliseconds) noexcept
{
    for (const Rounding &rounding : roundings) {
        if (milliseconds < rounding.below)
            return rounding.is;
    }
    return 365 * day;
}

std::optional<std::int64_t> grafanaIntervalMs(std::string_view text) noexcept
{
    constexpr double longest = 1e15;
    while (!text.empty() && (text.front() == ' ' || text.front() == '>'))
        text.remove_prefix(1);
    const std::size_t digits = text.find_first_not_of("0123456789.");
    const auto number = parseFloat(text.substr(0, digits));
    if (!number)
        return std::nullopt;
    double factor = second;
    if (digits != std::string_view::npos) {
        factor = 0;
        for (const auto &[unit, milliseconds] : units) {
            if (factor == 0 && text.substr(digits).starts_with(unit))
                factor = double(milliseconds);
        }
    }
    const double result = std::round(*number * factor);
    if (factor == 0 || !(result >= 0) || result > longest)
        return std::nullopt;
    return static_cast<std::int64_t>(result);
}

} // namespace sightglass
