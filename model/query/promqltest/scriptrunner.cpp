// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/scriptrunner.h"

#include "model/query/promqltest/atpinning.h"
#include "model/query/promqltest/custombuckets.h"
#include "model/query/promqltest/featureneeds.h"
#include "parser/promql/parse.h"

#include <re2/re2.h>

#include <algorithm>

namespace sightglass::promqltest {

namespace {

constexpr std::int64_t minuteMs = 60'000;

EvalOutcome outcome(const EvalCommand &eval, EvalOutcome::Verdict verdict, std::string detail = {})
{
    return {verdict, eval.line, eval.expr, std::move(detail)};
}

/// A syntax error with its place in the script: an expression is all of one line.
std::string placedText(const Error &error, const EvalCommand &eval)
{
    const std::size_t within = error.position.column > 0 ? error.position.column - 1 : 0;
    return std::to_string(eval.line) + ':' + std::to_string(eval.column + within) + ": " + plainText(error);
}

/// The times of an instant eval at which the pinned expression must give the same.
std::vector<TimestampMs> pinnedTimes(TimestampMs t)
{
    if (t == 0)
        return {-1000, 0, 1000};
    return {-10 * t, 0, t / 5, t, 10 * t};
}

/// The same series twice in one load: the last line wins.
std::vector<SeriesDescription> lastOfEach(const std::vector<SeriesDescription> &series)
{
    std::vector<SeriesDescription> kept;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto isSame = [&](const SeriesDescription &later) {
            return later.labels == series[i].labels && later.startTimestamps == series[i].startTimestamps;
        };
        if (std::none_of(series.begin() + static_cast<std::ptrdiff_t>(i) + 1, series.end(), isSame))
            kept.push_back(series[i]);
    }
    return kept;
}

/// The `@st` line of a series, or null.
const SeriesDescription *startsOf(const SeriesDescription &series, const std::vector<SeriesDescription> &all)
{
    const auto found = std::find_if(all.begin(), all.end(), [&series](const SeriesDescription &other) {
        return other.startTimestamps && other.labels == series.labels;
    });
    return found == all.end() ? nullptr : &*found;
}

/// start(), end(), range(), step() mean something else in a range query.
bool dependsOnQueryTimes(const std::string &expr)
{
    static const RE2 pattern("(start|end|range|step)\\(\\)");
    return RE2::PartialMatch(expr, pattern);
}

} // namespace

ScriptRunner::ScriptRunner(ScriptStore &store, const QueryOptions &options)
    : m_store(store)
    , m_engine(options)
{}

QueryOptions ScriptRunner::testOptions()
{
    QueryOptions options;
    options.maxSamples = 10'000;
    options.timeoutMs = 100'000;
    return options;
}

std::vector<EvalOutcome> ScriptRunner::run(std::string_view script)
{
    m_store.clear();
    m_started.clear();
    std::vector<EvalOutcome> outcomes;
    const auto fail = [&outcomes](std::size_t line, std::string detail) {
        outcomes.push_back({EvalOutcome::Verdict::Failed, line, {}, std::move(detail)});
    };
    for (const Command &command : parseScript(script)) {
        switch (command.kind) {
        case Command::Kind::Clear:
            m_store.clear();
            m_started.clear();
            break;
        case Command::Kind::Load:
            if (const Status status = load(command.load); !status)
                fail(command.line, plainText(status.error()));
            break;
        case Command::Kind::Eval:
            outcomes.push_back(evaluate(command.eval));
            break;
        case Command::Kind::Invalid:
            fail(command.line, command.problem);
            break;
        }
    }
    return outcomes;
}

Status ScriptRunner::load(const LoadCommand &command)
{
    const std::vector<SeriesDescription> series = lastOfEach(command.series);
    for (const SeriesDescription &one : series) {
        if (one.startTimestamps)
            m_started.push_back(one.labels);
        else if (const Status status = loadSeries(one, startsOf(one, series), command.stepMs); !status)
            return status;
    }
    if (command.customBuckets) {
        const auto converted = customBucketSeries(series, command.stepMs);
        if (!converted)
            return converted.error();
        for (const auto &[labels, samples] : *converted) {
            for (const ScriptSample &sample : samples) {
                if (const Status status = m_store.append(labels, sample); !status)
                    return status;
            }
        }
    }
    m_store.commit();
    return Done{};
}

Status ScriptRunner::loadSeries(const SeriesDescription &series, const SeriesDescription *starts,
                                std::int64_t stepMs)
{
    if (starts != nullptr && starts->startOffsets.size() != series.items.size())
        return Error{ErrorCode::ConfigSyntax,
                     {"not as many start timestamps as samples: " + series.labels.toString()},
                     {},
                     {}};
    for (std::size_t i = 0; i < series.items.size(); ++i) {
        const SeriesItem &item = series.items[i];
        if (item.kind == SeriesItem::Kind::Missing)
            continue;
        ScriptSample sample{static_cast<std::int64_t>(i) * stepMs, item.value, item.histogram, 0};
        if (starts != nullptr && starts->startOffsets[i])
            sample.start = sample.t + *starts->startOffsets[i];
        if (const Status status = m_store.append(series.labels, sample); !status)
            return status;
    }
    return Done{};
}

EvalOutcome ScriptRunner::evaluate(const EvalCommand &eval)
{
    const promql::Features &features = m_engine.options().features;
    const std::string toParse = featuresToParse(eval.expr, features);
    if (!toParse.empty())
        return outcome(eval, EvalOutcome::Verdict::Skipped, toParse);
    const auto expr = promql::parseExpr(eval.expr, features);
    // An error of the script, not of its evaluation: it is never the failure that is expected.
    if (!expr)
        return outcome(eval, EvalOutcome::Verdict::Failed, placedText(expr.error(), eval));
    const std::string toEvaluate = featuresToEvaluate(**expr, m_started, features);
    if (!toEvaluate.empty())
        return outcome(eval, EvalOutcome::Verdict::Skipped, toEvaluate);
    EvalOutcome result = runParsed(m_engine, eval, *expr);
    if (result.verdict != EvalOutcome::Verdict::Failed || features.delayedNameRemoval)
        return result;
    // What fails only because names go at once needs the switch; nothing but running it can tell.
    QueryOptions delayed = m_engine.options();
    delayed.features.delayedNameRemoval = true;
    if (runParsed(QueryEngine(delayed), eval, *expr).verdict != EvalOutcome::Verdict::Passed)
        return result;
    return outcome(eval, EvalOutcome::Verdict::Skipped, "promql-delayed-name-removal");
}

EvalOutcome ScriptRunner::runParsed(const QueryEngine &engine, const EvalCommand &eval,
                                    const promql::ExprPtr &expr)
{
    const EvalRun run{engine, m_store.snapshot(), eval};
    Difference difference = eval.range ? runRange(run, expr) : runInstant(run, expr, eval.steps.end);
    if (!difference && !eval.range && !callsTimeDependentFunction(*expr)) {
        const promql::ExprPtr pinned = pinnedAt(expr, eval.steps.end);
        for (const TimestampMs t : pinnedTimes(eval.steps.end)) {
            difference = difference ? difference : runInstant(run, pinned, t);
        }
    }
    return difference ? outcome(eval, EvalOutcome::Verdict::Failed, *difference)
                      : outcome(eval, EvalOutcome::Verdict::Passed);
}

Difference ScriptRunner::judge(const EvalCommand &eval, const Result<QueryResult> &result)
{
    if (!result)
        return eval.failure ? checkFailure(*eval.failure, result.error()) : plainText(result.error());
    return eval.failure ? Difference("expected a failure, got a result") : Difference();
}

Difference ScriptRunner::runRange(const EvalRun &run, const promql::ExprPtr &expr)
{
    const auto result = run.engine.range(*run.snapshot, *expr, run.eval.steps);
    Difference difference = judge(run.eval, result);
    if (difference || run.eval.failure)
        return difference;
    difference = checkAnnotations(run.eval, *result, run.eval.expr);
    return difference ? difference : checkRange(run.eval, *result);
}

Difference ScriptRunner::runInstant(const EvalRun &run, const promql::ExprPtr &expr, TimestampMs t)
{
    const auto result = run.engine.instant(*run.snapshot, *expr, t);
    Difference difference = judge(run.eval, result);
    if (difference || run.eval.failure)
        return difference;
    difference = checkAnnotations(run.eval, *result, run.eval.expr);
    if (!difference)
        difference = checkInstant(run.eval, *result);
    if (difference)
        return *difference + " (instant query at " + std::to_string(t) + " ms)";
    return runAsRange(run, expr, t);
}

Difference ScriptRunner::runAsRange(const EvalRun &run, const promql::ExprPtr &expr, TimestampMs t)
{
    if (run.eval.rangeVector || run.eval.string || run.eval.ordered || dependsOnQueryTimes(run.eval.expr))
        return {};
    const auto result = run.engine.range(*run.snapshot, *expr, {t - minuteMs, t + minuteMs, minuteMs});
    Difference difference = judge(run.eval, result);
    if (!difference)
        difference = checkRangePoint(run.eval, *result, t);
    if (difference)
        return *difference + " (range query around " + std::to_string(t) + " ms)";
    return {};
}

} // namespace sightglass::promqltest
