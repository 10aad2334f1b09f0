// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleexpression.h"

#include "parser/base/numbertext.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

namespace sightglass {

Result<promql::ExprPtr> ruleExpression(const ThresholdRule &rule, const promql::Features &features)
{
    if (!promql::isComparison(rule.op))
        return Error{ErrorCode::PromqlType, {"an alert compares with one of == != < <= > >="}, {}, {}};
    auto observed = promql::parseExpr(rule.expr, features);
    if (!observed)
        return observed;
    const promql::Expr &expr = **observed;
    const bool scalar = expr.type == promql::ValueType::Scalar;
    if (!scalar && expr.type != promql::ValueType::InstantVector)
        return Error{ErrorCode::PromqlType, {"rule result is not a vector or scalar"}, expr.span, {1, 1}};
    // The canonical text instead of the written one: a trailing comment must not swallow the comparison.
    const std::string text = (scalar ? "vector(" : "(") + promql::printExpr(expr) + ") " +
                             std::string(promql::binaryOpText(rule.op)) + " " + formatFloat(rule.threshold);
    return promql::parseExpr(text, features);
}

} // namespace sightglass
