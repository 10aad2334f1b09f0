// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/alerting/ruleengineoptions.h"
#include "model/alerting/rulestore.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace sightglass {

/// Evaluates rule groups when they are due, keeps their alerts' states and writes what they yield (rules
/// reference, sections 2 and 3). Driven by its owner's clock: it has no timer and no thread; the collector
/// calls it on its own thread.
class RuleEngine
{
public:
    explicit RuleEngine(RuleEngineOptions options);
    ~RuleEngine();
    RuleEngine(const RuleEngine &) = delete;
    RuleEngine &operator=(const RuleEngine &) = delete;

    /// Replaces the rules. A group of the same file and name goes on, rule by rule. A rule whose expression
    /// does not parse is kept with its error and never fires. Pending and firing alerts of what is gone
    /// become Inactive: the next evaluateDue() tells it, whether or not a group is due then. Series of groups
    /// that are gone end two of their intervals after that evaluateDue(), at its time, unless they went on.
    void setGroups(std::vector<RuleGroup> groups);

    /// The next time there is something to do. Groups are evaluated on the grid k * interval + hash(file,
    /// name) mod interval. Empty without groups.
    [[nodiscard]] std::optional<TimestampMs> nextDue(TimestampMs now) const;

    /// Evaluates every group that is due at `now`, at its latest time on the grid (<= now); a group that was
    /// never evaluated is due, at `now` itself. Missed evaluations are counted, never made up. Returns the
    /// transitions in order of rules, behind those of alerts that setGroups() ended, which are at `now`. A
    /// requested `stop` ends the evaluation at once and leaves the rules that it still had to do as they
    /// were. See also RuleEngineOptions::turnMs: where rules were left, nextDue() is not later than `now`;
    /// and RuleEngineOptions::executor, which calls again when a rule's answer is there.
    std::vector<AlertTransition> evaluateDue(RuleStore &store, TimestampMs now, std::stop_token stop = {});

    /// Of all rules, group by group.
    [[nodiscard]] std::vector<RuleStatus> statuses() const;
    /// The groups in the same order.
    [[nodiscard]] std::vector<RuleGroupStatus> groupStatuses() const;
    /// Since the engine was made, of all groups there ever were.
    [[nodiscard]] std::uint64_t missedEvaluations() const noexcept;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sightglass
