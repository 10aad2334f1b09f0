// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/modelservice.h"

namespace sightglass::demo {

ModelService::ModelService(const SystemEntry &entry, const Config &config, ModelRunner &runner,
                           ScenarioControl &scenario)
    : m_instrumented(config.instrumented)
    , m_runner(runner)
    , m_model(runner.add(entry.makeModel(config.seed)))
    , m_server(*this, scenario,
               entry.healthPages == HealthPages::One ? StatusServer::Probes::None
                                                     : StatusServer::Probes::ReadyAndLive)
{}

QString ModelService::start(const ListenAddress &listen)
{
    return m_server.listen(listen);
}

std::optional<MetricsBody> ModelService::metricsBody(const QByteArray &)
{
    if (!m_instrumented)
        return std::nullopt;
    // These systems speak the text format only, whatever is asked for: so their names stay what they are.
    m_runner.advanceTo(Clock::now());
    return MetricsBody{QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8"),
                       QByteArray::fromStdString(m_model.metrics().text())};
}

ServiceHealth ModelService::health()
{
    m_runner.advanceTo(Clock::now());
    const SystemHealth told = m_model.health();
    ServiceHealth health{told.good, QString::fromStdString(told.notReadyBecause), {}};
    for (const auto &[name, value] : told.figures)
        health.figures.insert(QString::fromStdString(name), value);
    return health;
}

} // namespace sightglass::demo
