// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collectorworker.h"

#include "model/query/querypool.h"
#include "model/scrape/targetfetcher.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

/// The longest an evaluation timer sleeps: after the wall clock was set back, alerts go on within this time.
constexpr std::int64_t maxEvaluationSleepMs = 1000;

/// Scrapes that are due get their turn between groups of rules that took so long together.
constexpr std::int64_t maxEvaluationTurnMs = 20;

/// Threads for rules that take long: one such rule does not wait for another one's answer.
constexpr unsigned slowRuleThreads = 4;

bool isScraped(const TargetConfig &config)
{
    return config.enabled && targetKind(config.url).has_value();
}

RuleEngineOptions ruleOptions(const CollectorOptions &options)
{
    QueryOptions query;
    query.timeoutMs = options.alertTimeoutMs;
    query.maxSamples = options.alertMaxSamples;
    RuleEngineOptions rules{QueryEngine(query)};
    rules.externalLabels = options.externalLabels;
    rules.externalUrl = options.externalUrl;
    rules.restore = options.restoreAlerts;
    rules.turnMs = maxEvaluationTurnMs;
    return rules;
}

} // namespace

class CollectorWorker::SlowRules : public RuleExecutor
{
public:
    explicit SlowRules(CollectorWorker *worker)
        : m_worker(worker)
        , m_pool(slowRuleThreads)
    {}

    void run(Job job) override
    {
        m_pool.submit(
            m_pool.newKey(), [worker = m_worker, job = std::move(job)](const std::stop_token &stop) {
                job(stop);
                // The pool ends before the worker does, and waits for this.
                if (!stop.stop_requested())
                    QMetaObject::invokeMethod(worker, &CollectorWorker::evaluateSoon, Qt::QueuedConnection);
            });
    }

private:
    CollectorWorker *m_worker;
    QueryPool m_pool;
};

CollectorWorker::CollectorWorker(std::shared_ptr<const Clock> clock, const CollectorOptions &options,
                                 std::shared_ptr<CollectorChannel> channel, QObject *facade,
                                 std::stop_token cancel)
    : m_clock(std::move(clock))
    , m_options(options)
    , m_channel(std::move(channel))
    , m_facade(facade)
    , m_cancel(std::move(cancel))
    , m_head(options.retention)
    , m_ruleStore(m_head)
    , m_evaluationTimer(this)
    , m_publishTimer(this)
    , m_slowRules(std::make_shared<SlowRules>(this))
{
    RuleEngineOptions rules = ruleOptions(options);
    rules.executor = m_slowRules;
    m_rules = std::make_unique<RuleEngine>(std::move(rules));
    appendKeptSamples(std::exchange(m_options.keptSamples, {}), m_head);
    appendKeptAlerts(m_options.keptAlerts, m_ruleStore);
    m_evaluationTimer.setSingleShot(true);
    m_evaluationTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_evaluationTimer, &QTimer::timeout, this, [this] {
        evaluate();
        changed();
    });
    m_publishTimer.setSingleShot(true);
    m_publishTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_publishTimer, &QTimer::timeout, this, &CollectorWorker::publish);
}

CollectorWorker::~CollectorWorker()
{
    // The engine shares it.
    m_rules.reset();
}

void CollectorWorker::customEvent(QEvent *event)
{
    if (event->type() != CollectorChannel::wakeEvent())
        return;
    CollectorOrders orders = m_channel->takeOrders();
    if (orders.retention)
        m_head.setRetention(*orders.retention);
    if (orders.rules) {
        m_ruleProblems = std::move(orders.rules->problems);
        m_rules->setGroups(std::move(orders.rules->groups));
    }
    if (orders.targets)
        setTargets(*orders.targets);
    if (orders.watchedTarget)
        m_watchedTarget = *std::move(orders.watchedTarget);
    if (orders.targets || orders.watchedTarget)
        updateWatching();
    changed();
}

void CollectorWorker::setTargets(const std::vector<TargetConfig> &configs)
{
    std::vector<Target> before = std::exchange(m_targets, {});
    // The targets that go end first, so that one which comes under the same labels has the last word on its
    // series.
    const auto goesOn = [&](const Target &target) {
        return std::any_of(configs.begin(), configs.end(),
                           [&](const TargetConfig &config) { return config.id == target.config.id; });
    };
    for (Target &target : before) {
        if (!goesOn(target))
            endTarget(target);
    }
    for (const TargetConfig &config : configs) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const Target &target) { return target.config.id == config.id; });
        if (known == before.end()) {
            m_targets.push_back(makeTarget(config));
            continue;
        }
        changeTarget(*known, config);
        m_targets.push_back(std::move(*known));
        before.erase(known);
    }
}

CollectorWorker::Target CollectorWorker::makeTarget(const TargetConfig &config)
{
    Target target{config, nullptr};
    if (!isScraped(config))
        return target;
    target.loop = std::make_unique<ScrapeLoop>(ScrapeLoop::Context{*m_clock, m_head, m_cancel}, config,
                                               makeFetcher(config, m_options.secrets));
    connect(target.loop.get(), &ScrapeLoop::scraped, this, &CollectorWorker::changed);
    connect(target.loop.get(), &ScrapeLoop::capturedRefused, this, &CollectorWorker::changed);
    target.loop->start();
    return target;
}

void CollectorWorker::changeTarget(Target &target, const TargetConfig &config)
{
    if (target.config == config)
        return;
    TargetConfig rediscovered = config;
    rediscovered.discoveredLabels = target.config.discoveredLabels;
    if (target.loop && target.config == rediscovered) {
        target.config.discoveredLabels = config.discoveredLabels;
        target.loop->setDiscoveredLabels(config.discoveredLabels);
        return;
    }
    const bool sameSeries = target.loop && isScraped(config) &&
                            target.loop->status().labels == targetLabels(config) &&
                            target.config.samples == config.samples;
    if (!sameSeries) {
        endTarget(target);
        target = makeTarget(config);
        return;
    }
    target.config = config;
    target.loop->reconfigure(config, makeFetcher(config, m_options.secrets));
}

void CollectorWorker::endTarget(Target &target)
{
    if (!target.loop)
        return;
    ScrapeLoop *loop = target.loop.get();
    m_endingLoops.push_back(std::move(target.loop));
    // Later, because it is the loop that tells.
    connect(
        loop, &ScrapeLoop::ended, this, [this, loop] { dropEnded(loop); }, Qt::QueuedConnection);
    loop->setWatched(false);
    loop->end();
}

void CollectorWorker::dropEnded(const ScrapeLoop *loop)
{
    std::erase_if(m_endingLoops, [loop](const auto &ending) { return ending.get() == loop; });
    changed();
}

void CollectorWorker::updateWatching()
{
    for (const Target &target : m_targets) {
        if (target.loop)
            target.loop->setWatched(target.config.id == m_watchedTarget);
    }
}

std::shared_ptr<const PageCapture> CollectorWorker::watchedPage() const
{
    const auto watched = std::find_if(m_targets.begin(), m_targets.end(), [this](const Target &target) {
        return target.loop && target.config.id == m_watchedTarget;
    });
    return watched == m_targets.end() ? nullptr : watched->loop->capturedPage();
}

TargetStatus CollectorWorker::statusOf(const Target &target)
{
    if (target.loop)
        return target.loop->status();
    TargetStatus status;
    status.config = target.config;
    status.labels = targetLabels(target.config);
    if (target.config.enabled) {
        status.health = TargetHealth::Down;
        status.error = Error{ErrorCode::InvalidUrl, {displayUrl(target.config.url).toStdString()}, {}, {}};
    }
    return status;
}

void CollectorWorker::evaluate()
{
    const TimestampMs now = m_clock->nowMs();
    std::vector<AlertTransition> transitions = m_rules->evaluateDue(m_ruleStore, now, m_cancel);
    m_transitions.insert(m_transitions.end(), std::make_move_iterator(transitions.begin()),
                         std::make_move_iterator(transitions.end()));
    const std::optional<TimestampMs> next = m_rules->nextDue(now);
    if (!next) {
        m_evaluationTimer.stop();
        return;
    }
    m_evaluationTimer.start(static_cast<int>(std::clamp<std::int64_t>(*next - now, 0, maxEvaluationSleepMs)));
}

void CollectorWorker::evaluateSoon()
{
    evaluate();
    changed();
}

void CollectorWorker::changed()
{
    if (m_publishTimer.isActive())
        return;
    const std::int64_t sinceMs = (m_clock->monotonicNs() - m_publishedNs) / 1'000'000;
    const std::int64_t wait = m_everPublished ? m_options.publishIntervalMs - sinceMs : 0;
    m_publishTimer.start(static_cast<int>(std::clamp<std::int64_t>(wait, 0, m_options.publishIntervalMs)));
}

void CollectorWorker::publish()
{
    m_head.applyRetention();
    evaluate();
    CollectorTick tick;
    tick.at = m_clock->nowMs();
    tick.snapshot = m_head.snapshot();
    for (const Target &target : m_targets)
        tick.targets.push_back(statusOf(target));
    tick.rules = m_rules->statuses();
    tick.ruleGroups = m_rules->groupStatuses();
    tick.transitions = std::exchange(m_transitions, {});
    tick.missedEvaluations = m_rules->missedEvaluations();
    tick.ruleProblems = m_ruleProblems;
    tick.watchedPage = watchedPage();
    m_publishedNs = m_clock->monotonicNs();
    m_everPublished = true;
    m_channel->post(m_facade, std::move(tick));
}

} // namespace sightglass
