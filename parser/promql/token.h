// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/promql/ast.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass::promql {

/// What the lexer tells apart. Operators and aggregators stand in the order of BinaryOp and AggregateOp.
enum class TokenType : std::uint8_t
{
    End,
    Error,
    Identifier,
    MetricIdentifier,
    String,
    Number,
    Duration,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    Equal,
    EqualRegex,
    NotRegex,
    At,
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Pow,
    Atan2,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    TrimUpper,
    TrimLower,
    And,
    Or,
    Unless,
    Sum,
    Avg,
    Count,
    Min,
    Max,
    Group,
    Stddev,
    Stdvar,
    Topk,
    Bottomk,
    CountValues,
    Quantile,
    Limitk,
    LimitRatio,
    Bool,
    By,
    GroupLeft,
    GroupRight,
    Ignoring,
    Offset,
    On,
    Without,
    Anchored,
    Smoothed,
    Fill,
    FillLeft,
    FillRight,
    Start,
    EndOf,
    Step,
    Range,
    MinOf,
    MaxOf,
};

/// A token; its text is a view into the query.
struct Token
{
    TokenType type = TokenType::End;
    SourceSpan span;
    std::string_view text;
};

/// The keyword that a word is, in any case: operators, aggregators, modifiers, start, end, step, range,
/// min_of, max_of and the numbers inf and nan. Empty for an ordinary identifier.
[[nodiscard]] std::optional<TokenType> keywordType(std::string_view word);

[[nodiscard]] std::optional<BinaryOp> binaryOperator(TokenType type) noexcept;
[[nodiscard]] std::optional<AggregateOp> aggregator(TokenType type) noexcept;
/// Of `=`, `!=`, `=~` and `!~`, as they stand between a label and its value.
[[nodiscard]] std::optional<MatchOp> matchOperator(TokenType type) noexcept;

/// Whether a word of this type may stand as a metric's name where an expression is expected (PromQL
/// reference, section 2).
[[nodiscard]] bool canNameMetric(TokenType type) noexcept;

/// Whether an operand may begin with a token of this type.
[[nodiscard]] bool canBeginOperand(TokenType type) noexcept;

/// Whether it may stand as a label's name in by(), without(), on(), ignoring() and group_x().
[[nodiscard]] bool canNameLabel(TokenType type) noexcept;

/// The token as Prometheus' error texts name it: `identifier "x"`, `<op:+>`, `<by>`, `"("`, `end of input`.
[[nodiscard]] std::string describe(const Token &token);

} // namespace sightglass::promql
