// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifystate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

/// How long Alertmanager remembers what it told at most.
constexpr std::int64_t toldRetentionMs = std::int64_t{120} * 3600 * 1000;

bool isSubset(const std::set<Labels> &part, const std::set<Labels> &whole)
{
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

std::set<Labels> labelsOf(const std::vector<NotifyAlert> &alerts)
{
    std::set<Labels> labels;
    for (const NotifyAlert &alert : alerts)
        labels.insert(alert.labels);
    return labels;
}

/// One call of advance().
class Step
{
public:
    Step(NotifyState state, std::span<const NotifyAlert> alerts, const SilenceIndex &silences,
         const NotifyConfig &config, TimestampMs now)
        : m_alerts(alerts)
        , m_silences(silences)
        , m_config(config)
        , m_now(now)
        , m_inhibitor(config.inhibitRules, firingLabels(alerts))
        , m_isQuiet(containsAny(config.quietHours, now, config.zones))
        , m_byAll(std::find(config.groupBy.begin(), config.groupBy.end(), "...") != config.groupBy.end())
    {
        m_step.state = std::move(state);
    }

    NotifyStep run()
    {
        for (const NotifyAlert &alert : m_alerts)
            m_step.verdicts.push_back(verdict(alert.labels));
        ingest();
        flushDue();
        forgetTold();
        gatherStorm();
        for (const auto &[labels, group] : m_step.state.groups)
            m_step.nextAt = std::min(m_step.nextAt.value_or(group.nextFlush), group.nextFlush);
        return std::move(m_step);
    }

private:
    using Group = NotifyState::Group;
    using Told = NotifyState::Told;

    static std::vector<Labels> firingLabels(std::span<const NotifyAlert> alerts)
    {
        std::vector<Labels> labels;
        for (const NotifyAlert &alert : alerts) {
            if (!alert.isResolved())
                labels.push_back(alert.labels);
        }
        return labels;
    }

    [[nodiscard]] AlertVerdict verdict(const Labels &labels) const
    {
        return {m_silences.silencing(labels, m_now), m_inhibitor.inhibiting(labels), m_isQuiet};
    }

    [[nodiscard]] Labels groupOf(const Labels &labels) const
    {
        return m_byAll ? labels : labels.keeping(m_config.groupBy);
    }

    void ingest()
    {
        std::set<Labels> there;
        for (const NotifyAlert &alert : m_alerts) {
            there.insert(alert.labels);
            take(alert);
        }
        for (auto &[labels, group] : m_step.state.groups) {
            for (auto &[alertLabels, alert] : group.alerts) {
                if (!alert.isResolved() && !there.contains(alertLabels))
                    alert.endsAt = m_now;
            }
        }
    }

    void take(const NotifyAlert &alert)
    {
        const Labels labels = groupOf(alert.labels);
        const auto known = m_step.state.groups.find(labels);
        const bool hasIt = known != m_step.state.groups.end() && known->second.alerts.contains(alert.labels);
        // Who was not told of its beginning is not told of its end.
        if (alert.isResolved() && !hasIt)
            return;
        Group &group = m_step.state.groups[labels];
        if (known == m_step.state.groups.end())
            group.nextFlush = m_now + m_config.groupWaitMs;
        if (!group.hasFlushed && alert.startsAt + m_config.groupWaitMs < m_now)
            group.nextFlush = m_now;
        group.alerts.insert_or_assign(alert.labels, alert);
    }

    void flushDue()
    {
        auto &groups = m_step.state.groups;
        for (auto each = groups.begin(); each != groups.end();) {
            auto &[labels, group] = *each;
            if (group.nextFlush <= m_now)
                flush(labels, group);
            each = group.alerts.empty() ? groups.erase(each) : std::next(each);
        }
    }

    void flush(const Labels &labels, Group &group)
    {
        group.nextFlush = m_now + m_config.groupIntervalMs;
        group.hasFlushed = true;
        AlertNotice notice;
        for (const auto &[alertLabels, alert] : group.alerts) {
            if (verdict(alertLabels).isTold())
                (alert.isResolved() ? notice.resolved : notice.firing).push_back(alert);
        }
        std::erase_if(group.alerts, [](const auto &each) { return each.second.isResolved(); });
        if (notice.firing.empty() && notice.resolved.empty())
            return;
        const Told now{labelsOf(notice.firing), labelsOf(notice.resolved), m_now};
        const auto reason = reasonToTell(labels, now);
        if (!reason)
            return;
        m_step.state.told[labels] = now;
        if (!m_config.sendResolved)
            notice.resolved.clear();
        if (notice.firing.empty() && notice.resolved.empty())
            return;
        notice.reason = *reason;
        notice.groupLabels = labels;
        notice.groupKey = "{}:" + labels.toString();
        m_step.notices.push_back(std::move(notice));
    }

    /// Alertmanager's deduplication.
    [[nodiscard]] std::optional<AlertNotice::Reason> reasonToTell(const Labels &labels, const Told &now) const
    {
        using Reason = AlertNotice::Reason;
        const auto found = m_step.state.told.find(labels);
        if (found == m_step.state.told.end())
            return now.firing.empty() ? std::nullopt : std::optional(Reason::Firing);
        const Told &before = found->second;
        if (!isSubset(now.firing, before.firing))
            return Reason::Firing;
        if (now.firing.empty())
            return before.firing.empty() ? std::nullopt : std::optional(Reason::Resolved);
        if (m_config.sendResolved && !isSubset(now.resolved, before.resolved))
            return Reason::Resolved;
        return before.at < m_now - m_config.repeatIntervalMs ? std::optional(Reason::Repeated) : std::nullopt;
    }

    void forgetTold()
    {
        const std::int64_t keptMs = std::min(toldRetentionMs, 2 * m_config.repeatIntervalMs);
        std::erase_if(m_step.state.told, [&](const auto &each) { return each.second.at + keptMs < m_now; });
    }

    void gatherStorm()
    {
        NotifyState &state = m_step.state;
        while (!state.recent.empty() && state.recent.front() + m_config.stormWindowMs <= m_now)
            state.recent.pop_front();
        const std::size_t due = m_step.notices.size();
        // No more than are needed to tell a storm.
        for (std::size_t i = 0; i < due && state.recent.size() <= m_config.stormAt; ++i)
            state.recent.push_back(m_now);
        if (state.recent.empty())
            state.storm.clear();
        // Those told one by one count when it turns out to be a storm.
        for (const AlertNotice &each : m_step.notices) {
            for (const NotifyAlert &alert : each.firing)
                state.storm.insert_or_assign(alert.labels, alert);
        }
        if (m_config.stormAt == 0 || state.recent.size() <= m_config.stormAt) {
            state.isStorm = false;
            return;
        }
        if (due == 0)
            return;
        // While it lasts, what is told next counts for the window anew.
        state.recent.back() = m_now;
        AlertNotice notice;
        notice.groupKey = "storm";
        notice.isStorm = true;
        notice.groups = due;
        notice.reason = AlertNotice::Reason::Resolved;
        for (AlertNotice &each : m_step.notices) {
            if (each.reason != AlertNotice::Reason::Resolved)
                notice.reason = AlertNotice::Reason::Firing;
            std::move(each.resolved.begin(), each.resolved.end(), std::back_inserter(notice.resolved));
        }
        state.isStorm = true;
        const std::vector<Labels> firing = firingLabels(m_alerts);
        const std::set<Labels> still(firing.begin(), firing.end());
        std::erase_if(state.storm, [&still](const auto &each) { return !still.contains(each.first); });
        for (const auto &[labels, alert] : state.storm)
            notice.firing.push_back(alert);
        std::sort(notice.resolved.begin(), notice.resolved.end(),
                  [](const NotifyAlert &a, const NotifyAlert &b) { return a.labels < b.labels; });
        m_step.notices.clear();
        m_step.notices.push_back(std::move(notice));
    }

    std::span<const NotifyAlert> m_alerts;
    const SilenceIndex &m_silences;
    const NotifyConfig &m_config;
    TimestampMs m_now;
    Inhibitor m_inhibitor;
    bool m_isQuiet;
    bool m_byAll;
    NotifyStep m_step;
};

} // namespace

NotifyStep advance(NotifyState state, std::span<const NotifyAlert> alerts, const SilenceIndex &silences,
                   const NotifyConfig &config, TimestampMs now)
{
    return Step(std::move(state), alerts, silences, config, now).run();
}

} // namespace sightglass
