// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"

#include "model/dashboard/panelevaluation.h"

#include <limits>
#include <utility>

namespace sightglass {

std::vector<MatrixSeries> resultSeries(QueryResult result, TimestampMs at)
{
    std::vector<MatrixSeries> series = std::move(result.matrix);
    for (VectorElement &element : result.vector) {
        if (element.histogram)
            series.push_back({std::move(element.labels), {}, {{at, std::move(element.histogram)}}});
        else
            series.push_back({std::move(element.labels), {{at, element.value}}});
    }
    if (series.empty() && result.type == promql::ValueType::Scalar)
        series.push_back({Labels(), {{at, result.scalar.v}}});
    return series;
}

PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine, const PanelPipeline &pipeline,
                     const PanelTime &time, std::stop_token cancel)
{
    PanelEvaluation evaluation({snapshot, engine, pipeline, time});
    // What is left undone is so because it was cancelled.
    static_cast<void>(evaluation.advance(std::numeric_limits<std::size_t>::max(), cancel));
    return evaluation.take(cancel);
}

PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine, const PanelSpec &panel,
                     const PanelTime &time, std::stop_token cancel)
{
    return queryPanel(snapshot, engine, PanelPipeline(panel), time, std::move(cancel));
}

} // namespace sightglass
