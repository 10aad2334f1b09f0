// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/slidingsum.h"

#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace sightglass {

SlidingSum::SlidingSum(const std::vector<double> &values)
    : m_first(values.data())
    , m_before(std::make_unique_for_overwrite<std::int64_t[]>(values.size() + 1))
    , m_usable(addUp(values))
{}

bool SlidingSum::addUp(std::span<const double> values) noexcept
{
    // Strictly below: at the limit itself a further 1 would be lost without a trace.
    constexpr std::int64_t exactLimit = std::int64_t{1} << 53;
    std::int64_t magnitude = 0;
    std::int64_t sum = 0;
    m_before[0] = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(std::fabs(values[i]) < static_cast<double>(exactLimit)))
            return false;
        const auto whole = static_cast<std::int64_t>(values[i]);
        magnitude += std::abs(whole);
        if (static_cast<double>(whole) != values[i] || magnitude >= exactLimit)
            return false;
        sum += whole;
        m_before[i + 1] = sum;
    }
    return true;
}

} // namespace sightglass
