// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/scriptrunner.h"

#include "model/query/promqltest/atpinning.h"
#include "parser/promql/parse.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace sightglass::promqltest {

namespace {

constexpr std::int64_t minuteMs = 60'000;

EvalOutcome outcome(const EvalCommand &eval, EvalOutcome::Verdict verdict, std::string detail = {})
{
    return {verdict, eval.line, eval.expr, std::move(detail)};
}

bool meets(const Matcher &matcher, const Labels &labels)
{
    const std::string value(labels.value(matcher.name));
    switch (matcher.op) {
    case MatchOp::Equal:
        return value == matcher.value;
    case MatchOp::NotEqual:
        return value != matcher.value;
    case MatchOp::Regex:
        return RE2::FullMatch(value, RE2("(?s:" + matcher.value + ")", RE2::Quiet));
    case MatchOp::NotRegex:
        break;
    }
    return !RE2::FullMatch(value, RE2("(?s:" + matcher.value + ")", RE2::Quiet));
}

bool selectsAnyOf(const promql::Expr &expr, const std::vector<Labels> &series)
{
    const auto selectors = selectorsOf(expr);
    return std::any_of(series.begin(), series.end(), [&](const Labels &labels) {
        return std::any_of(selectors.begin(), selectors.end(), [&](const promql::VectorSelector *selector) {
            return std::all_of(selector->matchers.begin(), selector->matchers.end(),
                               [&](const Matcher &matcher) { return meets(matcher, labels); });
        });
    });
}

/// The times of an instant eval at which the pinned expression must give the same.
std::vector<TimestampMs> pinnedTimes(TimestampMs t)
{
    if (t == 0)
        return {-1000, 0, 1000};
    return {-10 * t, 0, t / 5, t, 10 * t};
}

/// start(), end(), range(), step() mean something else in a range query.
bool dependsOnQueryTimes(const std::string &expr)
{
    static const RE2 pattern("(start|end|range|step)\\(\\)");
    return RE2::PartialMatch(expr, pattern);
}

/// A load_with_nhcb makes a custom-bucket histogram of the base name out of these.
std::optional<Labels> customBucketSeries(const Labels &labels)
{
    const std::string name(labels.metricName());
    for (const std::string_view suffix : {"_bucket", "_count", "_sum"}) {
        if (name.ends_with(suffix))
            return labels.without("le").with(metricNameLabel, name.substr(0, name.size() - suffix.size()));
    }
    return std::nullopt;
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
    m_histograms.clear();
    m_started.clear();
    std::vector<EvalOutcome> outcomes;
    const auto fail = [&outcomes](std::size_t line, std::string detail) {
        outcomes.push_back({EvalOutcome::Verdict::Failed, line, {}, std::move(detail)});
    };
    for (const Command &command : parseScript(script)) {
        switch (command.kind) {
        case Command::Kind::Clear:
            m_store.clear();
            m_histograms.clear();
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
    for (std::size_t i = 0; i < command.series.size(); ++i) {
        const SeriesDescription &series = command.series[i];
        // The same series twice in one load: the last line wins.
        const bool replaced = std::any_of(command.series.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                          command.series.end(), [&series](const SeriesDescription &later) {
                                              return later.labels == series.labels &&
                                                     later.startTimestamps == series.startTimestamps;
                                          });
        if (replaced)
            continue;
        if (const Status status = loadSeries(command, series); !status)
            return status;
    }
    m_store.commit();
    return Done{};
}

Status ScriptRunner::loadSeries(const LoadCommand &command, const SeriesDescription &series)
{
    if (series.startTimestamps) {
        m_started.push_back(series.labels);
        return Done{};
    }
    if (series.hasHistograms())
        m_histograms.push_back(series.labels);
    const auto converted = command.customBuckets ? customBucketSeries(series.labels) : std::nullopt;
    if (converted)
        m_histograms.push_back(*converted);
    for (std::size_t i = 0; i < series.items.size(); ++i) {
        if (series.items[i].kind != SeriesItem::Kind::Value)
            continue;
        const Status status = m_store.append(series.labels, static_cast<std::int64_t>(i) * command.stepMs,
                                             series.items[i].value);
        if (!status)
            return status;
    }
    return Done{};
}

std::string ScriptRunner::missingSupport(const EvalCommand &eval, const promql::Expr &expr) const
{
    static constexpr std::array<std::string_view, 5> startAware{"rate", "irate", "increase", "resets",
                                                                "start_timestamp"};
    if (selectsAnyOf(expr, m_histograms) ||
        std::any_of(eval.series.begin(), eval.series.end(),
                    [](const SeriesDescription &series) { return series.hasHistograms(); }))
        return "native histograms";
    if (callsAnyOf(expr, startAware) && selectsAnyOf(expr, m_started))
        return "start timestamps";
    return {};
}

EvalOutcome ScriptRunner::evaluate(const EvalCommand &eval)
{
    const auto expr = promql::parseExpr(eval.expr, m_engine.options().features);
    if (!expr) {
        if (promql::parseExpr(eval.expr, promql::Features::all()))
            return outcome(eval, EvalOutcome::Verdict::Skipped, "needs a feature switch");
        if (!eval.failure)
            return outcome(eval, EvalOutcome::Verdict::Failed, plainText(expr.error()));
        const Difference difference = checkFailure(*eval.failure, expr.error());
        return difference ? outcome(eval, EvalOutcome::Verdict::Failed, *difference)
                          : outcome(eval, EvalOutcome::Verdict::Passed);
    }
    const std::string missing = missingSupport(eval, **expr);
    if (!missing.empty())
        return outcome(eval, EvalOutcome::Verdict::Skipped, missing);
    return runParsed(eval, *expr);
}

EvalOutcome ScriptRunner::runParsed(const EvalCommand &eval, const promql::ExprPtr &expr)
{
    m_snapshot = m_store.snapshot();
    m_unsupported = false;
    Difference difference = eval.range ? runRange(eval, expr) : runInstant(eval, expr, eval.steps.end);
    if (!difference && !eval.range && !callsTimeDependentFunction(*expr)) {
        const promql::ExprPtr pinned = pinnedAt(expr, eval.steps.end);
        for (const TimestampMs t : pinnedTimes(eval.steps.end)) {
            difference = difference ? difference : runInstant(eval, pinned, t);
        }
    }
    if (m_unsupported)
        return outcome(eval, EvalOutcome::Verdict::Skipped, difference.value_or("not supported"));
    return difference ? outcome(eval, EvalOutcome::Verdict::Failed, *difference)
                      : outcome(eval, EvalOutcome::Verdict::Passed);
}

Difference ScriptRunner::judge(const EvalCommand &eval, const Result<QueryResult> &result)
{
    if (!result) {
        m_unsupported = m_unsupported || result.error().code == ErrorCode::Unsupported;
        return eval.failure ? checkFailure(*eval.failure, result.error()) : plainText(result.error());
    }
    return eval.failure ? Difference("expected a failure, got a result") : Difference();
}

Difference ScriptRunner::runRange(const EvalCommand &eval, const promql::ExprPtr &expr)
{
    const auto result = m_engine.range(*m_snapshot, *expr, eval.steps);
    Difference difference = judge(eval, result);
    if (difference || eval.failure)
        return difference;
    difference = checkAnnotations(eval, *result, eval.expr);
    return difference ? difference : checkRange(eval, *result);
}

Difference ScriptRunner::runInstant(const EvalCommand &eval, const promql::ExprPtr &expr, TimestampMs t)
{
    const auto result = m_engine.instant(*m_snapshot, *expr, t);
    Difference difference = judge(eval, result);
    if (difference || eval.failure)
        return difference;
    difference = checkAnnotations(eval, *result, eval.expr);
    if (!difference)
        difference = checkInstant(eval, *result);
    if (difference)
        return *difference + " (instant query at " + std::to_string(t) + " ms)";
    return runAsRange(eval, expr, t);
}

Difference ScriptRunner::runAsRange(const EvalCommand &eval, const promql::ExprPtr &expr, TimestampMs t)
{
    if (eval.rangeVector || eval.string || eval.ordered || dependsOnQueryTimes(eval.expr))
        return {};
    const auto result = m_engine.range(*m_snapshot, *expr, {t - minuteMs, t + minuteMs, minuteMs});
    Difference difference = judge(eval, result);
    if (!difference)
        difference = checkRangePoint(eval, *result, t);
    if (difference)
        return *difference + " (range query around " + std::to_string(t) + " ms)";
    return {};
}

} // namespace sightglass::promqltest
