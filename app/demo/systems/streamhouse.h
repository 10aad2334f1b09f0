// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/streamhousestorage.h"
#include "app/demo/systems/streamhousetraffic.h"
#include "app/demo/systems/systemmodel.h"

namespace sightglass::demo {

/// StreamHouse: a log of records by topic and partition whose segments lie in an object store. In trouble the
/// object store is slow and throttles, an agent is lost, and consumers fall behind; afterwards they catch up.
class StreamHouse : public SystemModel
{
public:
    explicit StreamHouse(std::uint64_t seed);

    void step(double seconds, const Weather &weather) override;
    [[nodiscard]] MetricsPage metrics() const override;
    [[nodiscard]] SystemHealth health() const override;

    [[nodiscard]] const StreamHouseTraffic &traffic() const noexcept { return m_traffic; }
    [[nodiscard]] const StreamHouseStorage &storage() const noexcept { return m_storage; }

private:
    void stepAgents(double seconds);
    void putSystem(MetricsPage &page) const;

    ModelRandom m_random;
    Disturbance m_felt;
    StreamHouseTraffic m_traffic;
    StreamHouseStorage m_storage;
    double m_uptimeSeconds = 0;
    double m_connections;
    double m_agents;
    double m_brokenSeconds = 0; ///< since things break; negative while they are being mended
};

} // namespace sightglass::demo
