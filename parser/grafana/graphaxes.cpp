// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/graphparts.h"

#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

/// Longer labels and units are dropped: each series of the right axis gets them.
constexpr std::size_t longestLabel = 500;

Json logScale(double logBase)
{
    return {{"type", "log"}, {"log", logBase == 10 ? 10 : 2}};
}

Json axisConfig(const Json &axis)
{
    Json config = Json::object();
    Json custom = {{"axisPlacement", boolIn(axis, "show", true) ? "auto" : "hidden"}};
    if (const std::string label = scalarText(find(axis, "label"));
        !label.empty() && label.size() <= longestLabel)
        set(custom, "axisLabel", label);
    const double logBase = numberIn(axis, "logBase").value_or(1);
    if (logBase > 1)
        set(custom, "scaleDistribution", logScale(logBase));
    if (const std::string_view format = textIn(axis, "format");
        !format.empty() && format.size() <= longestLabel)
        set(config, "unit", format);
    for (const std::string_view key : {"decimals", "min", "max"}) {
        if (const auto number = numberIn(axis, key))
            set(config, key, jsonNumber(*number));
    }
    set(config, "custom", std::move(custom));
    return config;
}

void noteLogBase(const Json &panel, const Json &axis, std::size_t index, Migration &migration)
{
    const double logBase = numberIn(axis, "logBase").value_or(1);
    if (logBase > 1 && logBase != 2 && logBase != 10)
        migration.lose(
            panel, "/yaxes/" + std::to_string(index) + "/logBase",
            {"graph.yaxes.logBase", "Logarithmic axes have base 2 or 10; this one is drawn with 2."});
}

/// A property of the right axis where it says something else than the left one.
void addDifference(const Json &left, const Json &right, std::string_view key, Json &override)
{
    const Json there = valueIn(right, key);
    if (there != valueIn(left, key))
        addProperty(override, key, there);
}

} // namespace

GraphAxes graphAxes(const Json &panel, Migration &migration)
{
    GraphAxes axes;
    const Json *list = find(panel, "yaxes");
    if (list == nullptr || !list->is_array())
        return axes;
    for (std::size_t i = 0; i < list->size() && i < 2; ++i) {
        const Json &axis = (*list)[i];
        if (!axis.is_object())
            continue;
        noteLogBase(panel, axis, i, migration);
        (i == 0 ? axes.left : axes.right) = axisConfig(axis);
    }
    return axes;
}

void addRightAxis(const GraphAxes &axes, Json &override)
{
    for (const std::string_view key : {"unit", "decimals", "min", "max"})
        addDifference(axes.left, axes.right, key, override);
    const Json left = valueIn(axes.left, "custom");
    const Json right = valueIn(axes.right, "custom");
    // Without this, series of one unit would share an axis.
    const bool hidden = textIn(right, "axisPlacement") == "hidden";
    addProperty(override, "custom.axisPlacement", hidden ? "hidden" : "right");
    const auto addCustom = [&](std::string_view key, Json unset) {
        Json there = valueIn(right, key);
        if (there == valueIn(left, key))
            return;
        addProperty(override, "custom." + std::string(key),
                    there.is_null() ? std::move(unset) : std::move(there));
    };
    addCustom("axisLabel", "");
    addCustom("scaleDistribution", {{"type", "linear"}});
}

} // namespace sightglass::grafana
