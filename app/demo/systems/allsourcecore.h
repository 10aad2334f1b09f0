// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/allsourceapi.h"
#include "app/demo/systems/allsourceingestion.h"
#include "app/demo/systems/allsourcestorage.h"
#include "app/demo/systems/systemmodel.h"

namespace sightglass::demo {

/// AllSource's core, a store of events. In trouble its disk is slow and fails: ingestion takes long and has
/// errors, compactions leave their unfinished files behind until one succeeds again, replays fail.
class AllSourceCore : public SystemModel
{
public:
    explicit AllSourceCore(std::uint64_t seed);

    void step(double seconds, const Weather &weather) override;
    [[nodiscard]] MetricsPage metrics() const override;
    [[nodiscard]] SystemHealth health() const override;

    /// Events in the store.
    [[nodiscard]] double storedEvents() const noexcept { return m_storage.events(); }
    [[nodiscard]] const AllSourceStorage &storage() const noexcept { return m_storage; }

private:
    ModelRandom m_random;
    Disturbance m_felt;
    AllSourceIngestion m_ingestion;
    AllSourceStorage m_storage;
    AllSourceApi m_api;
};

} // namespace sightglass::demo
