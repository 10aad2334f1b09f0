// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleengine.h"

#include "model/alerting/evaluationgrid.h"
#include "model/alerting/rulegrouprun.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sightglass {

namespace {

/// A group and when it is due.
struct ScheduledGroup
{
    RuleGroupRun run;
    EvaluationGrid grid;
    std::optional<TimestampMs> lastSlot = {};
    std::uint64_t missed = 0;
};

/// Series of a group that is gone. A rule that was merely renamed or moved has written them again until they
/// are to end.
struct EndingSeries
{
    std::vector<Labels> series;
    std::int64_t waitMs;
    std::optional<TimestampMs> goneAt = {}; ///< the first evaluation without the group
};

EvaluationGrid gridOf(const RuleGroup &group)
{
    const std::string key = group.file.empty() ? group.name : group.file + ';' + group.name;
    return {key, group.intervalMs};
}

} // namespace

class RuleEngine::Impl
{
public:
    explicit Impl(RuleEngineOptions options)
        : m_options(std::move(options))
    {}

    void setGroups(std::vector<RuleGroup> groups);
    [[nodiscard]] std::optional<TimestampMs> nextDue(TimestampMs now) const;
    std::vector<AlertTransition> evaluateDue(RuleStore &store, TimestampMs now, const std::stop_token &stop);

    std::vector<ScheduledGroup> m_groups;
    std::uint64_t m_missed = 0;

private:
    void inherit(ScheduledGroup &group, ScheduledGroup &old);
    void endAlerts(const RuleStatus &gone);
    void endSeries(RuleStore &store, TimestampMs now);
    /// Where it is due.
    void begin(ScheduledGroup &group, TimestampMs now);

    RuleEngineOptions m_options;
    std::size_t m_next = 0;               ///< the group that comes first
    bool m_isLeft = false;                ///< rules were left for the next call
    std::vector<AlertTransition> m_ended; ///< of rules that are gone, to be told
    std::vector<EndingSeries> m_ending;
};

void RuleEngine::Impl::setGroups(std::vector<RuleGroup> groups)
{
    std::vector<ScheduledGroup> olds = std::exchange(m_groups, {});
    for (RuleGroup &group : groups) {
        const EvaluationGrid grid = gridOf(group);
        ScheduledGroup made{RuleGroupRun(std::move(group), m_options), grid};
        const RuleGroup &known = made.run.group();
        const auto old = std::find_if(olds.begin(), olds.end(), [&known](const ScheduledGroup &one) {
            return one.run.group().name == known.name && one.run.group().file == known.file;
        });
        if (old != olds.end()) {
            inherit(made, *old);
            olds.erase(old);
        }
        m_groups.push_back(std::move(made));
    }
    for (ScheduledGroup &gone : olds) {
        for (std::size_t i = 0; i < gone.run.size(); ++i)
            endAlerts(gone.run.status(i));
        m_ending.push_back({gone.run.takeSeries(), 2 * gone.grid.intervalMs()});
    }
    std::erase_if(m_ending, [](const EndingSeries &ending) { return ending.series.empty(); });
}

void RuleEngine::Impl::inherit(ScheduledGroup &group, ScheduledGroup &old)
{
    if (old.grid.intervalMs() == group.grid.intervalMs())
        group.lastSlot = old.lastSlot;
    group.missed = old.missed;
    for (const RuleStatus &gone : group.run.inherit(old.run))
        endAlerts(gone);
}

void RuleEngine::Impl::endAlerts(const RuleStatus &gone)
{
    for (const Alert &alert : gone.alerts) {
        if (alert.state != AlertState::Inactive)
            m_ended.push_back({0, gone.group, gone.rule->name, severityOf(alert.labels), alert.state,
                               AlertState::Inactive, alert.labels, alert.value, summaryOf(alert.annotations),
                               alert.annotations});
    }
}

void RuleEngine::Impl::endSeries(RuleStore &store, TimestampMs now)
{
    bool any = false;
    std::erase_if(m_ending, [&](EndingSeries &ending) {
        if (!ending.goneAt)
            ending.goneAt = now;
        if (now < *ending.goneAt + ending.waitMs)
            return false;
        any = appendStaleMarkers(store, ending.series, *ending.goneAt) || any;
        return true;
    });
    if (any)
        store.commit();
}

std::optional<TimestampMs> RuleEngine::Impl::nextDue(TimestampMs now) const
{
    std::optional<TimestampMs> soonest;
    const auto consider = [&soonest](TimestampMs due) { soonest = std::min(soonest.value_or(due), due); };
    if (m_isLeft)
        consider(now);
    for (const ScheduledGroup &group : m_groups) {
        if (!group.run.isUnderWay()) // else the executor, or those that were left, call again
            consider(group.grid.nextDue(group.lastSlot, now));
    }
    for (const EndingSeries &ending : m_ending)
        consider(ending.goneAt ? *ending.goneAt + ending.waitMs : now);
    return soonest;
}

std::vector<AlertTransition> RuleEngine::Impl::evaluateDue(RuleStore &store, TimestampMs now,
                                                           const std::stop_token &stop)
{
    std::vector<AlertTransition> transitions = std::exchange(m_ended, {});
    for (AlertTransition &ended : transitions)
        ended.at = now;
    endSeries(store, now);
    const auto began = std::chrono::steady_clock::now();
    const auto isOver = [this, began] {
        const auto spent = std::chrono::steady_clock::now() - began;
        return m_options.turnMs > 0 && spent >= std::chrono::milliseconds(m_options.turnMs);
    };
    const std::size_t first = m_groups.empty() ? 0 : std::exchange(m_next, 0) % m_groups.size();
    m_isLeft = false;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const std::size_t at = (first + i) % m_groups.size();
        begin(m_groups[at], now);
        RuleGroupRun &run = m_groups[at].run;
        if (!run.isUnderWay())
            continue;
        using Progress = RuleGroupRun::Progress;
        Progress progress = Progress::Going;
        while (progress == Progress::Going) {
            progress = run.advance(m_options, store, stop, transitions);
            if (progress == Progress::Waiting || !isOver())
                continue;
            // The others come first next time: a group that takes long must not starve those behind it.
            m_next = at + 1;
            m_isLeft = std::any_of(m_groups.begin(), m_groups.end(), [now](const ScheduledGroup &each) {
                return each.run.isUnderWay() || each.grid.dueSlot(each.lastSlot, now);
            });
            return transitions;
        }
    }
    return transitions;
}

void RuleEngine::Impl::begin(ScheduledGroup &group, TimestampMs now)
{
    // One that is still under way misses its times until it is over.
    const auto slot = group.run.isUnderWay() ? std::nullopt : group.grid.dueSlot(group.lastSlot, now);
    if (!slot)
        return;
    if (group.lastSlot) {
        const std::uint64_t missed = group.grid.missedBetween(*group.lastSlot, *slot);
        group.missed += missed;
        m_missed += missed;
    }
    // The slot of a new group may be before anything was scraped: every absent() would fire.
    const TimestampMs ts = group.lastSlot ? *slot : now;
    group.lastSlot = slot;
    group.run.begin(ts, now);
}

RuleEngine::RuleEngine(RuleEngineOptions options)
    : m_impl(std::make_unique<Impl>(std::move(options)))
{}

RuleEngine::~RuleEngine() = default;

void RuleEngine::setGroups(std::vector<RuleGroup> groups)
{
    m_impl->setGroups(std::move(groups));
}

std::optional<TimestampMs> RuleEngine::nextDue(TimestampMs now) const
{
    return m_impl->nextDue(now);
}

std::vector<AlertTransition> RuleEngine::evaluateDue(RuleStore &store, TimestampMs now, std::stop_token stop)
{
    return m_impl->evaluateDue(store, now, stop);
}

std::vector<RuleStatus> RuleEngine::statuses() const
{
    std::vector<RuleStatus> statuses;
    for (const ScheduledGroup &group : m_impl->m_groups) {
        for (std::size_t i = 0; i < group.run.size(); ++i)
            statuses.push_back(group.run.status(i));
    }
    return statuses;
}

std::vector<RuleGroupStatus> RuleEngine::groupStatuses() const
{
    std::vector<RuleGroupStatus> statuses;
    for (const ScheduledGroup &scheduled : m_impl->m_groups) {
        const RuleGroup &group = scheduled.run.group();
        RuleGroupStatus status{
            group.name, group.file, group.intervalMs, group.limit, scheduled.run.size(), scheduled.missed,
            {},         0};
        for (std::size_t i = 0; i < scheduled.run.size(); ++i) {
            status.lastEvaluation = std::max(status.lastEvaluation, scheduled.run.status(i).lastEvaluation);
            status.evaluationSeconds += scheduled.run.status(i).evaluationSeconds;
        }
        statuses.push_back(std::move(status));
    }
    return statuses;
}

std::uint64_t RuleEngine::missedEvaluations() const noexcept
{
    return m_impl->m_missed;
}

} // namespace sightglass
