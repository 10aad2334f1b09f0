// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/accesspolicy.h"
#include "app/serve/httpconnection.h"
#include "app/serve/serveoptions.h"
#include "model/api/apirouter.h"
#include "model/core/clock.h"
#include "model/query/querypool.h"

#include <QTcpServer>
#include <QTimer>

#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>

namespace sightglass {

/// Takes connections, leads requests to the API and their answers back. Questions to the store run in a
/// query pool of its own, so that strangers never keep the window's panels waiting: as many at once as there
/// are workers, the others wait in line, so many and so long as ServeLimits say. A client that hangs up
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

    struct Waiting
    {
        Asked asked;
        ApiRoute route;
        ApiRequest request;
    };

    /// The one that loses least if it is hung up on, the oldest of several; null where all are being served.
    [[nodiscard]] HttpConnection *mostExpendable() const;
    void onRequest(HttpConnection *connection);
    void onEnded(HttpConnection *connection);
    [[nodiscard]] ApiContext context() const;
    void ask(const Asked &asked, ApiRoute route, ApiRequest request);
    void start(Waiting next);
    void startWaiting();
    void onWorkerFree();
    void refuseOverdue();
    void watchLine();
    [[nodiscard]] std::int64_t waitedMs(const Asked &asked) const;
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
    std::deque<Waiting> m_waiting; ///< for a worker, the oldest first; empty while one is free
    QTimer m_patience;             ///< for the oldest one that waits
    std::size_t m_atWork = 0;      ///< in the pool: at most as many as there are workers
    QueryPool m_pool;              ///< last: its jobs use everything above
};

} // namespace sightglass
