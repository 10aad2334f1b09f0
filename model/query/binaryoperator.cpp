// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/binaryoperator.h"

#include "model/query/binarykernels.h"
#include "model/query/evaluationerror.h"

namespace sightglass {

namespace {

using promql::BinaryOp;
using promql::ValueType;

bool isTrim(BinaryOp op)
{
    return op == BinaryOp::TrimLower || op == BinaryOp::TrimUpper;
}

/// Trims cut histograms; on numbers they yield nothing.
Value trimmedNumbers(Evaluator &evaluator, const promql::Binary &binary, const Value &lhs, const Value &rhs)
{
    if (!lhs.series.empty() && !rhs.series.empty()) {
        const std::string op(promql::binaryOpText(binary.op));
        evaluator.annotations().inform("incompatible sample types encountered for binary operator \"" + op +
                                           "\": float " + op + " float",
                                       binary.span);
    }
    return {};
}

/// The vector's value is what a comparison keeps, whichever side it is on.
Value withScalar(Evaluator &evaluator, const promql::Binary &binary, Value vector, const Column &scalar)
{
    const bool vectorIsLeft = binary.lhs->type == ValueType::InstantVector;
    const bool comparison = promql::isComparison(binary.op);
    const ComparisonYield keep = vectorIsLeft ? ComparisonYield::KeepLeft : ComparisonYield::KeepRight;
    const ComparisonYield yield = binary.returnBool ? ComparisonYield::Bool : keep;
    for (Series &series : vector.series) {
        Column points(series.points.size(), absentPoint);
        if (vectorIsLeft)
            combineColumns(binary.op, yield, series.points, scalar, points);
        else
            combineColumns(binary.op, yield, scalar, series.points, points);
        series.points = std::move(points);
        if (!comparison || binary.returnBool)
            dropName(series, evaluator.nameRemoval());
    }
    vector.type = ValueType::InstantVector;
    if (evaluator.nameRemoval() == NameRemoval::Delayed)
        return vector;
    return joined(std::move(vector.series));
}

Value ofScalars(const promql::Binary &binary, Value lhs, const Value &rhs)
{
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
    if (isTrim(binary.op))
        return trimmedNumbers(evaluator, binary, lhs, rhs);
    if (leftScalar && rightScalar)
        return ofScalars(binary, std::move(lhs), rhs);
    if (leftScalar)
        return withScalar(evaluator, binary, std::move(rhs), lhs.series.front().points);
    if (rightScalar)
        return withScalar(evaluator, binary, std::move(lhs), rhs.series.front().points);
    if (promql::isSetOperator(binary.op))
        return evaluateSetOperator(evaluator, binary, std::move(lhs), std::move(rhs));
    return evaluateMatched(evaluator, binary, lhs, rhs, grid);
}

} // namespace sightglass
