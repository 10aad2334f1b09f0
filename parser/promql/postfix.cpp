// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/literals.h"
#include "parser/promql/parser.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace sightglass::promql {

namespace {

constexpr std::string_view subqueryContext = "subquery selector";

/// offset and @ of what can have them; null for everything else.
const TimeShift *shiftOf(const Expr &node)
{
    switch (node.kind) {
    case ExprKind::VectorSelector:
        return &static_cast<const VectorSelector &>(node).shift;
    case ExprKind::MatrixSelector:
        return &static_cast<const MatrixSelector &>(node).selector->shift;
    case ExprKind::Subquery:
        return &static_cast<const Subquery &>(node).shift;
    default:
        return nullptr;
    }
}

/// Changes the selector that a range selector is made of, which is shared and constant once it stands in the
/// tree.
template<typename Change>
void changeSelector(MatrixSelector &matrix, const Change &change)
{
    auto selector = std::make_shared<VectorSelector>(*matrix.selector);
    change(*selector);
    matrix.selector = std::move(selector);
}

void setShift(Expr &node, TimeShift shift)
{
    if (node.kind == ExprKind::VectorSelector)
        static_cast<VectorSelector &>(node).shift = std::move(shift);
    else if (node.kind == ExprKind::Subquery)
        static_cast<Subquery &>(node).shift = std::move(shift);
    else
        changeSelector(static_cast<MatrixSelector &>(node),
                       [&shift](VectorSelector &selector) { selector.shift = std::move(shift); });
}

std::string misplaced(std::string_view modifier)
{
    return std::string(modifier) +
           " must be preceded by an instant vector selector or range vector selector or a subquery";
}

/// Go's %f.
std::string fixedText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    std::array<char, 400> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.6f", value);
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace

Parser::Node Parser::postfix(Node node)
{
    while (node) {
        switch (peek().type) {
        case TokenType::LeftBracket:
            node = brackets(node);
            break;
        case TokenType::Offset:
            node = offset(node);
            break;
        case TokenType::At:
            node = atModifier(node);
            break;
        case TokenType::Anchored:
            node = extension(node, RangeExtension::Anchored);
            break;
        case TokenType::Smoothed:
            node = extension(node, RangeExtension::Smoothed);
            break;
        default:
            return m_error ? nullptr : node;
        }
    }
    return nullptr;
}

Parser::Node Parser::brackets(const Node &node)
{
    const Token open = take();
    Context context(*this, "subquery or range selector", "number, duration, step(), or range()");
    DurationPtr range = rangeDuration(context, "subquery or range", "\":\" or \"]\"");
    if (!range)
        return nullptr;
    if (accept(TokenType::RightBracket))
        return matrixSelector(node, std::move(range), {open.span.begin, m_end});
    if (!expect(TokenType::Colon))
        return nullptr;
    context.nowExpect(subqueryContext, "number, duration, step(), range(), or \"]\"");
    auto subquery = std::make_shared<Subquery>();
    if (!at(TokenType::RightBracket)) {
        subquery->step = rangeDuration(context, subqueryContext, "\"]\"");
        if (!subquery->step)
            return nullptr;
    }
    if (!expect(TokenType::RightBracket))
        return nullptr;
    subquery->range = std::move(range);
    subquery->expr = node;
    return sealed(std::move(subquery), {node->span.begin, m_end});
}

Parser::Node Parser::matrixSelector(const Node &node, DurationPtr range, const SourceSpan &brackets)
{
    if (node->kind != ExprKind::VectorSelector)
        return fail(brackets, "ranges only allowed for vector selectors");
    auto selector = std::static_pointer_cast<VectorSelector>(node);
    if (selector->shift.offset)
        return fail(brackets, "no offset modifiers allowed before range");
    if (selector->shift.at)
        return fail(brackets, "no @ modifiers allowed before range");
    auto matrix = std::make_shared<MatrixSelector>();
    matrix->selector = std::move(selector);
    matrix->range = std::move(range);
    return sealed(std::move(matrix), {node->span.begin, brackets.end});
}

Parser::Node Parser::offset(const Node &node)
{
    take();
    DurationPtr duration = offsetDuration();
    if (!duration)
        return nullptr;
    const TimeShift *const before = shiftOf(*node);
    if (before == nullptr)
        return fail(node->span, misplaced("offset modifier"));
    if (before->offset)
        return fail(node->span, "offset may not be set multiple times");
    // No offset and an offset of nothing are the same to Prometheus.
    const bool nothing =
        duration->kind == DurationExpr::Kind::Literal && std::round(duration->seconds * 1e9) == 0;
    setShift(*node, {nothing ? nullptr : std::move(duration), before->at});
    node->span.end = m_end;
    return node;
}

Parser::Node Parser::atModifier(const Node &node)
{
    take();
    const auto target = atTarget(*node);
    if (!target)
        return nullptr;
    const TimeShift *const before = shiftOf(*node);
    if (before == nullptr)
        return fail(node->span, misplaced("@ modifier"));
    if (before->at)
        return fail(node->span, "@ <timestamp> may not be set multiple times");
    setShift(*node, {before->offset, target});
    node->span.end = m_end;
    return node;
}

/// What follows an @: a signed number, start() or end().
std::optional<AtModifier> Parser::atTarget(const Expr &node)
{
    const Context context(*this, "@", "timestamp");
    if (!at(TokenType::Start) && !at(TokenType::EndOf))
        return atTimestamp(node);
    const bool start = take().type == TokenType::Start;
    if (!expect(TokenType::LeftParen) || !expect(TokenType::RightParen))
        return std::nullopt;
    return AtModifier{start ? AtModifier::Kind::Start : AtModifier::Kind::End, 0};
}

std::optional<AtModifier> Parser::atTimestamp(const Expr &node)
{
    const bool negative = accept(TokenType::Sub);
    if (!negative)
        static_cast<void>(accept(TokenType::Add));
    if (!at(TokenType::Number) && !at(TokenType::Duration)) {
        unexpected();
        return std::nullopt;
    }
    const auto value = literalValue(take());
    if (!value)
        return std::nullopt;
    const double seconds = negative ? -*value : *value;
    const double milliseconds = std::round(seconds * 1000);
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (!(milliseconds > -limit && milliseconds < limit)) {
        fail(node.span, "timestamp out of bounds for @ modifier: " + fixedText(seconds));
        return std::nullopt;
    }
    return AtModifier{AtModifier::Kind::Timestamp, static_cast<std::int64_t>(milliseconds)};
}

Parser::Node Parser::extension(const Node &node, RangeExtension which)
{
    take();
    const bool anchored = which == RangeExtension::Anchored;
    const std::string name = anchored ? "anchored" : "smoothed";
    if (!m_features.extendedRangeSelectors)
        return fail(node->span, name + " modifier is experimental and not enabled");
    if (node->kind == ExprKind::Subquery)
        return fail(node->span, name + " modifier is not supported for subqueries");
    if (node->kind != ExprKind::VectorSelector && node->kind != ExprKind::MatrixSelector)
        return fail(node->span, name + " modifier not implemented");
    const bool matrix = node->kind == ExprKind::MatrixSelector;
    const RangeExtension before = matrix ? static_cast<MatrixSelector &>(*node).selector->extension
                                         : static_cast<VectorSelector &>(*node).extension;
    if (before != RangeExtension::None && before != which)
        return fail(node->span, "anchored and smoothed modifiers cannot be used together");
    if (matrix)
        changeSelector(static_cast<MatrixSelector &>(*node),
                       [which](VectorSelector &selector) { selector.extension = which; });
    else
        static_cast<VectorSelector &>(*node).extension = which;
    node->span.end = m_end;
    return node;
}

} // namespace sightglass::promql
