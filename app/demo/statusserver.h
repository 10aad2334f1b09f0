// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/scenariocontrol.h"
#include "app/demo/statussource.h"

#include <QHostAddress>
#include <QHttpServer>

namespace sightglass::demo {

/// Where a service is reached; port 0 takes a free one.
struct ListenAddress
{
    QHostAddress address{QHostAddress::LocalHost};
    std::uint16_t port = 0;
};

/// A service's own web pages:
/// - GET /metrics: what the source gives; 404 with the reason where there are no metrics
/// - GET /health: 200 with a JSON summary; "status" is "ok" or "degraded"
/// - with probes GET /health/ready: 200, or 503 with the reason while nothing new is taken; GET /health/live:
/// 200
/// - GET /scenario: the current scenario and all names; POST /scenario?name=…: starts one, 400 when there is
/// none
/// For the thread with the event loop.
class StatusServer
{
public:
    enum class Probes : std::uint8_t
    {
        None,
        ReadyAndLive
    };

    /// Both outlive this.
    StatusServer(StatusSource &source, ScenarioControl &scenario, Probes probes = Probes::ReadyAndLive);

    /// Begins to serve. Empty on success, else a sentence about what is in the way.
    [[nodiscard]] QString listen(const ListenAddress &where);
    /// E.g. "http://127.0.0.1:9464/metrics"; once it serves.
    [[nodiscard]] QString metricsUrl() const;

private:
    void addRoutes(Probes probes);
    [[nodiscard]] QHttpServerResponse metrics(const QByteArray &accept) const;
    [[nodiscard]] QHttpServerResponse health() const;
    [[nodiscard]] QHttpServerResponse ready() const;
    [[nodiscard]] QHttpServerResponse scenario() const;
    [[nodiscard]] QHttpServerResponse selectScenario(const QString &name);

    StatusSource &m_source;
    ScenarioControl &m_scenario;
    QHttpServer m_server;
    ListenAddress m_where;
};

} // namespace sightglass::demo
