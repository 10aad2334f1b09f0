// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/axisplan.h"

#include "model/dashboard/panelfields.h"

#include <algorithm>

namespace sightglass {

namespace {

/// What series must have in common to share an axis.
struct AxisKey
{
    std::string unit;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<double> softMin;
    std::optional<double> softMax;
    ScaleDistribution scale;
    bool centeredZero = false;
    AxisPlacement placement = AxisPlacement::Auto;
    std::string label;
    bool percentStack = false;

    friend bool operator==(const AxisKey &, const AxisKey &) = default;
};

AxisKey keyOf(const FieldConfig &config)
{
    const GraphConfig &graph = config.graph;
    AxisKey key;
    key.percentStack = graph.stacking && graph.stacking->mode == StackingMode::Percent;
    key.unit = key.percentStack ? "percentunit" : config.unit.value_or(std::string());
    key.min = key.percentStack ? std::nullopt : config.min;
    key.max = key.percentStack ? std::nullopt : config.max;
    key.softMin = graph.axisSoftMin;
    key.softMax = graph.axisSoftMax;
    key.scale = graph.scale.value_or(ScaleDistribution());
    key.centeredZero = graph.axisCenteredZero.value_or(false);
    key.placement = graph.axisPlacement.value_or(AxisPlacement::Auto);
    key.label = graph.axisLabel.value_or(std::string());
    return key;
}

AxisPlan planOf(const AxisKey &key, const FieldConfig &config)
{
    AxisPlan plan;
    plan.unit = key.unit;
    plan.decimals = config.decimals;
    plan.min = key.min;
    plan.max = key.max;
    plan.shape = {key.scale, key.softMin, key.softMax, key.centeredZero};
    plan.label = key.label;
    plan.border = config.graph.axisBorder.value_or(false);
    plan.percentStack = key.percentStack;
    plan.color = config.graph.axisColor.value_or(AxisColorMode::Text);
    plan.minWidth = std::clamp(config.graph.axisWidth.value_or(0), 0.0, 1000.0);
    return plan;
}

} // namespace

std::size_t AxesPlan::gridAxis() const noexcept
{
    const auto with = std::ranges::find_if(axes, &AxisPlan::grid);
    return with == axes.end() ? 0 : static_cast<std::size_t>(with - axes.begin());
}

AxesPlan planAxes(const PanelSpec &spec, const PanelData &data)
{
    AxesPlan plan;
    std::vector<AxisKey> keys;
    bool hasLeft = false;
    bool hasGrid = false;
    const FieldConfig *last = nullptr; // most series have the config of the one before
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const FieldConfig &config = configOf(spec, data.series[i]);
        if (&config == last) {
            plan.axisOf.push_back(plan.axisOf.back());
            plan.axes[plan.axisOf.back()].series.push_back(i);
            continue;
        }
        last = &config;
        const AxisKey key = keyOf(config);
        const auto known = std::ranges::find(keys, key);
        plan.axisOf.push_back(static_cast<std::size_t>(known - keys.begin()));
        if (known == keys.end()) {
            keys.push_back(key);
            AxisPlan axis = planOf(key, config);
            if (key.placement == AxisPlacement::Hidden)
                axis.side = AxisSide::Hidden;
            else if (key.placement == AxisPlacement::Right ||
                     (key.placement == AxisPlacement::Auto && hasLeft))
                axis.side = AxisSide::Right;
            hasLeft = hasLeft || axis.side == AxisSide::Left;
            const bool wanted = !hasGrid && axis.side != AxisSide::Hidden;
            axis.grid = config.graph.axisGrid.value_or(wanted);
            hasGrid = hasGrid || axis.grid || (wanted && config.graph.axisGrid.has_value());
            plan.axes.push_back(std::move(axis));
        }
        plan.axes[plan.axisOf.back()].series.push_back(i);
    }
    if (plan.axes.empty()) {
        plan.axes.push_back(planOf(keyOf(spec.field), spec.field));
        plan.axes.front().grid = spec.field.graph.axisGrid.value_or(true);
    }
    return plan;
}

} // namespace sightglass
