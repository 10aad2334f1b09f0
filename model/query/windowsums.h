// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/kahansum.h"
#include "model/query/windows.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// How many windows are added up side by side.
enum class SumWidth : std::uint8_t
{
    Fastest, ///< what this machine does best
    Narrow   ///< what every machine can, for comparison
};

/// The compensated sum of every window, each added up in Prometheus' order, some neighbouring windows side by
/// side: one window alone waits for the result of every addition. Bit for bit what KahanSum gives. Only for
/// values whose absolute values add up to less than 1e300 (see isSummable), so that nothing overflows.
void sumWindows(const std::vector<double> &values, std::span<const Window> windows,
                std::vector<KahanSum> &sums, SumWidth width = SumWidth::Fastest);

/// All finite, and no sum of any of them can overflow.
[[nodiscard]] bool isSummable(const std::vector<double> &values) noexcept;

} // namespace sightglass
