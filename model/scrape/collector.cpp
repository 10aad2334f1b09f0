// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collector.h"

#include "model/scrape/collectorchannel.h"
#include "model/scrape/collectorworker.h"

#include <QThread>

#include <stop_token>
#include <utility>

namespace sightglass {

/// Receives the wake events of ticks on the owner's thread.
class Collector::Private : public QObject
{
public:
    Private(Collector &collector, std::shared_ptr<const Clock> clock, const CollectorOptions &options)
        : m_collector(collector)
        , m_channel(std::make_shared<CollectorChannel>())
        , m_worker(new CollectorWorker(std::move(clock), options, m_channel, this, m_stop.get_token()))
    {
        m_thread.setObjectName(QStringLiteral("collector"));
        m_worker->moveToThread(&m_thread);
        // Handled inside the thread as its last act, so that sockets and timers end where they live.
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }

    ~Private() override
    {
        m_stop.request_stop();
        m_thread.quit();
        m_thread.wait();
    }

    template<typename Change>
    void order(Change change)
    {
        m_channel->order(m_worker, std::move(change));
    }

protected:
    void customEvent(QEvent *event) override
    {
        if (event->type() != CollectorChannel::wakeEvent())
            return;
        if (const auto latest = m_channel->takeTick())
            emit m_collector.tick(*latest);
    }

private:
    Collector &m_collector;
    std::shared_ptr<CollectorChannel> m_channel;
    std::stop_source m_stop;
    CollectorWorker *m_worker; ///< lives and dies in m_thread
    QThread m_thread;
};

Collector::Collector(std::shared_ptr<const Clock> clock, CollectorOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(clock), options))
{}

Collector::~Collector() = default;

void Collector::setTargets(const std::vector<TargetConfig> &targets)
{
    // Copied before the lock is taken: the collector thread waits for no more than a move.
    d->order([copy = targets](CollectorOrders &orders) mutable { orders.targets = std::move(copy); });
}

void Collector::setRuleGroups(const std::vector<RuleGroup> &groups)
{
    setRules({groups, {}});
}

void Collector::setRules(LoadedRules rules)
{
    d->order(
        [rules = std::move(rules)](CollectorOrders &orders) mutable { orders.rules = std::move(rules); });
}

void Collector::setRetention(Retention retention)
{
    d->order([retention](CollectorOrders &orders) { orders.retention = retention; });
}

void Collector::watchPages(const QString &targetId)
{
    d->order([targetId](CollectorOrders &orders) { orders.watchedTarget = targetId; });
}

} // namespace sightglass
