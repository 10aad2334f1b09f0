// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace sightglass {

/// The q-quantile of the values with linear interpolation between ranks, as quantile() and
/// quantile_over_time() give it; NaN counts as the smallest. NaN for no values or q NaN, -Inf for q < 0, +Inf
/// for q > 1. Reorders the values.
[[nodiscard]] double quantileOf(double q, std::span<double> values);

/// NaN or outside [0, 1], which is worth a warning.
[[nodiscard]] bool isInvalidQuantile(double q) noexcept;
[[nodiscard]] std::string invalidQuantileText(double q);

} // namespace sightglass
