// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/parser.h"
#include "parser/promql/precedence.h"

namespace sightglass::promql {

Parser::Node Parser::binary(const Node &lhs, BinaryOp op)
{
    take();
    auto node = std::make_shared<Binary>();
    node->op = op;
    if (!binaryModifiers(*node))
        return nullptr;
    const Node rhs = expression(rightPrecedence(op));
    if (!rhs)
        return nullptr;
    const bool fills = node->matching->fillLeft || node->matching->fillRight;
    if (fills && !m_features.binopFillModifiers)
        return fail(lhs->span, "binop fill modifiers are experimental and not enabled");
    node->lhs = lhs;
    node->rhs = rhs;
    const bool scalars = lhs->type == ValueType::Scalar && rhs->type == ValueType::Scalar;
    node->type = scalars ? ValueType::Scalar : ValueType::InstantVector;
    m_binaries.push_back(node.get());
    return sealed(node, {lhs->span.begin, rhs->span.end});
}

/// `[bool] [on(...)|ignoring(...) [group_left[(...)]|group_right[(...)]]] [fill…]` in this order.
bool Parser::binaryModifiers(Binary &node)
{
    node.returnBool = accept(TokenType::Bool);
    VectorMatching &matching = node.matching.emplace();
    if (isSetOperator(node.op))
        matching.cardinality = MatchCardinality::ManyToMany;
    if ((at(TokenType::On) || at(TokenType::Ignoring)) && !matchingLabels(matching))
        return false;
    return fillModifiers(matching);
}

bool Parser::matchingLabels(VectorMatching &matching)
{
    matching.on = take().type == TokenType::On;
    if (!labelList(matching.labels))
        return false;
    if (accept(TokenType::GroupLeft))
        matching.cardinality = MatchCardinality::ManyToOne;
    else if (accept(TokenType::GroupRight))
        matching.cardinality = MatchCardinality::OneToMany;
    else
        return true;
    const TokenType following = peek().type;
    const bool fills = following >= TokenType::Fill && following <= TokenType::FillRight;
    if (following != TokenType::LeftParen && (fills || canBeginOperand(following)))
        return true;
    return labelList(matching.include);
}

bool Parser::fillModifiers(VectorMatching &matching)
{
    if (accept(TokenType::Fill)) {
        matching.fillLeft = fillValue();
        matching.fillRight = matching.fillLeft;
        return matching.fillLeft.has_value();
    }
    for (;;) {
        const TokenType side = peek().type;
        const bool left = side == TokenType::FillLeft && !matching.fillLeft;
        const bool right = side == TokenType::FillRight && !matching.fillRight;
        if (!left && !right)
            return true;
        take();
        auto &value = left ? matching.fillLeft : matching.fillRight;
        value = fillValue();
        if (!value)
            return false;
    }
}

std::optional<double> Parser::fillValue()
{
    if (!expect(TokenType::LeftParen))
        return std::nullopt;
    const bool negative = accept(TokenType::Sub);
    if (!negative)
        static_cast<void>(accept(TokenType::Add));
    if (!at(TokenType::Number) && !at(TokenType::Duration)) {
        unexpected();
        return std::nullopt;
    }
    const auto value = literalValue(take());
    if (!value || !expect(TokenType::RightParen))
        return std::nullopt;
    return negative ? -*value : *value;
}

} // namespace sightglass::promql
