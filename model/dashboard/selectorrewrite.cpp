// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/selectorrewrite.h"

#include <algorithm>

namespace sightglass {

namespace {

using namespace promql;

/// Rebuilds the tree bottom-up; depth is bounded by the parser.
class Rewriter
{
public:
    Rewriter(std::span<const Matcher> matchers, std::string_view dropped)
        : m_matchers(matchers)
        , m_dropped(dropped)
    {}

    ExprPtr rewrite(const ExprPtr &expr) const
    {
        if (expr == nullptr)
            return expr;
        switch (expr->kind) {
        case ExprKind::NumberLiteral:
        case ExprKind::StringLiteral:
            return expr;
        case ExprKind::VectorSelector:
            return selector(static_cast<const VectorSelector &>(*expr));
        case ExprKind::MatrixSelector:
            return edited<MatrixSelector>(
                *expr, [this](MatrixSelector &node) { node.selector = selector(*node.selector); });
        case ExprKind::Subquery:
            return edited<Subquery>(*expr, [this](Subquery &node) { node.expr = rewrite(node.expr); });
        case ExprKind::Call:
            return edited<Call>(*expr, [this](Call &node) {
                for (ExprPtr &argument : node.arguments)
                    argument = rewrite(argument);
            });
        case ExprKind::Aggregate:
            return edited<Aggregate>(*expr, [this](Aggregate &node) {
                node.expr = rewrite(node.expr);
                node.parameter = rewrite(node.parameter);
            });
        case ExprKind::Binary:
            return chain(static_cast<const Binary &>(*expr));
        case ExprKind::Unary:
            return edited<Unary>(*expr, [this](Unary &node) { node.expr = rewrite(node.expr); });
        case ExprKind::Paren:
            return edited<Paren>(*expr, [this](Paren &node) { node.expr = rewrite(node.expr); });
        }
        return expr;
    }

private:
    template<typename Node, typename Function>
    static ExprPtr edited(const Expr &expr, Function edit)
    {
        auto copy = std::make_shared<Node>(static_cast<const Node &>(expr));
        edit(*copy);
        return copy;
    }

    ExprPtr chain(const Binary &last) const
    {
        const std::vector<const Binary *> links = operatorChain(last);
        ExprPtr rewritten = rewrite(links.front()->lhs);
        for (const Binary *link : links) {
            rewritten = edited<Binary>(*link, [&](Binary &node) {
                node.lhs = std::move(rewritten);
                node.rhs = rewrite(link->rhs);
            });
        }
        return rewritten;
    }

    std::shared_ptr<const VectorSelector> selector(const VectorSelector &original) const
    {
        auto copy = std::make_shared<VectorSelector>(original);
        std::vector<Matcher> &present = copy->matchers;
        if (!m_dropped.empty())
            std::erase_if(present, [this](const Matcher &matcher) { return matcher.value == m_dropped; });
        for (const Matcher &matcher : m_matchers) {
            // The matcher made of the selector's name stays last.
            const std::ptrdiff_t named = copy->name.empty() || present.empty() ? 0 : 1;
            if (std::find(present.begin(), present.end(), matcher) == present.end())
                present.insert(present.end() - named, matcher);
        }
        return copy;
    }

    std::span<const Matcher> m_matchers;
    std::string_view m_dropped;
};

} // namespace

promql::ExprPtr withMatchers(const promql::ExprPtr &expr, std::span<const Matcher> matchers,
                             std::string_view dropped)
{
    return Rewriter(matchers, dropped).rewrite(expr);
}

} // namespace sightglass
