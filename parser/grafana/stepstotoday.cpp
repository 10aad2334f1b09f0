// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/schemasteps.h"

#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

// 35: a time series panel without axes keeps the one of time.
void keepTimeAxis(Json &panel, Migration &)
{
    const Json *placement = find(panel, {"fieldConfig", "defaults", "custom", "axisPlacement"});
    if (textIn(panel, "type") != "timeseries" || textOf(placement) != "hidden")
        return;
    Json override = overrideOf("byType", "time");
    addProperty(override, "custom.axisPlacement", "auto");
    arrayIn(objectIn(panel, "fieldConfig"), "overrides").push_back(std::move(override));
}

// 39: a time series as a table cell has more options than its statistic.
void tableStatistics(Json &panel, Migration &)
{
    forEachObject(find(panel, "transformations"), [](Json &transformation) {
        const Json *statistics = find(transformation, {"options", "refIdToStat"});
        if (textIn(transformation, "id") != "timeSeriesTable" || statistics == nullptr)
            return;
        Json options = Json::object();
        if (statistics->is_object()) {
            for (const auto &[refId, statistic] : statistics->items())
                set(options, refId, {{"stat", statistic}});
        }
        set(transformation, "options", std::move(options));
    });
}

// 40: what is no text never refreshed.
void refreshAsText(Json &dashboard, Migration &)
{
    set(dashboard, "refresh", std::string(textIn(dashboard, "refresh")));
}

// 41 only drops what nobody reads.
// 33 and 36 (references to data sources), 37 (legends), 38 (cells of tables) and 42 (hidden from tooltips)
// are part of the one form, because dashboards written by hand mix what came before and after.
constexpr std::array<SchemaStep, 3> steps = {
    {{35, nullptr, keepTimeAxis}, {39, nullptr, tableStatistics}, {40, refreshAsText, nullptr}}};

} // namespace

std::span<const SchemaStep> stepsToToday()
{
    return steps;
}

} // namespace sightglass::grafana
