// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"

#include "model/core/timegrid.h"
#include "model/dashboard/intervalvariables.h"
#include "model/dashboard/panelexemplars.h"
#include "model/dashboard/panelfields.h"
#include "parser/base/durationtext.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

constexpr std::array<std::int64_t, 19> roundSteps = {
    100,         200,         500,      second,     2 * second, 5 * second,  10 * second,
    15 * second, 30 * second, minute,   2 * minute, 5 * minute, 10 * minute, 15 * minute,
    30 * minute, hour,        2 * hour, 6 * hour,   12 * hour,
};

/// One query's answer on its way into PanelData.
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

    /// Adds the expression to `exprs` where it parses.
    [[nodiscard]] Result<QueryResult> ask(const PanelQuery &query, const PanelData &data,
                                          std::vector<promql::ExprPtr> &exprs) const
    {
        const auto expr = promql::parseExpr(expandIntervals(query.expr, m_time), m_engine.options().features);
        if (!expr)
            return expr.error();
        exprs.push_back(*expr);
        if (query.instant)
            return m_engine.instant(m_snapshot, **expr, m_time.range.to, m_cancel);
        return m_engine.range(m_snapshot, **expr, {data.range.from, data.range.to, data.stepMs}, m_cancel);
    }

private:
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

std::int64_t panelStepMs(const PanelTime &time) noexcept
{
    const std::int64_t points = std::max(time.maxPoints, 1);
    const std::int64_t length = std::max<std::int64_t>(time.range.lengthMs(), 0);
    const std::int64_t least =
        std::max({(length + points - 1) / points, time.scrapeIntervalMs, std::int64_t{1}});
    const auto *const round = std::lower_bound(roundSteps.begin(), roundSteps.end(), least);
    if (round != roundSteps.end())
        return *round;
    return (least + day - 1) / day * day;
}

std::string expandIntervals(std::string_view expr, const PanelTime &time)
{
    const std::int64_t step = panelStepMs(time);
    const std::int64_t rate = std::max(step + time.scrapeIntervalMs, 4 * time.scrapeIntervalMs);
    return replaceIntervalVariables(expr, {formatDurationMs(step), formatDurationMs(rate)});
}

PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine, const PanelSpec &panel,
                     const PanelTime &time, std::stop_token cancel)
{
    PanelData data;
    data.stepMs = panelStepMs(time);
    data.scrapeIntervalMs = time.scrapeIntervalMs;
    data.range = {gridFloor(time.range.from, data.stepMs), gridFloor(time.range.to, data.stepMs)};
    const QueryRun run(snapshot, engine, time, cancel);
    std::vector<promql::ExprPtr> exprs;
    for (std::size_t i = 0; i < panel.queries.size(); ++i) {
        auto result = run.ask(panel.queries[i], data, exprs);
        if (!result) {
            if (!data.error) {
                data.failedQuery = i;
                data.error = std::move(result).error();
            }
            continue;
        }
        data.annotations.insert(data.annotations.end(), result->annotations.begin(),
                                result->annotations.end());
        for (MatrixSeries &series : resultSeries(std::move(result).value(), time.range.to)) {
            std::string name = legendText(panel.queries[i].legend, series.labels);
            data.series.push_back({std::move(series.labels),
                                   std::move(name),
                                   i,
                                   std::move(series.samples),
                                   std::move(series.histograms),
                                   {}});
        }
    }
    configureSeries(data, panel);
    if (showsExemplars(panel, exprs) && !cancel.stop_requested())
        addExemplars(data, snapshot, panel, exprs);
    return data;
}

std::string legendText(std::string_view legend, const Labels &labels)
{
    if (legend.empty())
        return labels.toString();
    std::string text;
    while (true) {
        const std::size_t open = legend.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : legend.find("}}", open + 2);
        if (close == std::string_view::npos)
            return text.append(legend);
        std::string_view name = legend.substr(open + 2, close - open - 2);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name.remove_suffix(name.size() - (name.find_last_not_of(' ') + 1));
        text.append(legend.substr(0, open)).append(labels.value(name));
        legend.remove_prefix(close + 2);
    }
}

} // namespace sightglass
