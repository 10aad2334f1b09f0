// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alertengine.h"

#include "model/alerting/alertstate.h"
#include "model/alerting/evaluationgrid.h"
#include "model/alerting/ruleexpression.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sightglass {

namespace {

/// A rule with what evaluating it left behind.
struct RuleRuntime
{
    RuleStatus status;
    promql::ExprPtr expr; ///< null where the rule's text is no usable expression
};

struct GroupRuntime
{
    std::string name;
    EvaluationGrid grid;
    std::optional<TimestampMs> lastSlot;
    std::vector<RuleRuntime> rules;
};

/// What makes a rule of a reloaded group the same rule (rules reference, section 2).
bool sameRule(const ThresholdRule &a, const ThresholdRule &b)
{
    return a.name == b.name && a.labels == b.labels && a.severity == b.severity;
}

RuleRuntime makeRule(const std::string &group, ThresholdRule rule, const promql::Features &features)
{
    RuleRuntime runtime;
    auto parsed = ruleExpression(rule, features);
    if (parsed)
        runtime.expr = std::move(parsed).value();
    else
        runtime.status.error = parsed.error();
    runtime.status.group = group;
    runtime.status.rule = std::move(rule);
    return runtime;
}

/// Moves the state of the first rule that is the same and was not taken before. A rule that cannot be
/// evaluated inherits nothing: its alerts could never end.
void inheritRule(RuleRuntime &rule, std::vector<RuleRuntime> &olds)
{
    if (rule.expr == nullptr)
        return;
    const auto old = std::find_if(olds.begin(), olds.end(), [&rule](const RuleRuntime &candidate) {
        return sameRule(candidate.status.rule, rule.status.rule);
    });
    if (old == olds.end())
        return;
    rule.status.alerts = std::move(old->status.alerts);
    rule.status.state = old->status.state;
    rule.status.lastEvaluation = old->status.lastEvaluation;
    rule.status.evaluationSeconds = old->status.evaluationSeconds;
    // An error of evaluation still stands; one of the old text is gone with that text.
    if (old->expr != nullptr)
        rule.status.error = std::move(old->status.error);
    olds.erase(old);
}

std::vector<VectorElement> elementsOf(const QueryResult &result)
{
    if (result.type == promql::ValueType::Scalar)
        return {{Labels(), result.scalar.v}};
    return result.vector;
}

} // namespace

class AlertEngine::Impl
{
public:
    explicit Impl(QueryEngine engine)
        : m_engine(std::move(engine))
    {}

    void setGroups(std::vector<RuleGroup> groups);
    std::vector<AlertTransition> evaluateDue(const Snapshot &snapshot, TimestampMs now,
                                             const std::stop_token &stop);

    std::vector<GroupRuntime> m_groups;
    std::uint64_t m_missed = 0;

private:
    GroupRuntime makeGroup(RuleGroup group);
    /// What one evaluation of the rules looks at.
    struct Pass
    {
        const Snapshot &snapshot;
        TimestampMs ts;
        const std::stop_token &stop;
        std::vector<AlertTransition> &transitions;
    };

    void evaluateRule(RuleRuntime &rule, const Pass &pass);
    [[nodiscard]] Result<AlertStep> stepRule(const RuleRuntime &rule, const Pass &pass) const;
    void endAlerts(const std::vector<RuleRuntime> &rules);

    QueryEngine m_engine;
    std::vector<AlertTransition> m_ended; ///< of rules that are gone, to be told
};

GroupRuntime AlertEngine::Impl::makeGroup(RuleGroup group)
{
    GroupRuntime runtime{group.name, EvaluationGrid(group.name, group.intervalMs), {}, {}};
    for (ThresholdRule &rule : group.rules)
        runtime.rules.push_back(makeRule(group.name, std::move(rule), m_engine.options().features));
    return runtime;
}

void AlertEngine::Impl::setGroups(std::vector<RuleGroup> groups)
{
    std::vector<GroupRuntime> olds = std::exchange(m_groups, {});
    for (RuleGroup &group : groups) {
        GroupRuntime runtime = makeGroup(std::move(group));
        const auto old = std::find_if(olds.begin(), olds.end(), [&runtime](const GroupRuntime &one) {
            return one.name == runtime.name;
        });
        if (old != olds.end()) {
            if (old->grid.intervalMs() == runtime.grid.intervalMs())
                runtime.lastSlot = old->lastSlot;
            for (RuleRuntime &rule : runtime.rules)
                inheritRule(rule, old->rules);
            endAlerts(old->rules);
            olds.erase(old);
        }
        m_groups.push_back(std::move(runtime));
    }
    for (const GroupRuntime &gone : olds)
        endAlerts(gone.rules);
}

void AlertEngine::Impl::endAlerts(const std::vector<RuleRuntime> &rules)
{
    for (const RuleRuntime &gone : rules) {
        const RuleStatus &status = gone.status;
        for (const Alert &alert : status.alerts) {
            if (alert.state != AlertState::Inactive)
                m_ended.push_back({0, status.group, status.rule.name, status.rule.severity, alert.state,
                                   AlertState::Inactive, alert.labels, alert.value, status.rule.summary});
        }
    }
}

Result<AlertStep> AlertEngine::Impl::stepRule(const RuleRuntime &rule, const Pass &pass) const
{
    auto result = m_engine.instant(pass.snapshot, *rule.expr, pass.ts, pass.stop);
    if (!result)
        return std::move(result).error();
    auto active = activeAlerts(elementsOf(*result), rule.status.rule);
    if (!active)
        return std::move(active).error();
    return advance(rule.status.alerts, std::move(active).value(), rule.status.rule.forMs, pass.ts);
}

void AlertEngine::Impl::evaluateRule(RuleRuntime &rule, const Pass &pass)
{
    RuleStatus &status = rule.status;
    if (rule.expr == nullptr) {
        status.lastEvaluation = pass.ts;
        return;
    }
    const auto started = std::chrono::steady_clock::now();
    auto step = stepRule(rule, pass);
    if (pass.stop.stop_requested())
        return;
    status.lastEvaluation = pass.ts;
    status.evaluationSeconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!step) {
        status.error = std::move(step).error();
        return;
    }
    status.error.reset();
    status.alerts = std::move(step->alerts);
    status.state = worstState(status.alerts);
    for (AlertChange &change : step->changes)
        pass.transitions.push_back({pass.ts, status.group, status.rule.name, status.rule.severity,
                                    change.from, change.to, std::move(change.labels), change.value,
                                    status.rule.summary});
}

std::vector<AlertTransition> AlertEngine::Impl::evaluateDue(const Snapshot &snapshot, TimestampMs now,
                                                            const std::stop_token &stop)
{
    std::vector<AlertTransition> transitions = std::exchange(m_ended, {});
    for (AlertTransition &ended : transitions)
        ended.at = now;
    for (GroupRuntime &group : m_groups) {
        const auto slot = group.grid.dueSlot(group.lastSlot, now);
        if (!slot)
            continue;
        if (group.lastSlot)
            m_missed += group.grid.missedBetween(*group.lastSlot, *slot);
        group.lastSlot = slot;
        for (RuleRuntime &rule : group.rules) {
            if (stop.stop_requested())
                return transitions;
            evaluateRule(rule, {snapshot, *slot, stop, transitions});
        }
    }
    return transitions;
}

AlertEngine::AlertEngine(QueryEngine engine)
    : m_impl(std::make_unique<Impl>(std::move(engine)))
{}

AlertEngine::~AlertEngine() = default;

void AlertEngine::setGroups(std::vector<RuleGroup> groups)
{
    m_impl->setGroups(std::move(groups));
}

std::optional<TimestampMs> AlertEngine::nextDue(TimestampMs now) const
{
    std::optional<TimestampMs> soonest;
    for (const GroupRuntime &group : m_impl->m_groups) {
        const TimestampMs due = group.grid.nextDue(group.lastSlot, now);
        soonest = std::min(soonest.value_or(due), due);
    }
    return soonest;
}

std::vector<AlertTransition> AlertEngine::evaluateDue(const Snapshot &snapshot, TimestampMs now,
                                                      std::stop_token stop)
{
    return m_impl->evaluateDue(snapshot, now, stop);
}

std::vector<RuleStatus> AlertEngine::statuses() const
{
    std::vector<RuleStatus> statuses;
    for (const GroupRuntime &group : m_impl->m_groups) {
        for (const RuleRuntime &rule : group.rules)
            statuses.push_back(rule.status);
    }
    return statuses;
}

std::uint64_t AlertEngine::missedEvaluations() const noexcept
{
    return m_impl->m_missed;
}

} // namespace sightglass
