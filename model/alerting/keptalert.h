// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alertrestoration.h"
#include "model/alerting/rulestore.h"
#include "parser/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What is kept of an alert while the program does not run: the newest sample of its ALERTS_FOR_STATE, from
/// which Prometheus too takes back since when it was active (rules reference, section 3.2).
struct KeptAlert
{
    Labels labels; ///< with alertname, without __name__
    KeptForState state;
};

/// Of more none is kept: the newest go first.
inline constexpr std::size_t mostKeptAlerts = 100'000;

/// Of the alerts that had not ended when the store heard of them last, within the tolerance before `now`;
/// sorted by labels. What an earlier run has left is among them as long as no newer sample is there.
[[nodiscard]] std::vector<KeptAlert> keptAlerts(const Snapshot &snapshot, TimestampMs now,
                                                const RestoreOptions &options = {});

/// As a file has them: a JSON object with an array "alerts".
[[nodiscard]] std::string keptAlertsText(std::span<const KeptAlert> alerts);

/// Whether a file begins as keptAlertsText() does, with any white space: 64 bytes are enough.
[[nodiscard]] bool looksLikeKeptAlerts(std::string_view beginning);

/// Back again. ConfigSyntax where it is no such text; an entry that is none is left out.
[[nodiscard]] Result<std::vector<KeptAlert>> readKeptAlerts(std::string_view text);

/// Puts ALERTS_FOR_STATE into a store that has nothing newer, and commits.
void appendKeptAlerts(std::span<const KeptAlert> alerts, RuleStore &store);

} // namespace sightglass
