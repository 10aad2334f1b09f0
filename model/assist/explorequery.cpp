// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/explorequery.h"

#include "model/assist/expressionunit.h"
#include "model/assist/exprwalk.h"
#include "model/assist/intervalmask.h"
#include "model/assist/nativehistograms.h"
#include "model/core/timegrid.h"
#include "model/dashboard/bucketadvice.h"
#include "model/dashboard/finesteps.h"
#include "model/dashboard/panelevents.h"
#include "model/dashboard/panelexplanation.h"
#include "model/dashboard/queryorigin.h"
#include "model/dashboard/rangeevaluation.h"
#include "model/dashboard/samplespacing.h"
#include "model/query/evaluationcache.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace sightglass {

namespace {

constexpr std::size_t longestName = 200;

class Explorer
{
public:
    Explorer(const ExploreSource &source, const ExploreRequest &request, const EarlierExploration &before,
             std::stop_token cancel)
        : m_snapshot(source.snapshot)
        , m_engine(source.engine)
        , m_catalog(source.catalog)
        , m_request(request)
        , m_before(before)
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
            data.range = graphRange(m_request.time);
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
        const IntervalValues values = intervalValuesAt(m_request.time);
        const auto expr = promql::parseExpr(maskedIntervals(query.expr, values), m_engine.options().features);
        if (!expr)
            outcome.error = expr.error();
        else if (m_request.mode == ExploreMode::Samples)
            readSamples(query, **expr, outcome);
        else
            evaluate(query, *expr, outcome);
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
        if (m_request.mode != ExploreMode::Table)
            data.spacing = sampleSpacing(m_snapshot, m_exprs, data.range, data.scrapeIntervalMs);
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

    void evaluate(const ExploreQuery &query, const promql::ExprPtr &expr, ExploreOutcome &outcome)
    {
        // A string is the same at all times, and the engine has no range of them.
        if (m_request.mode != ExploreMode::Table && expr->type != promql::ValueType::String) {
            drawLines(query, expr, outcome);
            return;
        }
        const TimestampMs at = m_answer.data.range.to;
        auto result = m_engine.instant(m_snapshot, *expr, at, m_cancel);
        if (!result) {
            outcome.error = result.error();
            return;
        }
        outcome.annotations = std::move(result->annotations);
        if (result->type == promql::ValueType::String) {
            outcome.text = result->string;
            return;
        }
        std::vector<PanelSeries> series;
        for (MatrixSeries &one : resultSeries(std::move(*result), at))
            series.push_back(
                {std::move(one.labels), {}, query.row, std::move(one.samples), std::move(one.histograms)});
        countSeries(series, outcome);
        handAll(query, std::move(series));
    }

    static void countSeries(const std::vector<PanelSeries> &series, ExploreOutcome &outcome)
    {
        outcome.series = series.size();
        outcome.histograms = static_cast<std::size_t>(
            std::ranges::count_if(series, [](const PanelSeries &one) { return !one.histograms.empty(); }));
    }

    void drawLines(const ExploreQuery &query, const promql::ExprPtr &expr, ExploreOutcome &outcome)
    {
        const StepRange steps = graphSteps(m_request.time);
        RangeQuery range{query.row, expr, steps, steps.stepMs};
        range.lookbackMs = m_engine.options().lookbackMs;
        range.sourceMs = m_request.time.scrapeIntervalMs;
        range.series = selectedSeries(*expr, m_snapshot, {steps.start, steps.end});
        const auto same = agreesBefore(query, *expr);
        range.fineMs = same ? outcomeBefore(query)->fineMs : fineFor(range);
        if (range.isStored())
            range.steps.end = m_answer.data.range.to;
        else if (range.fineMs < steps.stepMs)
            range.steps.end = gridFloor(m_answer.data.range.to, range.fineMs);
        RangeEvaluation evaluation({range});
        if (same)
            evaluation.carryOn(m_before.answer->data, *same);
        // What is left undone is so because it was cancelled.
        static_cast<void>(
            evaluation.advance({m_snapshot, m_engine, m_cancel}, std::numeric_limits<std::size_t>::max()));
        RangeEvaluation::Answer answer = std::move(evaluation.take().front());
        outcome.error = std::move(answer.error);
        if (outcome.error)
            return;
        noteDetail(query, *expr, answer, evaluation.carriedBefore());
        outcome.fineMs = answer.fineMs;
        outcome.annotations = same ? outcomeBefore(query)->annotations : std::vector<Annotation>();
        for (Annotation &annotation : answer.annotations) {
            if (std::ranges::find(outcome.annotations, annotation) == outcome.annotations.end())
                outcome.annotations.push_back(std::move(annotation));
        }
        countSeries(answer.series, outcome);
        leaveNumbers(query, *expr, answer.series, outcome);
        handAll(query, std::move(answer.series));
    }

    [[nodiscard]] std::int64_t fineFor(const RangeQuery &range) const
    {
        if (isReadAsStored(range))
            return storedSamples;
        const bool once = dependsOnThePastOnly(*range.expr);
        return fineStepMs(*range.expr, range.steps, range.sourceMs,
                          {range.series, once ? mostFinePoints : mostRepeatedPoints}, range.lookbackMs);
    }

    /// What the chart as a whole is made of.
    void noteDetail(const ExploreQuery &query, const promql::Expr &expr, RangeEvaluation::Answer &answer,
                    const std::optional<TimestampMs> &carried)
    {
        PanelData &data = m_answer.data;
        const bool first = m_drawn++ == 0;
        const bool stored = answer.fineMs == storedSamples;
        m_coarsest = std::max(m_coarsest, answer.fineMs);
        m_fine = m_fine || (!stored && answer.fineMs < data.stepMs);
        data.origins.resize(std::max(data.origins.size(), query.row + 1));
        data.origins[query.row] = queryOrigin(expr, stored ? 0 : answer.fineMs);
        data.fineStepMs = m_fine ? m_coarsest : 0;
        if (!answer.note.empty() && std::ranges::find(data.notes, answer.note) == data.notes.end())
            data.notes.push_back(std::move(answer.note));
        if (!carried || (!first && !data.continues)) {
            data.continues.reset();
            return;
        }
        const TimestampMs known = first ? *carried : std::min(*carried, data.continues->sameBefore);
        // The data live in the answer, and share its life.
        data.continues =
            Continuation{std::shared_ptr<const PanelData>(m_before.answer, &m_before.answer->data), known};
    }

    [[nodiscard]] const ExploreOutcome *outcomeBefore(const ExploreQuery &query) const
    {
        if (!m_before.answer)
            return nullptr;
        const auto &outcomes = m_before.answer->outcomes;
        const auto found = std::ranges::find(outcomes, query.row, &ExploreOutcome::row);
        return found != outcomes.end() ? &*found : nullptr;
    }

    /// As agreeBefore() of a panel.
    [[nodiscard]] std::optional<TimestampMs> agreesBefore(const ExploreQuery &query,
                                                          const promql::Expr &expr) const
    {
        const ExploreOutcome *outcome = outcomeBefore(query);
        const ExploreRequest &asked = m_before.request;
        if (outcome == nullptr || outcome->error || outcome->text || outcome->histograms > 0 ||
            outcome->fineMs == 0 || outcome->series > m_request.maxSeries || asked.mode != m_request.mode ||
            asked.queries != m_request.queries || asked.maxSeries != m_request.maxSeries ||
            asked.time.scrapeIntervalMs != m_request.time.scrapeIntervalMs || !dependsOnThePastOnly(expr) ||
            m_before.version > m_snapshot.version())
            return std::nullopt;
        const StepRange before = graphSteps(asked.time);
        const StepRange now = graphSteps(m_request.time);
        const TimestampMs changed = m_snapshot.earliestChangeSince(m_before.version);
        if (before.stepMs != now.stepMs || now.start < before.start ||
            changed == std::numeric_limits<TimestampMs>::min())
            return std::nullopt;
        return std::min({changed, before.end + 1, now.end + 1});
    }

    /// A line is drawn of numbers: of native histograms the remark tells which numbers there are.
    void leaveNumbers(const ExploreQuery &query, const promql::Expr &expr, std::vector<PanelSeries> &series,
                      ExploreOutcome &outcome) const
    {
        if (outcome.histograms == 0)
            return;
        const auto first =
            std::ranges::find_if(series, [](const PanelSeries &one) { return !one.histograms.empty(); });
        const bool gauges = first->histograms.front().histogram->hint == CounterResetHint::Gauge;
        outcome.findings.push_back(nativeHistogramsFinding(
            query.expr, expr, {outcome.histograms, outcome.series, m_request.time.scrapeIntervalMs, gauges}));
        for (PanelSeries &one : series)
            one.histograms.clear();
        std::erase_if(series, [](const PanelSeries &one) { return one.samples.empty(); });
    }

    void handAll(const ExploreQuery &query, std::vector<PanelSeries> series)
    {
        if (series.size() > m_request.maxSeries)
            series.resize(m_request.maxSeries);
        for (PanelSeries &one : series)
            hand(query, std::move(one));
    }

    void hand(const ExploreQuery &query, PanelSeries series)
    {
        // What an aggregation without labels leaves is best known by its query.
        series.name = query.legend.empty() && series.labels.empty() ? query.expr.substr(0, longestName)
                                                                    : legendText(query.legend, series.labels);
        if (m_request.queries.size() > 1 && query.legend.empty())
            series.name.insert(0, exploreRowName(query.row) + " · ");
        m_answer.data.series.push_back(std::move(series));
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
                hand(query, {std::move(samples.labels),
                             {},
                             query.row,
                             std::move(samples.samples),
                             std::move(samples.histograms)});
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
    const EarlierExploration &m_before;
    std::stop_token m_cancel;
    ExploreAnswer m_answer;
    std::vector<promql::ExprPtr> m_exprs; ///< that parsed
    std::vector<std::size_t> m_rows;      ///< whose those are
    std::size_t m_handed = 0;
    std::size_t m_handedHistograms = 0;
    std::size_t m_units = 0;     ///< queries whose unit was looked at
    std::size_t m_drawn = 0;     ///< queries that are lines
    bool m_fine = false;         ///< one of those was evaluated between its steps
    std::int64_t m_coarsest = 0; ///< how finely the coarsest was
};

} // namespace

std::string exploreRowName(std::size_t row)
{
    constexpr std::size_t letters = 26;
    return row < letters ? std::string(1, static_cast<char>('A' + row)) : "Q" + std::to_string(row + 1);
}

TimeRange graphRange(const PanelTime &time)
{
    const StepRange steps = graphSteps(time);
    if (steps.stepMs <= time.scrapeIntervalMs)
        return {steps.start, steps.end};
    return betweenSteps(time.range, steps.stepMs);
}

StepRange graphSteps(const PanelTime &time)
{
    const std::int64_t step = panelStepMs(time);
    return {gridFloor(time.range.from, step), gridFloor(time.range.to, step), step};
}

ExploreAnswer exploreQueries(const Snapshot &snapshot, const QueryEngine &engine,
                             const MetricCatalog &catalog, const ExploreRequest &request,
                             const std::stop_token &cancel)
{
    return exploreQueries({snapshot, engine, catalog}, request, {}, cancel);
}

ExploreAnswer exploreQueries(const ExploreSource &source, const ExploreRequest &request,
                             const EarlierExploration &before, const std::stop_token &cancel)
{
    return Explorer(source, request, before, cancel).explore();
}

} // namespace sightglass
