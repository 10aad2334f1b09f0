// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendorder.h"

#include <QCollator>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace sightglass {

std::vector<std::size_t> legendOrder(const std::vector<LegendItem> &items, std::optional<int> column,
                                     Qt::SortOrder order)
{
    std::vector<std::size_t> rows(items.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (!column)
        return rows;
    const bool descending = order == Qt::DescendingOrder;
    if (*column >= 0) {
        const auto at = static_cast<std::size_t>(*column);
        std::ranges::stable_sort(rows, {}, [&items, at, descending](std::size_t item) {
            const std::vector<double> &numbers = items[item].numbers;
            const double value = at < numbers.size() ? numbers[at] : std::nan("");
            return std::pair(std::isnan(value), std::isnan(value) ? 0 : descending ? -value : value);
        });
        return rows;
    }
    QCollator natural;
    natural.setNumericMode(true);
    std::ranges::stable_sort(rows, [&items, &natural, descending](std::size_t a, std::size_t b) {
        const int compared = natural.compare(items[a].name, items[b].name);
        return descending ? compared > 0 : compared < 0;
    });
    return rows;
}

} // namespace sightglass
