// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/functions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

enum class Direction
{
    Ascending,
    Descending
};

/// NaN comes last either way.
template<Direction direction>
bool sortsBefore(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(b) && !std::isnan(a);
    return direction == Direction::Ascending ? a < b : a > b;
}

bool isRangeQuery(Evaluator &evaluator)
{
    const StepRange &steps = evaluator.context().steps();
    return steps.start != steps.end;
}

void warnOfRange(Evaluator &evaluator, const promql::Call &call)
{
    if (isRangeQuery(evaluator))
        evaluator.annotations().warn(
            "sort is ineffective for range queries since results are always ordered by labels", call.span);
}

template<Direction direction>
Value sorted(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    warnOfRange(evaluator, call);
    Value vector = vectorArgument(evaluator, call, 0, grid);
    if (grid.count != 1)
        return vector;
    std::erase_if(vector.series, [](const Series &series) { return isAbsent(series.points.front()); });
    std::stable_sort(vector.series.begin(), vector.series.end(), [](const Series &a, const Series &b) {
        return sortsBefore<direction>(a.points.front(), b.points.front());
    });
    return vector;
}

constexpr std::array<FunctionEntry, 2> entries{{
    {"sort", sorted<Direction::Ascending>},
    {"sort_desc", sorted<Direction::Descending>},
}};

} // namespace

std::span<const FunctionEntry> sortFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
