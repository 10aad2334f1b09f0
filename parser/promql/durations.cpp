// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/literals.h"
#include "parser/promql/parser.h"
#include "parser/promql/precedence.h"

#include <cmath>

namespace sightglass::promql {

namespace {

using Kind = DurationExpr::Kind;

/// Nodes of one range, step or offset; bounds what walks it.
constexpr int maxDurationNodes = 250;

std::optional<Kind> durationOperator(TokenType type) noexcept
{
    switch (type) {
    case TokenType::Add:
        return Kind::Add;
    case TokenType::Sub:
        return Kind::Sub;
    case TokenType::Mul:
        return Kind::Mul;
    case TokenType::Div:
        return Kind::Div;
    case TokenType::Mod:
        return Kind::Mod;
    case TokenType::Pow:
        return Kind::Pow;
    default:
        return std::nullopt;
    }
}

/// A literal that is a duration by itself is printed as one, however it was written, where whole ms say all
/// of it.
DurationPtr alone(const DurationPtr &duration)
{
    if (duration->kind != Kind::Literal)
        return duration;
    auto literal = std::make_shared<DurationExpr>(*duration);
    const double nanoseconds = std::round(literal->seconds * 1e9);
    literal->writtenAsDuration = nanoseconds != 0 && std::fmod(nanoseconds, 1e6) == 0;
    if (literal->writtenAsDuration)
        literal->seconds = nanoseconds / 1e9;
    return literal;
}

} // namespace

std::optional<double> Parser::literalValue(const Token &token)
{
    const auto value =
        token.type == TokenType::Duration ? durationSeconds(token.text) : numberValue(token.text);
    if (const auto *error = std::get_if<LiteralError>(&value)) {
        fail(token.span, error->message);
        return std::nullopt;
    }
    return std::get<double>(value);
}

DurationPtr Parser::sealed(DurationExpr duration, SourceSpan span)
{
    duration.span = span;
    if (++m_durationNodes > maxDurationNodes)
        return fail(span, "expression nests too deeply");
    return std::make_shared<const DurationExpr>(std::move(duration));
}

/// A range or step: an expression up to the closing bracket or colon. The context names what may follow as
/// soon as one operand is complete.
DurationPtr Parser::rangeDuration(Context &context, std::string_view name, std::string_view expected)
{
    m_durationNodes = 0;
    DurationPtr first = signedDuration(powerPrecedence);
    if (!first)
        return nullptr;
    context.nowExpect(name, expected);
    const DurationPtr whole = durationOperators(std::move(first), 0);
    if (!whole)
        return nullptr;
    if (whole->kind == Kind::Literal && !(whole->seconds > 0))
        return fail(whole->span, "duration must be greater than 0");
    return alone(whole);
}

/// Behind `offset` stands one operand with at most one sign; more needs parentheses.
DurationPtr Parser::offsetDuration()
{
    m_durationNodes = 0;
    const Context context(*this, "offset", "number, duration, step(), or range()");
    const std::size_t begin = peek().span.begin;
    const bool isSigned = at(TokenType::Add) || at(TokenType::Sub);
    const bool negative = isSigned && take().type == TokenType::Sub;
    const DurationPtr value = durationPrimary();
    if (!value)
        return nullptr;
    return alone(negative ? negated(value, begin) : value);
}

DurationPtr Parser::duration(int minimumPrecedence)
{
    DurationPtr lhs = signedDuration(powerPrecedence);
    return lhs ? durationOperators(std::move(lhs), minimumPrecedence) : nullptr;
}

DurationPtr Parser::durationOperators(DurationPtr lhs, int minimumPrecedence)
{
    for (;;) {
        const Token op = peek();
        const auto kind = durationOperator(op.type);
        const BinaryOp like = kind ? *binaryOperator(op.type) : BinaryOp::Or;
        if (!kind || precedence(like) < minimumPrecedence)
            return m_error ? nullptr : lhs;
        take();
        const DurationPtr rhs = duration(rightPrecedence(like));
        if (!rhs)
            return nullptr;
        const bool zero = rhs->kind == Kind::Literal && rhs->seconds == 0;
        if (zero && *kind == Kind::Div)
            return fail(op.span, "division by zero");
        if (zero && *kind == Kind::Mod)
            return fail(op.span, "modulo by zero");
        const SourceSpan span{lhs->span.begin, rhs->span.end};
        lhs = sealed({.kind = *kind, .operands = {lhs, rhs}, .span = {}}, span);
        if (!lhs)
            return nullptr;
    }
}

/// A sign reaches as far as powers do, as in expressions. A plus says nothing and is not kept.
DurationPtr Parser::signedDuration(int operandPrecedence)
{
    if (!at(TokenType::Add) && !at(TokenType::Sub))
        return durationPrimary();
    if (++m_durationNodes > maxDurationNodes)
        return fail(peek().span, "expression nests too deeply");
    const Token sign = take();
    const DurationPtr value = duration(operandPrecedence);
    if (!value || sign.type == TokenType::Add)
        return value;
    return negated(value, sign.span.begin);
}

DurationPtr Parser::negated(const DurationPtr &value, std::size_t begin)
{
    const SourceSpan span{begin, value->span.end};
    if (value->kind != Kind::Literal)
        return sealed({.kind = Kind::Negate, .operands = {value}, .span = {}}, span);
    DurationExpr literal = *value;
    literal.seconds = -literal.seconds;
    return sealed(std::move(literal), span);
}

DurationPtr Parser::durationPrimary()
{
    const std::size_t begin = peek().span.begin;
    switch (peek().type) {
    case TokenType::Number:
    case TokenType::Duration:
        return literalDuration();
    case TokenType::Step:
        return durationFunction(Kind::Step, 0);
    case TokenType::Range:
        return durationFunction(Kind::Range, 0);
    case TokenType::MinOf:
        return durationFunction(Kind::MinOf, 2);
    case TokenType::MaxOf:
        return durationFunction(Kind::MaxOf, 2);
    case TokenType::LeftParen:
        break;
    default:
        return unexpected();
    }
    take();
    if (++m_durationNodes > maxDurationNodes)
        return fail(peek().span, "expression nests too deeply");
    const DurationPtr inner = duration(0);
    if (!inner || !expect(TokenType::RightParen))
        return nullptr;
    return sealed({.kind = Kind::Paren, .operands = {inner}, .span = {}}, {begin, m_end});
}

DurationPtr Parser::durationFunction(Kind kind, int argumentCount)
{
    const std::size_t begin = take().span.begin;
    if (++m_durationNodes > maxDurationNodes)
        return fail(peek().span, "expression nests too deeply");
    if (!expect(TokenType::LeftParen))
        return nullptr;
    DurationExpr call{.kind = kind, .operands = {}, .span = {}};
    for (int i = 0; i < argumentCount; ++i) {
        if (i > 0 && !expect(TokenType::Comma))
            return nullptr;
        DurationPtr argument = duration(0);
        if (!argument)
            return nullptr;
        call.operands.push_back(std::move(argument));
    }
    if (!expect(TokenType::RightParen))
        return nullptr;
    return sealed(std::move(call), {begin, m_end});
}

DurationPtr Parser::literalDuration()
{
    const Token token = take();
    const auto value = literalValue(token);
    if (!value)
        return nullptr;
    if (isDurationOutOfRange(*value))
        return fail(token.span, "duration out of range");
    const bool duration = token.type == TokenType::Duration;
    return sealed(
        {.kind = Kind::Literal, .seconds = *value, .writtenAsDuration = duration, .operands = {}, .span = {}},
        token.span);
}

} // namespace sightglass::promql
