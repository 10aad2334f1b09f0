// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/query/queryresult.h"
#include "parser/base/result.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// How long a resolved alert is kept (rules reference, section 3).
inline constexpr std::int64_t resolvedRetentionMs = 15 * 60 * 1000;

/// More alerts of one rule than this are no alerts but a mistake in the rule: its evaluation fails, as with
/// the `limit` of a Prometheus rule group, except that the alerts there were stay as they are. Resolved ones
/// that are still kept count too: the longest resolved go first.
inline constexpr std::size_t maxAlertsPerRule = 1000;

/// One label set for which a rule's condition holds at this evaluation.
struct ActiveAlert
{
    Labels labels;
    double value = 0;
};

/// One alert's change of state at one evaluation.
struct AlertChange
{
    Labels labels;
    AlertState from = AlertState::Inactive;
    AlertState to = AlertState::Inactive;
    double value = 0; ///< the last one known

    friend bool operator==(const AlertChange &, const AlertChange &) = default;
};

/// What one evaluation makes of a rule's alerts.
struct AlertStep
{
    std::vector<Alert> alerts; ///< sorted by labels
    std::vector<AlertChange>
        changes; ///< in the order of labels; an alert that fires at once makes one change
};

/// The labels of the alert for one result element: the element's without __name__, then the rule's, severity
/// and alertname, later ones winning (rules reference, section 3).
[[nodiscard]] Labels alertLabels(const Labels &element, const ThresholdRule &rule);

/// The alerts of an evaluation's result. Any element counts, whatever its value. Error QueryFailed where two
/// elements get the same labels or there are more than maxAlertsPerRule: then nothing changes.
[[nodiscard]] Result<std::vector<ActiveAlert>> activeAlerts(std::span<const VectorElement> elements,
                                                            const ThresholdRule &rule);

/// The state machine of section 3, for one evaluation at `ts`: `alerts` as of the evaluation before (sorted
/// by labels), `active` unique by labels in any order. An alert fires once it has been active for `forMs`; 0
/// fires at once. Keeps at most maxAlertsPerRule alerts where `active` is within that limit.
[[nodiscard]] AlertStep advance(std::vector<Alert> alerts, std::vector<ActiveAlert> active,
                                std::int64_t forMs, TimestampMs ts);

/// Firing before pending before inactive.
[[nodiscard]] AlertState worstState(std::span<const Alert> alerts) noexcept;

} // namespace sightglass
