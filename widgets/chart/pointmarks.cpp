// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/pointmarks.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace sightglass {

std::vector<PointMark> spreadMarks(std::vector<PointMark> marks, const ColumnGrid &grid, int cell)
{
    const auto cellOf = [&](const PointMark &mark) {
        const std::int64_t column = grid.first + static_cast<std::int64_t>(std::floor(mark.x));
        return std::pair(column / cell, static_cast<std::int64_t>(std::floor(mark.y / cell)));
    };
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> chosen;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto [at, isFirst] = chosen.try_emplace(cellOf(marks[i]), i);
        const PointMark &best = marks[at->second];
        if (!isFirst && std::pair(-marks[i].y, marks[i].x) >= std::pair(-best.y, best.x))
            at->second = i;
    }
    std::vector<PointMark> kept;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (chosen.at(cellOf(marks[i])) == i)
            kept.push_back(marks[i]);
    }
    return kept;
}

std::optional<std::size_t> markAt(std::span<const PointMark> marks, QPointF place, double within) noexcept
{
    std::optional<std::size_t> nearest;
    double best = within;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double distance = std::hypot(marks[i].x - place.x(), marks[i].y - place.y());
        if (distance <= best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace sightglass
