// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/query/queryengine.h"
#include "model/storage/snapshot.h"

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// Evaluates rule groups when they are due and keeps their alerts' states. Driven by its owner's clock: it
/// has no timer and no thread; the collector calls it on its own thread.
class AlertEngine
{
public:
    /// The engine's options bound what a rule may cost: whoever waits for evaluateDue() waits that long per
    /// rule.
    explicit AlertEngine(QueryEngine engine);
    ~AlertEngine();
    AlertEngine(const AlertEngine &) = delete;
    AlertEngine &operator=(const AlertEngine &) = delete;

    /// Replaces the rules. A rule with the same group, name and labels keeps its alerts (rules reference,
    /// section 2, reload). A rule whose expression does not parse is kept with its error and never fires.
    /// Pending and firing alerts of what is gone become Inactive: the next evaluateDue() tells it, whether or
    /// not a group is due then.
    void setGroups(std::vector<RuleGroup> groups);

    /// The next time a group is due: evaluation times lie on the grid k * interval + hash(group) mod
    /// interval. Empty without groups.
    [[nodiscard]] std::optional<TimestampMs> nextDue(TimestampMs now) const;

    /// Evaluates every group that is due at `now` on this snapshot, at its latest time on the grid (<= now);
    /// a group that was never evaluated is due. Missed evaluations are counted, never made up. Returns the
    /// transitions in order of rules, behind those of alerts that setGroups() ended, which are at `now`. A
    /// requested `stop` ends the evaluation at once and leaves the rules that it still had to do as they
    /// were.
    std::vector<AlertTransition> evaluateDue(const Snapshot &snapshot, TimestampMs now,
                                             std::stop_token stop = {});

    [[nodiscard]] std::vector<RuleStatus> statuses() const;
    [[nodiscard]] std::uint64_t missedEvaluations() const noexcept;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sightglass
