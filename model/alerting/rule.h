// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/ruletext.h"
#include "parser/base/error.h"
#include "parser/base/labels.h"
#include "parser/config/rulefile.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A recording or alerting rule as it is evaluated (rules reference, sections 2.1 and 3). Does not change.
struct Rule
{
    RuleKind kind = RuleKind::Alerting;
    std::string name;             ///< of the metric that is recorded, or of the alert
    std::string query;            ///< the expression as Prometheus prints it
    promql::ExprPtr expr;         ///< null where the text is no usable expression
    std::optional<Error> problem; ///< then why
    std::int64_t forMs = 0;
    std::int64_t keepFiringForMs = 0;
    Labels labels; ///< the group's merged in; of an alerting rule: templates as they are written
    /// The same, and with an empty value those that take a label away, by name: what results get.
    std::vector<Label> writtenLabels;
    std::vector<RuleText> labelTexts; ///< of an alerting rule: these, parsed
    std::vector<RuleText> annotations;
    SourcePosition position; ///< in the group's file; {0, 0} where it is in none
};

using RulePtr = std::shared_ptr<const Rule>;

/// Rules that are evaluated one after the other, at the same timestamp; a later one sees what an earlier one
/// has recorded.
struct RuleGroup
{
    std::string name;
    std::string file;                 ///< "" where it is in none; with the name, the group's identity
    std::int64_t intervalMs = 60'000; ///< > 0
    std::int64_t queryOffsetMs = 0;   ///< queries look, and results are stored, so much before the evaluation
    std::size_t limit = 0;            ///< of series or alerts per rule; 0: none
    std::vector<RulePtr> rules;       ///< never null
    Labels externalLabels = {};       ///< what its templates see, beside and before the engine's
};

} // namespace sightglass
