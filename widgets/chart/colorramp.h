// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <array>
#include <span>

namespace sightglass {

/// Colours for 0 … 1 in equal steps of perceived difference.
using ColorRamp = std::array<QRgb, 256>;

/// A ramp through these colours (at least two), evenly spaced, interpolated in the OKLab colour space.
[[nodiscard]] ColorRamp colorRamp(std::span<const QRgb> stops);

/// Ramps for heatmaps: lightness rises (dark surface) or falls (light surface) steadily, so that they read
/// without colour too.
[[nodiscard]] ColorRamp rampOnDark();
[[nodiscard]] ColorRamp rampOnLight();

} // namespace sightglass
