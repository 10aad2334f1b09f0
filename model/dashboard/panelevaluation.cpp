// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelevaluation.h"

#include "model/core/timegrid.h"
#include "model/dashboard/annotationmerge.h"
#include "model/dashboard/finesteps.h"
#include "model/dashboard/linecalculation.h"
#include "model/dashboard/panelexemplars.h"
#include "model/dashboard/panelexplanation.h"
#include "model/dashboard/panelquery.h"
#include "model/dashboard/queryorigin.h"
#include "model/dashboard/samplespacing.h"
#include "model/dashboard/serverexpression.h"
#include "model/dashboard/storedcalculation.h"
#include "model/dashboard/valuesat.h"
#include "model/query/evaluationcache.h"
#include "parser/promql/exprparts.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

/// Bars of fewer steps than these are wide enough to stand for their step, as in Grafana, and not for what
/// lies in between.
constexpr std::int64_t mostWideBars = 600;
/// New samples may wait for a step as long as this to end.
constexpr std::int64_t shortStepMs = 2000;

/// Nothing waits while there are no data older than this: beside them a wait (see betweenSteps()) is long.
std::int64_t youngMs(std::int64_t stepMs) noexcept
{
    constexpr std::int64_t waits = 20;
    constexpr std::int64_t longestWaitMs = 15'000;
    constexpr std::int64_t parts = 6;
    return waits * std::min(stepMs / parts, longestWaitMs);
}

StackingMode stackingOf(const PanelSpec &panel)
{
    const auto modeOf = [](const GraphConfig &graph) {
        return graph.stacking ? graph.stacking->mode : StackingMode::None;
    };
    StackingMode mode = modeOf(panel.field.graph);
    for (const FieldOverride &one : panel.overrides)
        mode = mode == StackingMode::None ? modeOf(one.config.graph) : mode;
    return mode;
}

/// Behind which time stored samples count: the beginning of the first step; of a range that stands still, all
/// that it was asked for.
TimestampMs storedStart(const PanelTime &time)
{
    return time.live ? gridFloor(time.range.from, panelStepMs(time)) : time.range.from - 1;
}

StepRange stepsOf(const PanelTime &time)
{
    const std::int64_t step = panelStepMs(time);
    return {gridFloor(time.range.from, step), gridFloor(time.range.to, step), step};
}

bool isRange(const PanelQuery &query)
{
    return !query.instant || query.alsoRange;
}

/// What a panel needs to know beyond the values of steps: each line of its own, or stored samples to sum up.
std::optional<ThinningKind> detailOf(const PanelSpec &panel) noexcept
{
    if (hasServerExpressions(panel))
        return std::nullopt; // they reckon with steps, as Grafana's server
    const auto drawn = drawnBetweenSteps(panel);
    return drawn ? drawn : summedUpOf(panel);
}

/// Whether the series are buckets of a histogram, whose last counts are shown.
bool selectsBuckets(const promql::Expr &expr, const Snapshot &snapshot, TimeRange range)
{
    return std::ranges::any_of(selectorsOf(expr), [&](const promql::VectorSelector *selector) {
        return std::ranges::any_of(snapshot.select(selector->matchers, range),
                                   [](const auto &series) { return !series->labels().value("le").empty(); });
    });
}

} // namespace

std::optional<ThinningKind> drawnBetweenSteps(const PanelSpec &panel) noexcept
{
    if (needsFrames(panel))
        return std::nullopt;
    switch (panel.type()) {
    case PanelType::TimeSeries:
        return ThinningKind::Extremes;
    case PanelType::StateTimeline:
        return ThinningKind::States;
    default:
        return std::nullopt;
    }
}

PanelEvaluation::PanelEvaluation(const Question &question, const EarlierAnswer &before, Detail detail)
    : m_question(question)
    , m_detail(detail)
    , m_time(panelTime(question.pipeline.panel(), question.time))
    , m_fineMs(question.pipeline.panel().queries.size(), 0)
{
    parse();
    const auto same = agreeBefore(before, question.pipeline.panel(), question.snapshot, question.time,
                                  question.engine.options());
    planRanges(before, same);
}

void PanelEvaluation::parse()
{
    const PanelSpec &panel = m_question.pipeline.panel();
    const std::vector<bool> needed = neededQueries(panel, serverExpressions(panel));
    for (std::size_t i = 0; i < panel.queries.size(); ++i) {
        const PanelQuery &query = panel.queries[i];
        if (query.hidden && !needed[i])
            continue;
        Asked asked;
        asked.index = i;
        asked.time = queryTime(query, m_time);
        auto expr =
            promql::parseExpr(expandIntervals(query.expr, asked.time), m_question.engine.options().features);
        if (expr)
            asked.expr = *expr;
        else
            asked.error = std::move(expr).error();
        m_asked.push_back(std::move(asked));
    }
}

bool PanelEvaluation::drawsStored(const RangeQuery &query, StackingMode stacking) const
{
    const PanelSpec &panel = m_question.pipeline.panel();
    if (summedUpOf(panel)) {
        const TimeRange range{query.steps.start, query.steps.end};
        return isReadAsStored(query) && !(panel.type() == PanelType::Histogram &&
                                          selectsBuckets(*query.expr, m_question.snapshot, range));
    }
    // Layers rest on each other at common times, bars stand for equal ones.
    return stacking == StackingMode::None && panel.type() == PanelType::TimeSeries && !needsFrames(panel) &&
           panel.field.graph.drawStyle != DrawStyle::Bars && isReadAsStored(query);
}

std::int64_t PanelEvaluation::fineFor(const RangeQuery &query, StackingMode stacking) const
{
    const PanelSpec &panel = m_question.pipeline.panel();
    const StepRange &steps = query.steps;
    if (drawsStored(query, stacking))
        return storedSamples;
    const bool bars = panel.field.graph.drawStyle == DrawStyle::Bars;
    if (!drawnBetweenSteps(panel) || (bars && (steps.end - steps.start) / steps.stepMs < mostWideBars))
        return steps.stepMs;
    const bool onceOnly = dependsOnThePastOnly(*query.expr);
    // The panel's smallest step is its author's choice of what is drawn, not what there is.
    return fineStepMs(*query.expr, steps, query.sourceMs,
                      {query.series, onceOnly ? mostFinePoints : mostRepeatedPoints}, query.lookbackMs);
}

void PanelEvaluation::planRanges(const EarlierAnswer &before, std::optional<TimestampMs> same)
{
    const PanelSpec &panel = m_question.pipeline.panel();
    // What is reckoned of steps is reckoned anew.
    m_earlier = same && !hasServerExpressions(panel) && before.fineMs.size() == panel.queries.size() &&
                        m_detail == Detail::All
                    ? before.answer.lock()
                    : nullptr;
    const StackingMode stacking =
        panel.type() == PanelType::TimeSeries ? stackingOf(panel) : StackingMode::None;
    const auto kind = m_detail == Detail::All ? detailOf(panel) : std::nullopt;
    std::vector<RangeQuery> ranges;
    for (Asked &asked : m_asked) {
        if (!asked.expr || !isRange(panel.queries[asked.index]))
            continue;
        RangeQuery query{asked.index, asked.expr, stepsOf(asked.time)};
        query.fineMs = query.steps.stepMs;
        query.lookbackMs = m_question.engine.options().lookbackMs;
        query.sourceMs = m_question.time.scrapeIntervalMs;
        if (kind) {
            query.kind = *kind;
            planDetail(query, stacking, before);
        }
        asked.range = ranges.size();
        ranges.push_back(std::move(query));
    }
    // A range that stands still is asked for once.
    m_nothingWaits = m_time.exactEnd || !m_time.live || (m_earlier && m_earlier->series.empty()) ||
                     isYoung(panelStepMs(m_time));
    planEnds(ranges, stacking);
    TimestampMs end = std::numeric_limits<TimestampMs>::min();
    for (const RangeQuery &query : ranges)
        end = std::max(end, query.steps.end);
    for (const Asked &asked : m_asked) {
        if (asked.range && (m_nothingWaits || showsNewest() || isStacked()))
            end = std::max(end, endOf(asked.time, false));
    }
    m_ranges.emplace(std::move(ranges), stacking);
    if (!m_earlier)
        return;
    // What the earlier one put off is in order now.
    const bool wentToTheEnd =
        !m_nothingWaits || m_earlier->range.to >= panelTime(panel, before.time).range.to;
    m_isKnown = wentToTheEnd && asksForTheSame(before) &&
                m_question.snapshot.earliestChangeSince(before.version) > end;
    if (!m_isKnown && isRenewedLater())
        m_putOff = before;
    m_ranges->carryOn(*m_earlier, *same);
}

/// What goes on is as fine as it was.
void PanelEvaluation::planDetail(RangeQuery &query, StackingMode stacking, const EarlierAnswer &before) const
{
    query.series =
        m_earlier ? static_cast<std::size_t>(
                        std::ranges::count(m_earlier->series, query.query, &PanelSeries::query))
                  : selectedSeries(*query.expr, m_question.snapshot, {query.steps.start, query.steps.end});
    query.fineMs = m_earlier ? before.fineMs[query.query] : fineFor(query, stacking);
    // Single values are read of lines.
    query.tellsTimes =
        drawnBetweenSteps(m_question.pipeline.panel()) == ThinningKind::Extremes && isReadAsStored(query);
}

void PanelEvaluation::planEnds(std::vector<RangeQuery> &ranges, StackingMode stacking)
{
    // None of a stack is of stored samples.
    std::int64_t finest = std::numeric_limits<std::int64_t>::max();
    for (const RangeQuery &query : ranges)
        finest = std::min(finest, query.fineMs);
    for (RangeQuery &query : ranges) {
        const std::int64_t step = query.steps.stepMs;
        // Layers of a stack are thinned together, which needs values at the same times.
        if (stacking != StackingMode::None && query.fineMs < step && step % finest == 0)
            query.fineMs = finest;
        m_fineMs[query.query] = query.fineMs;
    }
    for (RangeQuery &query : ranges) {
        const auto asked = std::ranges::find(m_asked, query.query, &Asked::index);
        const TimestampMs end = endOf(asked->time, query.isStored());
        if (query.isStored())
            query.steps = {storedStart(asked->time), end, query.steps.stepMs};
        else if (query.fineMs < query.steps.stepMs)
            query.steps.end = gridFloor(end, query.fineMs);
    }
}

/// What is drawn of a time in steps of this length.
TimeRange PanelEvaluation::rangeOf(const PanelTime &time, std::int64_t stepMs) const
{
    const bool newest = showsNewest();
    const bool stacked = isStacked();
    const bool fine = std::ranges::any_of(m_asked, [this, newest, stacked](const Asked &asked) {
        const std::int64_t step = panelStepMs(asked.time);
        const std::int64_t own = m_fineMs[asked.index];
        return own == storedSamples || newest || stacked ? step > shortStepMs : own > 0 && own < step;
    });
    if (fine)
        return betweenSteps(time.range, stepMs);
    return {gridFloor(time.range.from, stepMs), gridFloor(time.range.to, stepMs)};
}

bool PanelEvaluation::isYoung(std::int64_t stepMs) const
{
    return stepMs > shortStepMs && m_time.range.to - m_question.snapshot.stats().minTime < youngMs(stepMs);
}

/// Whether the panel tells the last value of its series.
bool PanelEvaluation::showsNewest() const noexcept
{
    const ReduceOptions *reduce = reduceOf(m_question.pipeline.panel().options);
    const auto isLast = [](Calculation one) {
        return one == Calculation::Last || one == Calculation::LastNotNull;
    };
    return reduce != nullptr && (isLast(reduce->calculation) || std::ranges::any_of(reduce->further, isLast));
}

/// Up to when there is an answer. The store's samples are added to those before at hardly any cost, and a
/// panel that tells their last or extremes draws little: it is always up to date.
TimestampMs PanelEvaluation::endOf(const PanelTime &time, bool stored) const
{
    if (m_nothingWaits || (stored && summedUpOf(m_question.pipeline.panel()) == ThinningKind::Extremes))
        return time.range.to;
    return rangeOf(time, panelStepMs(time)).to;
}

/// Whether lines are layers, which end where the samples of lines do that are not evaluated.
bool PanelEvaluation::isStacked() const
{
    const PanelSpec &panel = m_question.pipeline.panel();
    return panel.type() == PanelType::TimeSeries && stackingOf(panel) != StackingMode::None &&
           !needsFrames(panel) && m_detail == Detail::All;
}

/// Behind the last of long steps comes the value at the end, where that is what the panel shows, it is a
/// layer, or there is no other; expressions reckon with steps. The next answer does not go on from it.
void PanelEvaluation::addNewest(const Asked &asked, RangeEvaluation::Answer &answer,
                                const std::stop_token &cancel) const
{
    const StepRange steps = stepsOf(asked.time);
    const TimestampMs at = endOf(asked.time, false);
    if (answer.error || answer.fineMs <= 0 || hasServerExpressions(m_question.pipeline.panel()) ||
        at <= gridFloor(at, answer.fineMs) ||
        !(isStacked() || (answer.fineMs == steps.stepMs && (answer.series.empty() || showsNewest()))))
        return;
    addValuesAt(answer.series,
                {*asked.expr, asked.index, steps, at, isStacked() ? answer.fineMs : 0,
                 m_question.time.scrapeIntervalMs},
                {m_question.snapshot, m_question.engine, cancel});
}

bool PanelEvaluation::asksForTheSame(const EarlierAnswer &before) const
{
    const PanelSpec &panel = m_question.pipeline.panel();
    const PanelTime earlier = panelTime(panel, before.time);
    if (!m_time.live && earlier.range != m_time.range)
        return false;
    return std::ranges::all_of(m_asked, [&](const Asked &asked) {
        const std::int64_t step = panelStepMs(asked.time);
        return rangeOf(queryTime(panel.queries[asked.index], earlier), step) == rangeOf(asked.time, step);
    });
}

/// What is dear is reckoned anew when its period is over, wherever the range has got to since.
bool PanelEvaluation::isRenewedLater() const
{
    if (m_nothingWaits)
        return false;
    const std::int64_t period = m_earlier->renewedEveryMs;
    const TimeRange &shown = m_earlier->range;
    const TimeRange &range = m_time.range;
    return period > 0 && gridFloor(shown.to, period) == gridFloor(range.to, period) &&
           std::abs(range.from - shown.from) < period + m_earlier->stepMs;
}

std::shared_ptr<const PanelData> PanelEvaluation::unchanged() const
{
    return m_isKnown || m_putOff ? m_earlier : nullptr;
}

bool PanelEvaluation::advance(std::size_t points, const std::stop_token &cancel)
{
    return m_ranges->advance({m_question.snapshot, m_question.engine, cancel}, points);
}

void PanelEvaluation::askInstant(const Asked &asked, PanelData &data, std::optional<Error> &error,
                                 const std::stop_token &cancel) const
{
    const TimestampMs at = asked.time.range.to;
    auto answer = m_question.engine.instant(m_question.snapshot, *asked.expr, at, cancel);
    if (!answer) {
        error = std::move(answer).error();
        return;
    }
    data.annotations.insert(data.annotations.end(), answer->annotations.begin(), answer->annotations.end());
    for (MatrixSeries &series : resultSeries(std::move(*answer), at)) {
        PanelSeries added{std::move(series.labels), {}, asked.index, std::move(series.samples)};
        added.histograms = std::move(series.histograms);
        data.series.push_back(std::move(added));
    }
}

void PanelEvaluation::addRange(RangeEvaluation::Answer &answer, PanelData &data,
                               std::optional<Error> &error) const
{
    if (answer.error) {
        error = std::move(answer.error);
        return;
    }
    for (Annotation &annotation : answer.annotations) {
        // Those of the earlier answer are there already.
        if (!m_earlier || std::ranges::find(data.annotations, annotation) == data.annotations.end())
            data.annotations.push_back(std::move(annotation));
    }
    if (data.series.empty())
        data.series = std::move(answer.series);
    else
        std::ranges::move(answer.series, std::back_inserter(data.series));
    if (!answer.note.empty() && std::ranges::find(data.notes, answer.note) == data.notes.end())
        data.notes.push_back(std::move(answer.note));
}

PanelData PanelEvaluation::take(const std::stop_token &cancel)
{
    const PanelSpec &panel = m_question.pipeline.panel();
    PanelData data;
    data.stepMs = panelStepMs(m_time);
    data.scrapeIntervalMs = m_question.time.scrapeIntervalMs;
    data.origins.resize(panel.queries.size());
    if (m_earlier) {
        data.annotations = m_earlier->annotations;
        data.notes = m_earlier->notes;
    }
    std::vector<RangeEvaluation::Answer> answers = m_ranges->take();
    std::vector<promql::ExprPtr> exprs;
    std::vector<std::size_t> asks; // whose expressions those are
    std::vector<promql::ExprPtr> shown;
    std::vector<std::size_t> instants(panel.queries.size(), 0);
    bool fine = false;
    for (Asked &asked : m_asked) {
        data.stepMs = std::max(data.stepMs, panelStepMs(asked.time));
        std::optional<Error> error = std::move(asked.error);
        if (asked.expr) {
            exprs.push_back(asked.expr);
            asks.push_back(asked.index);
            if (!panel.queries[asked.index].hidden)
                shown.push_back(asked.expr);
        }
        const std::size_t before = data.series.size();
        if (asked.expr && panel.queries[asked.index].instant)
            askInstant(asked, data, error, cancel);
        instants[asked.index] = data.series.size() - before;
        if (asked.range && !error) {
            RangeEvaluation::Answer &answer = answers[*asked.range];
            const bool stored = answer.fineMs == storedSamples;
            m_fineMs[asked.index] = answer.fineMs;
            data.fineStepMs = std::max(data.fineStepMs, answer.fineMs);
            fine = fine || (!stored && answer.fineMs < panelStepMs(asked.time));
            data.origins[asked.index] = queryOrigin(*asked.expr, stored ? 0 : answer.fineMs);
            addNewest(asked, answer, cancel);
            addRange(answer, data, error);
        }
        if (error && !data.error) {
            data.failedQuery = asked.index;
            data.error = std::move(error);
        }
    }
    if (!fine)
        data.fineStepMs = 0;
    std::erase_if(data.annotations, [this](const Annotation &annotation) {
        return isDoubtOfCounter(annotation, m_question.snapshot);
    });
    data.range = rangeOf(m_time, data.stepMs);
    for (const Asked &asked : m_asked) {
        const bool stored = m_fineMs[asked.index] == storedSamples;
        if (asked.range)
            data.range.to = std::max(data.range.to, endOf(asked.time, stored));
        if (asked.range && stored && !m_time.live)
            data.range.from = m_time.range.from;
    }
    if (m_earlier && m_ranges->carriedBefore() && !data.error)
        data.continues = Continuation{m_earlier, *m_ranges->carriedBefore()};
    noteSpacing(data, exprs);
    addServerExpressions(data, panel, serverExpressions(panel), {instants, cancel});
    m_question.pipeline.apply(data, cancel, panelZone(panel, m_question.time));
    if (!cancel.stop_requested())
        calculateStored(data, panel);
    calculateLegend(data, cancel);
    if (!cancel.stop_requested())
        explainPanel(data, panel, {exprs, asks}, {m_question.snapshot, m_question.engine, cancel});
    if (showsExemplars(panel, shown) && !cancel.stop_requested())
        addExemplars(data, m_question.snapshot, panel, shown);
    return data;
}

void PanelEvaluation::calculateLegend(PanelData &data, const std::stop_token &cancel) const
{
    std::size_t budget = mostCalculatedSamples;
    for (const Asked &asked : m_asked) {
        const bool stored = asked.expr && asked.range && m_fineMs[asked.index] == storedSamples;
        if (stored && !cancel.stop_requested())
            calculateLines(data, m_question.pipeline.panel(),
                           {asked.index, *asked.expr, {storedStart(asked.time), endOf(asked.time, true)}},
                           m_question.snapshot, budget, cancel);
    }
}

/// Distances hardly ever change: those of an answer that goes on are looked at anew each minute, more often
/// while there are few samples.
void PanelEvaluation::noteSpacing(PanelData &data, std::span<const promql::ExprPtr> exprs) const
{
    constexpr std::int64_t minute = 60'000;
    constexpr std::int64_t whileYoungMs = 5000;
    const std::int64_t age = data.range.to - m_question.snapshot.stats().minTime;
    const std::int64_t every = age < minute ? whileYoungMs : minute;
    const bool isFresh = m_earlier && m_earlier->spacing && m_earlier->spacing->leastMs > 0 &&
                         gridFloor(m_earlier->range.to, every) == gridFloor(data.range.to, every);
    data.spacing = isFresh ? *m_earlier->spacing
                           : sampleSpacing(m_question.snapshot, exprs, data.range, data.scrapeIntervalMs);
}

EarlierAnswer PanelEvaluation::asEarlier(const std::shared_ptr<const PanelData> &answer) const
{
    if (m_putOff)
        return *m_putOff;
    EarlierAnswer earlier{answer, m_question.snapshot.version(), m_question.time, m_fineMs};
    // What was not looked at between its steps is no beginning of what is.
    if (m_detail == Detail::StepsOnly)
        earlier.fineMs.clear();
    return earlier;
}

} // namespace sightglass
