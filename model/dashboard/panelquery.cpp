// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"

#include "model/core/timegrid.h"
#include "model/dashboard/panelexemplars.h"
#include "model/dashboard/panelexplanation.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

TimeRange alignedRange(const PanelTime &time)
{
    const std::int64_t step = panelStepMs(time);
    return {gridFloor(time.range.from, step), gridFloor(time.range.to, step)};
}

void addAnswer(PanelData &data, std::size_t query, QueryResult result, TimestampMs at)
{
    data.annotations.insert(data.annotations.end(), result.annotations.begin(), result.annotations.end());
    for (MatrixSeries &series : resultSeries(std::move(result), at)) {
        data.series.push_back({std::move(series.labels),
                               {},
                               query,
                               std::move(series.samples),
                               std::move(series.histograms),
                               {}});
    }
}

/// Asks for one query's answer.
class QueryRun
{
public:
    QueryRun(const Snapshot &snapshot, const QueryEngine &engine, const PanelTime &time,
             std::stop_token cancel)
        : m_snapshot(snapshot)
        , m_engine(engine)
        , m_time(time)
        , m_cancel(std::move(cancel))
    {}

    /// The answer, as series behind the others; the expression, where it parses, behind the others too.
    [[nodiscard]] std::optional<Error> ask(const PanelQuery &query, std::size_t index, PanelData &data,
                                           std::vector<promql::ExprPtr> &exprs) const
    {
        const auto expr = promql::parseExpr(expandIntervals(query.expr, m_time), m_engine.options().features);
        if (!expr)
            return expr.error();
        exprs.push_back(*expr);
        std::optional<Error> error;
        if (query.instant)
            error = take(m_engine.instant(m_snapshot, **expr, m_time.range.to, m_cancel), index, data);
        if (error || (query.instant && !query.alsoRange))
            return error;
        const TimeRange range = alignedRange(m_time);
        const StepRange steps{range.from, range.to, panelStepMs(m_time)};
        return take(m_engine.range(m_snapshot, **expr, steps, m_cancel), index, data);
    }

private:
    [[nodiscard]] std::optional<Error> take(Result<QueryResult> result, std::size_t index,
                                            PanelData &data) const
    {
        if (!result)
            return std::move(result).error();
        addAnswer(data, index, std::move(result).value(), m_time.range.to);
        return std::nullopt;
    }

    const Snapshot &m_snapshot;
    const QueryEngine &m_engine;
    const PanelTime &m_time;
    std::stop_token m_cancel;
};

} // namespace

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
    const PanelSpec &panel = pipeline.panel();
    const PanelTime own = panelTime(panel, time);
    PanelData data;
    data.stepMs = panelStepMs(own);
    data.scrapeIntervalMs = time.scrapeIntervalMs;
    std::vector<promql::ExprPtr> exprs;
    std::vector<std::size_t> asks; // whose expressions those are
    for (std::size_t i = 0; i < panel.queries.size(); ++i) {
        if (panel.queries[i].hidden)
            continue;
        const PanelTime asked = queryTime(panel.queries[i], own);
        data.stepMs = std::max(data.stepMs, panelStepMs(asked));
        auto error = QueryRun(snapshot, engine, asked, cancel).ask(panel.queries[i], i, data, exprs);
        asks.resize(exprs.size(), i);
        if (error && !data.error) {
            data.failedQuery = i;
            data.error = std::move(error);
        }
    }
    data.range = {gridFloor(own.range.from, data.stepMs), gridFloor(own.range.to, data.stepMs)};
    pipeline.apply(data, cancel);
    if (!cancel.stop_requested())
        explainPanel(data, panel, {exprs, asks}, {snapshot, engine, cancel});
    if (showsExemplars(panel, exprs) && !cancel.stop_requested())
        addExemplars(data, snapshot, panel, exprs);
    return data;
}

PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine, const PanelSpec &panel,
                     const PanelTime &time, std::stop_token cancel)
{
    return queryPanel(snapshot, engine, PanelPipeline(panel), time, std::move(cancel));
}

} // namespace sightglass
