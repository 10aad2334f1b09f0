// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateexecution.h"
#include "parser/template/templateprinter.h"

#include <algorithm>

namespace sightglass {

namespace {

using Kind = TemplateOperandKind;

/// The fields of a histogram that a template may want.
std::optional<TemplateValue> histogramField(const TemplateValue &value, std::string_view name)
{
    const HistogramPtr &histogram = value.asHistogram();
    if (!histogram)
        return std::nullopt;
    if (name == "Count")
        return TemplateValue::real(histogram->count);
    if (name == "Sum")
        return TemplateValue::real(histogram->sum);
    if (name == "ZeroCount")
        return TemplateValue::real(histogram->zeroCount);
    if (name == "ZeroThreshold")
        return TemplateValue::real(histogram->zeroThreshold);
    if (name == "Schema")
        return TemplateValue::integer(histogram->schema, GoType::Int32);
    return std::nullopt;
}

std::optional<TemplateValue> structField(const TemplateValue &value, std::string_view name)
{
    if (value.type() == GoType::Histogram)
        return histogramField(value, name);
    const TemplateFields &fields = value.asFields();
    const auto found = std::ranges::find(fields, name, &TemplateFields::value_type::first);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
}

TemplateValue mapField(const TemplateValue &map, std::string_view name)
{
    const auto found = map.asMap().find(name);
    if (found != map.asMap().end())
        return found->second;
    return map.type() == GoType::StringMap ? TemplateValue::string({}) : TemplateValue().boxed();
}

} // namespace

TemplateValue TemplateExecution::evaluate(const TemplateValue &dot, const TemplatePipeline &pipeline)
{
    const Level level(*this);
    at(&pipeline);
    Final value;
    for (const TemplateCommand &command : pipeline.commands)
        value = evaluate(dot, command, value).unboxed();
    for (const std::string &name : pipeline.variables) {
        if (pipeline.assigns)
            variable(name) = *value;
        else
            m_variables.emplace_back(name, *value);
    }
    return *value;
}

TemplateValue TemplateExecution::evaluate(const TemplateValue &dot, const TemplateCommand &command,
                                          const Final &final)
{
    spend(1);
    const TemplateOperand &first = command.operands.front();
    const Operands operands = command.operands;
    switch (first.kind) {
    case Kind::Field:
    case Kind::Chain:
    case Kind::Variable:
        return evaluateField(dot, first, operands, final);
    case Kind::Identifier:
        return evaluateFunction(dot, first, &command, operands, final);
    case Kind::Pipeline:
        requireNoArguments(operands, final);
        return evaluate(dot, *first.pipeline);
    default:
        at(first);
        requireNoArguments(operands, final);
        if (first.kind == Kind::Nil)
            fail("nil is not a command");
        return evaluateConstant(dot, first);
    }
}

TemplateValue TemplateExecution::evaluateConstant(const TemplateValue &dot, const TemplateOperand &operand)
{
    switch (operand.kind) {
    case Kind::Bool:
        return TemplateValue::boolean(operand.text == "true");
    case Kind::Dot:
        return dot;
    case Kind::Number:
        return idealConstant(operand);
    default:
        return TemplateValue::string(operand.value);
    }
}

/// The type of a number follows from how it is written.
TemplateValue TemplateExecution::idealConstant(const TemplateOperand &operand)
{
    at(operand);
    const std::string_view text = operand.text;
    const bool hasPower = text.find_first_of("pP") != std::string_view::npos;
    const bool isHex = text.size() > 2 && (text.starts_with("0x") || text.starts_with("0X")) && !hasPower;
    const bool isRune = text.starts_with('\'');
    if (!isHex && !isRune && (hasPower || text.find_first_of(".eE") != std::string_view::npos))
        return TemplateValue::real(operand.number.real);
    if (!operand.number.integer)
        fail(operand.text + " overflows int");
    return TemplateValue::integer(*operand.number.integer);
}

/// A field, a variable with its fields, or a chain; the last of them may be a method with arguments.
TemplateValue TemplateExecution::evaluateField(const TemplateValue &dot, const TemplateOperand &operand,
                                               Operands arguments, const Final &final)
{
    at(operand);
    if (operand.kind == Kind::Field)
        return evaluateFields(dot, dot, operand, arguments, final);
    if (operand.kind == Kind::Variable) {
        const TemplateValue value = variable(operand.names.front());
        if (operand.names.size() > 1)
            return evaluateFields(dot, value, operand, arguments, final);
        requireNoArguments(arguments, final);
        return value;
    }
    return evaluateFields(dot, argument(dot, std::nullopt, *operand.base), operand, arguments, final);
}

TemplateValue TemplateExecution::evaluateFields(const TemplateValue &dot, TemplateValue receiver,
                                                const TemplateOperand &operand, Operands arguments,
                                                const Final &final)
{
    const std::vector<std::string> &names = operand.names;
    for (std::size_t i = operand.kind == Kind::Variable ? 1 : 0; i + 1 < names.size(); ++i)
        receiver = evaluateMember(dot, receiver, {names[i], &operand}, {}, std::nullopt);
    return evaluateMember(dot, receiver, {names.back(), &operand}, arguments, final);
}

TemplateValue TemplateExecution::evaluateMember(const TemplateValue &dot, const TemplateValue &receiver,
                                                std::pair<std::string_view, const TemplateOperand *> member,
                                                Operands arguments, const Final &final)
{
    const auto &[view, operand] = member;
    const std::string name(view);
    const std::string type(receiver.typeName());
    spend(1);
    if (receiver.isNil()) {
        if (receiver.isBoxed())
            fail("nil pointer evaluating " + type + "." + name);
        return {};
    }
    const bool isNilPointer = receiver.isPointer() && receiver.isNilReference();
    const TemplateValue value = receiver.unboxed().dereferenced();
    if (const TemplateFunction *method = findTemplateMethod(value.type(), name); method && !isNilPointer)
        return call(dot, {*method, &value, operand}, arguments, final);
    if (isNilPointer)
        fail("nil pointer evaluating " + type + "." + name);
    const bool hasArguments = arguments.size() > 1 || final;
    if (value.isMap()) {
        if (hasArguments)
            fail(name + " is not a method but has arguments");
        return mapField(value, name);
    }
    const auto field = structField(value, name);
    if (!field)
        fail("can't evaluate field " + name + " in type " + type);
    if (hasArguments)
        fail(name + " has arguments but cannot be invoked as function");
    return *field;
}

TemplateValue TemplateExecution::evaluateFunction(const TemplateValue &dot, const TemplateOperand &operand,
                                                  Place place, Operands arguments, const Final &final)
{
    at(operand);
    const TemplateFunction *function = findTemplateFunction(operand.text);
    if (function == nullptr)
        fail("\"" + operand.text + "\" is not a defined function");
    return call(dot, {*function, nullptr, place}, arguments, final);
}

void TemplateExecution::requireNoArguments(Operands arguments, const Final &final)
{
    if (arguments.size() <= 1 && !final)
        return;
    const TemplateOperand &operand = arguments.front();
    fail("can't give argument to non-function " +
         (operand.kind == Kind::Pipeline ? printTemplate(*operand.pipeline) : printTemplate(operand)));
}

} // namespace sightglass
