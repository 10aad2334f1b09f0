// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/gopow.h"
#include "parser/promql/ast.h"

#include <cmath>
#include <cstdint>

namespace sightglass {

/// What a comparison yields: 1 or 0 (bool modifier, scalars), or the value kept where it holds and nothing
/// elsewhere.
enum class ComparisonYield : std::uint8_t
{
    Bool,
    KeepLeft,
    KeepRight
};

namespace detail {

template<typename Compare, typename Visitor>
auto visitComparison(Compare compare, ComparisonYield yield, Visitor visit)
{
    switch (yield) {
    case ComparisonYield::Bool:
        return visit([compare](double a, double b) { return compare(a, b) ? 1.0 : 0.0; });
    case ComparisonYield::KeepLeft:
        return visit([compare](double a, double b) { return compare(a, b) ? a : absentPoint; });
    case ComparisonYield::KeepRight:
        break;
    }
    return visit([compare](double a, double b) { return compare(a, b) ? b : absentPoint; });
}

} // namespace detail

/// Calls visit(f) with the operator as a function of two present numbers, so that the loop around it is
/// compiled once per operator. Not for set operators and trims.
template<typename Visitor>
auto visitOperator(promql::BinaryOp op, ComparisonYield yield, Visitor visit)
{
    using promql::BinaryOp;
    switch (op) {
    case BinaryOp::Add:
        return visit([](double a, double b) { return a + b; });
    case BinaryOp::Sub:
        return visit([](double a, double b) { return a - b; });
    case BinaryOp::Mul:
        return visit([](double a, double b) { return a * b; });
    case BinaryOp::Div:
        return visit([](double a, double b) { return a / b; });
    case BinaryOp::Mod:
        return visit([](double a, double b) { return std::fmod(a, b); });
    case BinaryOp::Pow:
        return visit(goPow);
    case BinaryOp::Atan2:
        return visit([](double a, double b) { return std::atan2(a, b); });
    case BinaryOp::Eq:
        return detail::visitComparison([](double a, double b) { return a == b; }, yield, visit);
    case BinaryOp::Ne:
        return detail::visitComparison([](double a, double b) { return a != b; }, yield, visit);
    case BinaryOp::Lt:
        return detail::visitComparison([](double a, double b) { return a < b; }, yield, visit);
    case BinaryOp::Le:
        return detail::visitComparison([](double a, double b) { return a <= b; }, yield, visit);
    case BinaryOp::Gt:
        return detail::visitComparison([](double a, double b) { return a > b; }, yield, visit);
    default:
        return detail::visitComparison([](double a, double b) { return a >= b; }, yield, visit);
    }
}

/// result[i] = a[i] op b[i] where both are present; other steps keep what they have.
inline void combineColumns(promql::BinaryOp op, ComparisonYield yield, const Column &a, const Column &b,
                           Column &result)
{
    visitOperator(op, yield, [&](auto function) {
        for (std::size_t step = 0; step < result.size(); ++step) {
            if (isPresent(a[step]) && isPresent(b[step]))
                result[step] = function(a[step], b[step]);
        }
    });
}

} // namespace sightglass
