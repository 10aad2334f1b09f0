// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateexpansion.h"

#include "model/alerting/templateexecution.h"

#include <utility>

namespace sightglass {

namespace {

TemplateValue alertData(const TemplateSample &element, const TemplateEnvironment &environment)
{
    const TemplateValue value =
        element.histogram ? TemplateValue::histogram(element.histogram) : TemplateValue::real(element.value);
    return TemplateValue::alertData({{"Labels", TemplateValue::labels(element.labels)},
                                     {"ExternalLabels", TemplateValue::labels(environment.externalLabels)},
                                     {"ExternalURL", TemplateValue::string(environment.externalUrl)},
                                     {"Value", value.boxed()}});
}

} // namespace

Result<std::string> expandTemplate(const TemplateTree &tree, const TemplateSample &element,
                                   const TemplateEnvironment &environment)
{
    try {
        return TemplateExecution(tree, environment).run(alertData(element, environment));
    } catch (const TemplateExecutionFailure &failure) {
        return Error{ErrorCode::QueryFailed,
                     {"error executing template " + tree.name + ": " + failure.message},
                     {},
                     {}};
    }
}

std::string failedExpansion(const Error &error)
{
    return "<error expanding template: " + error.arguments.front() + ">";
}

std::string expandAlertTemplate(std::string_view alert, std::string_view text, const TemplateSample &element,
                                const TemplateEnvironment &environment)
{
    auto tree = parseAlertTemplate(alert, text);
    if (!tree) {
        Error error = std::move(tree).error();
        error.arguments.front().insert(0, "error parsing template __alert_" + std::string(alert) + ": ");
        return failedExpansion(error);
    }
    const auto expanded = expandTemplate(*tree, element, environment);
    return expanded ? *expanded : failedExpansion(expanded.error());
}

} // namespace sightglass
