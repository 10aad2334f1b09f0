// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/stepinvariance.h"

#include "model/query/evaluator.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

bool isInvariantCall(const promql::Call &call)
{
    if (call.function == "timestamp" && call.arguments.size() == 1) {
        const auto *selector = promql::as<promql::VectorSelector>(&unwrapped(*call.arguments.front()));
        if (selector != nullptr)
            return selector->shift.at.has_value();
    }
    return !isTimeDependentFunction(call.function) &&
           std::all_of(call.arguments.begin(), call.arguments.end(),
                       [](const promql::ExprPtr &argument) { return isStepInvariant(*argument); });
}

} // namespace

bool isTimeDependentFunction(std::string_view name) noexcept
{
    static constexpr std::array<std::string_view, 16> names{
        "days_in_month", "day_of_month", "day_of_week",    "day_of_year", "hour",      "minute",
        "month",         "year",         "predict_linear", "time",        "timestamp", "start_timestamp",
        "start",         "end",          "range",          "step"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isStepInvariant(const promql::Expr &expr)
{
    switch (expr.kind) {
    case promql::ExprKind::NumberLiteral:
    case promql::ExprKind::StringLiteral:
        return true;
    case promql::ExprKind::VectorSelector:
        return static_cast<const promql::VectorSelector &>(expr).shift.at.has_value();
    case promql::ExprKind::MatrixSelector:
        return isStepInvariant(*static_cast<const promql::MatrixSelector &>(expr).selector);
    case promql::ExprKind::Subquery:
        return static_cast<const promql::Subquery &>(expr).shift.at.has_value();
    case promql::ExprKind::Call:
        return isInvariantCall(static_cast<const promql::Call &>(expr));
    case promql::ExprKind::Aggregate: {
        const auto &aggregate = static_cast<const promql::Aggregate &>(expr);
        return isStepInvariant(*aggregate.expr) &&
               (aggregate.parameter == nullptr || isStepInvariant(*aggregate.parameter));
    }
    case promql::ExprKind::Binary: {
        const promql::Expr *operand = &expr;
        while (const auto *link = promql::as<promql::Binary>(operand)) {
            if (!isStepInvariant(*link->rhs))
                return false;
            operand = link->lhs.get();
        }
        return isStepInvariant(*operand);
    }
    case promql::ExprKind::Unary:
        return isStepInvariant(*static_cast<const promql::Unary &>(expr).expr);
    case promql::ExprKind::Paren:
        return isStepInvariant(*static_cast<const promql::Paren &>(expr).expr);
    }
    return false;
}

} // namespace sightglass
