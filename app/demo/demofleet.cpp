// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleet.h"

#include "app/demo/systems/modelservice.h"

namespace sightglass::demo {

namespace {

/// Often enough that gauges which nobody reads in between go on smoothly.
constexpr Milliseconds tick{500};

} // namespace

DemoFleet::DemoFleet(const Options &options)
    : m_options(options)
    , m_scenario(options.scenario, options.incident, Clock::now())
    , m_runner(m_scenario, Clock::now())
{}

QString DemoFleet::start()
{
    for (std::size_t i = 0; i < m_options.systems.size(); ++i) {
        const SystemEntry &entry = systemEntry(m_options.systems[i]);
        Member &member = m_members.emplace_back(Member{entry.id, makeService(entry)});
        if (QString problem = member.service->start(listenAddress(i)); !problem.isEmpty())
            return problem;
    }
    QObject::connect(&m_ticker, &QTimer::timeout, &m_ticker, [this] { m_runner.advanceTo(Clock::now()); });
    m_ticker.start(tick);
    return {};
}

std::unique_ptr<DemoService> DemoFleet::makeService(const SystemEntry &entry)
{
    if (entry.makeModel == nullptr)
        return std::make_unique<ObserverService>(observerConfig(entry.id), m_scenario);
    const ModelService::Config config{m_options.seed, m_options.metrics.enabled};
    return std::make_unique<ModelService>(entry, config, m_runner, m_scenario);
}

ObserverConfig DemoFleet::observerConfig(SystemId id) const
{
    ObserverConfig config{m_options.stateDir, m_options.metrics, m_options.seed};
    config.metrics.naming = id == SystemId::PlainObserver ? Naming::Plain : Naming::Fraiseql;
    // Several observers must not share their state.
    if (!config.stateDir.isEmpty() && m_options.systems.size() > 1)
        config.stateDir += QLatin1Char('/') + QString::fromLatin1(systemEntry(id).name.data());
    return config;
}

ListenAddress DemoFleet::listenAddress(std::size_t index) const
{
    if (!m_options.port)
        return {m_options.address, systemEntry(m_options.systems[index]).port};
    if (*m_options.port == 0)
        return {m_options.address, 0};
    return {m_options.address, static_cast<std::uint16_t>(*m_options.port + index)};
}

} // namespace sightglass::demo
