// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace sightglass::promql {

/// Prometheus' named feature switches that change what parses or how it evaluates (PromQL reference, section
/// 1). All off by default, as in Prometheus.
struct Features
{
    bool experimentalFunctions = false;  ///< promql-experimental-functions
    bool extendedRangeSelectors = false; ///< promql-extended-range-selectors
    bool binopFillModifiers = false;     ///< promql-binop-fill-modifiers
    bool delayedNameRemoval = false;     ///< promql-delayed-name-removal
    bool useStartTimestamps = false;     ///< use-start-timestamps

    [[nodiscard]] static constexpr Features all() noexcept { return {true, true, true, true, true}; }
};

/// A switch and the name that Prometheus' --enable-feature knows it by.
struct FeatureSwitch
{
    std::string_view name;
    bool Features::*member;
};

inline constexpr std::array<FeatureSwitch, 5> featureSwitches{{
    {"promql-experimental-functions", &Features::experimentalFunctions},
    {"promql-extended-range-selectors", &Features::extendedRangeSelectors},
    {"promql-binop-fill-modifiers", &Features::binopFillModifiers},
    {"promql-delayed-name-removal", &Features::delayedNameRemoval},
    {"use-start-timestamps", &Features::useStartTimestamps},
}};

} // namespace sightglass::promql
