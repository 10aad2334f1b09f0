// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/exactprefix.h"
#include "model/query/sumkernel.h"

#include <span>
#include <vector>

namespace sightglass {

/// The compensated sums of windows of one series, each added up in Prometheus' order, some neighbouring
/// windows side by side: one window alone waits for the result of every addition. Bit for bit what KahanSum
/// gives. Only for values whose absolute values add up to less than 1e300 (see isSummable), so that nothing
/// overflows.
class WindowSums
{
public:
    /// `values` has to outlive this.
    explicit WindowSums(std::span<const double> values, SumWidth width = SumWidth::Fastest);

    /// Adds up each window into `sums`, which becomes as long as `windows`.
    void of(std::span<const Window> windows, std::vector<KahanSum> &sums) const;

private:
    /// Adds what follows the first `added` values.
    void finish(Window window, std::size_t added, KahanSum &sum) const;

    std::span<const double> m_values;
    ExactPrefix m_exact;
    double m_largest; ///< no value is above it and none is below 0; infinite where some are
    SumWidth m_width;
};

/// All finite, and no sum of any of them can overflow.
[[nodiscard]] bool isSummable(const std::vector<double> &values) noexcept;

} // namespace sightglass
