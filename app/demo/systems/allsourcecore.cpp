// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/allsourcecore.h"

namespace sightglass::demo {

namespace {

/// What the published alert rule calls near capacity.
constexpr double capacityBytes = 10e9;

} // namespace

AllSourceCore::AllSourceCore(std::uint64_t seed)
    : m_random(seed)
{}

void AllSourceCore::step(double seconds, const Weather &weather)
{
    m_felt = eased(m_felt, disturbanceOf(weather), seconds);
    const IngestedLately lately = m_ingestion.step(seconds, m_felt, m_random);
    m_storage.step({seconds, lately.events, lately.newEntities}, m_felt, m_random);
    m_api.step(seconds, lately, m_felt, m_random);
}

MetricsPage AllSourceCore::metrics() const
{
    MetricsPage page("allsource_");
    m_ingestion.put(page);
    m_storage.put(page);
    m_api.put(page);
    return page;
}

SystemHealth AllSourceCore::health() const
{
    return {!m_felt.breaksThings() && m_storage.bytes() < capacityBytes,
            {},
            {{"events", m_storage.events()}, {"storage_bytes", m_storage.bytes()}}};
}

} // namespace sightglass::demo
