// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationerror.h"
#include "model/query/functions.h"
#include "model/query/infojoin.h"
#include "model/storage/labelmatcher.h"
#include "parser/promql/emptymatch.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sightglass {

namespace {

/// What info()'s second argument asks for.
struct InfoRequest
{
    std::vector<Matcher> names;       ///< of the info metrics: effective ones, never empty
    std::vector<Matcher> data;        ///< of data labels
    std::set<std::string> dataLabels; ///< those to copy; all where empty
    bool needsMatch = false;          ///< a data matcher refuses the empty value
};

/// Without matchers on __name__ it is target_info; with negative ones only, all *_info but these.
void completeNames(std::vector<Matcher> &names)
{
    const std::string label(metricNameLabel);
    if (names.empty()) {
        names.push_back({MatchOp::Equal, label, "target_info"});
        return;
    }
    const bool anyPositive = std::any_of(names.begin(), names.end(), [](const Matcher &matcher) {
        return matcher.op == MatchOp::Equal || matcher.op == MatchOp::Regex;
    });
    if (!anyPositive)
        names.push_back({MatchOp::Regex, label, ".+_info"});
}

InfoRequest requestOf(const promql::Call &call)
{
    InfoRequest request;
    const promql::VectorSelector *selector =
        call.arguments.size() > 1 ? promql::as<promql::VectorSelector>(call.arguments[1].get()) : nullptr;
    for (const Matcher &matcher : selector != nullptr ? selector->matchers : std::vector<Matcher>()) {
        if (matcher.name == metricNameLabel) {
            request.names.push_back(matcher);
            continue;
        }
        request.data.push_back(matcher);
        request.dataLabels.insert(matcher.name);
        request.needsMatch = request.needsMatch || !promql::matchesEmpty(matcher);
    }
    completeNames(request.names);
    return request;
}

/// Follows the way down to the first vector selector and shifts the times by every offset and @ on it, as
/// the samples that end up in the result are shifted. False where there is no selector.
bool shiftToSelector(const promql::Expr &expr, const StepRange &query, Grid &times)
{
    const Grid before = times;
    const auto shift = [&](const promql::TimeShift &by) {
        const ReferenceTimes refs = referenceTimes(by, times, query);
        times = {refs.first, refs.stepMs, times.count};
    };
    const auto anyOf = [&](const std::vector<const promql::Expr *> &children) {
        return std::any_of(children.begin(), children.end(), [&](const promql::Expr *child) {
            times = before;
            return child != nullptr && shiftToSelector(*child, query, times);
        });
    };
    switch (expr.kind) {
    case promql::ExprKind::NumberLiteral:
    case promql::ExprKind::StringLiteral:
        return false;
    case promql::ExprKind::VectorSelector:
        shift(static_cast<const promql::VectorSelector &>(expr).shift);
        return true;
    case promql::ExprKind::MatrixSelector:
        return shiftToSelector(*static_cast<const promql::MatrixSelector &>(expr).selector, query, times);
    case promql::ExprKind::Subquery: {
        const auto &subquery = static_cast<const promql::Subquery &>(expr);
        shift(subquery.shift);
        return shiftToSelector(*subquery.expr, query, times);
    }
    case promql::ExprKind::Call: {
        std::vector<const promql::Expr *> children;
        for (const promql::ExprPtr &argument : static_cast<const promql::Call &>(expr).arguments)
            children.push_back(argument.get());
        return anyOf(children);
    }
    case promql::ExprKind::Aggregate: {
        const auto &aggregate = static_cast<const promql::Aggregate &>(expr);
        return anyOf({aggregate.expr.get(), aggregate.parameter.get()});
    }
    case promql::ExprKind::Binary: {
        const auto chain = promql::operatorChain(static_cast<const promql::Binary &>(expr));
        std::vector<const promql::Expr *> operands{chain.front()->lhs.get()};
        for (const promql::Binary *link : chain)
            operands.push_back(link->rhs.get());
        return anyOf(operands);
    }
    case promql::ExprKind::Unary:
        return shiftToSelector(*static_cast<const promql::Unary &>(expr).expr, query, times);
    case promql::ExprKind::Paren:
        return shiftToSelector(*static_cast<const promql::Paren &>(expr).expr, query, times);
    }
    return false;
}

/// Series that are info series themselves are not enriched.
std::vector<unsigned char> infoSeriesFlags(const Value &base, const std::vector<Matcher> &names)
{
    const std::vector<LabelMatcher> matchers(names.begin(), names.end());
    std::vector<unsigned char> flags;
    for (const Series &series : base.series)
        flags.push_back(
            std::all_of(matchers.begin(), matchers.end(),
                        [&](const LabelMatcher &matcher) { return matcher.matches(series.labels); })
                ? 1
                : 0);
    return flags;
}

/// The values of one identifying label that occur in the series to enrich.
std::set<std::string_view> identities(const Value &base, const std::vector<unsigned char> &isInfo,
                                      std::string_view label)
{
    std::set<std::string_view> values;
    for (std::size_t i = 0; i < base.series.size(); ++i) {
        const std::string_view value = base.series[i].labels.value(label);
        if (isInfo[i] == 0 && !value.empty())
            values.insert(value);
    }
    return values;
}

/// The info series that share an identifying label's value with some series to enrich, with the times of
/// their samples in seconds as points.
std::vector<Series> infoSeries(Evaluator &evaluator, const InfoRequest &request, const Value &base,
                               const std::vector<unsigned char> &isInfo, const Grid &times)
{
    std::array<std::set<std::string_view>, 2> wanted;
    for (std::size_t i = 0; i < identifyingLabels.size(); ++i)
        wanted[i] = identities(base, isInfo, identifyingLabels[i]);
    if (wanted[0].empty() && wanted[1].empty())
        return {};

    promql::VectorSelector selector;
    selector.matchers = request.names;
    selector.matchers.insert(selector.matchers.end(), request.data.begin(), request.data.end());
    const auto isUnwanted = [&](const Series &series) {
        for (std::size_t i = 0; i < identifyingLabels.size(); ++i) {
            if (!wanted[i].empty() && !wanted[i].contains(series.labels.value(identifyingLabels[i])))
                return true;
        }
        return false;
    };
    Value values = evaluator.reader().instant(selector, times, SelectorYield::Value);
    std::erase_if(values.series, isUnwanted);
    const std::vector<unsigned char> asked =
        base.series.empty() ? std::vector<unsigned char>(times.count, 0) : presenceOf(base);
    for (const Series &series : values.series) {
        for (std::size_t step = 0; step < times.count; ++step) {
            if (asked[step] != 0 && hasHistogram(series, step))
                throw EvaluationError("info sample should be float");
        }
    }
    Value sampled = evaluator.reader().instant(selector, times, SelectorYield::SampleTime);
    std::erase_if(sampled.series, isUnwanted);
    return std::move(sampled.series);
}

Value info(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const promql::Expr &argument = *call.arguments.at(0);
    const InfoRequest request = requestOf(call);
    Value base = evaluator.evaluate(argument, grid);
    const std::vector<unsigned char> isInfo = infoSeriesFlags(base, request.names);
    Grid times = grid;
    if (!shiftToSelector(argument, evaluator.context().steps(), times))
        times = grid;
    std::vector<Series> info = infoSeries(evaluator, request, base, isInfo, times);

    const InfoJoin join(std::move(info), base);
    std::vector<Series> enriched;
    for (std::size_t i = 0; i < base.series.size(); ++i) {
        evaluator.context().checkpoint();
        if (isInfo[i] != 0)
            enriched.push_back(std::move(base.series[i]));
        else
            join.enrich(base.series[i], request.dataLabels, request.needsMatch, enriched);
    }
    return joined(std::move(enriched));
}

constexpr std::array<FunctionEntry, 1> entries{{{"info", info}}};

} // namespace

std::span<const FunctionEntry> infoFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
