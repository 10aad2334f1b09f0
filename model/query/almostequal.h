// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass {

/// Prometheus' relative comparison (PromQL reference, section 15): two stale markers are equal, a stale
/// marker equals nothing else, NaN equals NaN, infinities only themselves; else the difference is below
/// epsilon relative to the sum of the magnitudes.
[[nodiscard]] bool almostEqual(double a, double b, double epsilon) noexcept;

} // namespace sightglass
