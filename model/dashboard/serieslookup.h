// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

namespace sightglass {

/// Finds series by their labels among those that a vector has when this is made, in logarithmic time; mostly
/// they are in the order of their labels already. The vector may be appended to meanwhile, but what it had
/// stays in its place and keeps its labels. Of several with the same labels the first.
template<typename Series>
class SeriesLookup
{
public:
    explicit SeriesLookup(std::vector<Series> &series)
        : m_series(series)
        , m_order(series.size())
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        if (!std::ranges::is_sorted(series, {}, &Series::labels))
            std::ranges::stable_sort(m_order, {}, labelsOf());
    }

    /// Null where there are none. Valid until the vector is appended to.
    [[nodiscard]] Series *find(const decltype(Series::labels) &labels) const
    {
        const auto at = std::ranges::lower_bound(m_order, labels, std::ranges::less(), labelsOf());
        return at != m_order.end() && m_series[*at].labels == labels ? &m_series[*at] : nullptr;
    }

private:
    [[nodiscard]] auto labelsOf() const
    {
        return [this](std::size_t i) -> const auto &
        {
            return m_series[i].labels;
        };
    }

    std::vector<Series> &m_series;
    std::vector<std::size_t> m_order; ///< by labels
};

} // namespace sightglass
