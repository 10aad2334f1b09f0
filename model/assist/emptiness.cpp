// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/emptiness.h"

#include "model/assist/exprwalk.h"
#include "parser/base/durationtext.h"
#include "parser/promql/literals.h"
#include "parser/promql/literaltext.h"
#include "parser/promql/print.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

using promql::as;
using promql::Expr;
using promql::ExprKind;

Finding simple(FindingKind kind, const Expr &expr, std::vector<std::string> arguments)
{
    return {kind, FindingSeverity::Warning, expr.span, std::move(arguments), {}};
}

std::vector<VectorElement> vectorOf(const EmptinessSource &source, const Expr &expr)
{
    const auto result = QueryEngine(source.explain.options)
                            .instant(source.explain.snapshot, expr, source.explain.at, source.cancel);
    return result ? result->vector : std::vector<VectorElement>{};
}

Finding ofComparison(const EmptinessSource &source, const promql::Binary &binary)
{
    const bool vectorLeft = binary.lhs->type == promql::ValueType::InstantVector;
    const Expr &vector = vectorLeft ? *binary.lhs : *binary.rhs;
    const Expr &scalar = vectorLeft ? *binary.rhs : *binary.lhs;
    double lowest = NAN;
    double highest = NAN;
    for (const VectorElement &element : vectorOf(source, vector)) {
        lowest = std::fmin(lowest, element.value);
        highest = std::fmax(highest, element.value);
    }
    const std::string op(promql::binaryOpText(binary.op));
    const std::string comparison =
        vectorLeft ? op + " " + promql::printExpr(scalar) : promql::printExpr(scalar) + " " + op;
    Finding finding = simple(FindingKind::ComparisonDropsAll, binary,
                             {comparison, promql::numberText(lowest), promql::numberText(highest)});
    finding.mends = {{{binary.lhs->span.end, binary.rhs->span.begin}, " " + op + " bool "},
                     {binary.span, std::string(sourceOf(source.query, vector.span))}};
    return finding;
}

std::vector<Finding> ofBinary(const EmptinessSource &source, const promql::Binary &binary)
{
    const bool vectors = binary.matching.has_value();
    if (!vectors)
        return {promql::isComparison(binary.op) ? ofComparison(source, binary)
                                                : simple(FindingKind::EmptiesHere, binary,
                                                         {std::string(promql::binaryOpText(binary.op))})};
    if (binary.op == promql::BinaryOp::Unless)
        return {simple(FindingKind::UnlessDropsAll, binary, {})};
    return diagnoseJoin(source, binary);
}

/// How often the samples of a window come, by its fullest series.
struct WindowFacts
{
    std::size_t mostSamples = 0;
    std::size_t series = 0;
};

WindowFacts factsOf(const EmptinessSource &source, const Expr &range)
{
    WindowFacts facts;
    const auto result = QueryEngine(source.explain.options)
                            .instant(source.explain.snapshot, range, source.explain.at, source.cancel);
    if (!result)
        return facts;
    facts.series = result->matrix.size();
    for (const MatrixSeries &series : result->matrix)
        facts.mostSamples = std::max(facts.mostSamples, series.samples.size() + series.histograms.size());
    return facts;
}

/// What the scrape interval seems to be: the usual distance of the newest samples that a selector finds.
std::int64_t measuredInterval(const EmptinessSource &source, const promql::VectorSelector &selector)
{
    constexpr std::int64_t hour = 3'600'000;
    constexpr std::size_t looked = 20;
    const TimestampMs at = source.explain.at;
    const auto series = source.explain.snapshot.select(selector.matchers, {at - hour, at});
    SampleColumns samples;
    std::vector<std::int64_t> distances;
    for (std::size_t i = 0; i < series.size() && i < looked; ++i) {
        series[i]->read({at - hour, at}, samples);
        const std::size_t count = samples.times.size();
        for (std::size_t k = count > looked ? count - looked : 1; k < count; ++k)
            distances.push_back(samples.times[k] - samples.times[k - 1]);
    }
    if (distances.empty())
        return source.explain.scrapeIntervalMs;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    // Scrapes are late by milliseconds; the interval was meant in round numbers.
    constexpr std::int64_t second = 1000;
    return *middle > second ? (*middle + second / 2) / second * second : *middle;
}

Finding ofTooFewSamples(const EmptinessSource &source, const promql::Call &call,
                        const promql::MatrixSelector &matrix, const WindowFacts &facts)
{
    const std::int64_t interval = measuredInterval(source, *matrix.selector);
    Finding finding =
        simple(FindingKind::TooFewSamples, call, {call.function, std::to_string(facts.mostSamples)});
    if (interval > 0 && matrix.range->kind == promql::DurationExpr::Kind::Literal) {
        const std::int64_t range = promql::literalMilliseconds(matrix.range->seconds);
        if (range < 2 * interval) {
            finding.kind = FindingKind::RangeTooShort;
            finding.span = matrix.range->span;
            finding.arguments = {formatDurationMs(range), formatDurationMs(interval)};
            finding.mends = {{matrix.range->span, formatDurationMs(4 * interval)}};
        }
    }
    return finding;
}

std::vector<Finding> ofCall(const EmptinessSource &source, const promql::Call &call)
{
    if (call.function == "absent" || call.function == "absent_over_time") {
        const Expr &argument = *call.arguments.front();
        const std::size_t series = argument.type == promql::ValueType::RangeVector
                                       ? factsOf(source, argument).series
                                       : vectorOf(source, argument).size();
        return {simple(FindingKind::NothingMissing, call, {std::to_string(series)})};
    }
    if (call.function == "histogram_quantile" && call.arguments.size() == 2) {
        const Expr *argument = call.arguments[1].get();
        while (const auto *paren = as<promql::Paren>(argument))
            argument = paren->expr.get();
        // An aggregation that removes le is lintQuery()'s to tell, with its mend.
        if (argument->kind != ExprKind::Aggregate)
            return {simple(FindingKind::QuantileOfNoBuckets, call, {})};
    }
    for (const promql::ExprPtr &argument : call.arguments) {
        if (argument->type != promql::ValueType::RangeVector)
            continue;
        const WindowFacts facts = factsOf(source, *argument);
        const auto *matrix = as<promql::MatrixSelector>(argument.get());
        if (matrix != nullptr)
            return {ofTooFewSamples(source, call, *matrix, facts)};
        return {simple(FindingKind::TooFewSamples, call, {call.function, std::to_string(facts.mostSamples)})};
    }
    return {simple(FindingKind::EmptiesHere, call, {call.function + "()"})};
}

bool isAboutMatching(const Error &error)
{
    return std::any_of(error.arguments.begin(), error.arguments.end(), [](const std::string &text) {
        return text.find("many-to-many") != std::string::npos ||
               text.find("multiple matches") != std::string::npos ||
               text.find("duplicate series") != std::string::npos;
    });
}

} // namespace

std::vector<Finding> diagnoseEmptiness(const EmptinessSource &source, const Expr &expr)
{
    switch (expr.kind) {
    case ExprKind::VectorSelector:
    case ExprKind::MatrixSelector:
        return diagnoseSelector(source, expr);
    case ExprKind::Binary:
        return ofBinary(source, *as<promql::Binary>(&expr));
    case ExprKind::Call:
        return ofCall(source, *as<promql::Call>(&expr));
    case ExprKind::Aggregate:
        return {simple(FindingKind::EmptiesHere, expr,
                       {std::string(promql::aggregateOpText(as<promql::Aggregate>(&expr)->op))})};
    default:
        return {simple(FindingKind::EmptiesHere, expr, {promql::printExpr(expr)})};
    }
}

std::vector<Finding> diagnoseFailure(const EmptinessSource &source, const Expr &expr, const Error &error)
{
    std::vector<Finding> findings;
    const auto *binary = as<promql::Binary>(&expr);
    if (binary != nullptr && binary->matching && isAboutMatching(error))
        findings = diagnoseManyToMany(source, *binary);
    findings.insert(
        findings.begin(),
        {FindingKind::EvaluationError, FindingSeverity::Error, expr.span, {plainText(error)}, {}});
    return findings;
}

} // namespace sightglass
