// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

/// The parts of the old graph panel that need a file of their own.
namespace sightglass::grafana {

/// The axes at the left and right of the graph as field configs: {unit, decimals, min, max, custom}.
struct GraphAxes
{
    Json left = Json::object();
    Json right = Json::object();
};
[[nodiscard]] GraphAxes graphAxes(const Json &panel, Migration &migration);
/// The properties that move a series to the right axis: what is different there, null where it has nothing.
void addRightAxis(const GraphAxes &axes, Json &override);

/// {fill: dash | solid, dash: [length, space]} of the whole graph.
[[nodiscard]] Json graphLineStyle(const Json &panel);
/// {mode: none | normal | percent, group} of the whole graph.
[[nodiscard]] Json graphStacking(const Json &panel);
/// Adds the series overrides; whether one fills a band to another series.
[[nodiscard]] bool addSeriesOverrides(const Json &panel, const GraphAxes &axes, Json &overrides,
                                      Migration &migration);

/// Adds thresholds and their style to the field config of the graph.
void addGraphThresholds(const Json &panel, Json &defaults, Migration &migration);

/// The modern legend; what hides series from it is added to the overrides.
[[nodiscard]] Json graphLegend(const Json &panel, Json &overrides);
[[nodiscard]] Json graphTooltip(const Json &panel, Migration &migration);

} // namespace sightglass::grafana
