// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/sourcespan.h"
#include "parser/promql/matcher.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass::promql {

/// The type of an expression's value (PromQL reference, sections 4 and 6).
enum class ValueType : std::uint8_t
{
    Scalar,
    InstantVector,
    RangeVector,
    String
};

enum class ExprKind : std::uint8_t
{
    NumberLiteral,
    StringLiteral,
    VectorSelector,
    MatrixSelector,
    Subquery,
    Call,
    Aggregate,
    Binary,
    Unary,
    Paren,
};

enum class BinaryOp : std::uint8_t
{
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
    TrimUpper, ///< `</`: keep a histogram's observations below
    TrimLower, ///< `>/`: keep them above
    And,
    Or,
    Unless,
};

/// + - * / % ^ atan2: the result is of another meaning than the operands, so metadata labels go.
[[nodiscard]] constexpr bool isArithmetic(BinaryOp op) noexcept
{
    return op <= BinaryOp::Atan2;
}
[[nodiscard]] constexpr bool isComparison(BinaryOp op) noexcept
{
    return op >= BinaryOp::Eq && op <= BinaryOp::Ge;
}
[[nodiscard]] constexpr bool isSetOperator(BinaryOp op) noexcept
{
    return op >= BinaryOp::And;
}
/// </ and >/.
[[nodiscard]] constexpr bool isTrim(BinaryOp op) noexcept
{
    return op == BinaryOp::TrimUpper || op == BinaryOp::TrimLower;
}
/// The operator as PromQL writes it, e.g. "+", "atan2", "unless".
[[nodiscard]] std::string_view binaryOpText(BinaryOp op) noexcept;

enum class AggregateOp : std::uint8_t
{
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
};
[[nodiscard]] std::string_view aggregateOpText(AggregateOp op) noexcept;

/// A node of the syntax tree. Nodes are built by the parser and immutable afterwards, so a parsed expression
/// may be evaluated by several threads at once.
struct Expr
{
    ExprKind kind;
    ValueType type;
    SourceSpan span; ///< bytes of the query text that this node was written as
    /// What lies within each other on the longest way down, this node included; the operators of one flat
    /// chain (see operatorChain()) are one level. At most maxHeight, so that recursion over a tree is safe
    /// where it takes a chain in one step.
    std::uint32_t height = 1;
    /// Nodes on the longest way down, this one included. Nearly as large as the number of all nodes in a long
    /// chain.
    std::uint32_t depth = 1;

    static constexpr std::uint32_t maxHeight = 1000;

    virtual ~Expr() = default;

protected:
    Expr(ExprKind nodeKind, ValueType valueType)
        : kind(nodeKind)
        , type(valueType)
    {}
};

using ExprPtr = std::shared_ptr<const Expr>;

/// The node as its concrete type; null where it is of another kind.
template<typename Node>
[[nodiscard]] const Node *as(const Expr *expr) noexcept
{
    return expr != nullptr && expr->kind == Node::nodeKind ? static_cast<const Node *>(expr) : nullptr;
}

/// A duration as it stands in a range, step or offset: a constant, or an expression over step() and range()
/// (section 3.5), which is evaluated before the query runs.
struct DurationExpr
{
    enum class Kind : std::uint8_t
    {
        Literal,
        Step,
        Range,
        MinOf,
        MaxOf,
        Add,
        Sub,
        Mul,
        Div,
        Mod,
        Pow,
        Negate,
        Plus,
        Paren
    };

    Kind kind = Kind::Literal;
    double seconds = 0;            ///< Literal: its value in seconds
    bool writtenAsDuration = true; ///< Literal: "5m" rather than "300"; decides how it is printed
    std::vector<std::shared_ptr<const DurationExpr>> operands;
    SourceSpan span;
};
using DurationPtr = std::shared_ptr<const DurationExpr>;

struct NumberLiteral : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::NumberLiteral;
    NumberLiteral()
        : Expr(nodeKind, ValueType::Scalar)
    {}

    double value = 0;
    bool writtenAsDuration = false; ///< "5m" where a number was expected; printed as a duration again
};

struct StringLiteral : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::StringLiteral;
    StringLiteral()
        : Expr(nodeKind, ValueType::String)
    {}

    std::string value; ///< escapes resolved; arbitrary bytes
};

/// What an @ modifier pins evaluation to.
struct AtModifier
{
    enum class Kind : std::uint8_t
    {
        Timestamp,
        Start,
        End
    };
    Kind kind = Kind::Timestamp;
    std::int64_t timestampMs = 0;
};

/// offset and @ of a selector or subquery.
struct TimeShift
{
    DurationPtr offset; ///< null: none; may be negative
    std::optional<AtModifier> at;
};

enum class RangeExtension : std::uint8_t
{
    None,
    Anchored,
    Smoothed
};

struct VectorSelector : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::VectorSelector;
    VectorSelector()
        : Expr(nodeKind, ValueType::InstantVector)
    {}

    std::string name;              ///< the name outside the braces, or empty
    std::vector<Matcher> matchers; ///< all, including the one made of `name`, which comes last
    TimeShift shift;               ///< of a selector inside a MatrixSelector: the whole's offset and @
    RangeExtension extension = RangeExtension::None;
};

struct MatrixSelector : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::MatrixSelector;
    MatrixSelector()
        : Expr(nodeKind, ValueType::RangeVector)
    {}

    std::shared_ptr<const VectorSelector> selector; ///< carries offset, @ and extension
    DurationPtr range;
};

struct Subquery : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::Subquery;
    Subquery()
        : Expr(nodeKind, ValueType::RangeVector)
    {}

    ExprPtr expr;
    DurationPtr range;
    DurationPtr step; ///< null: the engine's default subquery step
    TimeShift shift;
};

struct Call : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::Call;
    Call()
        : Expr(nodeKind, ValueType::InstantVector)
    {}

    std::string function; ///< a name of functionTable() (functions.h)
    std::vector<ExprPtr> arguments;
};

struct Aggregate : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::Aggregate;
    Aggregate()
        : Expr(nodeKind, ValueType::InstantVector)
    {}

    AggregateOp op = AggregateOp::Sum;
    ExprPtr expr;
    ExprPtr parameter; ///< topk, bottomk, quantile, count_values, limitk, limit_ratio; else null
    bool without = false;
    std::vector<std::string> grouping;
};

enum class MatchCardinality : std::uint8_t
{
    OneToOne,
    ManyToOne,
    OneToMany,
    ManyToMany
};

/// How the elements of two vectors find each other.
struct VectorMatching
{
    MatchCardinality cardinality = MatchCardinality::OneToOne; ///< ManyToMany for set operators
    bool on = false; ///< labels are those of on(); else of ignoring()
    std::vector<std::string> labels;
    std::vector<std::string> include; ///< of group_left() / group_right()
    std::optional<double> fillLeft;
    std::optional<double> fillRight;
};

struct Binary : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::Binary;
    Binary()
        : Expr(nodeKind, ValueType::InstantVector)
    {}
    Binary(const Binary &) = default;
    Binary &operator=(const Binary &) = default;
    ~Binary() override; ///< takes a chain apart without recursion

    BinaryOp op = BinaryOp::Add;
    ExprPtr lhs;
    ExprPtr rhs;
    bool returnBool = false;
    std::optional<VectorMatching> matching; ///< present where both operands are vectors
};

/// The operators of a flat chain such as `a + b * c - d`, in the order in which they are evaluated, up to
/// this one: the first one's left operand is no operator, and every other one's is the operator before. A
/// chain is as long as the query, so recursion must not follow it.
[[nodiscard]] std::vector<const Binary *> operatorChain(const Binary &last);

struct Unary : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::Unary;
    Unary()
        : Expr(nodeKind, ValueType::InstantVector)
    {}

    bool negative = true;
    ExprPtr expr;
};

struct Paren : Expr
{
    static constexpr ExprKind nodeKind = ExprKind::Paren;
    Paren()
        : Expr(nodeKind, ValueType::InstantVector)
    {}

    ExprPtr expr;
};

} // namespace sightglass::promql
