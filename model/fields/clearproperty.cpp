// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/clearproperty.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

struct Clearing
{
    std::string_view id;
    void (*clear)(FieldConfig &config);
};

constexpr std::array<Clearing, 31> clearings = {{
    {"color", [](FieldConfig &config) { config.color.reset(); }},
    {"custom.align", [](FieldConfig &config) { config.cell.align.reset(); }},
    {"custom.axisColorMode", [](FieldConfig &config) { config.graph.axisColor.reset(); }},
    {"custom.axisLabel", [](FieldConfig &config) { config.graph.axisLabel.reset(); }},
    {"custom.axisPlacement", [](FieldConfig &config) { config.graph.axisPlacement.reset(); }},
    {"custom.axisSoftMax", [](FieldConfig &config) { config.graph.axisSoftMax.reset(); }},
    {"custom.axisSoftMin", [](FieldConfig &config) { config.graph.axisSoftMin.reset(); }},
    {"custom.axisWidth", [](FieldConfig &config) { config.graph.axisWidth.reset(); }},
    {"custom.cellOptions", [](FieldConfig &config) { config.cell.options.reset(); }},
    {"custom.drawStyle", [](FieldConfig &config) { config.graph.drawStyle.reset(); }},
    {"custom.fillBelowTo", [](FieldConfig &config) { config.graph.fillBelowTo.reset(); }},
    {"custom.fillOpacity", [](FieldConfig &config) { config.graph.fillOpacity.reset(); }},
    {"custom.filterable", [](FieldConfig &config) { config.cell.filterable.reset(); }},
    {"custom.hideFrom",
     [](FieldConfig &config) {
         config.graph.hideFrom.reset();
         config.cell.hidden.reset();
     }},
    {"custom.lineStyle", [](FieldConfig &config) { config.graph.lineStyle.reset(); }},
    {"custom.lineWidth", [](FieldConfig &config) { config.graph.lineWidth.reset(); }},
    {"custom.minWidth", [](FieldConfig &config) { config.cell.minWidth.reset(); }},
    {"custom.stacking", [](FieldConfig &config) { config.graph.stacking.reset(); }},
    {"custom.transform", [](FieldConfig &config) { config.graph.transform.reset(); }},
    {"custom.width", [](FieldConfig &config) { config.cell.width.reset(); }},
    {"decimals", [](FieldConfig &config) { config.decimals.reset(); }},
    {"description", [](FieldConfig &config) { config.description.reset(); }},
    {"displayName", [](FieldConfig &config) { config.displayName.reset(); }},
    {"fieldMinMax", [](FieldConfig &config) { config.fieldMinMax.reset(); }},
    {"links", [](FieldConfig &config) { config.links.reset(); }},
    {"mappings", [](FieldConfig &config) { config.mappings.reset(); }},
    {"max", [](FieldConfig &config) { config.max.reset(); }},
    {"min", [](FieldConfig &config) { config.min.reset(); }},
    {"noValue", [](FieldConfig &config) { config.noValue.reset(); }},
    {"thresholds", [](FieldConfig &config) { config.thresholds.reset(); }},
    {"unit", [](FieldConfig &config) { config.unit.reset(); }},
}};

const Clearing *clearingOf(std::string_view id) noexcept
{
    const auto *found = std::find_if(clearings.begin(), clearings.end(),
                                     [id](const Clearing &clearing) { return clearing.id == id; });
    return found == clearings.end() ? nullptr : found;
}

} // namespace

bool isClearable(std::string_view id) noexcept
{
    return clearingOf(id) != nullptr;
}

void clearProperty(FieldConfig &config, std::string_view id)
{
    if (const Clearing *clearing = clearingOf(id))
        clearing->clear(config);
}

} // namespace sightglass
