// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/notifystate.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// An alert on its way to an Alertmanager.
struct SentAlert
{
    NotifyAlert alert;
    TimestampMs endsAt = 0; ///< of a firing one: until when it counts as firing if nothing more is heard
};

/// When each alert was sent last, as Prometheus keeps it (rules reference, section 3.1). Begins empty.
using ResendState = std::map<Labels, TimestampMs>;

struct ResendStep
{
    ResendState state;
    std::vector<SentAlert> alerts; ///< to be sent now
};

inline constexpr std::int64_t resendDelayMs = 60'000;

/// Which alerts are due: what has not been sent for the delay, and what was resolved since. Alerts that are
/// no longer among `alerts` are forgotten. Pure.
[[nodiscard]] ResendStep alertsToSend(ResendState state, std::span<const NotifyAlert> alerts, TimestampMs now,
                                      std::int64_t delayMs = resendDelayMs);

/// What payloads have besides alerts.
struct PayloadContext
{
    std::string externalUrl;
    Labels externalLabels; ///< added where an alert has no such label
    std::string receiver;  ///< the webhook's name
};

/// The body of POST /api/v2/alerts (rules reference, section 6).
[[nodiscard]] std::string alertmanagerPayload(std::span<const SentAlert> alerts,
                                              const PayloadContext &context);

/// The body that Alertmanager posts to a webhook, version 4. Of more than `maxAlerts` (0: no limit) the rest
/// is counted in truncatedAlerts.
[[nodiscard]] std::string webhookPayload(const AlertNotice &notice, const PayloadContext &context,
                                         std::size_t maxAlerts = 0);

} // namespace sightglass
