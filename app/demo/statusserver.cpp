// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/statusserver.h"

#include <QCoreApplication>
#include <QHttpServerResponse>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrlQuery>

namespace sightglass::demo {

namespace {

using Method = QHttpServerRequest::Method;
using StatusCode = QHttpServerResponse::StatusCode;

QString toText(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QHttpServerResponse plain(const QByteArray &text, StatusCode status = StatusCode::Ok)
{
    return {QByteArray("text/plain; charset=utf-8"), text, status};
}

} // namespace

StatusServer::StatusServer(StatusSource &source, ScenarioControl &scenario, Probes probes)
    : m_source(source)
    , m_scenario(scenario)
{
    addRoutes(probes);
}

QString StatusServer::listen(const ListenAddress &where)
{
    m_where = where;
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(where.address, where.port)) {
        return QCoreApplication::translate("sightglass::demo::DemoService",
                                           "Cannot listen on %1, port %2: %3")
            .arg(where.address.toString(), QString::number(where.port), server->errorString());
    }
    m_where.port = server->serverPort();
    m_server.bind(server.release());
    return {};
}

QString StatusServer::metricsUrl() const
{
    QString host = m_where.address.toString();
    if (m_where.address.protocol() == QAbstractSocket::IPv6Protocol)
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return QStringLiteral("http://%1:%2/metrics").arg(host).arg(m_where.port);
}

void StatusServer::addRoutes(Probes probes)
{
    m_server.route(QStringLiteral("/metrics"), Method::Get,
                   [this](const QHttpServerRequest &request) { return metrics(request.value("Accept")); });
    m_server.route(QStringLiteral("/health"), Method::Get, [this] { return health(); });
    if (probes == Probes::ReadyAndLive) {
        m_server.route(QStringLiteral("/health/ready"), Method::Get, [this] { return ready(); });
        m_server.route(QStringLiteral("/health/live"), Method::Get, [] { return plain("alive\n"); });
    }
    m_server.route(QStringLiteral("/scenario"), Method::Get, [this] { return scenario(); });
    m_server.route(QStringLiteral("/scenario"), Method::Post, [this](const QHttpServerRequest &request) {
        return selectScenario(request.query().queryItemValue(QStringLiteral("name")));
    });
    const QByteArray more = probes == Probes::ReadyAndLive ? "  /health/ready  /health/live" : "";
    m_server.route(QStringLiteral("/"), Method::Get, [more] {
        return plain("sightglass-demo\n\nGET  /metrics\nGET  /health" + more +
                     "\nGET  /scenario\nPOST /scenario?name=incident\n");
    });
}

QHttpServerResponse StatusServer::metrics(const QByteArray &accept) const
{
    const std::optional<MetricsBody> body = m_source.metricsBody(accept);
    if (!body)
        return plain("metrics are switched off\n", StatusCode::NotFound);
    return {body->contentType, body->body};
}

QHttpServerResponse StatusServer::health() const
{
    const ServiceHealth health = m_source.health();
    QJsonObject summary = health.figures;
    summary.insert(QStringLiteral("status"), health.good ? QStringLiteral("ok") : QStringLiteral("degraded"));
    summary.insert(QStringLiteral("scenario"), toText(nameOf(m_scenario.current())));
    return summary;
}

QHttpServerResponse StatusServer::ready() const
{
    const QString reason = m_source.health().notReadyBecause;
    if (!reason.isEmpty())
        return plain(reason.toUtf8() + '\n', StatusCode::ServiceUnavailable);
    return plain("ready\n");
}

QHttpServerResponse StatusServer::scenario() const
{
    QJsonArray names;
    for (const Scenario scenario : allScenarios)
        names.append(toText(nameOf(scenario)));
    return QJsonObject{{QStringLiteral("current"), toText(nameOf(m_scenario.current()))},
                       {QStringLiteral("all"), names}};
}

QHttpServerResponse StatusServer::selectScenario(const QString &name)
{
    const auto scenario = scenarioNamed(name.toStdString());
    if (!scenario)
        return plain("there is no such scenario; GET /scenario tells them\n", StatusCode::BadRequest);
    m_scenario.select(*scenario, Clock::now());
    return this->scenario();
}

} // namespace sightglass::demo
