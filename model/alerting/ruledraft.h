// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/severity.h"
#include "parser/base/result.h"
#include "parser/config/rulefile.h"
#include "parser/promql/features.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// An alerting rule as it is made by hand from what a panel shows.
struct RuleDraft
{
    std::string name;
    std::string expr; ///< PromQL: what is compared
    promql::BinaryOp op = promql::BinaryOp::Gt;
    double threshold = 0;
    std::int64_t forMs = 0;
    std::int64_t keepFiringForMs = 0;
    Severity severity = Severity::Warning;
    std::string summary; ///< plain text; empty: none

    friend bool operator==(const RuleDraft &, const RuleDraft &) = default;
};

/// `expr > 0.9` as one would write it: in parentheses only where it would else mean something different.
/// PromqlSyntax, PromqlType: expr is no vector or scalar that can be compared.
[[nodiscard]] Result<std::string> draftExpression(const RuleDraft &draft,
                                                  const promql::Features &features = {});

/// The rule as it is written to a file. Errors: those of draftExpression(); ConfigValue: it has no name.
[[nodiscard]] Result<WrittenRule> writtenRule(const RuleDraft &draft, const promql::Features &features = {});

/// The text of a rule file with the rule added behind the others of this group, or in a new group behind all
/// others; everything else stays as it is (see RuleFileText). An empty text becomes a file. Errors: those of
/// RuleFileText; ConfigValue: the group has an alert of this name already.
[[nodiscard]] Result<std::string> withRule(const std::string &fileText, const std::string &group,
                                           const WrittenRule &rule, std::int64_t newGroupIntervalMs);

} // namespace sightglass
