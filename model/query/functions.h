// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluator.h"

#include <span>
#include <string_view>

namespace sightglass {

/// Evaluates a call of any function of promql::functionTable() (PromQL reference, section 10).
[[nodiscard]] Value evaluateCall(Evaluator &evaluator, const promql::Call &call, const Grid &grid);

/// How a function that is not a plain range function or a plain number function gets its value.
using FunctionHandler = Value (*)(Evaluator &, const promql::Call &, const Grid &);

struct FunctionEntry
{
    std::string_view name;
    FunctionHandler handler;
};

/// The families.
[[nodiscard]] std::span<const FunctionEntry> mathFunctions() noexcept; ///< abs … rad, clamp*, round
[[nodiscard]] std::span<const FunctionEntry>
scalarFunctions() noexcept; ///< scalar, vector, pi, min_of, max_of
[[nodiscard]] std::span<const FunctionEntry>
timeFunctions() noexcept; ///< time, timestamp, hour …, start, step …
[[nodiscard]] std::span<const FunctionEntry> labelFunctions() noexcept;   ///< label_replace, label_join
[[nodiscard]] std::span<const FunctionEntry> absenceFunctions() noexcept; ///< absent, absent_over_time
[[nodiscard]] std::span<const FunctionEntry> sortFunctions() noexcept;    ///< sort*
[[nodiscard]] std::span<const FunctionEntry> infoFunctions() noexcept;    ///< info
[[nodiscard]] std::span<const FunctionEntry>
histogramFunctions() noexcept; ///< histogram_quantile, histogram_fraction …

/// The vector argument at `index`, evaluated.
[[nodiscard]] Value vectorArgument(Evaluator &evaluator, const promql::Call &call, std::size_t index,
                                   const Grid &grid);

/// Replaces every present point by compute(point, step), drops histograms and the name, and joins.
template<typename Compute>
[[nodiscard]] Value mapPoints(Evaluator &evaluator, Value vector, Compute compute)
{
    for (Series &series : vector.series) {
        for (std::size_t step = 0; step < series.points.size(); ++step) {
            double &point = series.points[step];
            if (isPresent(point))
                point = compute(point, step);
        }
        series.histograms.clear();
        dropName(series, evaluator.nameRemoval());
    }
    if (evaluator.nameRemoval() == NameRemoval::Delayed)
        return vector;
    return joined(std::move(vector.series));
}

} // namespace sightglass
