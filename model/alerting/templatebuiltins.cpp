// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateformat.h"
#include "model/alerting/templatefunction.h"
#include "model/alerting/templatetext.h"

#include <algorithm>

namespace sightglass {

namespace {

using Parameter = TemplateParameter;

[[noreturn]] void fail(std::string message)
{
    throw TemplateCallFailure{std::move(message)};
}

/// What a pointer or interface comes to; nothing where it is nil.
std::optional<TemplateValue> indirect(const TemplateValue &value)
{
    if (value.isBoxed() && value.isNil())
        return std::nullopt;
    if (value.isPointer() && value.isNilReference())
        return std::nullopt;
    return value.unboxed().dereferenced();
}

/// A position in something of that size, the end included.
std::size_t indexArgument(const TemplateValue &index, std::size_t size)
{
    if (index.isNil())
        fail("cannot index slice/array with nil");
    if (!index.isInteger() || index.isPointer())
        fail("cannot index slice/array with type " + std::string(index.typeName()));
    const std::int64_t at = index.asInteger();
    if (at < 0 || static_cast<std::uint64_t>(at) > size)
        fail("index out of range: " + std::to_string(at));
    return static_cast<std::size_t>(at);
}

TemplateValue mapElement(const TemplateValue &map, const TemplateValue &key)
{
    if (key.isNil())
        fail("value is nil; should be of type string");
    if (key.type() != GoType::String)
        fail("value has type " + std::string(key.typeName()) + "; should be string");
    const auto found = map.asMap().find(key.asText());
    if (found != map.asMap().end())
        return found->second;
    return map.type() == GoType::StringMap ? TemplateValue::string({}) : TemplateValue().boxed();
}

TemplateValue element(const TemplateValue &item, const TemplateValue &index)
{
    if (item.isMap())
        return mapElement(item, index);
    if (item.isText()) {
        const std::size_t at = indexArgument(index, item.asText().size());
        if (at == item.asText().size())
            fail("reflect: string index out of range");
        return TemplateValue::integer(static_cast<unsigned char>(item.asText()[at]), GoType::Uint8);
    }
    if (item.type() != GoType::SampleList)
        fail("can't index item of type " + std::string(item.typeName()));
    const std::size_t at = indexArgument(index, item.asList().size());
    if (at == item.asList().size())
        fail("reflect: slice index out of range");
    return item.asList()[at];
}

TemplateValue index(TemplateCall &call)
{
    TemplateValue item = call[0].unboxed();
    if (item.isNil())
        fail("index of untyped nil");
    for (const TemplateValue &position : call.arguments.subspan(1)) {
        const auto target = indirect(item);
        if (!target)
            fail("index of nil pointer");
        item = element(*target, position.unboxed());
    }
    return item;
}

TemplateValue slice(TemplateCall &call)
{
    const TemplateValue item = call[0].unboxed();
    const auto positions = call.arguments.subspan(1);
    if (item.isNil())
        fail("slice of untyped nil");
    if (positions.size() > 3)
        fail("too many slice indexes: " + std::to_string(positions.size()));
    if (item.isText() && positions.size() == 3)
        fail("cannot 3-index slice a string");
    if (!item.isText() && item.type() != GoType::SampleList)
        fail("can't slice item of type " + std::string(item.typeName()));
    const std::size_t size = item.isText() ? item.asText().size() : item.asList().size();
    std::array<std::size_t, 3> at = {0, size, size};
    for (std::size_t i = 0; i < positions.size(); ++i)
        at[i] = indexArgument(positions[i].unboxed(), size);
    for (std::size_t i = 0; i + 1 < std::max<std::size_t>(positions.size(), 2); ++i)
        if (at[i] > at[i + 1])
            fail("invalid slice index: " + std::to_string(at[i]) + " > " + std::to_string(at[i + 1]));
    if (item.isText())
        return TemplateValue::string(item.asText().substr(at[0], at[1] - at[0]), item.type());
    const auto begin = item.asList().begin();
    return TemplateValue::sampleList(
        {begin + static_cast<std::ptrdiff_t>(at[0]), begin + static_cast<std::ptrdiff_t>(at[1])});
}

TemplateValue length(TemplateCall &call)
{
    const auto item = indirect(call[0]);
    if (!item)
        fail("len of nil pointer");
    if (item->isNil())
        fail("reflect: call of reflect.Value.Type on zero Value");
    std::size_t size = 0;
    if (item->isText())
        size = item->asText().size();
    else if (item->isMap())
        size = item->asMap().size();
    else if (item->type() == GoType::SampleList)
        size = item->asList().size();
    else
        fail("len of type " + std::string(item->typeName()));
    return TemplateValue::integer(static_cast<std::int64_t>(size));
}

/// There are no functions among the values of an alert.
TemplateValue callValue(TemplateCall &call)
{
    const TemplateValue function = call[0].unboxed();
    if (function.isNil())
        fail("call of nil");
    fail("non-function " + std::string(call.callee) + " of type " + std::string(function.typeName()));
}

TemplateValue equal(TemplateCall &call)
{
    if (call.arguments.size() < 2)
        fail("missing argument for comparison");
    for (const TemplateValue &other : call.arguments.subspan(1))
        if (templateValuesEqual(call[0], other))
            return TemplateValue::boolean(true);
    return TemplateValue::boolean(false);
}

bool lessOrEqual(const TemplateCall &call)
{
    return templateValueLess(call[0], call[1]) || templateValuesEqual(call[0], call[1]);
}

TemplateValue text(std::string value)
{
    return TemplateValue::string(std::move(value));
}

constexpr std::array builtins = {
    TemplateFunction{"and", 1, {Parameter::Reflect}, Parameter::Reflect, nullptr, true},
    TemplateFunction{"call", 1, {Parameter::Reflect}, Parameter::Reflect, callValue},
    TemplateFunction{"eq", 1, {Parameter::Reflect}, Parameter::Reflect, equal},
    TemplateFunction{
        "ge",
        2,
        {Parameter::Reflect, Parameter::Reflect},
        std::nullopt,
        [](TemplateCall &call) { return TemplateValue::boolean(!templateValueLess(call[0], call[1])); }},
    TemplateFunction{"gt",
                     2,
                     {Parameter::Reflect, Parameter::Reflect},
                     std::nullopt,
                     [](TemplateCall &call) { return TemplateValue::boolean(!lessOrEqual(call)); }},
    TemplateFunction{"html",
                     0,
                     {},
                     Parameter::Any,
                     [](TemplateCall &call) {
                         return text(htmlEscaped(printedArguments(call.arguments, call.mostBytes())));
                     }},
    TemplateFunction{"index", 1, {Parameter::Reflect}, Parameter::Reflect, index},
    TemplateFunction{"js",
                     0,
                     {},
                     Parameter::Any,
                     [](TemplateCall &call) {
                         return text(jsEscaped(printedArguments(call.arguments, call.mostBytes())));
                     }},
    TemplateFunction{"le",
                     2,
                     {Parameter::Reflect, Parameter::Reflect},
                     std::nullopt,
                     [](TemplateCall &call) { return TemplateValue::boolean(lessOrEqual(call)); }},
    TemplateFunction{"len", 1, {Parameter::Reflect}, std::nullopt, length},
    TemplateFunction{
        "lt",
        2,
        {Parameter::Reflect, Parameter::Reflect},
        std::nullopt,
        [](TemplateCall &call) { return TemplateValue::boolean(templateValueLess(call[0], call[1])); }},
    TemplateFunction{
        "ne",
        2,
        {Parameter::Reflect, Parameter::Reflect},
        std::nullopt,
        [](TemplateCall &call) { return TemplateValue::boolean(!templateValuesEqual(call[0], call[1])); }},
    TemplateFunction{"not",
                     1,
                     {Parameter::Reflect},
                     std::nullopt,
                     [](TemplateCall &call) { return TemplateValue::boolean(!call[0].truth()); }},
    TemplateFunction{"or", 1, {Parameter::Reflect}, Parameter::Reflect, nullptr, true},
    TemplateFunction{"print",
                     0,
                     {},
                     Parameter::Any,
                     [](TemplateCall &call) { return text(goSprint(call.arguments, call.mostBytes())); }},
    TemplateFunction{"printf",
                     1,
                     {Parameter::String},
                     Parameter::Any,
                     [](TemplateCall &call) {
                         return text(
                             goSprintf(call[0].asText(), call.arguments.subspan(1), call.mostBytes()));
                     }},
    TemplateFunction{"println",
                     0,
                     {},
                     Parameter::Any,
                     [](TemplateCall &call) { return text(goSprintln(call.arguments, call.mostBytes())); }},
    TemplateFunction{"slice", 1, {Parameter::Reflect}, Parameter::Reflect, slice},
    TemplateFunction{"urlquery",
                     0,
                     {},
                     Parameter::Any,
                     [](TemplateCall &call) {
                         return text(queryEscaped(printedArguments(call.arguments, call.mostBytes())));
                     }},
};

} // namespace

std::span<const TemplateFunction> builtinTemplateFunctions() noexcept
{
    return builtins;
}

const TemplateFunction *findTemplateFunction(std::string_view name) noexcept
{
    for (const std::span<const TemplateFunction> functions :
         {prometheusTemplateFunctions(), builtinTemplateFunctions()})
        for (const TemplateFunction &function : functions)
            if (function.name == name)
                return &function;
    return nullptr;
}

} // namespace sightglass
