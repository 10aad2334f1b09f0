// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/statusserver.h"

#include <QHttpServerResponse>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrlQuery>

namespace sightglass::demo {

namespace {

using Method = QHttpServerRequest::Method;
using StatusCode = QHttpServerResponse::StatusCode;

/// The queue depth that the published alert rule calls backed up.
constexpr std::size_t longQueue = 1'000;

QString toText(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QHttpServerResponse plain(const QByteArray &text, StatusCode status = StatusCode::Ok)
{
    return {QByteArray("text/plain; charset=utf-8"), text, status};
}

qint64 number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

} // namespace

StatusServer::StatusServer(const StatusSubject &subject)
    : m_subject(subject)
{
    addRoutes();
}

QString StatusServer::listen(const QHostAddress &address, std::uint16_t port)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(address, port))
        return server->errorString();
    m_port = server->serverPort();
    m_server.bind(server.release());
    return {};
}

void StatusServer::addRoutes()
{
    m_server.route(QStringLiteral("/metrics"), Method::Get,
                   [this](const QHttpServerRequest &request) { return metrics(request.value("Accept")); });
    m_server.route(QStringLiteral("/health"), Method::Get, [this] { return health(); });
    m_server.route(QStringLiteral("/health/ready"), Method::Get, [this] { return ready(); });
    m_server.route(QStringLiteral("/health/live"), Method::Get, [] { return plain("alive\n"); });
    m_server.route(QStringLiteral("/scenario"), Method::Get, [this] { return scenario(); });
    m_server.route(QStringLiteral("/scenario"), Method::Post, [this](const QHttpServerRequest &request) {
        return selectScenario(request.query().queryItemValue(QStringLiteral("name")));
    });
    m_server.route(QStringLiteral("/"), Method::Get, [] {
        return plain("sightglass-demo\n\nGET  /metrics\nGET  /health  /health/ready  /health/live\n"
                     "GET  /scenario\nPOST /scenario?name=incident\n");
    });
}

void StatusServer::readState() const
{
    const PipelineState state = m_subject.pipeline.state();
    m_subject.record([&state](PipelineObserver &observer) { observer.stateRead(state); });
}

std::string StatusServer::metricsText() const
{
    if (m_subject.metrics == nullptr)
        return {};
    readState();
    return m_subject.metrics->text();
}

QHttpServerResponse StatusServer::metrics(const QByteArray &accept) const
{
    if (m_subject.metrics == nullptr)
        return plain("metrics are switched off\n", StatusCode::NotFound);
    if (wantsOpenMetrics(accept.toStdString())) {
        readState();
        return {QByteArray("application/openmetrics-text; version=1.0.0; charset=utf-8"),
                QByteArray::fromStdString(m_subject.metrics->openMetrics())};
    }
    return {QByteArray("text/plain; version=0.0.4; charset=utf-8"), QByteArray::fromStdString(metricsText())};
}

QHttpServerResponse StatusServer::health() const
{
    const PipelineState state = m_subject.pipeline.state();
    const Totals &totals = m_subject.pipeline.totals();
    const bool good = state.queueDepth <= longQueue && m_subject.pipeline.checkpointsWork();
    return QJsonObject{
        {QStringLiteral("status"), good ? QStringLiteral("ok") : QStringLiteral("degraded")},
        {QStringLiteral("scenario"), toText(nameOf(m_subject.scenario.current()))},
        {QStringLiteral("queue_depth"), number(state.queueDepth)},
        {QStringLiteral("dead_letters"), number(state.deadLetters)},
        {QStringLiteral("events_received"), number(totals.received)},
        {QStringLiteral("events_processed"), number(totals.processed)},
        {QStringLiteral("events_failed"), number(totals.failed)},
        {QStringLiteral("checkpoints_work"), m_subject.pipeline.checkpointsWork()},
        {QStringLiteral("lost_metric_updates"), number(m_subject.record.lost())},
    };
}

QHttpServerResponse StatusServer::ready() const
{
    if (m_subject.pipeline.state().queueDepth >= m_subject.pipeline.queueCapacity())
        return plain("the queue is full\n", StatusCode::ServiceUnavailable);
    return plain("ready\n");
}

QHttpServerResponse StatusServer::scenario() const
{
    QJsonArray names;
    for (const Scenario scenario : allScenarios)
        names.append(toText(nameOf(scenario)));
    return QJsonObject{{QStringLiteral("current"), toText(nameOf(m_subject.scenario.current()))},
                       {QStringLiteral("all"), names}};
}

QHttpServerResponse StatusServer::selectScenario(const QString &name)
{
    const auto scenario = scenarioNamed(name.toStdString());
    if (!scenario)
        return plain("there is no such scenario; GET /scenario tells them\n", StatusCode::BadRequest);
    m_subject.scenario.select(*scenario, Clock::now());
    return this->scenario();
}

} // namespace sightglass::demo
