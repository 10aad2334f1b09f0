// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationcache.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace sightglass {

namespace {

using namespace promql;

/// A duration that no query's step or range goes into.
bool isFixed(const DurationPtr &duration)
{
    if (duration == nullptr)
        return true;
    if (duration->kind == DurationExpr::Kind::Step || duration->kind == DurationExpr::Kind::Range)
        return false;
    return std::ranges::all_of(duration->operands, isFixed);
}

/// Only a plain literal is known not to be negative without evaluating it.
bool looksBack(const TimeShift &shift)
{
    if (shift.at)
        return false;
    return shift.offset == nullptr ||
           (shift.offset->kind == DurationExpr::Kind::Literal && shift.offset->seconds >= 0);
}

bool looksAtTheQuery(std::string_view function)
{
    static constexpr std::array<std::string_view, 4> names{"start", "end", "range", "step"};
    return std::ranges::find(names, function) != names.end();
}

bool holdsFor(const Call &call)
{
    return !looksAtTheQuery(call.function) &&
           std::ranges::all_of(call.arguments,
                               [](const ExprPtr &argument) { return dependsOnThePastOnly(*argument); });
}

using Reach = std::optional<std::int64_t>;

/// Zero for none. Beyond a thousand years nothing is known.
Reach milliseconds(const DurationPtr &duration)
{
    constexpr double most = 3e13;
    if (duration == nullptr)
        return 0;
    const double ms = std::ceil(duration->seconds * 1000);
    if (duration->kind != DurationExpr::Kind::Literal || !(ms >= 0 && ms <= most))
        return std::nullopt;
    return static_cast<std::int64_t>(ms);
}

Reach sum(const Reach &a, const Reach &b)
{
    return a && b ? Reach(*a + *b) : std::nullopt;
}

Reach larger(const Reach &a, const Reach &b)
{
    return a && b ? Reach(std::max(*a, *b)) : std::nullopt;
}

/// Of an expression that depends on the past only.
Reach reachOf(const Expr &expr, std::int64_t lookback)
{
    switch (expr.kind) {
    case ExprKind::NumberLiteral:
    case ExprKind::StringLiteral:
        return 0;
    case ExprKind::VectorSelector:
        return sum(lookback, milliseconds(static_cast<const VectorSelector &>(expr).shift.offset));
    case ExprKind::MatrixSelector: {
        const auto &matrix = static_cast<const MatrixSelector &>(expr);
        return sum(milliseconds(matrix.range), reachOf(*matrix.selector, lookback));
    }
    case ExprKind::Subquery: {
        const auto &subquery = static_cast<const Subquery &>(expr);
        return sum(sum(milliseconds(subquery.range), milliseconds(subquery.shift.offset)),
                   reachOf(*subquery.expr, lookback));
    }
    case ExprKind::Call: {
        // A function may look at series that it does not name, as info() does.
        Reach reach = lookback;
        for (const ExprPtr &argument : static_cast<const Call &>(expr).arguments)
            reach = larger(reach, reachOf(*argument, lookback));
        return reach;
    }
    case ExprKind::Aggregate: {
        const auto &aggregate = static_cast<const Aggregate &>(expr);
        const Reach parameter = aggregate.parameter ? reachOf(*aggregate.parameter, lookback) : 0;
        return larger(parameter, reachOf(*aggregate.expr, lookback));
    }
    case ExprKind::Binary: {
        Reach reach = 0;
        const Expr *operand = &expr;
        while (const auto *link = as<Binary>(operand)) {
            reach = larger(reach, reachOf(*link->rhs, lookback));
            operand = link->lhs.get();
        }
        return larger(reach, reachOf(*operand, lookback));
    }
    case ExprKind::Unary:
        return reachOf(*static_cast<const Unary &>(expr).expr, lookback);
    case ExprKind::Paren:
        return reachOf(*static_cast<const Paren &>(expr).expr, lookback);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::int64_t> pastReachMs(const Expr &expr, std::int64_t lookbackMs)
{
    return dependsOnThePastOnly(expr) ? reachOf(expr, lookbackMs) : std::nullopt;
}

bool dependsOnThePastOnly(const Expr &expr)
{
    switch (expr.kind) {
    case ExprKind::NumberLiteral:
    case ExprKind::StringLiteral:
        return true;
    case ExprKind::VectorSelector: {
        const auto &selector = static_cast<const VectorSelector &>(expr);
        return selector.extension != RangeExtension::Smoothed && looksBack(selector.shift);
    }
    case ExprKind::MatrixSelector: {
        const auto &matrix = static_cast<const MatrixSelector &>(expr);
        return isFixed(matrix.range) && dependsOnThePastOnly(*matrix.selector);
    }
    case ExprKind::Subquery: {
        const auto &subquery = static_cast<const Subquery &>(expr);
        return isFixed(subquery.range) && isFixed(subquery.step) && looksBack(subquery.shift) &&
               dependsOnThePastOnly(*subquery.expr);
    }
    case ExprKind::Call:
        return holdsFor(static_cast<const Call &>(expr));
    case ExprKind::Aggregate: {
        const auto &aggregate = static_cast<const Aggregate &>(expr);
        return dependsOnThePastOnly(*aggregate.expr) &&
               (aggregate.parameter == nullptr || dependsOnThePastOnly(*aggregate.parameter));
    }
    case ExprKind::Binary: {
        const Expr *operand = &expr;
        while (const auto *link = as<Binary>(operand)) {
            if (!dependsOnThePastOnly(*link->rhs))
                return false;
            operand = link->lhs.get();
        }
        return dependsOnThePastOnly(*operand);
    }
    case ExprKind::Unary:
        return dependsOnThePastOnly(*static_cast<const Unary &>(expr).expr);
    case ExprKind::Paren:
        return dependsOnThePastOnly(*static_cast<const Paren &>(expr).expr);
    }
    return false;
}

bool isWorthKeeping(const Expr &expr)
{
    if (expr.kind == ExprKind::Aggregate)
        return true;
    const auto *call = as<Call>(&expr);
    return call != nullptr && (call->function == "histogram_quantile" ||
                               std::ranges::any_of(call->arguments, [](const ExprPtr &argument) {
                                   return argument->type == ValueType::RangeVector;
                               }));
}

} // namespace sightglass
