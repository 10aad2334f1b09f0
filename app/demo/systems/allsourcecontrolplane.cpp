// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/allsourcecontrolplane.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double pollSeconds = 5;
/// A node is lost after so long in trouble; it comes back so long after.
constexpr double patienceSeconds = 3;
constexpr double restartSeconds = 12;
/// How far a follower is behind.
constexpr double followSeconds = 0.8;
constexpr double catchUpPerSecond = 4'000;
constexpr std::size_t lostNode = 2;

struct Traffic
{
    std::size_t endpoint;
    double perSecond;
    double medianSeconds;
    double failingShare; ///< of what the nodes fail, this much fails here
};

constexpr std::array traffic{Traffic{0, 3, 0.006, 0.6}, Traffic{1, 5, 0.009, 0.7},
                             Traffic{2, 0.15, 0.05, 1.2}, Traffic{3, 0.1, 0.06, 1.2},
                             Traffic{4, 0.3, 0.0008, 0}};

} // namespace

AllSourceControlPlane::AllSourceControlPlane(std::uint64_t seed)
    : m_random(seed ^ 0xc0117201ULL)
    , m_core(seed)
    , m_nodes{{{"core-1"}, {"core-2"}, {"core-3"}}}
    , m_endpoints{{"GET", "/api/v1/cluster/status", {"200", "503"}, defaultBuckets},
                  {"GET", "/api/v1/metrics/json", {"200", "502", "503"}, defaultBuckets},
                  {"POST", "/api/v1/operations/snapshot", {"202", "502"}, defaultBuckets},
                  {"POST", "/api/v1/operations/replay", {"202", "502"}, defaultBuckets},
                  {"GET", "/health", {"200"}, defaultBuckets}}
{
    for (Node &node : m_nodes)
        node.events = m_core.storedEvents();
    askNodes();
}

void AllSourceControlPlane::step(double seconds, const Weather &weather)
{
    m_core.step(seconds, weather);
    m_felt = eased(m_felt, disturbanceOf(weather), seconds);
    stepNodes(seconds);
    if (m_polls.times(seconds, pollSeconds) > 0)
        askNodes();
    serve(seconds);
}

void AllSourceControlPlane::stepNodes(double seconds)
{
    if (m_felt.breaksThings()) {
        m_brokenSeconds = std::max(m_brokenSeconds, 0.0) + seconds;
    } else {
        m_brokenSeconds = std::min(m_brokenSeconds, 0.0) - seconds;
    }
    Node &weak = m_nodes.at(lostNode);
    if (m_brokenSeconds >= patienceSeconds)
        weak.healthy = false;
    else if (m_brokenSeconds <= -restartSeconds)
        weak.healthy = true;
    m_nodes.front().events = m_core.storedEvents();
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        Node &follower = m_nodes.at(i);
        if (!follower.healthy)
            continue;
        const double behind = m_nodes.front().events - follower.events;
        follower.events += std::floor(
            std::min(behind * (1 - std::exp(-seconds / followSeconds)), catchUpPerSecond * seconds));
    }
}

void AllSourceControlPlane::askNodes()
{
    for (Node &node : m_nodes) {
        node.knownHealthy = node.healthy;
        // A node that does not answer keeps the number that it had.
        if (node.healthy)
            node.knownEvents = node.events;
    }
}

void AllSourceControlPlane::serve(double seconds)
{
    for (const Traffic &one : traffic) {
        const double requests = m_random.count(one.perSecond * (0.5 + 0.5 * m_felt.load) * seconds);
        const double failed = m_random.share(requests, 0.001 + one.failingShare * m_felt.errorShare);
        m_endpoints[one.endpoint].serve(requests, failed,
                                        {one.medianSeconds * std::pow(m_felt.slowness, 0.75), 0.6}, m_random);
    }
}

MetricsPage AllSourceControlPlane::metrics() const
{
    MetricsPage page("control_plane_");
    const FamilyPage health = page.gauge("core_health_status", "Whether a core node is well: 1 or 0.");
    const FamilyPage events = page.gauge("core_events_total", "Events in the store of a core node.");
    for (const Node &node : m_nodes) {
        health.add({{"node_id", node.id}}, node.knownHealthy ? 1 : 0);
        events.add({{"node_id", node.id}}, node.knownEvents);
    }
    putEndpoints(page, m_endpoints);
    return page;
}

SystemHealth AllSourceControlPlane::health() const
{
    const auto healthy = static_cast<double>(std::ranges::count(m_nodes, true, &Node::knownHealthy));
    return {healthy == static_cast<double>(m_nodes.size()), {}, {{"healthy_nodes", healthy}}};
}

} // namespace sightglass::demo
