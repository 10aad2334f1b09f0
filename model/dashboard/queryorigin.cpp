// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/queryorigin.h"

#include "parser/promql/exprparts.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

using namespace promql;

std::int64_t milliseconds(const DurationPtr &duration)
{
    constexpr double most = 3e13;
    const double ms =
        duration && duration->kind == DurationExpr::Kind::Literal ? std::round(duration->seconds * 1000) : 0;
    return ms > 0 && ms <= most ? static_cast<std::int64_t>(ms) : 0;
}

std::int64_t windowOf(const Expr *argument)
{
    while (const auto *paren = as<Paren>(argument))
        argument = paren->expr.get();
    if (const auto *matrix = as<MatrixSelector>(argument))
        return milliseconds(matrix->range);
    const auto *subquery = as<Subquery>(argument);
    return subquery != nullptr ? milliseconds(subquery->range) : 0;
}

} // namespace

QueryOrigin queryOrigin(const Expr &expr, std::int64_t everyMs)
{
    QueryOrigin origin{everyMs, 0};
    if (everyMs == 0)
        return origin;
    for (const Call *call : callsOf(expr)) {
        for (const ExprPtr &argument : call->arguments)
            origin.windowMs = std::max(origin.windowMs, windowOf(argument.get()));
    }
    return origin;
}

} // namespace sightglass
