// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/colorramp.h"

#include <optional>
#include <span>
#include <string_view>

namespace sightglass {

/// The names of d3-scale-chromatic's colour schemes, as Grafana's heatmaps know them ("Oranges", "RdYlBu",
/// "Turbo", …), in its order.
[[nodiscard]] std::span<const std::string_view> rampSchemes() noexcept;

/// A scheme at a share of its way, 0 to 1, as d3 interpolates it; upper and lower case do not matter. Empty
/// for an unknown name.
[[nodiscard]] std::optional<QRgb> rampSchemeColor(std::string_view name, double share);

/// How a ramp is made of a scheme.
struct RampLook
{
    int steps = 64; ///< colours that differ, 2 to 256
    bool reversed = false;
    bool onDark = true; ///< the surface below
    /// Its colour: schemes of few hues begin near it, so that next to nothing looks like that.
    std::optional<QRgb> surface = {};
    double leastSolid = 0.35; ///< how much of their own colour they begin with, 0 to 1
};

/// The ramp of a scheme. As in Grafana, schemes of one hue or several get darker towards many on a light
/// surface and lighter on a dark one, and diverging ones run from cold to warm. An unknown name gives the
/// ramp of this program.
[[nodiscard]] ColorRamp schemeRamp(std::string_view name, const RampLook &look);

/// From the surface's colour to `fill`, as opaque colours.
[[nodiscard]] ColorRamp opacityRamp(QRgb surface, QRgb fill, const RampLook &look);

} // namespace sightglass
