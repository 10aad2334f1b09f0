// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/livecheckjob.h"

#include "app/cli/rulesight.h"
#include "model/scrape/systemclock.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sightglass {

namespace {

/// Rules do not wait longer for targets that have not been asked yet.
constexpr std::int64_t longestWaitMs = 10'000;

CheckedAlert seenAlert(const Alert &alert)
{
    // A resolved one had fired: pending ones that end are dropped.
    const AlertState worst = alert.state == AlertState::Pending ? AlertState::Pending : AlertState::Firing;
    return {alert.labels, worst, alert.state, alert.value, alert.annotations};
}

/// Whether an alert has the rule's labels, as far as these are no templates.
bool mayBeOf(const Labels &alert, const Rule &rule)
{
    return std::all_of(rule.writtenLabels.begin(), rule.writtenLabels.end(), [&alert](const auto &label) {
        return label.name == "alertname" || label.value.find("{{") != std::string_view::npos ||
               alert.value(label.name) == label.value;
    });
}

} // namespace

LiveCheckJob::LiveCheckJob(LiveCheckRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_workspace(std::make_unique<Workspace>(std::make_shared<SystemClock>(), WorkspaceOptions{}))
{
    std::size_t rules = 0;
    for (const RuleGroup &group : m_request.rules)
        rules += group.rules.size();
    m_seen.resize(rules);
    connect(m_workspace.get(), &Workspace::ticked, this, &LiveCheckJob::onTick);
    connect(m_workspace.get(), &Workspace::alertsChanged, this, &LiveCheckJob::onTransitions);
}

LiveCheckJob::~LiveCheckJob() = default;

void LiveCheckJob::start()
{
    m_elapsed.start();
    if (!m_request.configFile.isEmpty()) {
        m_config = std::make_unique<ConfigFollower>(m_request.configFile);
        connect(m_config.get(), &ConfigFollower::changed, this, [this] {
            m_hasConfig = true;
            setTargets();
        });
        m_config->start();
    }
    setTargets();
    QTimer::singleShot(std::chrono::milliseconds(std::min(longestWaitMs, m_request.forMs / 2)), this,
                       &LiveCheckJob::beginRules);
    QTimer::singleShot(std::chrono::milliseconds(m_request.forMs), this, &LiveCheckJob::finished);
}

void LiveCheckJob::setTargets()
{
    std::vector<TargetConfig> targets = m_request.targets;
    if (m_config) {
        for (const TargetConfig &target : m_config->state().targets) {
            // A command comes into being by the user's own hand only.
            if (targetKind(target.url) != TargetKind::Command)
                targets.push_back(target);
        }
    }
    m_workspace->setTargets(std::move(targets));
}

bool LiveCheckJob::isAsked(const CollectorTick &tick) const
{
    return (!m_config || m_hasConfig) && !tick.targets.empty() &&
           tick.targets.size() == m_workspace->targets().size() &&
           std::all_of(tick.targets.begin(), tick.targets.end(),
                       [](const TargetStatus &target) { return target.scrapes > 0; });
}

void LiveCheckJob::beginRules()
{
    if (std::exchange(m_evaluates, true))
        return;
    m_workspace->setFileRules({m_request.rules, {}});
}

void LiveCheckJob::onTick(const CollectorTick &tick)
{
    // Before there is anything to look at, every absent() would fire.
    if (!m_evaluates && isAsked(tick))
        beginRules();
    for (std::size_t i = 0; i < std::min(m_seen.size(), tick.rules.size()); ++i) {
        const RuleStatus &status = tick.rules[i];
        if (status.file.empty())
            return; // told before ours were set
        Seen &seen = m_seen[i];
        if (!seen.error)
            seen.error = status.error;
        for (auto &[labels, alert] : seen.alerts)
            alert.now = AlertState::Inactive;
        for (const Alert &alert : status.alerts) {
            CheckedAlert now = seenAlert(alert);
            const auto [known, isNew] = seen.alerts.emplace(alert.labels, now);
            now.worst = std::max(now.worst, known->second.worst);
            known->second = std::move(now);
        }
    }
}

void LiveCheckJob::onTransitions(const std::vector<AlertTransition> &transitions)
{
    // What began and ended between two ticks is in these alone. Rules of one name differ by their labels.
    std::size_t rule = 0;
    for (const RuleGroup &group : m_request.rules) {
        for (const RulePtr &each : group.rules) {
            for (const AlertTransition &transition : transitions) {
                if (transition.to != AlertState::Firing || transition.group != group.name ||
                    transition.rule != each->name || !mayBeOf(transition.labels, *each))
                    continue;
                const CheckedAlert fired{transition.labels, AlertState::Firing, AlertState::Inactive,
                                         transition.value, transition.annotations};
                m_seen[rule].alerts.emplace(transition.labels, fired).first->second.worst =
                    AlertState::Firing;
            }
            ++rule;
        }
    }
}

LiveCheckOutcome LiveCheckJob::outcome() const
{
    LiveCheckOutcome outcome;
    outcome.seconds = static_cast<double>(m_elapsed.elapsed()) / 1000;
    const CollectorTick &tick = m_workspace->lastTick();
    for (const TargetStatus &target : tick.targets)
        outcome.targets.push_back({displayUrl(target.config.url), target.scrapes > target.failures,
                                   target.error, target.scrapes, target.failures});
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        CheckedRule rule;
        if (i < tick.rules.size() && !tick.rules[i].file.empty())
            rule.status = tick.rules[i];
        rule.error = m_seen[i].error;
        if (rule.status.rule != nullptr && tick.snapshot != nullptr)
            rule.blind = blindSelector(*rule.status.rule, *tick.snapshot, {0, tick.at});
        for (const auto &[labels, alert] : m_seen[i].alerts)
            rule.alerts.push_back(alert);
        outcome.rules.push_back(std::move(rule));
    }
    // Where the rules were never begun, there is still their name to tell.
    std::size_t at = 0;
    for (const RuleGroup &group : m_request.rules) {
        for (const RulePtr &rule : group.rules) {
            RuleStatus &status = outcome.rules[at++].status;
            if (status.rule == nullptr)
                status = RuleStatus{group.name, group.file, rule, AlertState::Inactive, {}, 0, {}, 0, {}};
        }
    }
    return outcome;
}

} // namespace sightglass
