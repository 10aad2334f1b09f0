// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/loadedrules.h"
#include "model/scrape/collectortick.h"
#include "model/scrape/targetconfig.h"
#include "model/storage/head.h"

#include <QEvent>
#include <QObject>

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

/// What the owner of a collector wants changed; of each kind only the latest counts.
struct CollectorOrders
{
    std::optional<std::vector<TargetConfig>> targets;
    std::optional<LoadedRules> rules;
    std::optional<Retention> retention;
    std::optional<QString> watchedTarget;
};

/// The two letter boxes between a collector's façade and its thread. Each holds at most one letter: orders
/// not yet taken are overwritten kind by kind, a tick not yet taken is replaced by the newer one (its
/// transitions are kept), so that a reader who does not keep up costs no memory and gets the latest.
/// Thread-safe; nobody waits for more than the moving of values.
class CollectorChannel
{
public:
    /// The event that tells a QObject, in its own thread, to look into its box.
    static QEvent::Type wakeEvent();

    /// Changes the orders under the lock, and wakes `worker` where it was not yet called.
    template<typename Change>
    void order(QObject *worker, Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_orders);
        if (!std::exchange(m_workerCalled, true))
            wake(worker);
    }
    [[nodiscard]] CollectorOrders takeOrders();

    void post(QObject *facade, CollectorTick tick);
    [[nodiscard]] std::optional<CollectorTick> takeTick();

private:
    static void wake(QObject *receiver);

    std::mutex m_mutex;
    CollectorOrders m_orders;
    std::optional<CollectorTick> m_tick;
    bool m_workerCalled = false;
};

} // namespace sightglass
