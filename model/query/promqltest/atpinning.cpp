// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/atpinning.h"

#include "model/query/stepinvariance.h"

#include <algorithm>
#include <functional>
#include <span>

namespace sightglass::promqltest {

namespace {

using promql::as;
using promql::Expr;
using promql::ExprPtr;

promql::AtModifier at(TimestampMs t)
{
    return {promql::AtModifier::Kind::Timestamp, t};
}

template<typename Node>
ExprPtr copyWith(const Node &node, const std::function<void(Node &)> &change)
{
    auto copy = std::make_shared<Node>(node);
    change(*copy);
    return copy;
}

/// The direct operands of a node, in the order they are written.
std::vector<const Expr *> childrenOf(const Expr &expr)
{
    std::vector<const Expr *> children;
    if (const auto *matrix = as<promql::MatrixSelector>(&expr)) {
        children.push_back(matrix->selector.get());
    } else if (const auto *subquery = as<promql::Subquery>(&expr)) {
        children.push_back(subquery->expr.get());
    } else if (const auto *call = as<promql::Call>(&expr)) {
        for (const ExprPtr &argument : call->arguments)
            children.push_back(argument.get());
    } else if (const auto *aggregate = as<promql::Aggregate>(&expr)) {
        if (aggregate->parameter)
            children.push_back(aggregate->parameter.get());
        children.push_back(aggregate->expr.get());
    } else if (const auto *binary = as<promql::Binary>(&expr)) {
        children.push_back(binary->lhs.get());
        children.push_back(binary->rhs.get());
    } else if (const auto *unary = as<promql::Unary>(&expr)) {
        children.push_back(unary->expr.get());
    } else if (const auto *paren = as<promql::Paren>(&expr)) {
        children.push_back(paren->expr.get());
    }
    return children;
}

/// The node, and everything below it.
void visit(const Expr &root, const std::function<void(const Expr &)> &see)
{
    std::vector<const Expr *> waiting{&root};
    while (!waiting.empty()) {
        const Expr *expr = waiting.back();
        waiting.pop_back();
        see(*expr);
        const std::vector<const Expr *> children = childrenOf(*expr);
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
}

ExprPtr pinnedChain(const promql::Binary &last, TimestampMs t)
{
    const std::vector<const promql::Binary *> chain = promql::operatorChain(last);
    ExprPtr pinned = pinnedAt(chain.front()->lhs, t);
    for (const promql::Binary *link : chain) {
        pinned = copyWith<promql::Binary>(*link, [&](auto &node) {
            node.lhs = std::move(pinned);
            node.rhs = pinnedAt(link->rhs, t);
        });
    }
    return pinned;
}

} // namespace

ExprPtr pinnedAt(const ExprPtr &expr, TimestampMs t)
{
    if (const auto *selector = as<promql::VectorSelector>(expr.get()))
        return copyWith<promql::VectorSelector>(
            *selector, [t](auto &node) { node.shift.at = node.shift.at.value_or(at(t)); });
    if (const auto *matrix = as<promql::MatrixSelector>(expr.get()))
        return copyWith<promql::MatrixSelector>(*matrix, [t](auto &node) {
            node.selector =
                std::static_pointer_cast<const promql::VectorSelector>(pinnedAt(node.selector, t));
        });
    if (const auto *subquery = as<promql::Subquery>(expr.get()))
        return copyWith<promql::Subquery>(*subquery,
                                          [t](auto &node) { node.shift.at = node.shift.at.value_or(at(t)); });
    if (const auto *call = as<promql::Call>(expr.get()))
        return copyWith<promql::Call>(*call, [t](auto &node) {
            for (ExprPtr &argument : node.arguments)
                argument = pinnedAt(argument, t);
        });
    if (const auto *aggregate = as<promql::Aggregate>(expr.get()))
        return copyWith<promql::Aggregate>(*aggregate, [t](auto &node) {
            node.expr = pinnedAt(node.expr, t);
            if (node.parameter)
                node.parameter = pinnedAt(node.parameter, t);
        });
    if (const auto *binary = as<promql::Binary>(expr.get()))
        return pinnedChain(*binary, t);
    if (const auto *unary = as<promql::Unary>(expr.get()))
        return copyWith<promql::Unary>(*unary, [t](auto &node) { node.expr = pinnedAt(node.expr, t); });
    if (const auto *paren = as<promql::Paren>(expr.get()))
        return copyWith<promql::Paren>(*paren, [t](auto &node) { node.expr = pinnedAt(node.expr, t); });
    return expr;
}

bool callsTimeDependentFunction(const Expr &expr)
{
    bool found = false;
    visit(expr, [&found](const Expr &node) {
        const auto *call = as<promql::Call>(&node);
        found = found || (call != nullptr && isTimeDependentFunction(call->function));
    });
    return found;
}

std::vector<const promql::VectorSelector *> selectorsOf(const Expr &expr)
{
    std::vector<const promql::VectorSelector *> selectors;
    visit(expr, [&selectors](const Expr &node) {
        if (const auto *selector = as<promql::VectorSelector>(&node))
            selectors.push_back(selector);
    });
    return selectors;
}

bool callsAnyOf(const Expr &expr, std::span<const std::string_view> functions)
{
    bool found = false;
    visit(expr, [&](const Expr &node) {
        const auto *call = as<promql::Call>(&node);
        found = found || (call != nullptr &&
                          std::find(functions.begin(), functions.end(), call->function) != functions.end());
    });
    return found;
}

} // namespace sightglass::promqltest
