// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass {

/// x to the power of y as Go's math.Pow multiplies it, which is Prometheus' ^ : by squaring for the whole
/// part of y, so that the last bits are Go's and not the correctly rounded ones; all special cases too
/// ((-0)^-3 = -Inf, 1^NaN = 1, (-8)^(1/3) = NaN). For what is left of y Go uses its exp() and log(), whose
/// last bit depends on the processor: there ours is as good as any.
[[nodiscard]] double goPow(double x, double y) noexcept;

} // namespace sightglass
