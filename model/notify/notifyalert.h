// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// An alert as whoever tells of it sees it: it fires, or it has. Its labels are its identity.
struct NotifyAlert
{
    Labels labels; ///< with alertname
    std::vector<Label> annotations;
    TimestampMs startsAt = 0;          ///< it began to fire
    std::optional<TimestampMs> endsAt; ///< it has been resolved since
    double value = 0;
    std::string query = {};           ///< of its rule
    std::int64_t intervalMs = 60'000; ///< of its rule's group

    [[nodiscard]] bool isResolved() const noexcept { return endsAt.has_value(); }

    friend bool operator==(const NotifyAlert &, const NotifyAlert &) = default;
};

/// The firing ones, and those resolved in the last 15 minutes, of all rules. Of two with the same labels the
/// firing one, as Alertmanager merges them. `groups` tells intervals, and may be empty.
[[nodiscard]] std::vector<NotifyAlert> notifyAlerts(std::span<const RuleStatus> rules,
                                                    std::span<const RuleGroupStatus> groups = {});

/// Alertmanager's fingerprint of a label set: 16 hexadecimal digits of FNV-1a.
[[nodiscard]] std::string alertFingerprint(const Labels &labels);

/// Where Prometheus' own page shows the rule's expression: externalUrl + /graph?g0.expr=…&g0.tab=1.
[[nodiscard]] std::string generatorUrl(std::string_view externalUrl, std::string_view query);

/// The value of an annotation; "" where there is none.
[[nodiscard]] std::string_view annotationOf(const NotifyAlert &alert, std::string_view name) noexcept;

} // namespace sightglass
