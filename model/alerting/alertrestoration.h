// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/storage/snapshot.h"

#include <optional>
#include <vector>

namespace sightglass {

/// How much of `for` survives a restart (rules reference, section 3.2), with Prometheus' defaults.
struct RestoreOptions
{
    std::int64_t outageToleranceMs = 60 * 60 * 1000; ///< longer ago is too long ago
    /// Rules with a shorter `for` begin anew, and nothing that was still pending fires sooner than this.
    std::int64_t gracePeriodMs = 10 * 60 * 1000;
};

/// What ALERTS_FOR_STATE said last before the program ended.
struct KeptForState
{
    TimestampMs at = 0;
    double activeAtSeconds = 0; ///< a stale marker: the alert had ended
};

/// Since when an alert counts as active after a restart at `now`; nothing where it begins anew.
[[nodiscard]] std::optional<TimestampMs> restoredActiveAt(const KeptForState &kept, std::int64_t forMs,
                                                          TimestampMs now,
                                                          const RestoreOptions &options = {});

/// Sets back the times of the rule's active alerts to what the store's samples of ALERTS_FOR_STATE say. To be
/// called once, behind the second evaluation after a start: until then nothing may write these series.
void restoreAlerts(std::vector<Alert> &alerts, const Rule &rule, const Snapshot &snapshot, TimestampMs now,
                   const RestoreOptions &options = {});

} // namespace sightglass
