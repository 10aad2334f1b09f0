// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/promlintunits.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sightglass {

namespace {

constexpr std::array<NameUnit, 24> units = {{
    {"amperes", "amperes"}, {"bytes", "bytes"},     {"celsius", "celsius"}, {"grams", "grams"},
    {"joules", "joules"},   {"kelvin", "kelvin"},   {"meters", "meters"},   {"metres", "metres"},
    {"seconds", "seconds"}, {"volts", "volts"},     {"minutes", "seconds"}, {"hours", "seconds"},
    {"days", "seconds"},    {"weeks", "seconds"},   {"kelvins", "kelvin"},  {"fahrenheit", "celsius"},
    {"rankine", "celsius"}, {"inches", "meters"},   {"yards", "meters"},    {"miles", "meters"},
    {"bits", "bytes"},      {"calories", "joules"}, {"pounds", "grams"},    {"ounces", "grams"},
}};

constexpr std::array<std::string_view, 19> prefixes = {
    "pico", "nano", "micro", "milli", "centi", "deci", "deca", "hecto", "kilo", "kibi",
    "mega", "mibi", "giga",  "gibi",  "tera",  "tebi", "peta", "pebi",  ""};

NameUnit unitOf(std::string_view part) noexcept
{
    for (const NameUnit &unit : units) {
        if (!part.ends_with(unit.unit))
            continue;
        const std::string_view prefix = part.substr(0, part.size() - unit.unit.size());
        if (std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end())
            return {part, unit.base};
    }
    return {};
}

} // namespace

NameUnit unitInName(std::string_view metric) noexcept
{
    while (true) {
        const std::size_t end = std::min(metric.find('_'), metric.size());
        const NameUnit unit = unitOf(metric.substr(0, end));
        if (!unit.unit.empty() || end == metric.size())
            return unit;
        metric.remove_prefix(end + 1);
    }
}

std::vector<NameUnit> unitsInName(std::string_view metric)
{
    std::vector<NameUnit> found;
    while (!metric.empty()) {
        const std::size_t end = std::min(metric.find('_'), metric.size());
        const NameUnit unit = unitOf(metric.substr(0, end));
        const auto isSame = [&unit](const NameUnit &each) { return each.unit == unit.unit; };
        if (!unit.unit.empty() && std::none_of(found.begin(), found.end(), isSame))
            found.push_back(unit);
        metric.remove_prefix(std::min(end + 1, metric.size()));
    }
    return found;
}

} // namespace sightglass
