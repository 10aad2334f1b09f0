// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/scenariocontrol.h"
#include "app/demo/systems/systemmodel.h"

#include <memory>
#include <vector>

namespace sightglass::demo {

/// Steps models along a clock, all of them the same steps under the same weather: what one of them says of
/// another is what that other one says of itself. One thread.
class ModelRunner
{
public:
    /// The scenario outlives this.
    ModelRunner(const ScenarioControl &scenario, TimePoint start);

    /// Takes a model in; it has a quiet quarter of an hour behind it when this returns. Lives as long as
    /// this.
    SystemModel &add(std::unique_ptr<SystemModel> model);
    /// Goes on to this time, in whole steps; nothing for a time that has been reached. After a standstill the
    /// steps are longer, so that it takes moments.
    void advanceTo(TimePoint now);

private:
    const ScenarioControl &m_scenario;
    TimePoint m_reached;
    std::vector<std::unique_ptr<SystemModel>> m_models;
};

} // namespace sightglass::demo
