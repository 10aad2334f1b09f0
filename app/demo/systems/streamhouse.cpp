// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/streamhouse.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double usualAgents = 3;
constexpr double usualConnections = 48;
/// An agent gives up when its object store has failed it for so long, and needs so long to start again.
constexpr double patienceSeconds = 4;
constexpr double restartSeconds = 8;
/// From here on consumers are called behind, and the system not well.
constexpr double longLag = 20'000;

} // namespace

StreamHouse::StreamHouse(std::uint64_t seed)
    : m_random(seed)
    , m_connections(usualConnections)
    , m_agents(usualAgents)
{}

void StreamHouse::step(double seconds, const Weather &weather)
{
    m_uptimeSeconds += seconds;
    m_felt = eased(m_felt, disturbanceOf(weather), seconds);
    const double wanted = usualConnections * (0.6 + 0.4 * m_felt.load);
    m_connections += std::round((wanted - m_connections) * (1 - std::exp(-seconds / 5)) +
                                m_random.count(seconds / 4) - m_random.count(seconds / 4));
    m_connections = std::max(m_connections, usualAgents);
    stepAgents(seconds);
    m_traffic.step(seconds, m_felt, m_random);
    m_storage.step({seconds, m_traffic.producedBytesLately(), m_traffic.consumedRecordsLately()}, m_felt,
                   m_random);
}

void StreamHouse::stepAgents(double seconds)
{
    const double before = m_agents;
    if (m_felt.breaksThings()) {
        m_brokenSeconds = std::max(m_brokenSeconds, 0.0) + seconds;
        if (m_brokenSeconds >= patienceSeconds)
            m_agents = usualAgents - 1;
    } else if (m_agents < usualAgents) {
        m_brokenSeconds = std::min(m_brokenSeconds, 0.0) - seconds;
        if (m_brokenSeconds <= -restartSeconds)
            m_agents = usualAgents;
    } else {
        m_brokenSeconds = 0;
    }
    // Partitions move when an agent goes or comes.
    if (m_agents != before)
        m_traffic.rebalance();
}

MetricsPage StreamHouse::metrics() const
{
    MetricsPage page("streamhouse_");
    m_traffic.put(page);
    m_storage.put(page);
    putSystem(page);
    return page;
}

void StreamHouse::putSystem(MetricsPage &page) const
{
    page.gauge("connections_active", "Connections of clients that are open.").add({}, m_connections);
    page.gauge("partitions_total", "Partitions of all topics.").add({}, m_traffic.partitions());
    page.gauge("topics_total", "Topics.").add({}, m_traffic.topics());
    page.gauge("agents_active", "Agents that serve partitions.").add({}, m_agents);
    page.gauge("uptime_seconds", "Time since the server was started.").add({}, std::floor(m_uptimeSeconds));
}

SystemHealth StreamHouse::health() const
{
    SystemHealth health;
    const double lag = m_traffic.lag();
    health.good = m_agents == usualAgents && lag < longLag;
    if (m_agents < 1)
        health.notReadyBecause = "no agent serves partitions";
    health.figures = {
        {"agents_active", m_agents}, {"consumer_lag", lag}, {"uptime_seconds", std::floor(m_uptimeSeconds)}};
    return health;
}

} // namespace sightglass::demo
