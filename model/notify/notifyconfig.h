// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/inhibition.h"
#include "model/notify/timeinterval.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// How alerts become notifications: one route of Alertmanager's, with its defaults (rules reference, sections
/// 7.2 and 7.3).
struct NotifyConfig
{
    std::vector<std::string> groupBy = {"alertname"}; ///< "..." among them: by all labels
    std::int64_t groupWaitMs = 30'000;                ///< for more alerts of a new group
    std::int64_t groupIntervalMs = 5 * 60'000;        ///< between two looks at a group
    std::int64_t repeatIntervalMs = 4 * 3600'000;     ///< until the same is told again
    bool sendResolved = true;
    std::vector<InhibitRule> inhibitRules = {};
    std::vector<TimeInterval> quietHours = {}; ///< mute_time_intervals
    ZoneLookup zones = {};
    /// More notifications than this within `stormWindowMs` become one with a count; 0: never.
    std::size_t stormAt = 0;
    std::int64_t stormWindowMs = 60'000;
};

} // namespace sightglass
