// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/exprprinter.h"

#include "parser/base/quoting.h"
#include "parser/promql/literaltext.h"

#include <algorithm>

namespace sightglass::promql {

namespace {

std::string labelText(const std::string &name)
{
    return isLegacyLabelName(name) ? name : quotedText(name);
}

} // namespace

void ExprPrinter::print(const Expr &expr)
{
    const std::size_t begin = m_text.size();
    printNode(expr);
    m_lengths[&expr] = m_text.size() - begin;
}

std::size_t ExprPrinter::lengthOf(const Expr &expr) const
{
    const auto found = m_lengths.find(&expr);
    return found == m_lengths.end() ? 0 : found->second;
}

void ExprPrinter::printNode(const Expr &expr)
{
    switch (expr.kind) {
    case ExprKind::NumberLiteral:
        return printNumber(static_cast<const NumberLiteral &>(expr));
    case ExprKind::StringLiteral:
        return printQuoted(static_cast<const StringLiteral &>(expr).value);
    case ExprKind::VectorSelector:
        return printSelector(static_cast<const VectorSelector &>(expr));
    case ExprKind::MatrixSelector:
        return printMatrix(static_cast<const MatrixSelector &>(expr));
    case ExprKind::Subquery:
        print(*static_cast<const Subquery &>(expr).expr);
        return printSubqueryRange(static_cast<const Subquery &>(expr));
    case ExprKind::Call:
        return printCall(static_cast<const Call &>(expr));
    case ExprKind::Aggregate:
        return printAggregate(static_cast<const Aggregate &>(expr));
    case ExprKind::Binary:
        return printBinary(static_cast<const Binary &>(expr));
    case ExprKind::Unary:
        append(static_cast<const Unary &>(expr).negative ? "-" : "+");
        return print(*static_cast<const Unary &>(expr).expr);
    case ExprKind::Paren:
        append("(");
        print(*static_cast<const Paren &>(expr).expr);
        return append(")");
    }
}

void ExprPrinter::printNumber(const NumberLiteral &node)
{
    append(node.writtenAsDuration ? secondsAsDuration(node.value) : numberText(node.value));
}

/// The name matcher made of the name outside the braces is left out; the others are sorted as text.
void ExprPrinter::printMatchers(const VectorSelector &node)
{
    std::vector<std::string> texts;
    for (const Matcher &matcher : node.matchers) {
        const bool isName = matcher.name == metricNameLabel && matcher.op == MatchOp::Equal;
        if (isName && !matcher.value.empty() && matcher.value == node.name)
            continue;
        texts.push_back(labelText(matcher.name) + std::string(matchOpText(matcher.op)) +
                        quotedText(matcher.value));
    }
    std::sort(texts.begin(), texts.end());
    append(node.name);
    if (texts.empty())
        return append(node.name.empty() ? "{}" : "");
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_text.append(i == 0 ? "{" : ",").append(texts[i]);
    append("}");
}

void ExprPrinter::printSelector(const VectorSelector &node)
{
    printMatchers(node);
    printAt(node.shift);
    printExtension(node.extension);
    printOffset(node.shift);
}

void ExprPrinter::printMatrix(const MatrixSelector &node)
{
    printMatchers(*node.selector);
    append("[");
    printDuration(*node.range);
    append("]");
    printExtension(node.selector->extension);
    printAt(node.selector->shift);
    printOffset(node.selector->shift);
}

void ExprPrinter::printSubqueryRange(const Subquery &node)
{
    append("[");
    printDuration(*node.range);
    append(":");
    if (node.step)
        printDuration(*node.step);
    append("]");
    printAt(node.shift);
    printOffset(node.shift);
}

void ExprPrinter::printCall(const Call &node)
{
    append(node.function);
    append("(");
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        append(i == 0 ? "" : ", ");
        print(*node.arguments[i]);
    }
    append(")");
}

void ExprPrinter::printAggregation(const Aggregate &node)
{
    append(aggregateOpText(node.op));
    if (!node.without && node.grouping.empty())
        return;
    append(node.without ? " without (" : " by (");
    printLabels(node.grouping);
    append(") ");
}

void ExprPrinter::printAggregate(const Aggregate &node)
{
    printAggregation(node);
    append("(");
    if (node.parameter) {
        print(*node.parameter);
        append(", ");
    }
    print(*node.expr);
    append(")");
}

void ExprPrinter::printBinary(const Binary &node)
{
    const std::size_t begin = m_text.size();
    const std::vector<const Binary *> chain = operatorChain(node);
    print(*chain.front()->lhs);
    for (const Binary *link : chain) {
        // "+Inf ^ x" would read as a signed power.
        const auto *number = link->op == BinaryOp::Pow ? as<NumberLiteral>(link->lhs.get()) : nullptr;
        if (number != nullptr && m_text[begin] == '+')
            m_text.erase(begin, 1);
        append(" ");
        printOperator(*link);
        append(" ");
        print(*link->rhs);
        m_lengths[link] = m_text.size() - begin;
    }
}

void ExprPrinter::printOperator(const Binary &node)
{
    append(binaryOpText(node.op));
    append(node.returnBool ? " bool" : "");
    if (node.matching)
        printMatching(*node.matching);
}

void ExprPrinter::printMatching(const VectorMatching &matching)
{
    const bool left = matching.cardinality == MatchCardinality::ManyToOne;
    const bool groups = left || matching.cardinality == MatchCardinality::OneToMany;
    if (matching.on || groups || !matching.labels.empty()) {
        append(matching.on ? " on (" : " ignoring (");
        printLabels(matching.labels);
        append(")");
    }
    if (groups) {
        append(left ? " group_left (" : " group_right (");
        printLabels(matching.include);
        append(")");
    }
    printFill(matching);
}

void ExprPrinter::printFill(const VectorMatching &matching)
{
    const auto value = [this](std::string_view keyword, const std::optional<double> &fill) {
        if (fill)
            m_text.append(keyword).append(" (").append(numberText(*fill)).append(")");
    };
    if (matching.fillLeft && matching.fillRight &&
        numberText(*matching.fillLeft) == numberText(*matching.fillRight))
        return value(" fill", matching.fillLeft);
    value(" fill_left", matching.fillLeft);
    value(" fill_right", matching.fillRight);
}

void ExprPrinter::printLabels(const std::vector<std::string> &labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i)
        m_text.append(i == 0 ? "" : ", ").append(labelText(labels[i]));
}

void ExprPrinter::printAt(const TimeShift &shift)
{
    if (!shift.at)
        return;
    switch (shift.at->kind) {
    case AtModifier::Kind::Start:
        return append(" @ start()");
    case AtModifier::Kind::End:
        return append(" @ end()");
    case AtModifier::Kind::Timestamp:
        m_text.append(" @ ").append(timestampText(shift.at->timestampMs));
    }
}

void ExprPrinter::printExtension(RangeExtension extension)
{
    if (extension != RangeExtension::None)
        append(extension == RangeExtension::Anchored ? " anchored" : " smoothed");
}

void ExprPrinter::printOffset(const TimeShift &shift)
{
    if (!shift.offset)
        return;
    append(" offset ");
    printDuration(*shift.offset);
}

void ExprPrinter::printDuration(const DurationExpr &duration)
{
    using Kind = DurationExpr::Kind;
    const auto operatorText = [&duration]() -> std::string_view {
        constexpr std::string_view texts = "+-*/%^";
        return texts.substr(static_cast<std::size_t>(duration.kind) - static_cast<std::size_t>(Kind::Add), 1);
    };
    switch (duration.kind) {
    case Kind::Literal:
        return append(duration.writtenAsDuration ? secondsAsDuration(duration.seconds)
                                                 : numberText(duration.seconds));
    case Kind::Step:
        return printDurationCall("step", duration);
    case Kind::Range:
        return printDurationCall("range", duration);
    case Kind::MinOf:
        return printDurationCall("min_of", duration);
    case Kind::MaxOf:
        return printDurationCall("max_of", duration);
    case Kind::Paren:
        return printDurationCall("", duration);
    case Kind::Negate:
    case Kind::Plus:
        append(duration.kind == Kind::Negate ? "-" : "+");
        return printDuration(*duration.operands.front());
    case Kind::Add:
    case Kind::Sub:
    case Kind::Mul:
    case Kind::Div:
    case Kind::Mod:
    case Kind::Pow:
        printDuration(*duration.operands.front());
        m_text.append(" ").append(operatorText()).append(" ");
        printDuration(*duration.operands.back());
    }
}

void ExprPrinter::printDurationCall(std::string_view name, const DurationExpr &duration)
{
    m_text.append(name).append("(");
    for (std::size_t i = 0; i < duration.operands.size(); ++i) {
        append(i == 0 ? "" : ", ");
        printDuration(*duration.operands[i]);
    }
    append(")");
}

void ExprPrinter::printQuoted(std::string_view text)
{
    append(quotedText(text));
}

} // namespace sightglass::promql
