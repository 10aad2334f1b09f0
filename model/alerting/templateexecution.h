// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/templateenvironment.h"
#include "model/alerting/templatefunction.h"
#include "model/alerting/templatevalue.h"
#include "parser/template/templatetree.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sightglass {

/// Thrown by TemplateExecution with Go's whole text: template: x:1:2: executing "x" at <…>: …
struct TemplateExecutionFailure
{
    std::string message;
};

/// One execution of a template, along Go's own, so that what fails first, its text and its place are Go's.
/// Maps have missingkey=zero. Use it once.
class TemplateExecution
{
public:
    /// Both must outlive it.
    TemplateExecution(const TemplateTree &tree, const TemplateEnvironment &environment);

    /// The output for what . and $ are. Throws TemplateExecutionFailure.
    std::string run(const TemplateValue &data);

private:
    enum class Flow
    {
        Next,
        Break,
        Continue
    };
    using Operands = std::span<const TemplateOperand>;
    using Final = std::optional<TemplateValue>; ///< the result of the stage before, if there is one
    using Place = std::variant<std::monostate, const TemplateOperand *, const TemplateCommand *,
                               const TemplatePipeline *, const TemplateElement *>;
    class Level;

    // Elements: templateexecution.cpp
    Flow walk(const TemplateValue &dot, const TemplateElements &elements);
    Flow walk(const TemplateValue &dot, const TemplateElement &element);
    Flow walkCondition(const TemplateValue &dot, const TemplateElement &element);
    void walkRange(const TemplateValue &dot, const TemplateElement &element);
    bool walkInteger(const TemplateValue &value, const TemplateElement &element);
    bool walkOnce(const TemplateValue &index, const TemplateValue &item, const TemplateElement &element);
    void walkTemplate(const TemplateValue &dot, const TemplateElement &element);
    void write(std::string_view text);

    // Pipelines: templateevaluation.cpp
    TemplateValue evaluate(const TemplateValue &dot, const TemplatePipeline &pipeline);
    TemplateValue evaluate(const TemplateValue &dot, const TemplateCommand &command, const Final &final);
    TemplateValue evaluateConstant(const TemplateValue &dot, const TemplateOperand &operand);
    TemplateValue evaluateField(const TemplateValue &dot, const TemplateOperand &operand, Operands arguments,
                                const Final &final);
    TemplateValue evaluateFields(const TemplateValue &dot, TemplateValue receiver,
                                 const TemplateOperand &operand, Operands arguments, const Final &final);
    TemplateValue evaluateMember(const TemplateValue &dot, const TemplateValue &receiver,
                                 std::pair<std::string_view, const TemplateOperand *> member,
                                 Operands arguments, const Final &final);
    TemplateValue evaluateFunction(const TemplateValue &dot, const TemplateOperand &operand, Place place,
                                   Operands arguments, const Final &final);

    // Calls: templatecalls.cpp
    struct Callee
    {
        const TemplateFunction &function;
        const TemplateValue *receiver = nullptr; ///< of a method
        Place place;                             ///< where its failure is told
    };
    TemplateValue call(const TemplateValue &dot, const Callee &callee, Operands arguments,
                       const Final &final);
    void checkCount(const TemplateFunction &function, std::size_t arguments, const Final &final);
    TemplateValue shortCircuited(const TemplateValue &dot, const TemplateFunction &function,
                                 Operands arguments, const Final &final);
    TemplateValue invoke(const Callee &callee, std::span<TemplateValue> values, std::string_view written);
    TemplateValue argument(const TemplateValue &dot, std::optional<TemplateParameter> type,
                           const TemplateOperand &operand);
    TemplateValue literal(std::optional<TemplateParameter> type, const TemplateOperand &operand);
    TemplateValue validated(const TemplateValue &value, std::optional<TemplateParameter> type);

    TemplateValue idealConstant(const TemplateOperand &operand);
    void requireNoArguments(Operands arguments, const Final &final);
    TemplateValue &variable(std::string_view name);
    void at(Place place) { m_place = place; }
    void at(const TemplateOperand &operand);
    void spend(std::size_t steps);
    [[noreturn]] void fail(const std::string &message) const;

    const TemplateTree &m_tree;
    const TemplateEnvironment &m_environment;
    std::string m_out;
    std::vector<std::pair<std::string_view, TemplateValue>> m_variables;
    std::size_t m_firstVariable = 0; ///< of the template under way
    std::string_view m_template;     ///< that is under way
    Place m_place;                   ///< for errors
    std::size_t m_steps = 0;
    int m_depth = 0;
};

/// A level of nesting while it lives.
class TemplateExecution::Level
{
public:
    explicit Level(TemplateExecution &execution);
    ~Level() { --m_execution.m_depth; }
    Level(const Level &) = delete;
    Level &operator=(const Level &) = delete;

private:
    TemplateExecution &m_execution;
};

} // namespace sightglass
