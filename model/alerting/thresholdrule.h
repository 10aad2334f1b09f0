// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/severity.h"
#include "parser/base/labels.h"
#include "parser/promql/ast.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// "expr op value, for, severity": the form in which dashboards bring alert rules. It is evaluated as the
/// Prometheus alerting rule `expr: (expr) op value`, `for: …`, `labels: {severity: …}` that rulegroup.h makes
/// of it.
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

/// Such rules that are evaluated together, one after the other, at the same timestamp.
struct ThresholdGroup
{
    std::string name;
    std::int64_t intervalMs = 5000; ///< > 0
    std::vector<ThresholdRule> rules;

    friend bool operator==(const ThresholdGroup &, const ThresholdGroup &) = default;
};

} // namespace sightglass
