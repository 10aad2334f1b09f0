// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/modelrunner.h"

#include <algorithm>

namespace sightglass::demo {

namespace {

constexpr Milliseconds shortestStep{100};
constexpr int mostSteps = 600;
constexpr int quietSeconds = 900;

} // namespace

ModelRunner::ModelRunner(const ScenarioControl &scenario, TimePoint start)
    : m_scenario(scenario)
    , m_reached(start)
{}

SystemModel &ModelRunner::add(std::unique_ptr<SystemModel> model)
{
    for (int second = 0; second < quietSeconds; ++second)
        model->step(1, Weather{});
    m_models.push_back(std::move(model));
    return *m_models.back();
}

void ModelRunner::advanceTo(TimePoint now)
{
    const auto behind = std::chrono::duration_cast<Milliseconds>(now - m_reached);
    const Milliseconds length = std::max(shortestStep, behind / mostSteps);
    for (; m_reached + length <= now; m_reached += length) {
        const Weather weather = m_scenario.weather(m_reached + length);
        for (const auto &model : m_models)
            model->step(Seconds(length).count(), weather);
    }
}

} // namespace sightglass::demo
