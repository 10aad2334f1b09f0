// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/literals.h"
#include "parser/promql/parser.h"
#include "parser/promql/precedence.h"

#include <algorithm>

namespace sightglass::promql {

namespace {

constexpr int maxDepth = 1000; // as high as a tree may be

/// Counts one level of recursion while alive.
class Level
{
public:
    explicit Level(int &depth)
        : m_depth(++depth)
    {}
    ~Level() { --m_depth; }
    Level(const Level &) = delete;
    Level &operator=(const Level &) = delete;

private:
    int &m_depth;
};

/// What the node's operands are, as far as its own measures need to know.
struct Measures
{
    std::uint32_t height = 0;
    std::uint32_t depth = 0;

    void include(const ExprPtr &operand)
    {
        if (operand != nullptr)
            include(operand->height, operand->depth);
    }
    void include(std::uint32_t itsHeight, std::uint32_t itsDepth)
    {
        height = std::max(height, itsHeight);
        depth = std::max(depth, itsDepth);
    }
};

Measures measuresBelow(const Expr &node)
{
    Measures below;
    switch (node.kind) {
    case ExprKind::Call:
        for (const ExprPtr &argument : static_cast<const Call &>(node).arguments)
            below.include(argument);
        break;
    case ExprKind::Aggregate:
        below.include(static_cast<const Aggregate &>(node).expr);
        below.include(static_cast<const Aggregate &>(node).parameter);
        break;
    case ExprKind::Binary: {
        const auto &binary = static_cast<const Binary &>(node);
        const bool continues = as<Binary>(binary.lhs.get()) != nullptr;
        below.include(binary.lhs->height - (continues ? 1 : 0), binary.lhs->depth);
        below.include(binary.rhs);
        break;
    }
    case ExprKind::Unary:
        below.include(static_cast<const Unary &>(node).expr);
        break;
    case ExprKind::Paren:
        below.include(static_cast<const Paren &>(node).expr);
        break;
    case ExprKind::Subquery:
        below.include(static_cast<const Subquery &>(node).expr);
        break;
    case ExprKind::MatrixSelector:
        below.include(1, 1);
        break;
    case ExprKind::NumberLiteral:
    case ExprKind::StringLiteral:
    case ExprKind::VectorSelector:
        break;
    }
    return below;
}

} // namespace

/// A node that is complete but for its place; null where the tree becomes too high to be walked safely.
Parser::Node Parser::sealed(Node node, SourceSpan span)
{
    node->span = span;
    const Measures below = measuresBelow(*node);
    node->height = below.height + 1;
    node->depth = below.depth + 1;
    if (node->height > Expr::maxHeight)
        return fail(span, "expression nests too deeply");
    return node;
}

Parser::Node Parser::expression(int minimumPrecedence)
{
    const Level level(m_depth);
    if (m_depth > maxDepth)
        return fail(peek().span, "expression nests too deeply");
    Node lhs = operand();
    while (lhs) {
        const auto op = binaryOperator(peek().type);
        if (!op || precedence(*op) < minimumPrecedence)
            break;
        lhs = binary(lhs, *op);
    }
    return m_error ? nullptr : lhs;
}

Parser::Node Parser::operand()
{
    if (at(TokenType::Add) || at(TokenType::Sub))
        return unary();
    Node node = primary();
    return node ? postfix(std::move(node)) : nullptr;
}

/// A sign binds like a multiplication: what follows it reaches as far as powers do. On a number it is part of
/// the number.
Parser::Node Parser::unary()
{
    const Token sign = take();
    const bool negative = sign.type == TokenType::Sub;
    Node inner = expression(powerPrecedence);
    if (!inner)
        return nullptr;
    if (inner->kind == ExprKind::NumberLiteral) {
        auto &number = static_cast<NumberLiteral &>(*inner);
        number.value = negative ? -number.value : number.value;
        number.span.begin = sign.span.begin;
        return inner;
    }
    auto node = std::make_shared<Unary>();
    node->negative = negative;
    node->type = inner->type;
    const SourceSpan span{sign.span.begin, inner->span.end};
    node->expr = std::move(inner);
    return sealed(std::move(node), span);
}

Parser::Node Parser::primary()
{
    switch (peek().type) {
    case TokenType::Number:
    case TokenType::Duration:
        return numberLiteral();
    case TokenType::String:
        return stringLiteral();
    case TokenType::LeftParen:
        return parenthesised();
    case TokenType::LeftBrace:
        return vectorSelector();
    default:
        return canNameMetric(peek().type) ? word() : unexpected();
    }
}

/// A name: of an aggregation, of a function or of a metric, which shows in what follows it.
Parser::Node Parser::word()
{
    const Token name = peek();
    const bool callable = name.type == TokenType::Identifier || name.type >= TokenType::Start;
    if (!callable && !aggregator(name.type))
        return vectorSelector();
    take();
    const TokenType following = peek().type;
    if (callable && following == TokenType::LeftParen)
        return call(name);
    const bool aggregates =
        following == TokenType::LeftParen || following == TokenType::By || following == TokenType::Without;
    if (!callable && aggregates)
        return aggregate(name);
    return namedSelector(name);
}

Parser::Node Parser::parenthesised()
{
    const Token open = take();
    Node inner = expression(0);
    if (!inner || !expect(TokenType::RightParen))
        return nullptr;
    auto node = std::make_shared<Paren>();
    node->type = inner->type;
    node->expr = std::move(inner);
    return sealed(std::move(node), {open.span.begin, m_end});
}

Parser::Node Parser::numberLiteral()
{
    const Token token = take();
    const auto value = literalValue(token);
    if (!value)
        return nullptr;
    auto node = std::make_shared<NumberLiteral>();
    node->value = *value;
    node->writtenAsDuration = token.type == TokenType::Duration;
    return sealed(std::move(node), token.span);
}

Parser::Node Parser::stringLiteral()
{
    const Token token = take();
    auto node = std::make_shared<StringLiteral>();
    node->value = unquoted(token.text);
    return sealed(std::move(node), token.span);
}

} // namespace sightglass::promql
