// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/colornames.h"

#include <span>
#include <string_view>

namespace sightglass {

/// The colours of a continuous scheme ("continuous-GrYlRd", "continuous-blues", "continuous-viridis", …),
/// from low to high; empty for an unknown id.
[[nodiscard]] std::span<const std::string_view> schemeColors(std::string_view id) noexcept;

/// All ids, in Grafana's order.
[[nodiscard]] std::span<const std::string_view> schemeIds() noexcept;

/// A scheme at a share of its way, 0 to 1 (beyond that its ends; NaN is 0): a B-spline through the named
/// colours, as Grafana draws it, and straight lines between those of viridis and its kin, which are samples
/// of the scheme itself. Empty for an unknown id.
[[nodiscard]] std::optional<Rgba> schemeColor(std::string_view id, double share, Surface surface) noexcept;

} // namespace sightglass
