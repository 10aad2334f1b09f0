// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/binaryoperator.h"

#include "model/query/evaluationerror.h"
#include "model/query/seriescombiner.h"

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

} // namespace

Value evaluateBinary(Evaluator &evaluator, const promql::Binary &binary, const Grid &grid)
{
    Value lhs = evaluator.evaluate(*binary.lhs, grid);
    Value rhs = evaluator.evaluate(*binary.rhs, grid);
    const bool leftScalar = lhs.type == ValueType::Scalar;
    const bool rightScalar = rhs.type == ValueType::Scalar;
    if (leftScalar && rightScalar)
        return ofScalars(binary, std::move(lhs), rhs);
    if (leftScalar)
        return withScalar(evaluator, binary, std::move(rhs), std::move(lhs.series.front().points));
    if (rightScalar)
        return withScalar(evaluator, binary, std::move(lhs), std::move(rhs.series.front().points));
    if (promql::isSetOperator(binary.op))
        return evaluateSetOperator(evaluator, binary, std::move(lhs), std::move(rhs));
    return evaluateMatched(evaluator, binary, lhs, rhs, grid);
}

} // namespace sightglass
