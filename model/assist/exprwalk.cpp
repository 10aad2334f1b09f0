// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/exprwalk.h"

#include "model/dashboard/promqltext.h"
#include "parser/base/labels.h"
#include "parser/base/quoting.h"

#include <algorithm>

namespace sightglass {

namespace {

using promql::as;
using promql::Expr;
using promql::ExprKind;

using Path = std::vector<const Expr *>;

using Visit = std::function<void(const Expr &, ExprPath)>;

void walk(const Expr &node, Path &path, const Visit &visit);

void walkChain(const promql::Binary &last, Path &path, const Visit &visit)
{
    const std::vector<const promql::Binary *> chain = promql::operatorChain(last);
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
        visit(**link, path);
        path.push_back(*link);
    }
    walk(*chain.front()->lhs, path, visit);
    for (const promql::Binary *link : chain) {
        walk(*link->rhs, path, visit);
        path.pop_back();
    }
}

void walk(const Expr &node, Path &path, const Visit &visit)
{
    if (const auto *binary = as<promql::Binary>(&node))
        return walkChain(*binary, path, visit);
    visit(node, path);
    path.push_back(&node);
    for (const Expr *operand : operandsOf(node))
        walk(*operand, path, visit);
    path.pop_back();
}

} // namespace

std::vector<const Expr *> operandsOf(const Expr &expr)
{
    std::vector<const Expr *> operands;
    switch (expr.kind) {
    case ExprKind::Subquery:
        operands.push_back(as<promql::Subquery>(&expr)->expr.get());
        break;
    case ExprKind::Call:
        for (const promql::ExprPtr &argument : as<promql::Call>(&expr)->arguments)
            operands.push_back(argument.get());
        break;
    case ExprKind::Aggregate: {
        const auto *aggregate = as<promql::Aggregate>(&expr);
        if (aggregate->parameter)
            operands.push_back(aggregate->parameter.get());
        operands.push_back(aggregate->expr.get());
        break;
    }
    case ExprKind::Binary:
        operands = {as<promql::Binary>(&expr)->lhs.get(), as<promql::Binary>(&expr)->rhs.get()};
        break;
    case ExprKind::Unary:
        operands.push_back(as<promql::Unary>(&expr)->expr.get());
        break;
    case ExprKind::Paren:
        operands.push_back(as<promql::Paren>(&expr)->expr.get());
        break;
    case ExprKind::NumberLiteral:
    case ExprKind::StringLiteral:
    case ExprKind::VectorSelector:
    case ExprKind::MatrixSelector:
        break;
    }
    return operands;
}

void walkExpr(const Expr &root, const std::function<void(const Expr &, ExprPath)> &visit)
{
    Path path;
    walk(root, path, visit);
}

const promql::VectorSelector *selectorOf(const Expr &expr) noexcept
{
    if (const auto *matrix = as<promql::MatrixSelector>(&expr))
        return matrix->selector.get();
    return as<promql::VectorSelector>(&expr);
}

std::string_view metricNameOf(const promql::VectorSelector &selector) noexcept
{
    for (const Matcher &matcher : selector.matchers) {
        if (matcher.name == metricNameLabel && matcher.op == MatchOp::Equal)
            return matcher.value;
    }
    return {};
}

const Expr *enclosing(ExprPath path) noexcept
{
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
        if ((*node)->kind != ExprKind::Paren)
            return *node;
    }
    return nullptr;
}

std::string_view sourceOf(std::string_view query, SourceSpan span) noexcept
{
    const std::size_t begin = std::min(span.begin, query.size());
    return query.substr(begin, std::clamp(span.end, begin, query.size()) - begin);
}

std::string renamedSource(std::string_view query, const Expr &expr, std::string_view newName)
{
    const std::string_view source = sourceOf(query, expr.span);
    const promql::VectorSelector *selector = selectorOf(expr);
    const std::string_view name = selector != nullptr ? metricNameOf(*selector) : std::string_view();
    if (!name.empty() && source.starts_with(name) && isLegacyMetricName(newName))
        return std::string(newName) + std::string(source.substr(name.size()));
    // The name stands in quotes in the braces, or has to.
    const std::string quoted = goQuoted(name);
    if (const std::size_t at = name.empty() ? std::string_view::npos : source.find(quoted);
        at != std::string_view::npos)
        return std::string(source.substr(0, at)) + goQuoted(newName) +
               std::string(source.substr(at + quoted.size()));
    return selectorText(newName, {});
}

} // namespace sightglass
