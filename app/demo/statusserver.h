// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/exposablemetrics.h"
#include "app/demo/pipeline.h"

#include <QHttpServer>

namespace sightglass::demo {

/// What the status pages tell about.
struct StatusSubject
{
    Pipeline &pipeline;
    Recorder &record;
    ScenarioControl &scenario;
    /// Null where instrumentation is switched off or could not be set up.
    const ExposableMetrics *metrics = nullptr;
};

/// The service's own web pages:
/// - GET /metrics: text format 0.0.4, or OpenMetrics 1.0 with exemplars for who wants that more; 404 with the
/// reason where there are no metrics
/// - GET /health: 200 with a JSON summary; "status" is "ok", or "degraded" while the queue is long or
/// checkpoints fail
/// - GET /health/ready: 200, or 503 while the queue is full and nothing new is taken
/// - GET /health/live: 200
/// - GET /scenario: the current scenario and all names; POST /scenario?name=…: starts one, 400 when there is
/// none For the thread with the event loop.
class StatusServer
{
public:
    explicit StatusServer(const StatusSubject &subject);

    /// Begins to serve; port 0 takes a free one. Empty on success, else the system's reason.
    [[nodiscard]] QString listen(const QHostAddress &address, std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    /// The text of /metrics, with gauges as of now; empty where there are no metrics.
    [[nodiscard]] std::string metricsText() const;

private:
    void addRoutes();
    [[nodiscard]] QHttpServerResponse metrics(const QByteArray &accept) const;
    /// Brings the gauges up to now.
    void readState() const;
    [[nodiscard]] QHttpServerResponse health() const;
    [[nodiscard]] QHttpServerResponse ready() const;
    [[nodiscard]] QHttpServerResponse scenario() const;
    [[nodiscard]] QHttpServerResponse selectScenario(const QString &name);

    StatusSubject m_subject;
    QHttpServer m_server;
    std::uint16_t m_port = 0;
};

} // namespace sightglass::demo
