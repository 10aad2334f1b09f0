// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/exprparts.h"

namespace sightglass::promql {

namespace {

template<typename Visit>
void forEachPart(const Expr &expr, const Visit &visit);

template<typename Visit>
void visitOperand(const ExprPtr &operand, const Visit &visit)
{
    if (operand != nullptr)
        forEachPart(*operand, visit);
}

template<typename Visit>
void visitChain(const Binary &last, const Visit &visit)
{
    const std::vector<const Binary *> chain = operatorChain(last);
    visitOperand(chain.front()->lhs, visit);
    for (const Binary *link : chain)
        visitOperand(link->rhs, visit);
}

/// Visits everything but operators, operands from left to right.
template<typename Visit>
void forEachPart(const Expr &expr, const Visit &visit)
{
    if (const auto *binary = as<Binary>(&expr))
        return visitChain(*binary, visit);
    visit(expr);
    if (const auto *subquery = as<Subquery>(&expr))
        return visitOperand(subquery->expr, visit);
    if (const auto *unary = as<Unary>(&expr))
        return visitOperand(unary->expr, visit);
    if (const auto *paren = as<Paren>(&expr))
        return visitOperand(paren->expr, visit);
    if (const auto *aggregate = as<Aggregate>(&expr)) {
        visitOperand(aggregate->parameter, visit);
        return visitOperand(aggregate->expr, visit);
    }
    if (const auto *call = as<Call>(&expr)) {
        for (const ExprPtr &argument : call->arguments)
            visitOperand(argument, visit);
    }
}

} // namespace

std::vector<const VectorSelector *> selectorsOf(const Expr &expr)
{
    std::vector<const VectorSelector *> found;
    forEachPart(expr, [&found](const Expr &part) {
        if (const auto *selector = as<VectorSelector>(&part))
            found.push_back(selector);
        else if (const auto *matrix = as<MatrixSelector>(&part))
            found.push_back(matrix->selector.get());
    });
    return found;
}

std::vector<const Call *> callsOf(const Expr &expr)
{
    std::vector<const Call *> found;
    forEachPart(expr, [&found](const Expr &part) {
        if (const auto *call = as<Call>(&part))
            found.push_back(call);
    });
    return found;
}

bool callsFunction(const Expr &expr, std::string_view name)
{
    for (const Call *call : callsOf(expr)) {
        if (call->function == name)
            return true;
    }
    return false;
}

} // namespace sightglass::promql
