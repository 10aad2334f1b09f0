// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/accesspolicy.h"
#include "app/serve/httpconnection.h"
#include "app/serve/serveoptions.h"
#include "model/api/apirouter.h"
#include "model/core/clock.h"
#include "model/query/querypool.h"

#include <QTcpServer>

#include <atomic>
#include <cstdint>
#include <memory>
#include <unordered_map>

namespace sightglass {

/// Takes connections, leads requests to the API and their answers back. Questions to the store run in a
/// query pool of its own, so that strangers never keep the window's panels waiting; a client that hangs up
/// cancels its question. Everything here on one thread, ApiServer's.
///
/// Our own instead of QHttpServer: that of Qt 6.4 bounds neither the size nor the time of a request, takes
/// any number of connections, and cannot tell that a client has gone.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    Listener(ServeOptions options, std::shared_ptr<const Clock> clock, std::shared_ptr<const ApiState> state);
    ~Listener() override;

    /// Begins to listen; tells listening() or failed().
    void open();
    void setState(std::shared_ptr<const ApiState> state) { m_state = std::move(state); }

signals:
    void listening(quint16 port);
    void failed(const QString &reason);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// What must be known of a request when its answer is there.
    struct Asked
    {
        std::uint64_t connection = 0;
        std::string_view handler;
        bool isQuery = false;
        bool gzip = false;
        bool headOnly = false;
        std::int64_t sinceNs = 0;
    };

    void onRequest(HttpConnection *connection);
    void onEnded(HttpConnection *connection);
    [[nodiscard]] ApiContext context() const;
    void ask(const Asked &asked, ApiRoute route, ApiRequest request);
    void answer(const Asked &asked, ApiResponse response, bool gzipped);
    void refuse(HttpConnection *connection, int status);
    [[nodiscard]] std::size_t bytesHeld() const;

    ServeOptions m_options;
    AccessPolicy m_access;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<const ApiState> m_state;
    ServerCounters m_counters;
    std::uint64_t m_nextId = 1;
    std::unordered_map<std::uint64_t, HttpConnection *> m_connections; ///< children of this
    std::shared_ptr<std::atomic<std::size_t>> m_underWay; ///< slow requests, waiting ones included
    QueryPool m_pool;                                     ///< last: its jobs use everything above
};

} // namespace sightglass
