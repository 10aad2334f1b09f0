// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/binaryoperator.h"

#include "model/query/evaluationerror.h"
#include "model/query/seriescombiner.h"
#include "model/query/stepinvariance.h"

#include <algorithm>
#include <vector>

namespace sightglass {

namespace {

using promql::ValueType;

/// The vector's value is what a comparison keeps, whichever side it is on.
Value withScalar(Evaluator &evaluator, const promql::Binary &binary, Value vector, Column scalar)
{
    const bool vectorIsLeft = binary.lhs->type == ValueType::InstantVector;
    const ComparisonYield keep = vectorIsLeft ? ComparisonYield::KeepLeft : ComparisonYield::KeepRight;
    const ComparisonYield yield = binary.returnBool ? ComparisonYield::Bool : keep;
    SeriesCombiner combiner(binary, yield);
    const Series other{Labels(), std::move(scalar)};
    for (Series &series : vector.series) {
        Series result{series.labels, Column(series.points.size(), absentPoint), series.dropName};
        combiner.combine(vectorIsLeft ? series : other, vectorIsLeft ? other : series, result);
        if (promql::isArithmetic(binary.op) || binary.returnBool)
            dropName(result, evaluator.nameRemoval());
        evaluator.context().spend(result.points.size());
        series = std::move(result);
    }
    combiner.tell(evaluator.annotations());
    vector.type = ValueType::InstantVector;
    if (evaluator.nameRemoval() == NameRemoval::Delayed)
        return vector;
    return joined(std::move(vector.series));
}

Value ofScalars(const promql::Binary &binary, Value lhs, const Value &rhs)
{
    if (promql::isTrim(binary.op))
        throw EvaluationError("operator \"" + std::string(promql::binaryOpText(binary.op)) +
                                  "\" not allowed for Scalar operations",
                              binary.span);
    Column &left = lhs.series.front().points;
    Column points(left.size(), absentPoint);
    combineColumns(binary.op, ComparisonYield::Bool, left, rhs.series.front().points, points);
    return scalarValue(std::move(points));
}

Value combined(Evaluator &evaluator, const promql::Binary &binary, Value lhs, Value rhs, const Grid &grid)
{
    const bool leftScalar = lhs.type == ValueType::Scalar;
    const bool rightScalar = rhs.type == ValueType::Scalar;
    if (leftScalar && rightScalar)
        return ofScalars(binary, std::move(lhs), rhs);
    if (leftScalar)
        return withScalar(evaluator, binary, std::move(rhs), std::move(lhs.series.front().points));
    if (rightScalar)
        return withScalar(evaluator, binary, std::move(lhs), std::move(rhs.series.front().points));
    if (promql::isSetOperator(binary.op))
        return evaluateSetOperator(binary, std::move(lhs), std::move(rhs));
    return evaluateMatched(evaluator, binary, lhs, rhs, grid);
}

/// How many operators at the beginning of a chain do not depend on the time, so that they are evaluated at
/// one step only.
std::ptrdiff_t invariantOperators(const std::vector<const promql::Binary *> &chain, const Grid &grid)
{
    if (grid.count <= 1 || !isStepInvariant(*chain.front()->lhs))
        return 0;
    const auto invariant = [](const promql::Binary *link) { return isStepInvariant(*link->rhs); };
    return std::find_if_not(chain.begin(), chain.end(), invariant) - chain.begin();
}

} // namespace

Value evaluateBinary(Evaluator &evaluator, const promql::Binary &last, const Grid &grid)
{
    const std::vector<const promql::Binary *> chain = promql::operatorChain(last);
    const std::ptrdiff_t invariant = invariantOperators(chain, grid);
    const auto from = chain.begin() + invariant;
    const promql::Expr &first = invariant > 0 ? **(from - 1) : *chain.front()->lhs;
    const std::size_t held = evaluator.context().held();
    Value value = evaluator.evaluate(first, grid);
    for (auto link = from; link != chain.end(); ++link) {
        Value rhs = evaluator.evaluate(*(*link)->rhs, grid);
        value = combined(evaluator, **link, std::move(value), std::move(rhs), grid);
        evaluator.holdOnly(held, value);
    }
    return value;
}

} // namespace sightglass
