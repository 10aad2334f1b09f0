// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/astjson.h"

#include "model/api/resultjson.h"
#include "model/core/goformat.h"
#include "parser/promql/functions.h"
#include "parser/promql/literals.h"

#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

namespace {

using namespace promql;

void writeType(JsonWriter &writer, std::string_view type)
{
    writer.member("type", type);
}

void writeExpr(JsonWriter &writer, std::string_view name, const Expr *expr)
{
    writer.key(name);
    if (expr != nullptr)
        writeAst(writer, *expr);
    else
        writer.null();
}

void writeTexts(JsonWriter &writer, std::string_view name, const std::vector<std::string> &texts)
{
    writer.key(name);
    writer.beginArray();
    for (const std::string &text : texts)
        writer.string(text);
    writer.endArray();
}

void writeFlag(JsonWriter &writer, std::string_view name, bool value)
{
    writer.key(name);
    writer.boolean(value);
}

// Durations

std::string_view durationOperator(DurationExpr::Kind kind)
{
    switch (kind) {
    case DurationExpr::Kind::Step:
        return "step";
    case DurationExpr::Kind::Range:
        return "range";
    case DurationExpr::Kind::MinOf:
        return "min_of";
    case DurationExpr::Kind::MaxOf:
        return "max_of";
    case DurationExpr::Kind::Sub:
    case DurationExpr::Kind::Negate:
        return "-";
    case DurationExpr::Kind::Mul:
        return "*";
    case DurationExpr::Kind::Div:
        return "/";
    case DurationExpr::Kind::Mod:
        return "%";
    case DurationExpr::Kind::Pow:
        return "^";
    case DurationExpr::Kind::Add:
    case DurationExpr::Kind::Plus:
    case DurationExpr::Kind::Literal:
    case DurationExpr::Kind::Paren:
        return "+";
    }
    return "+";
}

void writeNumber(JsonWriter &writer, double value)
{
    writer.beginObject();
    writeType(writer, "numberLiteral");
    writer.member("val", decimalText(value));
    writer.endObject();
}

void writeDuration(JsonWriter &writer, const DurationExpr *duration, bool wrapped = false)
{
    if (duration == nullptr) {
        writer.null();
        return;
    }
    if (duration->kind == DurationExpr::Kind::Paren) {
        writeDuration(writer, duration->operands.front().get(), true);
        return;
    }
    if (duration->kind == DurationExpr::Kind::Literal) {
        writeNumber(writer, duration->seconds);
        return;
    }
    const std::size_t operands = duration->operands.size();
    writer.beginObject();
    writer.key("lhs");
    writeDuration(writer, operands == 2 ? duration->operands.front().get() : nullptr);
    writer.member("op", durationOperator(duration->kind));
    writer.key("rhs");
    writeDuration(writer, operands > 0 ? duration->operands.back().get() : nullptr);
    writeType(writer, "durationExpr");
    writeFlag(writer, "wrapped", wrapped);
    writer.endObject();
}

bool isConstant(const DurationExpr *duration)
{
    if (duration == nullptr || duration->kind == DurationExpr::Kind::Literal)
        return true;
    // A sign before a literal is part of it.
    const bool isSigned =
        duration->kind == DurationExpr::Kind::Negate || duration->kind == DurationExpr::Kind::Plus;
    return isSigned && duration->operands.front()->kind == DurationExpr::Kind::Literal;
}

std::int64_t constantMs(const DurationExpr *duration)
{
    if (duration == nullptr || !isConstant(duration))
        return 0;
    if (duration->kind == DurationExpr::Kind::Literal)
        return literalMilliseconds(duration->seconds);
    const std::int64_t magnitude = literalMilliseconds(duration->operands.front()->seconds);
    return duration->kind == DurationExpr::Kind::Negate ? -magnitude : magnitude;
}

/// `name` in ms and `name`Expr.
void writeDurationMembers(JsonWriter &writer, const std::string &name, const DurationExpr *duration)
{
    writer.key(name);
    writer.integer(constantMs(duration));
    writer.key(name + "Expr");
    writeDuration(writer, isConstant(duration) ? nullptr : duration);
}

// Selectors

void writeStartOrEnd(JsonWriter &writer, const TimeShift &shift)
{
    writer.key("startOrEnd");
    if (!shift.at || shift.at->kind == AtModifier::Kind::Timestamp)
        writer.null();
    else
        writer.string(shift.at->kind == AtModifier::Kind::Start ? "start" : "end");
}

void writeTimestamp(JsonWriter &writer, const TimeShift &shift)
{
    writer.key("timestamp");
    if (shift.at && shift.at->kind == AtModifier::Kind::Timestamp)
        writer.integer(shift.at->timestampMs);
    else
        writer.null();
}

void writeMatchers(JsonWriter &writer, std::span<const Matcher> matchers)
{
    writer.key("matchers");
    writer.beginArray();
    for (const Matcher &matcher : matchers) {
        writer.beginObject();
        writer.member("name", matcher.name);
        writer.member("type", matchOpText(matcher.op));
        writer.member("value", matcher.value);
        writer.endObject();
    }
    writer.endArray();
}

/// `range` is null for an instant selector.
void writeSelector(JsonWriter &writer, const VectorSelector &selector, const MatrixSelector *range)
{
    writeFlag(writer, "anchored", selector.extension == RangeExtension::Anchored);
    writeMatchers(writer, selector.matchers);
    writer.member("name", selector.name);
    writeDurationMembers(writer, "offset", selector.shift.offset.get());
    if (range != nullptr)
        writeDurationMembers(writer, "range", range->range.get());
    writeFlag(writer, "smoothed", selector.extension == RangeExtension::Smoothed);
    writeStartOrEnd(writer, selector.shift);
    writeTimestamp(writer, selector.shift);
    writeType(writer, range != nullptr ? "matrixSelector" : "vectorSelector");
}

void writeSubquery(JsonWriter &writer, const Subquery &node)
{
    writeExpr(writer, "expr", node.expr.get());
    writeDurationMembers(writer, "offset", node.shift.offset.get());
    writeDurationMembers(writer, "range", node.range.get());
    writeStartOrEnd(writer, node.shift);
    writeDurationMembers(writer, "step", node.step.get());
    writeTimestamp(writer, node.shift);
    writeType(writer, "subquery");
}

// Calls and operators

void writeFunction(JsonWriter &writer, const FunctionSignature &function)
{
    writer.beginObject();
    writer.key("argTypes");
    writer.beginArray();
    for (const ValueType type : function.arguments)
        writer.string(valueTypeName(type));
    writer.endArray();
    writer.member("name", function.name);
    writer.member("returnType", valueTypeName(function.result));
    writer.key("variadic");
    writer.integer(function.variadic);
    writer.endObject();
}

void writeCall(JsonWriter &writer, const Call &node)
{
    writer.key("args");
    writer.beginArray();
    for (const ExprPtr &argument : node.arguments)
        writeAst(writer, *argument);
    writer.endArray();
    writer.key("func");
    if (const FunctionSignature *function = findFunction(node.function))
        writeFunction(writer, *function);
    else
        writer.null();
    writeType(writer, "call");
}

void writeAggregate(JsonWriter &writer, const Aggregate &node)
{
    writeExpr(writer, "expr", node.expr.get());
    writeTexts(writer, "grouping", node.grouping);
    writer.member("op", aggregateOpText(node.op));
    writeExpr(writer, "param", node.parameter.get());
    writeType(writer, "aggregation");
    writeFlag(writer, "without", node.without);
}

std::string_view cardinalityName(MatchCardinality cardinality)
{
    switch (cardinality) {
    case MatchCardinality::OneToOne:
        return "one-to-one";
    case MatchCardinality::ManyToOne:
        return "many-to-one";
    case MatchCardinality::OneToMany:
        return "one-to-many";
    case MatchCardinality::ManyToMany:
        return "many-to-many";
    }
    return "one-to-one";
}

void writeFill(JsonWriter &writer, std::string_view name, const std::optional<double> &value)
{
    writer.key(name);
    if (value && std::isfinite(*value))
        writer.real(*value);
    else
        writer.null();
}

void writeMatching(JsonWriter &writer, const VectorMatching &matching)
{
    writer.beginObject();
    writer.member("card", cardinalityName(matching.cardinality));
    writer.key("fillValues");
    writer.beginObject();
    writeFill(writer, "lhs", matching.fillLeft);
    writeFill(writer, "rhs", matching.fillRight);
    writer.endObject();
    writeTexts(writer, "include", matching.include);
    writeTexts(writer, "labels", matching.labels);
    writeFlag(writer, "on", matching.on);
    writer.endObject();
}

/// What follows the left operand.
void writeOperator(JsonWriter &writer, const Binary &node)
{
    writer.key("matching");
    if (node.matching)
        writeMatching(writer, *node.matching);
    else
        writer.null();
    writer.member("op", binaryOpText(node.op));
    writeExpr(writer, "rhs", node.rhs.get());
    writeType(writer, "binaryExpr");
}

/// The left operands of a chain lie within each other as deep as the chain is long.
void writeChain(JsonWriter &writer, const Binary &last)
{
    const std::vector<const Binary *> chain = operatorChain(last);
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
        if (*link != &last)
            writer.beginObject();
        writeFlag(writer, "bool", (*link)->returnBool);
        writer.key("lhs");
    }
    writeAst(writer, *chain.front()->lhs);
    for (const Binary *link : chain) {
        writeOperator(writer, *link);
        if (link != &last)
            writer.endObject();
    }
}

void writeLiteral(JsonWriter &writer, std::string_view type, std::string_view value)
{
    writeType(writer, type);
    writer.member("val", value);
}

void writeMembers(JsonWriter &writer, const Expr &expr)
{
    if (const auto *number = as<NumberLiteral>(&expr)) {
        writeLiteral(writer, "numberLiteral", decimalText(number->value));
    } else if (const auto *text = as<StringLiteral>(&expr)) {
        writeLiteral(writer, "stringLiteral", text->value);
    } else if (const auto *selector = as<VectorSelector>(&expr)) {
        writeSelector(writer, *selector, nullptr);
    } else if (const auto *matrix = as<MatrixSelector>(&expr)) {
        writeSelector(writer, *matrix->selector, matrix);
    } else if (const auto *subquery = as<Subquery>(&expr)) {
        writeSubquery(writer, *subquery);
    } else if (const auto *call = as<Call>(&expr)) {
        writeCall(writer, *call);
    } else if (const auto *aggregate = as<Aggregate>(&expr)) {
        writeAggregate(writer, *aggregate);
    } else if (const auto *binary = as<Binary>(&expr)) {
        writeChain(writer, *binary);
    } else if (const auto *unary = as<Unary>(&expr)) {
        writeExpr(writer, "expr", unary->expr.get());
        writer.member("op", unary->negative ? "-" : "+");
        writeType(writer, "unaryExpr");
    } else if (const auto *paren = as<Paren>(&expr)) {
        writeExpr(writer, "expr", paren->expr.get());
        writeType(writer, "parenExpr");
    }
}

} // namespace

void writeAst(JsonWriter &writer, const promql::Expr &expr)
{
    writer.beginObject();
    writeMembers(writer, expr);
    writer.endObject();
}

} // namespace sightglass
