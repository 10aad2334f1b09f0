// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"
#include "parser/grafana/tablestyles.h"

#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view migratedFields[] = {
    "columns", "pageSize", "scroll",          "showHeader", "sort",  "styles",  "transform",
    "table",   "isNew",    "autoMigrateFrom", "legend",     "error", "editable"};

constexpr OldField lostFields[] = {{"fontSize", "100%", "The table has one size of text."},
                                   {"filterNull", "", "Rows without a value are shown."}};

/// Columns of the old table of aggregations, and what the reduce transformation calls them.
struct ColumnName
{
    std::string_view old, value, modern;
};

constexpr std::array<ColumnName, 7> aggregateNames = {{{"Metric", "", "Field"},
                                                       {"Avg", "avg", "Mean"},
                                                       {"Min", "min", "Min"},
                                                       {"Max", "max", "Max"},
                                                       {"Total", "total", "Total"},
                                                       {"Current", "current", "Last *"},
                                                       {"Count", "count", "Count"}}};

std::string_view modernColumn(std::string_view column, bool aggregated)
{
    for (const ColumnName &name : aggregateNames) {
        if (aggregated && name.old == column)
            return name.modern;
    }
    return column;
}

Json reduceTransformation(const Json &panel)
{
    Json reducers = Json::array();
    forEachObject(find(panel, "columns"), [&reducers](const Json &column) {
        if (const std::string_view reducer = modernReducer(textIn(column, "value")); !reducer.empty())
            reducers.push_back(reducer);
    });
    if (reducers.empty())
        reducers = Json::array({"mean"});
    return {{"id", "reduce"}, {"options", {{"includeTimeField", false}, {"reducers", std::move(reducers)}}}};
}

void addTransformation(Json &panel, Migration &migration)
{
    const std::string transform(textIn(panel, "transform"));
    Json added;
    if (transform == "timeseries_to_rows")
        added = {{"id", "seriesToRows"}, {"options", Json::object()}};
    else if (transform == "timeseries_to_columns")
        added = {{"id", "joinByField"}, {"options", {{"byField", "Time"}, {"mode", "outer"}}}};
    else if (transform == "timeseries_aggregations")
        added = reduceTransformation(panel);
    else if (transform == "table")
        added = {{"id", "merge"}, {"options", Json::object()}};
    else if (!transform.empty())
        migration.lose(panel, "/transform",
                       {"table.transform", "The table shows the data as it comes.", LossKind::AsInGrafana});
    if (!added.is_null())
        arrayIn(panel, "transformations").push_back(std::move(added));
}

/// The name of the column at an index, "" where only the data would tell.
std::string_view columnAt(const Json &panel, std::size_t index)
{
    const std::string_view transform = textIn(panel, "transform");
    if (transform == "timeseries_to_rows") {
        constexpr std::array<std::string_view, 3> names = {"Time", "Metric", "Value"};
        return index < names.size() ? names[index] : std::string_view();
    }
    if (transform == "timeseries_to_columns" && index == 0)
        return "Time";
    if (transform != "timeseries_aggregations")
        return {};
    if (index == 0)
        return "Field";
    const Json *columns = find(panel, "columns");
    if (columns == nullptr || !columns->is_array() || index > columns->size())
        return {};
    const std::string_view value = textIn((*columns)[index - 1], "value");
    for (const ColumnName &name : aggregateNames) {
        if (name.value == value && !value.empty())
            return name.modern;
    }
    return {};
}

Json tableOptions(const Json &panel, Migration &migration)
{
    Json options = {{"showHeader", boolIn(panel, "showHeader", true)}};
    if (numberIn(panel, "pageSize").value_or(0) > 0)
        set(options, "enablePagination", true);
    const Json *sort = find(panel, "sort");
    const auto column = sort == nullptr ? std::nullopt : numberIn(*sort, "col");
    if (!column || *column < 0 || *column > 1000)
        return options;
    const std::string_view name = columnAt(panel, static_cast<std::size_t>(*column));
    if (!name.empty())
        set(options, "sortBy",
            Json::array({{{"displayName", name}, {"desc", boolIn(*sort, "desc", false)}}}));
    else if (*column > 0)
        migration.lose(
            panel, "/sort",
            {"table.sort", "The column to sort by is known by its number only.", LossKind::AsInGrafana});
    return options;
}

} // namespace

void migrateOldTable(Json &panel, Migration &migration)
{
    const bool aggregated = textIn(panel, "transform") == "timeseries_aggregations";
    Json defaults = {{"custom", Json::object()}};
    Json overrides = Json::array();
    const Json styles = valueIn(panel, "styles");
    std::size_t index = 0;
    if (styles.is_array()) {
        for (const Json &style : styles) {
            const TableStyle read{style, panel, "/styles/" + std::to_string(index++)};
            const std::string_view pattern = textIn(style, "pattern");
            if (pattern == "/.*/" || pattern == "/.+/")
                addStyleToDefaults(read, defaults, migration);
            else if (!pattern.empty())
                addStyleAsOverride(read, modernColumn(pattern, aggregated), overrides, migration);
        }
    }
    Json options = tableOptions(panel, migration);
    addTransformation(panel, migration);
    set(panel, "fieldConfig", {{"defaults", std::move(defaults)}, {"overrides", std::move(overrides)}});
    set(panel, "options", std::move(options));
    set(panel, "type", "table");
    dropOldFields(panel, "table", lostFields, migration);
    dropFields(panel, migratedFields);
}

} // namespace sightglass::grafana
