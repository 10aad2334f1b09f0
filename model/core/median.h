// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>

namespace sightglass {

/// The value in the middle; of an even number of them half way between the two there. Nothing of none. NaN
/// must not be among them. Brings the values into another order.
[[nodiscard]] inline std::optional<double> medianOf(std::span<double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

} // namespace sightglass
