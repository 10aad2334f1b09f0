// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/slidingsum.h"

#include <cmath>

namespace sightglass {

SlidingSum::SlidingSum(const std::vector<double> &values)
    : m_first(values.data())
    , m_before(values.size() + 1, 0)
{
    constexpr double exactLimit = 9'007'199'254'740'992.0; // 2^53
    double magnitude = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i];
        magnitude += std::fabs(value);
        // Strictly below: at the limit itself a further 1 would be lost without a trace.
        if (!(magnitude < exactLimit) || static_cast<double>(static_cast<long long>(value)) != value) {
            m_usable = false;
            return;
        }
        m_before[i + 1] = m_before[i] + value;
    }
}

} // namespace sightglass
