// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateexecution.h"

#include "model/alerting/templateformat.h"
#include "parser/base/quoting.h"
#include "parser/template/templateprinter.h"

#include <algorithm>
#include <type_traits>

namespace sightglass {

namespace {

constexpr std::size_t bytesPerStep = 64;

std::size_t positionOf(const auto &place)
{
    return std::visit(
        [](const auto &node) -> std::size_t {
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, std::monostate>)
                return 0;
            else
                return node->position;
        },
        place);
}

std::string textOf(const auto &place)
{
    return std::visit(
        [](const auto &node) -> std::string {
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, std::monostate>)
                return {};
            else
                return printTemplate(*node);
        },
        place);
}

} // namespace

TemplateExecution::Level::Level(TemplateExecution &execution)
    : m_execution(execution)
{
    if (++execution.m_depth <= execution.m_environment.limits.depth)
        return;
    --execution.m_depth;
    execution.fail("exceeded maximum template depth (" +
                   std::to_string(execution.m_environment.limits.depth) + ")");
}

TemplateExecution::TemplateExecution(const TemplateTree &tree, const TemplateEnvironment &environment)
    : m_tree(tree)
    , m_environment(environment)
    , m_template(tree.name)
{}

std::string TemplateExecution::run(const TemplateValue &data)
{
    m_variables = {{"$", data}};
    if (const auto root = m_tree.definitions.find(m_tree.name); root != m_tree.definitions.end())
        walk(data, root->second);
    return std::move(m_out);
}

TemplateExecution::Flow TemplateExecution::walk(const TemplateValue &dot, const TemplateElements &elements)
{
    const Level level(*this);
    for (const TemplateElement &element : elements)
        if (const Flow flow = walk(dot, element); flow != Flow::Next)
            return flow;
    return Flow::Next;
}

TemplateExecution::Flow TemplateExecution::walk(const TemplateValue &dot, const TemplateElement &element)
{
    at(&element);
    spend(1);
    switch (element.kind) {
    case TemplateElementKind::Text:
        write(element.text);
        return Flow::Next;
    case TemplateElementKind::Action: {
        const TemplateValue value = evaluate(dot, *element.pipeline);
        at(&element);
        if (element.pipeline->variables.empty())
            write(printedValue(value, m_environment.limits.outputBytes));
        return Flow::Next;
    }
    case TemplateElementKind::If:
    case TemplateElementKind::With:
        return walkCondition(dot, element);
    case TemplateElementKind::Range:
        walkRange(dot, element);
        return Flow::Next;
    case TemplateElementKind::Template:
        walkTemplate(dot, element);
        return Flow::Next;
    case TemplateElementKind::Break:
        return Flow::Break;
    case TemplateElementKind::Continue:
        return Flow::Continue;
    }
    return Flow::Next;
}

TemplateExecution::Flow TemplateExecution::walkCondition(const TemplateValue &dot,
                                                         const TemplateElement &element)
{
    const std::size_t variables = m_variables.size();
    const TemplateValue value = evaluate(dot, *element.pipeline);
    const bool isWith = element.kind == TemplateElementKind::With;
    const Flow flow = value.truth() ? walk(isWith ? value : dot, element.body) : walk(dot, element.otherwise);
    m_variables.resize(variables);
    return flow;
}

void TemplateExecution::walkRange(const TemplateValue &dot, const TemplateElement &element)
{
    const std::size_t variables = m_variables.size();
    TemplateValue value = evaluate(dot, *element.pipeline);
    if (!value.isNilReference())
        value = value.dereferenced();
    bool isEmpty = true;
    if (value.isMap()) {
        for (const auto &[key, item] : value.asMap()) {
            isEmpty = false;
            if (!walkOnce(TemplateValue::string(key), item, element))
                break;
        }
    } else if (value.type() == GoType::SampleList) {
        const TemplateList items = value.asList(); // which the body may sort
        for (std::size_t i = 0; i < items.size(); ++i) {
            isEmpty = false;
            if (!walkOnce(TemplateValue::integer(static_cast<std::int64_t>(i)), items[i], element))
                break;
        }
    } else if (value.isInteger()) {
        isEmpty = walkInteger(value, element);
    } else if (!value.isNil()) {
        fail("range can't iterate over " + goSprint({&value, 1}, m_environment.limits.outputBytes));
    }
    if (isEmpty)
        walk(dot, element.otherwise);
    m_variables.resize(variables);
}

/// From 0 up to the value, as since Go 1.24. True where there is nothing to count.
bool TemplateExecution::walkInteger(const TemplateValue &value, const TemplateElement &element)
{
    if (element.pipeline->variables.size() > 1)
        fail("can't use " + goSprint({&value, 1}, m_environment.limits.outputBytes) +
             " to iterate over more than one variable");
    for (std::int64_t i = 0; i < value.asInteger(); ++i)
        if (!walkOnce({}, TemplateValue::integer(i, value.type()), element))
            break;
    return value.asInteger() <= 0;
}

/// False where a break ended it.
bool TemplateExecution::walkOnce(const TemplateValue &index, const TemplateValue &item,
                                 const TemplateElement &element)
{
    const std::vector<std::string> &names = element.pipeline->variables;
    const std::size_t variables = m_variables.size();
    spend(1);
    if (element.pipeline->assigns) {
        variable(names.front()) = names.size() > 1 ? index : item;
        if (names.size() > 1)
            variable(names.back()) = item;
    } else if (!names.empty()) {
        m_variables[variables - 1].second = item;
        if (names.size() > 1)
            m_variables[variables - 2].second = index;
    }
    const Flow flow = walk(item, element.body);
    m_variables.resize(variables);
    return flow != Flow::Break;
}

void TemplateExecution::walkTemplate(const TemplateValue &dot, const TemplateElement &element)
{
    const auto definition = m_tree.definitions.find(element.text);
    if (definition == m_tree.definitions.end())
        fail("template " + goQuoted(element.text) + " not defined");
    const TemplateValue data = element.pipeline ? evaluate(dot, *element.pipeline) : TemplateValue();
    // It sees none of the caller's variables.
    const std::size_t variables = m_variables.size();
    const std::size_t firstBefore = std::exchange(m_firstVariable, variables);
    const std::string_view before = std::exchange(m_template, definition->first);
    m_variables.emplace_back("$", data);
    walk(data, definition->second);
    m_variables.resize(variables);
    m_firstVariable = firstBefore;
    m_template = before;
}

void TemplateExecution::write(std::string_view text)
{
    spend(text.size() / bytesPerStep);
    if (m_out.size() + text.size() > m_environment.limits.outputBytes)
        fail("exceeded the limit of " + std::to_string(m_environment.limits.outputBytes) +
             " bytes of output");
    m_out += text;
}

TemplateValue &TemplateExecution::variable(std::string_view name)
{
    for (std::size_t i = m_variables.size(); i > m_firstVariable; --i)
        if (m_variables[i - 1].first == name)
            return m_variables[i - 1].second;
    fail("undefined variable: " + std::string(name));
}

void TemplateExecution::at(const TemplateOperand &operand)
{
    if (operand.kind == TemplateOperandKind::Pipeline)
        at(Place(operand.pipeline.get()));
    else
        at(Place(&operand));
}

void TemplateExecution::spend(std::size_t steps)
{
    m_steps += steps;
    if (m_steps > m_environment.limits.steps)
        fail("exceeded the limit of " + std::to_string(m_environment.limits.steps) + " steps");
}

void TemplateExecution::fail(const std::string &message) const
{
    const std::string_view before = std::string_view(m_tree.text).substr(0, positionOf(m_place));
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t column = before.size() - (before.rfind('\n') + 1);
    throw TemplateExecutionFailure{"template: " + m_tree.name + ":" + std::to_string(line) + ":" +
                                   std::to_string(column) + ": executing " + goQuoted(m_template) + " at <" +
                                   textOf(m_place) + ">: " + message};
}

} // namespace sightglass
