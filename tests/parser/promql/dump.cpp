// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/promql/dump.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <algorithm>

namespace sightglass::test {

namespace {

using namespace sightglass::promql;

std::string dumpDuration(const DurationPtr &duration)
{
    using Kind = DurationExpr::Kind;
    static const std::string names[] = {"",  "step", "range", "min_of", "max_of", "+",    "-",
                                        "*", "/",    "%",     "^",      "neg",    "plus", "paren"};
    if (!duration)
        return "none";
    if (duration->kind == Kind::Literal)
        return formatFloat(duration->seconds) + (duration->writtenAsDuration ? "s" : "");
    std::string text = "(" + names[static_cast<std::size_t>(duration->kind)];
    for (const DurationPtr &operand : duration->operands)
        text += " " + dumpDuration(operand);
    return text + ")";
}

std::string dumpShift(const TimeShift &shift)
{
    std::string text;
    if (shift.at) {
        text += " @";
        text += shift.at->kind == AtModifier::Kind::Start ? "start"
                : shift.at->kind == AtModifier::Kind::End ? "end"
                                                          : std::to_string(shift.at->timestampMs);
    }
    if (shift.offset)
        text += " offset=" + dumpDuration(shift.offset);
    return text;
}

std::string dumpSelector(const VectorSelector &node)
{
    static const std::string ops[] = {"=", "!=", "=~", "!~"};
    std::vector<std::string> matchers;
    for (const Matcher &matcher : node.matchers)
        matchers.push_back(matcher.name + ops[static_cast<std::size_t>(matcher.op)] +
                           goQuoted(matcher.value) + ";");
    std::sort(matchers.begin(), matchers.end()); // as the canonical text has them
    std::string text = node.name + "{";
    for (const std::string &matcher : matchers)
        text += matcher;
    text += "}" + dumpShift(node.shift);
    if (node.extension != RangeExtension::None)
        text += node.extension == RangeExtension::Anchored ? " anchored" : " smoothed";
    return text;
}

std::string dumpList(const std::vector<std::string> &labels)
{
    std::string text = "[";
    for (const std::string &label : labels)
        text += goQuoted(label) + ";";
    return text + "]";
}

std::string dumpMatching(const VectorMatching &matching)
{
    static const std::string cards[] = {"1:1", "n:1", "1:n", "n:n"};
    std::string text = " " + cards[static_cast<std::size_t>(matching.cardinality)];
    text += (matching.on ? " on" : " ignoring") + dumpList(matching.labels) + dumpList(matching.include);
    if (matching.fillLeft)
        text += " left=" + formatFloat(*matching.fillLeft);
    if (matching.fillRight)
        text += " right=" + formatFloat(*matching.fillRight);
    return text;
}

std::string dumpBinary(const Binary &node)
{
    std::string text = "(" + std::string(binaryOpText(node.op)) + (node.returnBool ? " bool" : "");
    if (node.matching && node.matching->cardinality != MatchCardinality::ManyToMany)
        text += dumpMatching(*node.matching);
    else if (node.matching)
        text += node.matching->labels.empty() && !node.matching->on ? "" : dumpMatching(*node.matching);
    return text + " " + dump(*node.lhs) + " " + dump(*node.rhs) + ")";
}

std::string dumpAggregate(const Aggregate &node)
{
    std::string text = "(" + std::string(aggregateOpText(node.op));
    text += (node.without ? " without" : " by") + dumpList(node.grouping);
    if (node.parameter)
        text += " " + dump(*node.parameter);
    return text + " " + dump(*node.expr) + ")";
}

} // namespace

std::string dump(const Expr &expr)
{
    if (const auto *number = as<NumberLiteral>(&expr))
        return formatFloat(number->value) + (number->writtenAsDuration ? "s" : "");
    if (const auto *string = as<StringLiteral>(&expr))
        return goQuoted(string->value);
    if (const auto *selector = as<VectorSelector>(&expr))
        return dumpSelector(*selector);
    if (const auto *matrix = as<MatrixSelector>(&expr))
        return dumpSelector(*matrix->selector) + "[" + dumpDuration(matrix->range) + "]";
    if (const auto *subquery = as<Subquery>(&expr))
        return "(sub " + dump(*subquery->expr) + " " + dumpDuration(subquery->range) + " " +
               dumpDuration(subquery->step) + dumpShift(subquery->shift) + ")";
    if (const auto *call = as<Call>(&expr)) {
        std::string text = "(" + call->function;
        for (const ExprPtr &argument : call->arguments)
            text += " " + dump(*argument);
        return text + ")";
    }
    if (const auto *aggregate = as<Aggregate>(&expr))
        return dumpAggregate(*aggregate);
    if (const auto *binary = as<Binary>(&expr))
        return dumpBinary(*binary);
    if (const auto *unary = as<Unary>(&expr))
        return std::string(unary->negative ? "(neg " : "(plus ") + dump(*unary->expr) + ")";
    return "(paren " + dump(*static_cast<const Paren &>(expr).expr) + ")";
}

} // namespace sightglass::test
