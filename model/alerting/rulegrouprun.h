// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/alerting/alertstate.h"
#include "model/alerting/ruleengineoptions.h"
#include "model/alerting/rulestore.h"
#include "model/query/queryresult.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace sightglass {

struct RuleOutcome;

/// One group with what evaluating it left behind: alerts, the series that it wrote. Knows nothing of when it
/// is due.
class RuleGroupRun
{
public:
    explicit RuleGroupRun(RuleGroup group, const RuleEngineOptions &options);
    ~RuleGroupRun();
    RuleGroupRun(RuleGroupRun &&) noexcept;
    RuleGroupRun &operator=(RuleGroupRun &&) noexcept;

    [[nodiscard]] const RuleGroup &group() const noexcept { return m_group; }
    [[nodiscard]] std::size_t size() const noexcept { return m_rules.size(); }
    [[nodiscard]] const RuleStatus &status(std::size_t rule) const { return m_rules[rule].status; }

    /// Takes over what the group of the same file and name has been through, rule by rule: the same are those
    /// with the same name and labels, in their order (rules reference, section 2). Series of rules without a
    /// successor get stale markers with the next evaluation. Gives the rules that are gone, with their
    /// alerts.
    [[nodiscard]] std::vector<RuleStatus> inherit(RuleGroupRun &old);

    /// Where an evaluation takes place.
    struct Pass
    {
        RuleStore &store;
        TimestampMs ts;  ///< on the group's grid
        TimestampMs now; ///< what the clock says
        std::stop_token stop = {};
    };

    /// Evaluates the rules one after the other, each on what those before it have written. Returns the
    /// transitions in order of rules. A requested stop leaves the rules that it still had to do as they were.
    /// Nothing is left to an executor.
    std::vector<AlertTransition> evaluate(const RuleEngineOptions &options, const Pass &pass);

    // The same rule by rule, for whoever has other things to do in between.

    enum class Progress : std::uint8_t
    {
        Over,   ///< the evaluation is done, or there is none
        Going,  ///< there are more rules
        Waiting ///< for the executor
    };
    /// Begins an evaluation at `ts`; one that is under way is given up.
    void begin(TimestampMs ts, TimestampMs now);
    [[nodiscard]] bool isUnderWay() const noexcept { return m_course.has_value(); }
    /// Evaluates the next rule, or takes what the executor has made of it.
    Progress advance(const RuleEngineOptions &options, RuleStore &store, const std::stop_token &stop,
                     std::vector<AlertTransition> &transitions);

    /// All series that the group has written and not ended, the group being no more.
    [[nodiscard]] std::vector<Labels> takeSeries();

private:
    struct RuleRun
    {
        RuleStatus status;
        std::vector<Labels> series; ///< of the last evaluation, sorted
        bool isSlow = false;        ///< the last one took longer than may be waited for
    };

    /// What the executor makes of a rule; shared with its job.
    struct Answer;

    /// An evaluation that is under way.
    struct Course
    {
        TimestampMs ts = 0;
        TimestampMs now = 0;
        std::size_t rule = 0;                ///< that comes next
        std::shared_ptr<Answer> answer = {}; ///< that it waits for; null: for none
    };

    /// One rule's evaluation.
    struct Task
    {
        const RuleEngineOptions &options;
        const Pass &pass;
        std::vector<AlertTransition> &transitions;
    };

    /// False where the rule waits for the executor.
    [[nodiscard]] bool evaluateRule(RuleRun &run, const Task &task);
    void leaveToExecutor(RuleRun &run, const Task &task);
    [[nodiscard]] Status step(RuleRun &run, RuleOutcome outcome, const Task &task) const;
    [[nodiscard]] Status stepAlerts(RuleRun &run, std::vector<ActiveAlert> active, const Task &task) const;
    void write(RuleRun &run, const std::vector<RuleSample> &samples, const Pass &pass) const;
    void tell(const RuleRun &run, std::vector<AlertChange> changes, const Task &task) const;
    void endLeftSeries(const Pass &pass);
    void restore(const RuleEngineOptions &options, const Pass &pass);

    RuleGroup m_group;
    std::vector<RuleRun> m_rules;
    std::vector<Labels> m_leftSeries; ///< of rules that are gone
    int m_evaluationsUntilRestored;   ///< 0: restored, or nothing to restore
    std::optional<Course> m_course;
};

/// Appends stale markers; series that went on are left alone. True where there is something to commit.
bool appendStaleMarkers(RuleStore &store, const std::vector<Labels> &series, TimestampMs t);

} // namespace sightglass
