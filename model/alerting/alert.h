// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "model/alerting/severity.h"
#include "model/core/sample.h"
#include "parser/base/error.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

enum class AlertState : std::uint8_t
{
    Inactive,
    Pending,
    Firing
};

/// "inactive", "pending", "firing", as the alertstate label has it.
[[nodiscard]] std::string_view alertStateName(AlertState state) noexcept;

/// One alert: a label set for which a rule's condition holds or lately held (rules reference, section 3).
struct Alert
{
    Labels labels; ///< of the result element without __name__, plus the rule's labels and alertname
    AlertState state = AlertState::Pending;
    double value = 0;                      ///< the newest while the condition held; 0 for a histogram
    TimestampMs activeAt = 0;              ///< start of pending
    std::optional<TimestampMs> firedAt;    ///< set once firing
    std::optional<TimestampMs> resolvedAt; ///< set while Inactive: kept for 15 minutes, then dropped
    std::vector<Label> annotations = {};   ///< expanded, by name; a value may be empty
    std::optional<TimestampMs> keepFiringSince = {}; ///< the condition is gone, but keep_firing_for holds it

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// What an alert says in a line: its summary, else its message, title or description; "" where it has none.
[[nodiscard]] std::string summaryOf(const std::vector<Label> &annotations);

/// A change of one alert's state at one evaluation, as history keeps it and notifications tell it.
struct AlertTransition
{
    TimestampMs at = 0;
    std::string group;
    std::string rule;
    Severity severity = Severity::Warning;
    AlertState from = AlertState::Inactive;
    AlertState to = AlertState::Inactive;
    Labels labels;
    double value = 0;
    std::string summary;
    std::vector<Label> annotations = {};

    friend bool operator==(const AlertTransition &, const AlertTransition &) = default;
};

/// What is told of a rule.
struct RuleStatus
{
    std::string group;
    std::string file;                        ///< of the group; "" where it is in none
    RulePtr rule;                            ///< never null in what an engine gives
    AlertState state = AlertState::Inactive; ///< the worst of its alerts
    std::vector<Alert> alerts;               ///< sorted by labels; includes lately resolved ones
    std::size_t series = 0;                  ///< written by the last evaluation
    std::optional<TimestampMs> lastEvaluation;
    double evaluationSeconds = 0;
    /// The last evaluation failed: alerts and series are as they were (rules reference, section 2).
    std::optional<Error> error;

    friend bool operator==(const RuleStatus &, const RuleStatus &) = default;
};

/// What is told of a group; its rules are told one by one.
struct RuleGroupStatus
{
    std::string name;
    std::string file;
    std::int64_t intervalMs = 0;
    std::size_t limit = 0;
    std::size_t rules = 0;
    std::uint64_t missedEvaluations = 0;
    std::optional<TimestampMs> lastEvaluation;
    double evaluationSeconds = 0; ///< of all its rules

    friend bool operator==(const RuleGroupStatus &, const RuleGroupStatus &) = default;
};

} // namespace sightglass
