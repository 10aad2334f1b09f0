// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/core/sample.h"
#include "parser/base/labels.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// How long a resolved alert is kept (rules reference, section 3).
inline constexpr std::int64_t resolvedRetentionMs = 15 * 60 * 1000;

/// How a rule holds its alerts.
struct AlertHold
{
    std::int64_t forMs = 0;           ///< an alert fires once its condition has held so long; 0: at once
    std::int64_t keepFiringForMs = 0; ///< and fires so much longer than the condition holds
    /// Of all states; resolved ones above it go, the longest resolved first. 0: none.
    std::size_t maxAlerts = 0;
};

/// One label set for which a rule's condition holds at this evaluation.
struct ActiveAlert
{
    Labels labels;
    double value = 0;
    std::vector<Label> annotations = {};
};

/// One alert's change of state at one evaluation.
struct AlertChange
{
    Labels labels;
    AlertState from = AlertState::Inactive;
    AlertState to = AlertState::Inactive;
    double value = 0; ///< the last one known
    std::vector<Label> annotations = {};

    friend bool operator==(const AlertChange &, const AlertChange &) = default;
};

/// What one evaluation makes of a rule's alerts.
struct AlertStep
{
    std::vector<Alert> alerts; ///< sorted by labels
    std::vector<AlertChange>
        changes; ///< in the order of labels; an alert that fires at once makes one change
};

/// The state machine of section 3, for one evaluation at `ts`: `alerts` as of the evaluation before (sorted
/// by labels), `active` unique by labels in any order.
[[nodiscard]] AlertStep advance(std::vector<Alert> alerts, std::vector<ActiveAlert> active,
                                const AlertHold &hold, TimestampMs ts);

/// Firing before pending before inactive.
[[nodiscard]] AlertState worstState(std::span<const Alert> alerts) noexcept;

} // namespace sightglass
