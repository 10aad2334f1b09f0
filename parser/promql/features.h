// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace sightglass::promql
