// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

namespace sightglass {

/// Which alerts concern a window: those of the rules that it watches, and those about its targets. The store
/// may hold others, of rules and targets that an earlier session had, and nobody would know what marks of
/// them are doing on the charts.
struct WatchedAlerts
{
    std::set<std::string> rules;     ///< names of alerts
    std::set<std::string> instances; ///< of the targets, as the label says them

    friend bool operator==(const WatchedAlerts &, const WatchedAlerts &) = default;
};

/// The query for those that fire; it finds nothing where nothing is watched.
[[nodiscard]] std::string firingAlertsQuery(const WatchedAlerts &watched);

} // namespace sightglass
