// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/impliedconfig.h"

namespace sightglass::grafana {

namespace {

constexpr double impliedThreshold = 80;

Thresholds impliedThresholds()
{
    return {ThresholdsMode::Absolute, {{std::nullopt, "green"}, {impliedThreshold, "red"}}};
}

/// How fields of a type are coloured where nobody says so.
FieldColor impliedColor(PanelType type)
{
    if (type == PanelType::StateTimeline)
        return {ColorMode::Continuous, {}, "continuous-GrYlRd", ColorBy::Last};
    return {ColorMode::PaletteClassic, {}, {}, ColorBy::Last};
}

bool followsThresholds(PanelType type)
{
    return type == PanelType::Stat || type == PanelType::Gauge || type == PanelType::BarGauge ||
           type == PanelType::Table || type == PanelType::StatusHistory;
}

bool hasPalette(PanelType type)
{
    return type == PanelType::TimeSeries || type == PanelType::Pie || type == PanelType::BarChart ||
           type == PanelType::Histogram;
}

} // namespace

void implyConfig(PanelSpec &panel)
{
    const PanelType type = panel.type();
    FieldConfig &field = panel.field;
    if (!field.color && (hasPalette(type) || type == PanelType::StateTimeline))
        field.color = impliedColor(type);
    const bool drawn = field.graph.thresholdsStyle.value_or(ThresholdsStyle::Off) != ThresholdsStyle::Off;
    const bool asked = field.color && field.color->mode == ColorMode::Thresholds;
    if (!field.thresholds && (followsThresholds(type) || drawn || asked))
        field.thresholds = impliedThresholds();
    // How a power of the count colours is asked of opacity only.
    auto *heatmap = std::get_if<HeatmapOptions>(&panel.options);
    if (heatmap != nullptr && heatmap->color.mode == HeatmapColorMode::Scheme)
        heatmap->color.exponent = 1;
    if (type != PanelType::TimeSeries)
        return;
    field.graph.fillOpacity = field.graph.fillOpacity.value_or(0);
    field.graph.gradient = field.graph.gradient.value_or(GradientMode::None);
}

} // namespace sightglass::grafana
