// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/apiserver.h"

#include "app/serve/apistatebuilder.h"
#include "app/serve/listener.h"

#include <utility>

namespace sightglass {

ApiServer::ApiServer(ServeOptions options, std::shared_ptr<const Clock> clock, const Retention &retention,
                     QObject *parent)
    : QObject(parent)
    , m_address(options.address)
{
    m_info.version = SIGHTGLASS_VERSION;
    m_info.startedAt = clock->nowMs();
    m_info.listenAddress = m_address.toString().toStdString();
    m_info.retentionMs = retention.maxAgeMs;
    m_info.retentionBytes = retention.maxBytes;
    auto state = std::make_shared<ApiState>();
    state->server = m_info;
    m_listener = new Listener(std::move(options), std::move(clock), std::move(state));
    m_listener->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    connect(m_listener, &Listener::listening, this, [this](quint16 port) {
        m_address.port = port;
        m_info.listenAddress = m_address.toString().toStdString();
        emit started();
    });
    connect(m_listener, &Listener::failed, this, &ApiServer::failed);
    m_thread.setObjectName(QStringLiteral("api"));
    m_thread.start();
}

ApiServer::~ApiServer()
{
    m_thread.quit();
    m_thread.wait();
}

void ApiServer::start()
{
    QMetaObject::invokeMethod(m_listener, &Listener::open, Qt::QueuedConnection);
}

void ApiServer::setTick(const CollectorTick &tick)
{
    QMetaObject::invokeMethod(
        m_listener,
        [listener = m_listener, state = apiState(tick, m_info, m_dropped, m_senders)] {
            listener->setState(state);
        },
        Qt::QueuedConnection);
}

void ApiServer::setDroppedTargets(const std::vector<DroppedTargets> &dropped)
{
    m_dropped = apiDropped(dropped);
}

void ApiServer::setSenders(std::vector<ApiSender> senders)
{
    m_senders = std::make_shared<const std::vector<ApiSender>>(std::move(senders));
}

} // namespace sightglass
