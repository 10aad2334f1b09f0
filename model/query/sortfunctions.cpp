// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/functions.h"
#include "model/query/naturalorder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

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

/// Floats only.
template<Direction direction>
Value sorted(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    warnOfRange(evaluator, call);
    Value vector = vectorArgument(evaluator, call, 0, grid);
    for (Series &series : vector.series)
        series.histograms.clear();
    if (grid.count != 1)
        return vector;
    std::erase_if(vector.series, [](const Series &series) { return isAbsent(series.points.front()); });
    std::stable_sort(vector.series.begin(), vector.series.end(), [](const Series &a, const Series &b) {
        return sortsBefore<direction>(a.points.front(), b.points.front());
    });
    return vector;
}

/// By these labels' values first, then by all labels.
std::strong_ordering orderByLabels(const Labels &a, const Labels &b, const std::vector<std::string> &names)
{
    for (const std::string &name : names) {
        const auto order = naturalOrder(a.value(name), b.value(name));
        if (order != std::strong_ordering::equal)
            return order;
    }
    return a <=> b;
}

/// Floats and histograms alike.
template<Direction direction>
Value sortedByLabel(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    warnOfRange(evaluator, call);
    Value vector = vectorArgument(evaluator, call, 0, grid);
    std::vector<std::string> names;
    for (std::size_t i = 1; i < call.arguments.size(); ++i)
        names.push_back(Evaluator::stringArgument(*call.arguments[i]));
    std::stable_sort(vector.series.begin(), vector.series.end(), [&](const Series &a, const Series &b) {
        const auto order = orderByLabels(a.labels, b.labels, names);
        return direction == Direction::Ascending ? order < 0 : order > 0;
    });
    return vector;
}

constexpr std::array<FunctionEntry, 4> entries{{
    {"sort", sorted<Direction::Ascending>},
    {"sort_desc", sorted<Direction::Descending>},
    {"sort_by_label", sortedByLabel<Direction::Ascending>},
    {"sort_by_label_desc", sortedByLabel<Direction::Descending>},
}};

} // namespace

std::span<const FunctionEntry> sortFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
