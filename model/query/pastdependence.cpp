// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationcache.h"

#include <algorithm>
#include <array>
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

} // namespace

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
