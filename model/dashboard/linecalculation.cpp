// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/linecalculation.h"

#include "model/core/sample.h"
#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelframes.h"
#include "model/dashboard/paneloptions.h"
#include "model/dashboard/sampleexpression.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sightglass {

namespace {

/// What is to be reckoned of a line's samples.
std::vector<Calculation> missingOf(const PanelSeries &series, const std::vector<Calculation> &wanted)
{
    std::vector<Calculation> missing;
    for (const Calculation calculation : wanted) {
        if (series.isStored() && basisOf(series, calculation) == CalculationBasis::ColumnEnds)
            missing.push_back(calculation);
    }
    return missing;
}

std::size_t samplesOf(const PanelSeries &series)
{
    double leftOut = 0;
    for (const Sample &column : series.stored->leftOutCounts)
        leftOut += column.v;
    return series.samples.size() + static_cast<std::size_t>(leftOut);
}

std::vector<double> valuesOf(const SampleColumns &columns, const SampleExpression &expression)
{
    std::vector<double> values;
    values.reserve(columns.values.size());
    std::ranges::copy_if(columns.values, std::back_inserter(values),
                         [](double value) { return !std::isnan(value) || !isStaleMarker(value); });
    expression.apply(values);
    return values;
}

} // namespace

void calculateLines(PanelData &data, const PanelSpec &panel, const StoredQuery &query,
                    const Snapshot &snapshot, std::size_t &budget, const std::stop_token &cancel)
{
    const LegendOptions *legend = legendOf(panel.options);
    if (legend == nullptr || legend->mode == LegendMode::Hidden || panel.type() != PanelType::TimeSeries ||
        needsFrames(panel))
        return;
    const bool isAny = std::ranges::any_of(data.series, [&](const PanelSeries &series) {
        return series.query == query.index && !missingOf(series, legend->values).empty();
    });
    const auto expression = isAny ? SampleExpression::of(query.expr) : std::nullopt;
    if (!expression)
        return;
    const std::int64_t offset = expression->offsetMs();
    const TimeRange range{query.range.from + 1 - offset, query.range.to - offset};
    SampleColumns columns;
    for (const auto &view : snapshot.select(expression->selector().matchers, range)) {
        if (cancel.stop_requested())
            return;
        const Labels labels = expression->labelsOf(view->labels());
        const auto line = std::ranges::find_if(data.series, [&](const PanelSeries &series) {
            return series.query == query.index && series.isStored() && series.labels == labels;
        });
        if (line == data.series.end())
            continue;
        const auto missing = missingOf(*line, legend->values);
        const std::size_t count = samplesOf(*line);
        if (missing.empty() || count > budget)
            continue;
        budget -= count;
        view->read(range, columns);
        const std::vector<double> values = valuesOf(columns, *expression);
        for (const Calculation calculation : missing)
            line->stored->results.push_back({calculation, calculate(calculation, values)});
    }
}

} // namespace sightglass
