// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"
#include "model/core/sample.h"
#include "parser/base/error.h"

#include <optional>

namespace sightglass {

enum class AlertState : std::uint8_t
{
    Inactive,
    Pending,
    Firing
};

/// One alert: a label set for which a rule's condition holds or lately held (rules reference, section 3).
struct Alert
{
    Labels labels; ///< of the result element without __name__, plus the rule's labels, severity and alertname
    AlertState state = AlertState::Pending;
    double value = 0;
    TimestampMs activeAt = 0;              ///< start of pending
    std::optional<TimestampMs> firedAt;    ///< set once firing
    std::optional<TimestampMs> resolvedAt; ///< set while Inactive: kept for 15 minutes, then dropped

    friend bool operator==(const Alert &, const Alert &) = default;
};

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

    friend bool operator==(const AlertTransition &, const AlertTransition &) = default;
};

/// What the window shows of a rule.
struct RuleStatus
{
    std::string group;
    ThresholdRule rule;
    AlertState state = AlertState::Inactive; ///< the worst of its alerts
    std::vector<Alert> alerts;               ///< sorted by labels; includes lately resolved ones
    std::optional<TimestampMs> lastEvaluation;
    double evaluationSeconds = 0;
    std::optional<Error>
        error; ///< the last evaluation failed: alert state is untouched (rules reference, section 2)

    friend bool operator==(const RuleStatus &, const RuleStatus &) = default;
};

} // namespace sightglass
