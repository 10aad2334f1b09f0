// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/evaluationgrid.h"
#include "model/alerting/headrulestore.h"
#include "model/alerting/ruleengine.h"
#include "model/alerting/rulegroup.h"
#include "model/storage/head.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass::test {

inline constexpr TimestampMs start = 1'700'000'000'000;

/// The groups of a rule file that is right. Without a file's name the group g lies on the bench's grid.
[[nodiscard]] std::vector<RuleGroup> written(const std::string &text, const char *file = "");

[[nodiscard]] ThresholdRule rule(const char *name, const char *expr, double threshold,
                                 std::int64_t forMs = 0);

/// A store and an engine under one fake clock, one group "g" on a grid of one second.
class RuleBench
{
public:
    RuleBench() = default;
    explicit RuleBench(std::vector<ThresholdRule> rules) { setRules(std::move(rules)); }
    explicit RuleBench(const std::string &text) { engine.setGroups(written(text)); }

    void setRules(std::vector<ThresholdRule> rules)
    {
        engine.setGroups({ruleGroup(ThresholdGroup{"g", 1000, std::move(rules)})});
    }

    std::vector<AlertTransition> evaluate() { return engine.evaluateDue(store, now); }

    /// One sample of q and one evaluation at the same time on the grid, a second after the one before.
    std::vector<AlertTransition> tick(double value)
    {
        now += 1000;
        write(Labels::withName("q"), value);
        return evaluate();
    }

    void write(const Labels &labels, double value);

    /// What a series has at the newest time, as an expression sees it.
    [[nodiscard]] std::optional<double> value(const char *expr);

    Head head;
    HeadRuleStore store{head};
    RuleEngine engine{RuleEngineOptions{QueryEngine()}};
    TimestampMs now = EvaluationGrid("g", 1000).slotAt(start);
};

} // namespace sightglass::test
