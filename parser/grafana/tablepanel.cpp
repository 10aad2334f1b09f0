// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"

#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

Json cellOptionsOf(std::string_view displayMode)
{
    if (displayMode == "basic" || displayMode == "gradient-gauge" || displayMode == "lcd-gauge")
        return {{"type", "gauge"}, {"mode", displayMode.substr(0, displayMode.find('-'))}};
    if (displayMode == "color-background-solid")
        return {{"type", "color-background"}, {"mode", "basic"}};
    if (displayMode == "color-background")
        return {{"type", "color-background"}, {"mode", "gradient"}};
    return {{"type", displayMode}};
}

void cellModes(Json &config)
{
    if (Json *custom = find(config, {"defaults", "custom"}); custom != nullptr && custom->is_object()) {
        const Json mode = take(*custom, "displayMode");
        if (!textOf(&mode).empty())
            setDefault(*custom, "cellOptions", cellOptionsOf(textOf(&mode)));
        if (const Json hidden = take(*custom, "hidden"); truthy(&hidden))
            set(objectIn(*custom, "hideFrom"), "viz", true);
    }
    forEachObject(find(config, "overrides"), [](Json &override) {
        forEachObject(find(override, "properties"), [](Json &property) {
            const std::string id(textIn(property, "id"));
            if (id == "custom.hidden")
                set(property, "id", "custom.hideFrom.viz");
            if (id != "custom.displayMode")
                return;
            set(property, "id", "custom.cellOptions");
            const std::string mode(textIn(property, "value"));
            if (!mode.empty())
                set(property, "value", cellOptionsOf(mode));
        });
    });
}

Json footerReducers(const Json &footer)
{
    Json reducers = Json::array();
    const Json *named = find(footer, "reducer");
    if (named != nullptr && named->is_array()) {
        for (const Json &reducer : *named) {
            if (!textOf(&reducer).empty())
                reducers.push_back(reducer);
        }
    } else if (!textOf(named).empty()) {
        reducers.push_back(*named);
    }
    const bool rows =
        boolIn(footer, "countRows", false) && !reducers.empty() && reducers.front() == Json("count");
    return rows ? Json::array({"countAll"}) : reducers;
}

/// Since Grafana 12.2 each field has its footer.
void footerToFields(Json &panel, Json &options)
{
    Json footer = take(options, "footer");
    if (!footer.is_object()) {
        if (!isEmptyValue(&footer))
            set(options, "footer", std::move(footer));
        return;
    }
    // What nobody reads of it stays, to be told and written back.
    if (Json strangers =
            strangersIn(footer, {"show", "countRows", "enablePagination"}, {"reducer", "fields"});
        !strangers.empty())
        set(options, "footer", std::move(strangers));
    if (boolIn(footer, "enablePagination", false))
        set(options, "enablePagination", true);
    Json reducers = footerReducers(footer);
    if (!boolIn(footer, "show", false) || reducers.empty())
        return;
    Json &config = objectIn(panel, "fieldConfig");
    const Json *fields = find(footer, "fields");
    if (fields == nullptr || !fields->is_array() || fields->empty()) {
        Json &custom = objectIn(objectIn(config, "defaults"), "custom");
        set(custom, "footer", {{"reducers", std::move(reducers)}});
        return;
    }
    for (const Json &field : *fields) {
        if (textOf(&field).empty())
            continue;
        Json override = overrideOf("byName", field);
        addProperty(override, "custom.footer.reducers", reducers);
        arrayIn(config, "overrides").push_back(std::move(override));
    }
}

bool isOldTable(const Json &panel)
{
    const Json *styles = find(panel, "styles");
    const Json *overrides = find(panel, {"fieldConfig", "overrides"});
    return styles != nullptr && styles->is_array() && !styles->empty() && isEmptyValue(overrides) &&
           isEmptyValue(find(panel, {"fieldConfig", "defaults", "custom"})) &&
           isEmptyValue(find(panel, "pluginVersion"));
}

} // namespace

void migrateTable(Json &panel, Migration &migration)
{
    // Written by hand or by a library under a newer schema; Grafana shows it without its styles.
    if (isOldTable(panel)) {
        migrateOldTable(panel, migration);
        return;
    }
    set(panel, "type", "table");
    cellModes(objectIn(panel, "fieldConfig"));
    footerToFields(panel, objectIn(panel, "options"));
    for (const std::string_view key :
         {"styles", "columns", "transform", "scroll", "pageSize", "sort", "fontSize"})
        erase(panel, key);
}

} // namespace sightglass::grafana
