// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sightglass {

/// Window sums of one series by running totals, where that is exact: whole numbers whose absolute values add
/// up to less than 2^53. Then every order of summation gives the same bits as Prometheus' compensated sum,
/// whose compensation is 0, and a long range costs no more than a short one. Counters and most gauges are
/// like that.
class SlidingSum
{
public:
    explicit SlidingSum(const std::vector<double> &values);

    [[nodiscard]] bool usable() const noexcept { return m_usable; }

    /// `window` is a part of the values given to the constructor. Only where usable().
    [[nodiscard]] double of(std::span<const double> window) const noexcept
    {
        const auto begin = static_cast<std::size_t>(window.data() - m_first);
        return static_cast<double>(m_before[begin + window.size()] - m_before[begin]);
    }

private:
    [[nodiscard]] bool addUp(std::span<const double> values) noexcept;

    const double *m_first;
    std::unique_ptr<std::int64_t[]> m_before; ///< sum of the values before each index
    bool m_usable;
};

} // namespace sightglass
