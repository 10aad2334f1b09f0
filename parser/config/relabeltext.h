// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/relabelrule.h"
#include "parser/config/scrapeconfig.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Reads the value of metric_relabel_configs, a YAML list of rules, exactly as parsePrometheusConfig() reads
/// it; that key, or relabel_configs, may stand around it. An empty text has no rules. Errors: ConfigSyntax,
/// ConfigValue with line:column in the text.
[[nodiscard]] Result<std::vector<RelabelRule>> parseRelabelRules(std::string_view text,
                                                                 NameValidation names = NameValidation::Utf8);

/// The same list as text that parseRelabelRules() reads back, defaults left out. Positions are not in it.
[[nodiscard]] std::string relabelRulesText(std::span<const RelabelRule> rules);

} // namespace sightglass
