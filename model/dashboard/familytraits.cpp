// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familytraits.h"

#include "model/core/namewords.h"
#include "model/core/units.h"
#include "model/dashboard/ratios.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::int64_t longEnoughToStandStill = 20 * 1000;
constexpr std::int64_t longEnoughToBeQuiet = 5 * 1000;
constexpr double year2001 = 1e9;
constexpr double year2100 = 4.1e9;

/// Last words of names whose values are points in time where they are of their size.
constexpr std::array<std::string_view, 8> momentWords = {"seen", "time",   "timestamp", "since",
                                                         "ts",   "expiry", "expires",   "updated"};

constexpr std::array<std::string_view, 16> troubleBeginnings = {
    "error", "err",    "fail",    "drop",    "discard", "reject", "timeout",  "retr",
    "panic", "exceed", "corrupt", "invalid", "dead",    "abort",  "overflow", "oom",
};

bool isHashByName(const MetricFamily &family)
{
    const auto words = nameWords(family.name);
    return isPlainValue(family) && !words.empty() && lowered(words.back()) == "hash";
}

} // namespace

bool isPlainValue(const MetricFamily &family)
{
    return family.type == MetricType::Gauge || family.type == MetricType::Unknown;
}

std::optional<double> timestampScale(const MetricFamily &family)
{
    if (!isPlainValue(family) || family.lowest != std::clamp(family.lowest, year2001, year2100 * 1000))
        return std::nullopt;
    const std::string unit = inferPresentUnit(family.name, family.lowest);
    if (unit == unixSecondsUnit)
        return 1;
    if (unit == unixMillisecondsUnit)
        return 1000;
    const auto words = nameWords(family.name);
    const bool isMoment = !words.empty() && std::ranges::count(momentWords, lowered(words.back())) > 0;
    return isMoment && family.lowest <= year2100 ? std::optional<double>(1) : std::nullopt;
}

bool isStateSet(const MetricFamily &family)
{
    const bool isNamed = std::ranges::any_of(
        family.spread, [&family](const LabelSpread &label) { return label.name == family.name; });
    const bool isDeclared = family.type == MetricType::StateSet && family.series > 1;
    return (isDeclared || (isPlainValue(family) && isNamed)) && family.lowest >= 0 && family.highest <= 1;
}

bool isFactByName(const MetricFamily &family)
{
    return family.type == MetricType::Info || isHashByName(family) || family.name.starts_with("scrape_");
}

bool isConstant(const MetricFamily &family)
{
    const bool still = family.activity == 0 && family.observedMs >= longEnoughToStandStill;
    const bool tells = isPlainValue(family) && (ratioScale(family) || timestampScale(family));
    return still && !tells;
}

bool isQuiet(const MetricFamily &family)
{
    return family.activity == 0 && family.observedMs >= longEnoughToBeQuiet;
}

bool isUnused(const MetricFamily &family)
{
    return family.lowest == 0 && family.highest == 0;
}

bool isDead(const MetricFamily &family)
{
    const bool isDistribution = family.parts.buckets || family.parts.averages || family.parts.native;
    const bool isCounter = family.type == MetricType::Counter;
    return isQuiet(family) && (isDistribution || (isCounter && isUnused(family)));
}

bool countsTrouble(const MetricFamily &family)
{
    if (family.type != MetricType::Counter)
        return false;
    const auto words = nameWords(family.name);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return std::ranges::any_of(troubleBeginnings, [plain = lowered(word)](std::string_view beginning) {
            return plain.starts_with(beginning);
        });
    });
}

} // namespace sightglass
