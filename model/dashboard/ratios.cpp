// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/ratios.h"

#include "model/core/namewords.h"
#include "model/core/units.h"

#include <algorithm>
#include <initializer_list>

namespace sightglass {

namespace {

bool hasWord(std::string_view name, std::initializer_list<std::string_view> wanted)
{
    const auto words = nameWords(name);
    return std::any_of(words.begin(), words.end(), [wanted](std::string_view word) {
        return std::find(wanted.begin(), wanted.end(), lowered(word)) != wanted.end();
    });
}

bool saysShare(std::string_view name)
{
    if (name.ends_with("hit_rate") || name.ends_with("success_rate") || name.ends_with("error_rate"))
        return true;
    return hasWord(name,
                   {"ratio", "percent", "percentage", "pct", "utilization", "utilisation", "saturation"});
}

bool contains(std::string_view text, std::initializer_list<std::string_view> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [text](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

bool saysPercent(std::string_view text)
{
    return contains(text, {"percent", "Percent", "0-100", "0..100", "0 to 100", "0\u2013100", "(%)"});
}

} // namespace

std::optional<RatioScale> ratioScale(const MetricFamily &family)
{
    std::string unit = inferUnit(family.name, family.metadata.unit, UnitForm::Value);
    const bool stated = unit == "percent" || unit == "percentunit";
    if (!stated && !saysShare(family.name))
        return std::nullopt;
    if (!stated)
        unit = saysPercent(family.metadata.help) || family.highest > 1 ? "percent" : "percentunit";
    const RatioScale scale{unit, unit == "percent" ? 100.0 : 1.0};
    const bool inRange = family.lowest >= 0 && family.highest <= scale.whole;
    return inRange ? std::optional(scale) : std::nullopt;
}

Thresholds ratioThresholds(const MetricFamily &family, const RatioScale &scale)
{
    const auto steps = [&scale](const char *lowest, double second, const char *middle, double third,
                                const char *highest) {
        return Thresholds{ThresholdsMode::Absolute,
                          {{{}, lowest}, {second * scale.whole, middle}, {third * scale.whole, highest}}};
    };
    if (hasWord(family.name,
                {"hit", "hits", "success", "available", "availability", "free", "idle", "healthy"}))
        return steps("critical", 0.5, "warning", 0.8, "good");
    if (hasWord(family.name, {"used", "usage", "utilization", "utilisation", "saturation", "busy", "full"}))
        return steps("good", 0.8, "warning", 0.95, "critical");
    if (hasWord(family.name, {"error", "errors", "failure", "failures", "failed", "loss", "lost", "dropped"}))
        return steps("good", 0.01, "warning", 0.05, "critical");
    return {ThresholdsMode::Absolute, {{{}, "info"}}};
}

} // namespace sightglass
