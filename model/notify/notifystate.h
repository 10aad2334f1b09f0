// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/notifyalert.h"
#include "model/notify/notifyconfig.h"
#include "model/notify/silence.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// Something to be told: the alerts of a group that are neither silenced nor inhibited.
struct AlertNotice
{
    enum class Reason : std::uint8_t
    {
        Firing,   ///< an alert of it fires that was not told of
        Resolved, ///< one or all of them are over
        Repeated  ///< nothing is new but that repeat_interval is over
    };
    std::string groupKey; ///< Alertmanager's: {}:{alertname="X"}; a later notice of it replaces this one
    Labels groupLabels;
    Reason reason = Reason::Firing;
    std::vector<NotifyAlert> firing;   ///< sorted by labels
    std::vector<NotifyAlert> resolved; ///< the same; none where resolved ones are not sent
    /// So many groups at about the same time that they are told as one: of `firing` all that were told of
    /// since it began and still fire.
    bool isStorm = false;
    std::size_t groups = 1;
};

/// Why an alert is not told, if it is not.
struct AlertVerdict
{
    std::vector<std::string> silencedBy; ///< ids
    std::optional<Labels> inhibitedBy;
    bool isQuietTime = false;

    [[nodiscard]] bool isTold() const { return silencedBy.empty() && !inhibitedBy && !isQuietTime; }
};

/// What is known of groups and of what was told. Begins empty.
struct NotifyState
{
    struct Group
    {
        std::map<Labels, NotifyAlert> alerts;
        TimestampMs nextFlush = 0;
        bool hasFlushed = false;
    };
    /// What was told of a group last: Alertmanager's notification log.
    struct Told
    {
        std::set<Labels> firing;
        std::set<Labels> resolved;
        TimestampMs at = 0;
    };

    std::map<Labels, Group> groups;
    std::map<Labels, Told> told;
    std::deque<TimestampMs> recent;      ///< when something was told, of the storm window
    std::map<Labels, NotifyAlert> storm; ///< what was told of since the window was empty last
    bool isStorm = false;
};

struct NotifyStep
{
    NotifyState state;
    std::vector<AlertNotice> notices;
    std::vector<AlertVerdict> verdicts; ///< of the alerts, in their order
    std::optional<TimestampMs> nextAt;  ///< when there is something to do even if nothing changes
};

/// What to tell at `now` (Alertmanager's dispatcher, inhibitor, silencer, time mute and deduplication).
/// `alerts` are all there are, unique by labels; one of a group that is no longer among them has been
/// resolved. Pure.
[[nodiscard]] NotifyStep advance(NotifyState state, std::span<const NotifyAlert> alerts,
                                 const SilenceIndex &silences, const NotifyConfig &config, TimestampMs now);

} // namespace sightglass
