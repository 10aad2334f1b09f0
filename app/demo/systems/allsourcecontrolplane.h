// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/allsourcecore.h"
#include "app/demo/systems/modelhttp.h"
#include "app/demo/systems/modeltimer.h"

#include <array>

namespace sightglass::demo {

/// AllSource's control plane over three core nodes: it asks them for their health every few seconds. The
/// first node is the core itself, as its model with the same seed and steps is; the others follow it. In
/// trouble a node is lost, and requests that the control plane hands on fail.
class AllSourceControlPlane : public SystemModel
{
public:
    explicit AllSourceControlPlane(std::uint64_t seed);

    void step(double seconds, const Weather &weather) override;
    [[nodiscard]] MetricsPage metrics() const override;
    [[nodiscard]] SystemHealth health() const override;

private:
    struct Node
    {
        const char *id = nullptr;
        double events = 0;
        bool healthy = true;
        /// As they were when the node was last asked.
        double knownEvents = 0;
        bool knownHealthy = true;
    };

    void stepNodes(double seconds);
    void askNodes();
    void serve(double seconds);

    ModelRandom m_random;
    AllSourceCore m_core;
    Disturbance m_felt;
    std::array<Node, 3> m_nodes;
    std::vector<ModelEndpoint> m_endpoints;
    ModelTimer m_polls;
    double m_brokenSeconds = 0;
};

} // namespace sightglass::demo
