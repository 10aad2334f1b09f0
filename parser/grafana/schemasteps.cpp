// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/schemasteps.h"

#include <array>

namespace sightglass::grafana {

void upgradeSchema(Json &dashboard, int from, Migration &migration)
{
    const std::array tables = {stepsToGrid(), stepsToPlugins(), stepsToToday()};
    for (const auto &table : tables) {
        for (const SchemaStep &step : table) {
            if (from < step.version && step.dashboard != nullptr)
                step.dashboard(dashboard, migration);
        }
    }
    forEachPanel(dashboard, [&](Json &panel) {
        for (const auto &table : tables) {
            for (const SchemaStep &step : table) {
                if (from < step.version && step.panel != nullptr)
                    step.panel(panel, migration);
            }
        }
    });
}

} // namespace sightglass::grafana
