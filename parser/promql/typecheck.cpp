// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/typecheck.h"

#include "parser/base/quoting.h"
#include "parser/promql/emptymatch.h"
#include "parser/promql/functions.h"

#include <algorithm>
#include <string>

namespace sightglass::promql {

namespace {

using Verdict = std::optional<Error>;

/// A type as the documentation calls it.
std::string documented(ValueType type)
{
    switch (type) {
    case ValueType::Scalar:
        return "scalar";
    case ValueType::InstantVector:
        return "instant vector";
    case ValueType::RangeVector:
        return "range vector";
    case ValueType::String:
        return "string";
    }
    return {};
}

/// A type as the API calls it.
std::string internalName(ValueType type)
{
    if (type == ValueType::InstantVector)
        return "vector";
    return type == ValueType::RangeVector ? "matrix" : documented(type);
}

Verdict violation(const SourceSpan &span, std::string message)
{
    return Error{ErrorCode::PromqlType, {std::move(message)}, span, {}};
}

bool isNumeric(ValueType type)
{
    return type == ValueType::Scalar || type == ValueType::InstantVector;
}

/// One walk over a tree. A check of a parent may come before or behind those of its children, as in
/// Prometheus, because only the first violation is shown.
class TypeChecker
{
public:
    explicit TypeChecker(std::string_view query)
        : m_query(query)
    {}

    [[nodiscard]] Verdict check(const Expr &node) const
    {
        switch (node.kind) {
        case ExprKind::NumberLiteral:
        case ExprKind::StringLiteral:
            return {};
        case ExprKind::VectorSelector:
            return checkSelector(static_cast<const VectorSelector &>(node));
        case ExprKind::MatrixSelector:
            return check(*static_cast<const MatrixSelector &>(node).selector);
        case ExprKind::Subquery:
            return checkSubquery(static_cast<const Subquery &>(node));
        case ExprKind::Call:
            return checkCall(static_cast<const Call &>(node));
        case ExprKind::Aggregate:
            return checkAggregate(static_cast<const Aggregate &>(node));
        case ExprKind::Binary:
            return checkBinary(static_cast<const Binary &>(node));
        case ExprKind::Unary:
            return checkUnary(static_cast<const Unary &>(node));
        case ExprKind::Paren:
            return check(*static_cast<const Paren &>(node).expr);
        }
        return {};
    }

private:
    [[nodiscard]] Verdict checkSelector(const VectorSelector &node) const;
    [[nodiscard]] Verdict checkSubquery(const Subquery &node) const;
    [[nodiscard]] Verdict checkCall(const Call &node) const;
    [[nodiscard]] Verdict checkArgumentCount(const Call &node, const FunctionSignature &function) const;
    [[nodiscard]] Verdict checkInfoSelector(const Call &node) const;
    [[nodiscard]] Verdict checkAggregate(const Aggregate &node) const;
    [[nodiscard]] Verdict checkBinary(const Binary &node) const;
    [[nodiscard]] Verdict checkLink(const Binary &node) const;
    [[nodiscard]] Verdict checkOperator(const Binary &node) const;
    [[nodiscard]] Verdict checkMatching(const Binary &node) const;
    [[nodiscard]] Verdict checkUnary(const Unary &node) const;
    [[nodiscard]] Verdict expectType(const Expr &node, ValueType wanted, const std::string &context) const;
    [[nodiscard]] SourceSpan operatorSpan(const Binary &node) const;

    std::string_view m_query;
};

Verdict TypeChecker::checkSelector(const VectorSelector &node) const
{
    if (!node.name.empty()) {
        const auto last = node.matchers.end() - 1; // the one made of the name
        const auto other = std::find_if(node.matchers.begin(), last, [](const Matcher &matcher) {
            return matcher.name == metricNameLabel;
        });
        if (other != last)
            return violation(node.span, "metric name must not be set twice: " + goQuoted(node.name) + " or " +
                                            goQuoted(other->value));
        return {};
    }
    if (std::all_of(node.matchers.begin(), node.matchers.end(), matchesEmpty))
        return violation(node.span, "vector selector must contain at least one non-empty matcher");
    return {};
}

Verdict TypeChecker::checkSubquery(const Subquery &node) const
{
    if (auto inner = check(*node.expr))
        return inner;
    const ValueType type = node.expr->type;
    if (type != ValueType::InstantVector)
        return violation(node.span, "subquery is only allowed on instant vector, got " + internalName(type) +
                                        " instead");
    return {};
}

Verdict TypeChecker::checkCall(const Call &node) const
{
    const FunctionSignature &function = *findFunction(node.function);
    if (auto count = checkArgumentCount(node, function))
        return count;
    const bool selectsInfo = function.name == "info" && node.arguments.size() > 1;
    if (selectsInfo) {
        if (auto selector = checkInfoSelector(node))
            return selector;
    }
    const std::string context = "call to function " + goQuoted(node.function);
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        if (selectsInfo && i == 1)
            continue; // its matchers may all match the empty value
        const ValueType wanted = function.arguments[std::min(i, function.arguments.size() - 1)];
        if (auto argument = expectType(*node.arguments[i], wanted, context))
            return argument;
    }
    return {};
}

Verdict TypeChecker::checkArgumentCount(const Call &node, const FunctionSignature &function) const
{
    const auto declared = static_cast<int>(function.arguments.size());
    const auto given = static_cast<int>(node.arguments.size());
    const auto message = [&](const std::string &expected) {
        return violation(node.span, "expected " + expected + " argument(s) in call to " +
                                        goQuoted(node.function) + ", got " + std::to_string(given));
    };
    if (function.variadic == 0)
        return given == declared ? Verdict{} : message(std::to_string(declared));
    if (given < function.leastArguments())
        return message("at least " + std::to_string(function.leastArguments()));
    if (function.variadic > 0 && given > function.mostArguments())
        return message("at most " + std::to_string(function.mostArguments()));
    return {};
}

Verdict TypeChecker::checkInfoSelector(const Call &node) const
{
    const Expr &argument = *node.arguments[1];
    if (argument.type != ValueType::InstantVector)
        return violation(node.span, "expected type instant vector in call to function \"info\", got " +
                                        documented(argument.type));
    const auto *selector = as<VectorSelector>(&argument);
    if (selector == nullptr)
        return violation(argument.span, "expected label selectors only");
    if (!selector->name.empty())
        return violation(argument.span, "expected label selectors only, got vector selector instead");
    return {};
}

Verdict TypeChecker::checkAggregate(const Aggregate &node) const
{
    if (auto inner = expectType(*node.expr, ValueType::InstantVector, "aggregation expression"))
        return inner;
    if (!node.parameter)
        return {};
    const ValueType wanted = node.op == AggregateOp::CountValues ? ValueType::String : ValueType::Scalar;
    return expectType(*node.parameter, wanted, "aggregation parameter");
}

Verdict TypeChecker::checkBinary(const Binary &node) const
{
    const std::vector<const Binary *> chain = operatorChain(node);
    if (auto first = check(*chain.front()->lhs))
        return first;
    for (const Binary *link : chain) {
        if (auto violation = checkLink(*link))
            return violation;
    }
    return {};
}

/// An operator whose left operand has been checked.
Verdict TypeChecker::checkLink(const Binary &node) const
{
    if (auto right = check(*node.rhs))
        return right;
    if (auto op = checkOperator(node))
        return op;
    for (const ExprPtr &side : {node.lhs, node.rhs}) {
        if (!isNumeric(side->type))
            return violation(side->span,
                             "binary expression must contain only scalar and instant vector types");
    }
    return checkMatching(node);
}

Verdict TypeChecker::checkOperator(const Binary &node) const
{
    const bool scalars = node.lhs->type == ValueType::Scalar && node.rhs->type == ValueType::Scalar;
    if (node.returnBool && !isComparison(node.op))
        return violation(operatorSpan(node), "bool modifier can only be used on comparison operators");
    if (isComparison(node.op) && !node.returnBool && scalars)
        return violation(operatorSpan(node), "comparisons between scalars must use BOOL modifier");
    if (!node.matching->on)
        return {};
    const auto &include = node.matching->include;
    for (const std::string &label : node.matching->labels) {
        if (std::find(include.begin(), include.end(), label) != include.end())
            return violation(operatorSpan(node),
                             "label " + goQuoted(label) + " must not occur in ON and GROUP clause at once");
    }
    return {};
}

Verdict TypeChecker::checkMatching(const Binary &node) const
{
    const VectorMatching &matching = *node.matching;
    const bool vectors =
        node.lhs->type == ValueType::InstantVector && node.rhs->type == ValueType::InstantVector;
    const bool fills = matching.fillLeft || matching.fillRight;
    const bool groups = matching.cardinality == MatchCardinality::ManyToOne ||
                        matching.cardinality == MatchCardinality::OneToMany;
    const std::string op = goQuoted(binaryOpText(node.op));
    if (!vectors && !matching.labels.empty())
        return violation(node.span, "vector matching only allowed between instant vectors");
    if (!vectors && fills)
        return violation(node.span, "filling in missing series only allowed between instant vectors");
    if (!isSetOperator(node.op))
        return {};
    if (!vectors)
        return violation(node.span, "set operator " + op + " not allowed in binary scalar expression");
    if (groups)
        return violation(node.span, "no grouping allowed for " + op + " operation");
    if (fills)
        return violation(node.span, "filling in missing series not allowed for set operators");
    return {};
}

Verdict TypeChecker::checkUnary(const Unary &node) const
{
    if (auto inner = check(*node.expr))
        return inner;
    if (!isNumeric(node.expr->type))
        return violation(
            node.span, "unary expression only allowed on expressions of type scalar or instant vector, got " +
                           goQuoted(documented(node.expr->type)));
    return {};
}

Verdict TypeChecker::expectType(const Expr &node, ValueType wanted, const std::string &context) const
{
    if (auto inner = check(node))
        return inner;
    if (node.type == wanted)
        return {};
    return violation(node.span, "expected type " + documented(wanted) + " in " + context + ", got " +
                                    documented(node.type));
}

/// What stands between the operands, without the blanks around it.
SourceSpan TypeChecker::operatorSpan(const Binary &node) const
{
    constexpr std::string_view blanks = " \t\r\n";
    SourceSpan span{node.lhs->span.end, node.rhs->span.begin};
    while (span.begin < span.end && blanks.find(m_query[span.begin]) != std::string_view::npos)
        ++span.begin;
    while (span.end > span.begin && blanks.find(m_query[span.end - 1]) != std::string_view::npos)
        --span.end;
    return span;
}

} // namespace

std::optional<Error> checkTypes(const Expr &root, std::string_view query)
{
    return TypeChecker(query).check(root);
}

} // namespace sightglass::promql
