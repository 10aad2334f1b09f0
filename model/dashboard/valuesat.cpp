// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/valuesat.h"

#include "model/dashboard/panelquery.h"
#include "model/dashboard/sampledtimes.h"
#include "model/dashboard/serieslookup.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sightglass {

void addValuesAt(std::vector<PanelSeries> &series, const ValuesAt &asked,
                 const RangeEvaluation::Source &source)
{
    auto values = source.engine.step(source.snapshot, asked.expr, asked.steps, asked.at, source.cancel);
    if (!values)
        return;
    std::vector<MatrixSeries> matrix = resultSeries(std::move(*values), asked.at);
    const auto samples = asked.layersMs > 0 ? SampleExpression::of(asked.expr) : std::nullopt;
    std::vector<std::vector<Sample>> ages(matrix.size());
    if (samples)
        ages = SampledTimes(*samples, source.engine.options().lookbackMs, asked.sourceMs)
                   .readAll(source.snapshot, matrix, asked.layersMs, source.cancel);
    const SeriesLookup lookup(series);
    bool isNew = false;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        MatrixSeries &one = matrix[i];
        if (one.samples.empty() && one.histograms.empty())
            continue;
        PanelSeries *const known = lookup.find(one.labels);
        if (known == nullptr) {
            isNew = true;
            PanelSeries &begun = series.emplace_back();
            begun.labels = std::move(one.labels);
            begun.query = asked.query;
            begun.samples = std::move(one.samples);
            begun.histograms = std::move(one.histograms);
            continue;
        }
        for (const Sample &sample : one.samples)
            known->samples.push_back(sample);
        for (const Sample &age : ages[i]) {
            if (known->sampled)
                known->sampled->ages.push_back(age);
        }
        std::ranges::move(one.histograms, std::back_inserter(known->histograms));
    }
    if (isNew)
        std::ranges::stable_sort(series, {},
                                 [](const PanelSeries &one) -> const Labels & { return one.labels; });
}

} // namespace sightglass
