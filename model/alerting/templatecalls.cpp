// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateexecution.h"
#include "parser/template/templateprinter.h"

namespace sightglass {

namespace {

using Kind = TemplateOperandKind;
using Parameter = TemplateParameter;

constexpr std::size_t bytesPerStep = 64;

std::string parameterName(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Any:
        return "interface {}";
    case Parameter::Reflect:
        return "reflect.Value";
    case Parameter::String:
        return std::string(goTypeName(GoType::String, false));
    case Parameter::Int:
        return std::string(goTypeName(GoType::Int, false));
    case Parameter::Duration:
        return std::string(goTypeName(GoType::Duration, false));
    case Parameter::Time:
        return std::string(goTypeName(GoType::Time, false));
    case Parameter::Sample:
        return std::string(goTypeName(GoType::Sample, true));
    case Parameter::SampleList:
        return std::string(goTypeName(GoType::SampleList, false));
    }
    return {};
}

/// The zero value of a type that has nil.
std::optional<TemplateValue> nilOf(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Any:
    case Parameter::Reflect:
        return TemplateValue();
    case Parameter::Sample:
        return TemplateValue::nilOf(GoType::Sample, true);
    case Parameter::SampleList:
        return TemplateValue::nilOf(GoType::SampleList);
    default:
        return std::nullopt;
    }
}

bool isAssignable(const TemplateValue &value, Parameter parameter) noexcept
{
    if (value.isBoxed())
        return false;
    switch (parameter) {
    case Parameter::Any:
    case Parameter::Reflect:
        return true;
    case Parameter::String:
        return value.type() == GoType::String;
    case Parameter::Int:
        return value.type() == GoType::Int;
    case Parameter::Duration:
        return value.type() == GoType::Duration && !value.isPointer();
    case Parameter::Time:
        return value.type() == GoType::Time && !value.isPointer();
    case Parameter::Sample:
        return value.type() == GoType::Sample && value.isPointer();
    case Parameter::SampleList:
        return value.type() == GoType::SampleList;
    }
    return false;
}

/// How much there is to do with a value, beyond a step.
std::size_t bytesOf(const TemplateValue &value) noexcept
{
    return value.isText() ? value.asText().size()
                          : (value.asMap().size() + value.asList().size()) * bytesPerStep;
}

} // namespace

TemplateValue TemplateExecution::call(const TemplateValue &dot, const Callee &callee, Operands arguments,
                                      const Final &final)
{
    const Level level(*this);
    const TemplateFunction &function = callee.function;
    if (!arguments.empty())
        arguments = arguments.subspan(1); // the function itself
    checkCount(function, arguments.size(), final);
    if (function.shortCircuits)
        return shortCircuited(dot, function, arguments, final);
    std::vector<TemplateValue> values;
    if (callee.receiver != nullptr)
        values.push_back(*callee.receiver);
    for (std::size_t i = 0; i < arguments.size(); ++i)
        values.push_back(argument(dot, function.parameter(i), arguments[i]));
    if (final)
        values.push_back(validated(*final, function.parameter(arguments.size())));
    std::string written;
    if (function.name == "call")
        written = arguments.empty() ? "<" + std::string(final->typeName()) + " Value>"
                                    : printTemplate(arguments.front());
    return invoke(callee, values, written);
}

void TemplateExecution::checkCount(const TemplateFunction &function, std::size_t arguments,
                                   const Final &final)
{
    const std::size_t count = arguments + (final ? 1 : 0);
    const std::string begin = "wrong number of args for " + std::string(function.name) + ": want ";
    const std::string wanted = std::to_string(function.parameterCount);
    if (function.rest && count < function.parameterCount)
        fail(begin + "at least " + wanted + " got " + std::to_string(arguments));
    if (!function.rest && count != function.parameterCount)
        fail(begin + wanted + " got " + std::to_string(count));
}

/// and, or: the first value that decides, or the last.
TemplateValue TemplateExecution::shortCircuited(const TemplateValue &dot, const TemplateFunction &function,
                                                Operands arguments, const Final &final)
{
    const bool decisive = function.name == "or";
    TemplateValue value;
    for (const TemplateOperand &operand : arguments) {
        value = argument(dot, Parameter::Reflect, operand);
        if (value.truth() == decisive)
            return value;
    }
    return final ? validated(*final, Parameter::Reflect) : value;
}

TemplateValue TemplateExecution::invoke(const Callee &callee, std::span<TemplateValue> values,
                                        std::string_view written)
{
    std::size_t bytes = 0;
    for (const TemplateValue &value : values)
        bytes += bytesOf(value);
    spend(1 + bytes / bytesPerStep);
    TemplateCall call{values, m_environment, written};
    TemplateValue result;
    try {
        result = callee.function.call(call);
    } catch (const TemplateCallFailure &failure) {
        at(callee.place);
        fail("error calling " + std::string(callee.function.name) + ": " + failure.message);
    }
    const std::size_t made = bytesOf(result);
    if (result.isText() && made > m_environment.limits.textBytes) {
        at(callee.place);
        fail("error calling " + std::string(callee.function.name) + ": exceeded the limit of " +
             std::to_string(m_environment.limits.textBytes) + " bytes of text");
    }
    spend(made / bytesPerStep);
    return result;
}

/// An operand as the argument of a function, or (without a type) before the fields of a chain.
TemplateValue TemplateExecution::argument(const TemplateValue &dot, std::optional<Parameter> type,
                                          const TemplateOperand &operand)
{
    at(operand);
    switch (operand.kind) {
    case Kind::Dot:
        return validated(dot, type);
    case Kind::Nil: {
        if (!type)
            fail("indirection through explicit nil in " + printTemplate(operand));
        if (const auto nil = nilOf(*type))
            return *nil;
        fail("cannot assign nil to " + parameterName(*type));
    }
    case Kind::Field:
    case Kind::Variable:
    case Kind::Chain:
        return validated(evaluateField(dot, operand, {&operand, 1}, std::nullopt), type);
    case Kind::Pipeline:
        return validated(evaluate(dot, *operand.pipeline), type);
    case Kind::Identifier:
        return validated(evaluateFunction(dot, operand, &operand, {}, std::nullopt), type);
    default:
        return literal(type, operand);
    }
}

TemplateValue TemplateExecution::literal(std::optional<Parameter> type, const TemplateOperand &operand)
{
    switch (type.value_or(Parameter::Any)) {
    case Parameter::Any:
    case Parameter::Reflect:
        return evaluateConstant({}, operand);
    case Parameter::String:
        if (operand.kind != Kind::String)
            fail("expected string; found " + printTemplate(operand));
        return evaluateConstant({}, operand);
    case Parameter::Int:
    case Parameter::Duration:
        if (operand.kind != Kind::Number || !operand.number.integer)
            fail("expected integer; found " + printTemplate(operand));
        return TemplateValue::integer(*operand.number.integer,
                                      type == Parameter::Int ? GoType::Int : GoType::Duration);
    default:
        fail("can't handle " + printTemplate(operand) + " for arg of type " + parameterName(*type));
    }
}

/// The value as one of that type, where it is one.
TemplateValue TemplateExecution::validated(const TemplateValue &value, std::optional<Parameter> type)
{
    if (!type)
        return value;
    if (value.isNil() && !value.isBoxed()) {
        if (const auto nil = nilOf(*type))
            return *nil;
        fail("invalid value; expected " + parameterName(*type));
    }
    if (*type == Parameter::Reflect)
        return value;
    if (*type == Parameter::Any)
        return value.unboxed();
    const TemplateValue plain = value.isNil() ? value : value.unboxed();
    if (isAssignable(plain, *type))
        return plain;
    if (plain.isPointer() && isAssignable(plain.dereferenced(), *type)) {
        if (plain.isNilReference())
            fail("dereference of nil pointer of type " + parameterName(*type));
        return plain.dereferenced();
    }
    fail("wrong type for value; expected " + parameterName(*type) + "; got " + std::string(plain.typeName()));
}

} // namespace sightglass
