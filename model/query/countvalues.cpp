// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/countvalues.h"

#include "model/core/goformat.h"
#include "model/histogram/histogramtext.h"
#include "model/query/evaluationerror.h"
#include "model/query/grouping.h"
#include "parser/base/quoting.h"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

std::string valueText(const Series &series, std::size_t step)
{
    return hasHistogram(series, step) ? toText(*series.histograms[step]) : decimalText(series.points[step]);
}

} // namespace

Value evaluateCountValues(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const std::string &label = Evaluator::stringArgument(*aggregate.parameter);
    if (label.empty() || !isValidUtf8(label))
        throw EvaluationError("invalid label name " + goQuoted(label), aggregate.parameter->span);
    promql::Aggregate grouping = aggregate;
    if (!grouping.without)
        grouping.grouping.push_back(label);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    std::map<Labels, Column> counts;
    for (const Series &series : vector.series) {
        evaluator.context().checkpoint();
        std::unordered_map<std::string, Column *> byText;
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (!hasValue(series, step))
                continue;
            const std::string text = valueText(series, step);
            Column *&column = byText[text];
            if (column == nullptr)
                column = &counts
                              .try_emplace(groupLabels(grouping, series.labels.with(label, text)), grid.count,
                                           absentPoint)
                              .first->second;
            double &count = (*column)[step];
            count = isAbsent(count) ? 1 : count + 1;
        }
    }
    Value result;
    for (auto &[labels, column] : counts)
        result.series.push_back({labels, std::move(column)});
    return result;
}

} // namespace sightglass
