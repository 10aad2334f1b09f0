// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/explorequery.h"

#include "model/assist/expressionunit.h"
#include "model/assist/exprwalk.h"
#include "model/assist/intervalmask.h"
#include "model/assist/nativehistograms.h"
#include "model/dashboard/bucketadvice.h"
#include "model/dashboard/panelevents.h"
#include "model/dashboard/panelexplanation.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <chrono>

namespace sightglass {

namespace {

TimestampMs alignedDown(TimestampMs t, std::int64_t step)
{
    const std::int64_t past = t % step;
    return t - (past < 0 ? past + step : past);
}

constexpr std::size_t longestName = 200;

class Explorer
{
public:
    Explorer(const Snapshot &snapshot, const QueryEngine &engine, const MetricCatalog &catalog,
             const ExploreRequest &request, std::stop_token cancel)
        : m_snapshot(snapshot)
        , m_engine(engine)
        , m_catalog(catalog)
        , m_request(request)
        , m_cancel(std::move(cancel))
    {}

    ExploreAnswer explore()
    {
        m_answer.mode = m_request.mode;
        PanelData &data = m_answer.data;
        data.stepMs = panelStepMs(m_request.time);
        data.scrapeIntervalMs = m_request.time.scrapeIntervalMs;
        data.range = m_request.time.range;
        if (m_request.mode == ExploreMode::Graph)
            data.range = {graphSteps(m_request.time).start, graphSteps(m_request.time).end};
        if (m_request.mode == ExploreMode::Samples)
            data.stepMs = 1;
        for (const ExploreQuery &query : m_request.queries)
            m_answer.outcomes.push_back(answer(query));
        if (!m_cancel.stop_requested())
            explain();
        return std::move(m_answer);
    }

private:
    ExploreOutcome answer(const ExploreQuery &query)
    {
        ExploreOutcome outcome;
        outcome.row = query.row;
        const auto start = std::chrono::steady_clock::now();
        const std::int64_t step = panelStepMs(m_request.time);
        const std::int64_t interval = m_request.time.scrapeIntervalMs;
        const IntervalValues values{step, std::max(step + interval, 4 * interval)};
        const auto expr = promql::parseExpr(maskedIntervals(query.expr, values), m_engine.options().features);
        if (!expr)
            outcome.error = expr.error();
        else if (m_request.mode == ExploreMode::Samples)
            readSamples(query, **expr, outcome);
        else
            evaluate(query, **expr, outcome);
        if (expr) {
            noteUnit(**expr, outcome);
            m_exprs.push_back(*expr);
            m_rows.push_back(query.row);
        }
        outcome.milliseconds =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        return outcome;
    }

    /// As a panel that shows the same would have it.
    void explain()
    {
        PanelData &data = m_answer.data;
        switch (m_request.mode) {
        case ExploreMode::Graph:
            explainLines(data, {m_exprs, m_rows}, {m_snapshot, m_engine, m_cancel});
            break;
        case ExploreMode::Table:
            addBucketAdvice(data, m_snapshot, m_exprs, m_cancel);
            break;
        case ExploreMode::Samples:
            addEvents(data, m_snapshot, m_exprs, m_cancel);
            // There is no step that could leave any out.
            data.scrapeIntervalMs = data.stepMs;
            break;
        }
    }

    void evaluate(const ExploreQuery &query, const promql::Expr &expr, ExploreOutcome &outcome)
    {
        // A string is the same at all times, and the engine has no range of them.
        const bool instant = m_request.mode == ExploreMode::Table || expr.type == promql::ValueType::String;
        const PanelData &data = m_answer.data;
        auto result = instant ? m_engine.instant(m_snapshot, expr, data.range.to, m_cancel)
                              : m_engine.range(m_snapshot, expr,
                                               {data.range.from, data.range.to, data.stepMs}, m_cancel);
        if (!result) {
            outcome.error = result.error();
            return;
        }
        outcome.annotations = std::move(result->annotations);
        if (result->type == promql::ValueType::String) {
            outcome.text = result->string;
            return;
        }
        std::vector<MatrixSeries> series = resultSeries(std::move(*result), data.range.to);
        outcome.series = series.size();
        outcome.histograms = static_cast<std::size_t>(std::count_if(
            series.begin(), series.end(), [](const MatrixSeries &one) { return !one.histograms.empty(); }));
        if (!instant)
            leaveNumbers(query, expr, series, outcome);
        if (series.size() > m_request.maxSeries)
            series.resize(m_request.maxSeries);
        for (MatrixSeries &one : series)
            hand(query, std::move(one));
    }

    /// A line is drawn of numbers: of native histograms the remark tells which numbers there are.
    void leaveNumbers(const ExploreQuery &query, const promql::Expr &expr, std::vector<MatrixSeries> &series,
                      ExploreOutcome &outcome) const
    {
        if (outcome.histograms == 0)
            return;
        const auto first = std::find_if(series.begin(), series.end(),
                                        [](const MatrixSeries &one) { return !one.histograms.empty(); });
        const bool gauges = first->histograms.front().histogram->hint == CounterResetHint::Gauge;
        outcome.findings.push_back(nativeHistogramsFinding(
            query.expr, expr, {outcome.histograms, outcome.series, m_request.time.scrapeIntervalMs, gauges}));
        for (MatrixSeries &one : series)
            one.histograms.clear();
        std::erase_if(series, [](const MatrixSeries &one) { return one.samples.empty(); });
    }

    void hand(const ExploreQuery &query, MatrixSeries series)
    {
        // What an aggregation without labels leaves is best known by its query.
        std::string name = query.legend.empty() && series.labels.empty()
                               ? query.expr.substr(0, longestName)
                               : legendText(query.legend, series.labels);
        if (m_request.queries.size() > 1 && query.legend.empty())
            name.insert(0, exploreRowName(query.row) + " · ");
        m_answer.data.series.push_back({std::move(series.labels), std::move(name), query.row,
                                        std::move(series.samples), std::move(series.histograms)});
    }

    /// Each selector once, however often it is written.
    void readSamples(const ExploreQuery &query, const promql::Expr &expr, ExploreOutcome &outcome)
    {
        std::vector<std::vector<Matcher>> read;
        walkExpr(expr, [&](const promql::Expr &node, ExprPath) {
            const promql::VectorSelector *selector = selectorOf(node);
            if (selector == nullptr || std::find(read.begin(), read.end(), selector->matchers) != read.end())
                return;
            read.push_back(selector->matchers);
            readSelector(query, *selector, outcome);
        });
    }

    void readSelector(const ExploreQuery &query, const promql::VectorSelector &selector,
                      ExploreOutcome &outcome)
    {
        const TimeRange range = m_request.time.range;
        SampleColumns columns;
        for (const auto &series : m_snapshot.select(selector.matchers, range)) {
            if (m_cancel.stop_requested())
                return;
            ++outcome.series;
            if (outcome.series > m_request.maxSeries) {
                m_answer.cut = true;
                continue;
            }
            series->read(range, columns);
            MatrixSeries samples{series->labels(), {}};
            takeFloats(columns, samples, outcome);
            takeHistograms(columns, samples, outcome);
            widenStep(samples);
            if (!samples.samples.empty() || !samples.histograms.empty())
                hand(query, std::move(samples));
        }
    }

    void takeFloats(const SampleColumns &columns, MatrixSeries &samples, ExploreOutcome &outcome)
    {
        for (std::size_t i = 0; i < columns.times.size(); ++i) {
            if (isStaleMarker(columns.values[i]))
                continue;
            ++outcome.samples;
            if (m_handed < m_request.maxSamples) {
                samples.samples.push_back({columns.times[i], columns.values[i]});
                ++m_handed;
            } else {
                m_answer.cut = true;
            }
        }
    }

    void takeHistograms(const SampleColumns &columns, MatrixSeries &samples, ExploreOutcome &outcome)
    {
        for (std::size_t i = 0; i < columns.histograms.size(); ++i) {
            if (isStaleMarker(*columns.histograms[i]))
                continue;
            ++outcome.samples;
            if (m_handed < m_request.maxSamples && m_handedHistograms < m_request.maxHistograms) {
                samples.histograms.push_back({columns.histogramTimes[i], columns.histograms[i]});
                ++m_handed;
                ++m_handedHistograms;
            } else {
                m_answer.cut = true;
            }
        }
        outcome.histograms += samples.histograms.empty() ? 0 : 1;
    }

    /// Neighbours further apart than the step are a gap, so the step is what lies between usual neighbours.
    void widenStep(const MatrixSeries &series)
    {
        std::vector<std::int64_t> distances;
        for (std::size_t i = 1; i < series.samples.size(); ++i)
            distances.push_back(series.samples[i].t - series.samples[i - 1].t);
        if (distances.empty())
            return;
        const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
        std::nth_element(distances.begin(), middle, distances.end());
        m_answer.data.stepMs = std::max(m_answer.data.stepMs, *middle + *middle / 2);
    }

    void noteUnit(const promql::Expr &expr, const ExploreOutcome &outcome)
    {
        if (outcome.error)
            return;
        const std::string unit =
            m_request.mode == ExploreMode::Samples ? rawUnit(expr) : expressionUnit(expr, m_catalog);
        m_answer.unit = m_units == 0 || m_answer.unit == unit ? unit : std::string();
        ++m_units;
    }

    [[nodiscard]] std::string rawUnit(const promql::Expr &expr) const
    {
        std::string unit;
        std::size_t selectors = 0;
        walkExpr(expr, [&](const promql::Expr &node, ExprPath) {
            if (selectorOf(node) == nullptr)
                return;
            const std::string own = expressionUnit(node, m_catalog);
            unit = selectors == 0 || unit == own ? own : std::string();
            ++selectors;
        });
        return unit;
    }

    const Snapshot &m_snapshot;
    const QueryEngine &m_engine;
    const MetricCatalog &m_catalog;
    const ExploreRequest &m_request;
    std::stop_token m_cancel;
    ExploreAnswer m_answer;
    std::vector<promql::ExprPtr> m_exprs; ///< that parsed
    std::vector<std::size_t> m_rows;      ///< whose those are
    std::size_t m_handed = 0;
    std::size_t m_handedHistograms = 0;
    std::size_t m_units = 0; ///< queries whose unit was looked at
};

} // namespace

std::string exploreRowName(std::size_t row)
{
    constexpr std::size_t letters = 26;
    return row < letters ? std::string(1, static_cast<char>('A' + row)) : "Q" + std::to_string(row + 1);
}

StepRange graphSteps(const PanelTime &time)
{
    const std::int64_t step = panelStepMs(time);
    return {alignedDown(time.range.from, step), alignedDown(time.range.to, step), step};
}

ExploreAnswer exploreQueries(const Snapshot &snapshot, const QueryEngine &engine,
                             const MetricCatalog &catalog, const ExploreRequest &request,
                             const std::stop_token &cancel)
{
    return Explorer(snapshot, engine, catalog, request, cancel).explore();
}

} // namespace sightglass
