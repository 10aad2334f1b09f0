// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/headrulestore.h"
#include "model/alerting/ruleengine.h"
#include "model/core/clock.h"
#include "model/scrape/collector.h"
#include "model/scrape/collectorchannel.h"
#include "model/scrape/scrapeloop.h"
#include "model/storage/head.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// The collector's own half: owns store, rule engine, network and scrape loops, and runs all of them in one
/// event loop. Constructed anywhere, then moved to the collector thread, where everything else happens, its
/// destruction included.
class CollectorWorker : public QObject
{
    Q_OBJECT

public:
    /// `facade` gets the wake events of ticks; it outlives the thread.
    CollectorWorker(std::shared_ptr<const Clock> clock, const CollectorOptions &options,
                    std::shared_ptr<CollectorChannel> channel, QObject *facade, std::stop_token cancel);
    ~CollectorWorker() override;

protected:
    void customEvent(QEvent *event) override;

private:
    /// Evaluates what takes long, beside this thread.
    class SlowRules;

    /// One configured target, in the order in which they were given.
    struct Target
    {
        TargetConfig config;
        std::unique_ptr<ScrapeLoop> loop; ///< null where it is disabled or has no usable URL
    };

    void setTargets(const std::vector<TargetConfig> &configs);
    [[nodiscard]] Target makeTarget(const TargetConfig &config);
    void changeTarget(Target &target, const TargetConfig &config);
    void endTarget(Target &target);
    void dropEnded(const ScrapeLoop *loop);
    /// Tells the loops which of them is to keep its pages.
    void updateWatching();
    [[nodiscard]] std::shared_ptr<const PageCapture> watchedPage() const;
    [[nodiscard]] static TargetStatus statusOf(const Target &target);

    /// Evaluates the rule groups that are due, on what is committed, which their series join, and sets the
    /// timer for the next.
    void evaluate();
    void evaluateSoon();
    void changed();
    void publish();

    std::shared_ptr<const Clock> m_clock;
    CollectorOptions m_options;
    std::shared_ptr<CollectorChannel> m_channel;
    QObject *m_facade;
    std::stop_token m_cancel;
    Head m_head;
    HeadRuleStore m_ruleStore;
    std::unique_ptr<RuleEngine> m_rules;
    std::vector<Target> m_targets;
    std::vector<std::unique_ptr<ScrapeLoop>> m_endingLoops; ///< of targets that are no more
    QString m_watchedTarget;                                ///< an id, of which there may be no target
    std::vector<AlertTransition> m_transitions;             ///< since the last tick
    std::vector<std::string> m_ruleProblems;                ///< of files, to be told
    QTimer m_evaluationTimer;
    QTimer m_publishTimer;
    std::int64_t m_publishedNs = 0;
    bool m_everPublished = false;
    std::shared_ptr<SlowRules> m_slowRules; ///< last: its jobs call this
};

} // namespace sightglass
