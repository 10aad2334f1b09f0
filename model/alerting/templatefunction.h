// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/templateenvironment.h"
#include "model/alerting/templatevalue.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// What a function's parameter takes.
enum class TemplateParameter : std::uint8_t
{
    Any,     ///< interface{}
    Reflect, ///< reflect.Value: anything, nil as no value
    String,
    Int,
    Duration,
    Time,
    Sample,
    SampleList,
};

/// Thrown by functions and methods, caught by TemplateExecution: "error calling humanize: …".
struct TemplateCallFailure
{
    std::string message;
};

/// One call under way. Arguments have passed the parameters; of methods the first is the receiver.
struct TemplateCall
{
    std::span<TemplateValue> arguments;
    const TemplateEnvironment &environment;
    std::string_view callee; ///< the first argument as it is written; only call asks for it

    [[nodiscard]] const TemplateValue &operator[](std::size_t index) const { return arguments[index]; }
    [[nodiscard]] std::size_t mostBytes() const noexcept { return environment.limits.textBytes; }
};

/// A function's signature and body.
struct TemplateFunction
{
    std::string_view name;
    std::size_t parameterCount = 0; ///< without the variadic one
    std::array<TemplateParameter, 3> parameters{};
    std::optional<TemplateParameter> rest; ///< where it is variadic
    TemplateValue (*call)(TemplateCall &call) = nullptr;
    bool shortCircuits = false; ///< and, or: never called

    [[nodiscard]] TemplateParameter parameter(std::size_t index) const
    {
        return index < parameterCount ? parameters[index] : rest.value_or(TemplateParameter::Any);
    }
};

/// Go's own functions and Prometheus'. Null where there is none of that name.
[[nodiscard]] const TemplateFunction *findTemplateFunction(std::string_view name) noexcept;
[[nodiscard]] std::span<const TemplateFunction> builtinTemplateFunctions() noexcept;
[[nodiscard]] std::span<const TemplateFunction> prometheusTemplateFunctions() noexcept;

/// A method of a type; of pointers to it too.
[[nodiscard]] const TemplateFunction *findTemplateMethod(GoType type, std::string_view name) noexcept;

/// Go's comparison of two values of a template; throws TemplateCallFailure where Go does not compare them.
[[nodiscard]] bool templateValuesEqual(const TemplateValue &a, const TemplateValue &b);
[[nodiscard]] bool templateValueLess(const TemplateValue &a, const TemplateValue &b);

} // namespace sightglass
