// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/calculation.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sightglass {

namespace {

constexpr int percentiles = 99;
constexpr std::size_t longestPercentileId = 3;

/// The ids of all but the percentiles, in the order of the enumeration.
constexpr std::string_view ids[] = {
    "lastNotNull",   "last",      "firstNotNull", "first",     "min",          "logmin",   "max",
    "mean",          "median",    "mode",         "variance",  "stdDev",       "sum",      "count",
    "countAll",      "range",     "delta",        "step",      "diff",         "diffperc", "changeCount",
    "distinctCount", "allIsZero", "allIsNull",    "allValues", "uniqueValues",
};
static_assert(std::size(ids) == std::size_t(Calculation::Percentile1));

struct Alias
{
    std::string_view id;
    Calculation calculation;
};

constexpr Alias aliases[] = {
    {"current", Calculation::LastNotNull},
    {"avg", Calculation::Mean},
    {"total", Calculation::Sum},
};

/// "p1" to "p99", each with its length.
constexpr auto percentileIds = [] {
    std::array<std::array<char, longestPercentileId>, percentiles> texts{};
    for (int percent = 1; percent <= percentiles; ++percent) {
        auto &text = texts[std::size_t(percent - 1)];
        text[0] = 'p';
        text[1] = char('0' + (percent < 10 ? percent : percent / 10));
        text[2] = percent < 10 ? '\0' : char('0' + percent % 10);
    }
    return texts;
}();

} // namespace

Calculation percentileCalculation(int percent) noexcept
{
    return Calculation(int(Calculation::Percentile1) + std::clamp(percent, 1, percentiles) - 1);
}

std::optional<int> percentOf(Calculation calculation) noexcept
{
    if (calculation < Calculation::Percentile1 || calculation > Calculation::Percentile99)
        return std::nullopt;
    return int(calculation) - int(Calculation::Percentile1) + 1;
}

std::string_view calculationId(Calculation calculation) noexcept
{
    if (const auto percent = percentOf(calculation))
        return {percentileIds[std::size_t(*percent - 1)].data(), *percent < 10 ? 2U : 3U};
    return ids[std::size_t(calculation)];
}

std::optional<Calculation> calculationFromId(std::string_view id) noexcept
{
    if (const auto *found = std::find(std::begin(ids), std::end(ids), id); found != std::end(ids))
        return Calculation(found - std::begin(ids));
    const auto *alias =
        std::find_if(std::begin(aliases), std::end(aliases), [id](const Alias &one) { return one.id == id; });
    if (alias != std::end(aliases))
        return alias->calculation;
    int percent = 0;
    const bool shaped = id.size() >= 2 && id.size() <= longestPercentileId && id[0] == 'p' && id[1] != '0';
    if (!shaped)
        return std::nullopt;
    const auto read = std::from_chars(id.data() + 1, id.data() + id.size(), percent);
    if (read.ec != std::errc{} || read.ptr != id.data() + id.size() || percent < 1)
        return std::nullopt;
    return percentileCalculation(percent);
}

bool keepsUnit(Calculation calculation) noexcept
{
    switch (calculation) {
    case Calculation::Count:
    case Calculation::CountAll:
    case Calculation::ChangeCount:
    case Calculation::DistinctCount:
    case Calculation::DifferencePercent:
    case Calculation::AllIsNull:
    case Calculation::AllIsZero:
    case Calculation::AllValues:
    case Calculation::UniqueValues:
        return false;
    default:
        return true;
    }
}

FieldType resultType(Calculation calculation, FieldType values) noexcept
{
    switch (calculation) {
    case Calculation::Count:
    case Calculation::CountAll:
    case Calculation::ChangeCount:
    case Calculation::DistinctCount:
        return FieldType::Number;
    case Calculation::AllIsNull:
    case Calculation::AllIsZero:
        return FieldType::Boolean;
    case Calculation::AllValues:
    case Calculation::UniqueValues:
        return FieldType::Text;
    default:
        return values;
    }
}

} // namespace sightglass
