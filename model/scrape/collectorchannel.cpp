// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collectorchannel.h"

#include <QCoreApplication>

#include <iterator>
#include <utility>

namespace sightglass {

QEvent::Type CollectorChannel::wakeEvent()
{
    static const int type = QEvent::registerEventType();
    return static_cast<QEvent::Type>(type);
}

void CollectorChannel::wake(QObject *receiver)
{
    QCoreApplication::postEvent(receiver, new QEvent(wakeEvent()));
}

CollectorOrders CollectorChannel::takeOrders()
{
    const std::lock_guard lock(m_mutex);
    m_workerCalled = false;
    return std::exchange(m_orders, CollectorOrders());
}

void CollectorChannel::post(QObject *facade, CollectorTick tick)
{
    const std::lock_guard lock(m_mutex);
    const bool called = m_tick.has_value();
    if (called) {
        auto &earlier = m_tick->transitions;
        earlier.insert(earlier.end(), std::make_move_iterator(tick.transitions.begin()),
                       std::make_move_iterator(tick.transitions.end()));
        tick.transitions = std::move(earlier);
    }
    m_tick = std::move(tick);
    if (!called)
        wake(facade);
}

std::optional<CollectorTick> CollectorChannel::takeTick()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_tick, std::nullopt);
}

} // namespace sightglass
