// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sightglass {

/// The names of d3-scale-chromatic's colour schemes that a heatmap may have, in Grafana's order. Their
/// colours are in widgets/chart (rampSchemes()).
inline constexpr std::array<std::string_view, 38> heatmapSchemes{
    "BrBG",     "PiYG",    "PRGn",   "PuOr",    "RdBu",    "RdGy",    "RdYlBu", "RdYlGn",
    "Spectral", "Blues",   "Greens", "Greys",   "Oranges", "Purples", "Reds",   "Turbo",
    "Cividis",  "Viridis", "Magma",  "Inferno", "Plasma",  "Warm",    "Cool",   "CubehelixDefault",
    "BuGn",     "BuPu",    "GnBu",   "OrRd",    "PuBuGn",  "PuBu",    "PuRd",   "RdPu",
    "YlGnBu",   "YlGn",    "YlOrBr", "YlOrRd",  "Rainbow", "Sinebow"};

/// Upper and lower case do not matter.
[[nodiscard]] constexpr bool isHeatmapScheme(std::string_view name)
{
    constexpr auto lower = [](char c) { return asciiLower(c); };
    return std::ranges::any_of(heatmapSchemes, [&](std::string_view one) {
        return std::ranges::equal(one, name, {}, lower, lower);
    });
}

} // namespace sightglass
