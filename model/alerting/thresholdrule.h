// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/promql/ast.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

enum class Severity : std::uint8_t
{
    Info,
    Warning,
    Critical
};

/// "expr op value, for, severity": the alert rule a user sets by hand. It is exactly the Prometheus alerting
/// rule `expr: (expr) op value`, `for: …`, `labels: {severity: …}`, and later becomes one.
struct ThresholdRule
{
    std::string name;                           ///< alertname; unique within its group
    std::string expr;                           ///< PromQL of type instant vector or scalar
    promql::BinaryOp op = promql::BinaryOp::Gt; ///< a comparison
    double threshold = 0;                       ///< in the unit of expr
    std::int64_t forMs = 0; ///< how long the condition must hold before the alert fires; >= 0
    Severity severity = Severity::Warning;
    Labels labels;           ///< added to every alert; they win over the series' own
    std::string summary;     ///< plain text for notification and board
    std::string description; ///< plain text, may be long

    friend bool operator==(const ThresholdRule &, const ThresholdRule &) = default;
};

/// Rules that are evaluated together, one after the other, at the same timestamp.
struct RuleGroup
{
    std::string name;
    std::int64_t intervalMs = 5000; ///< > 0
    std::vector<ThresholdRule> rules;

    friend bool operator==(const RuleGroup &, const RuleGroup &) = default;
};

} // namespace sightglass
