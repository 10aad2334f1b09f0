// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/templateenvironment.h"
#include "parser/template/parsetemplate.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Expands what parseAlertTemplate() made, for an element of the rule's result (labels with __name__). Any
/// thread; deterministic but for what the query answers.
/// Errors: QueryFailed with Prometheus' text, error executing template __alert_X: template: __alert_X:1:2: …
[[nodiscard]] Result<std::string> expandTemplate(const TemplateTree &tree, const TemplateSample &element,
                                                 const TemplateEnvironment &environment);

/// What Prometheus puts where an expansion or its parsing failed: <error expanding template: …>.
[[nodiscard]] std::string failedExpansion(const Error &error);

/// Parses and expands a label or annotation of an alerting rule; always gives a text, as Prometheus does.
/// Rules that are evaluated again and again parse once.
[[nodiscard]] std::string expandAlertTemplate(std::string_view alert, std::string_view text,
                                              const TemplateSample &element,
                                              const TemplateEnvironment &environment);

} // namespace sightglass
