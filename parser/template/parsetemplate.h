// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/template/templatetree.h"

#include <span>
#include <string_view>

namespace sightglass {

/// Parses a template of Go's text/template (Go 1.24: else with, break, continue) in the default delimiters.
/// A function is defined where it is one of Go's own or among the given ones. Text and nesting are bounded;
/// nothing else is refused that Go takes, but complex numbers.
/// Errors: ConfigSyntax with Go's whole text as its argument, `template: NAME:LINE: function "x" not
/// defined`; the span is the token's that Go stumbled over, the position its place in the text.
[[nodiscard]] Result<TemplateTree> parseTemplate(std::string_view name, std::string_view text,
                                                 std::span<const std::string_view> functions);

/// What Prometheus puts before a label or annotation of an alerting rule, so that $labels, $externalLabels,
/// $externalURL and $value are there. Places in the parsed text are behind it.
inline constexpr std::string_view alertTemplatePrelude =
    "{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}"
    "{{$externalURL := .ExternalURL}}{{$value := .Value}}";

/// The names of Prometheus' 29 template functions, sorted.
[[nodiscard]] std::span<const std::string_view> alertTemplateFunctions() noexcept;

/// A label or annotation of the alerting rule, as rule files are checked and rules expanded: named
/// __alert_ALERT, behind the prelude. The span and position of an error are those in the given text; Go's
/// error text only has a line.
[[nodiscard]] Result<TemplateTree> parseAlertTemplate(std::string_view alert, std::string_view text);

} // namespace sightglass
