// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/rulefile.h"
#include "parser/config/ruleproblem.h"
#include "parser/config/scrapeconfig.h"
#include "parser/config/strictreading.h"
#include "parser/promql/features.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// How strictly a rule file is read. The defaults are Prometheus' own.
struct RuleFileOptions
{
    UnknownFields unknownFields = UnknownFields::Refused;
    NameValidation nameValidation = NameValidation::Utf8;
    promql::Features features;
};

struct RuleFileReading
{
    RuleFile file; ///< what could be read; of use where there are no problems
    std::vector<RuleProblem> problems;

    [[nodiscard]] bool ok() const { return problems.empty(); }
};

/// Reads a rule file as Prometheus 3.14 does (rules reference, section 1): YAML, of which only the first
/// document counts; unknown and duplicate keys are errors; an empty text is a file without groups. Finds all
/// problems, not the first only: those of the shape, and where there are none, those of the rules, templates
/// of alerting rules included. Pure.
[[nodiscard]] RuleFileReading readRuleFile(std::string_view text, const RuleFileOptions &options = {});

/// The shape alone: expressions are not parsed, names not checked. Errors: ConfigSyntax, ConfigValue (a
/// duration), the first of them.
[[nodiscard]] Result<RuleFile> readRuleFileShape(std::string_view text,
                                                 UnknownFields unknown = UnknownFields::Refused);

} // namespace sightglass
