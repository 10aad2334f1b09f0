// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace sightglass::demo {

/// Something that comes again and again after a while.
class ModelTimer
{
public:
    /// This share of a period, 0 to below 1, has passed already.
    explicit ModelTimer(double passed = 0) noexcept
        : m_periods(passed)
    {}

    /// How often it came in these seconds. The period, above 0, may change from step to step.
    [[nodiscard]] double times(double seconds, double period) noexcept
    {
        m_periods += seconds / period;
        const double whole = std::floor(m_periods);
        m_periods -= whole;
        return whole;
    }

private:
    double m_periods; ///< passed since it came last
};

} // namespace sightglass::demo
