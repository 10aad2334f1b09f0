// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"

#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view migratedFields[] = {
    "aliasColors", "decimals",        "fontSize",  "format",        "legend",
    "legendType",  "pieType",         "valueName", "nullPointMode", "breakPoint",
    "strokeWidth", "autoMigrateFrom", "error",     "editable",      "isNew"};

void noteCombining(const Json &panel, Migration &migration)
{
    if (numberOf(find(panel, {"combine", "threshold"})).value_or(0) > 0)
        migration.lose(panel, "/combine",
                       {"piechart.combine", "Small slices are not put together.", LossKind::AsInGrafana});
}

/// What the legend, or labels in its place, say of a slice.
Json shownValues(const Json &legend)
{
    Json values = Json::array();
    if (boolIn(legend, "values", false))
        values.push_back("value");
    if (boolIn(legend, "percentage", false))
        values.push_back("percent");
    return values;
}

} // namespace

void migrateOldPiechart(Json &panel, Migration &migration)
{
    const Json old = valueIn(panel, "legend");
    const std::string_view legendType = textIn(panel, "legendType");
    Json overrides = Json::array();
    addAliasColors(panel, overrides);
    Json defaults = {{"decimals", jsonNumber(numberIn(panel, "decimals").value_or(0))}};
    if (const std::string_view unit = textIn(panel, "format"); !unit.empty())
        set(defaults, "unit", unit);

    Json legend = {{"displayMode", "table"}, {"calcs", Json::array()}, {"values", shownValues(old)}};
    set(legend, "placement", legendType == "Under graph" ? "bottom" : "right");
    set(legend, "showLegend", boolIn(old, "show", true) && legendType != "On graph");
    Json options = {{"pieType", textIn(panel, "pieType") == "donut" ? "donut" : "pie"}};
    set(options, "legend", std::move(legend));
    if (legendType == "On graph") {
        Json labels = shownValues(old);
        labels.insert(labels.begin(), "name");
        set(options, "displayLabels", std::move(labels));
    }
    const std::string_view word = textIn(panel, "valueName");
    const std::string_view reducer = modernReducer(word.empty() ? "current" : word);
    Json calcs = Json::array({reducer.empty() ? std::string_view("lastNotNull") : reducer});
    set(options, "reduceOptions", {{"values", false}, {"calcs", std::move(calcs)}});

    noteCombining(panel, migration);
    set(panel, "fieldConfig", {{"defaults", std::move(defaults)}, {"overrides", std::move(overrides)}});
    set(panel, "options", std::move(options));
    set(panel, "type", "piechart");
    erase(panel, "combine");
    dropFields(panel, migratedFields);
}

} // namespace sightglass::grafana
