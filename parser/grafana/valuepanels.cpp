// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"
#include "parser/grafana/thresholdsteps.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

/// The Grafana that saved the panel as a number (10.2); a panel without version counts as saved by 6.1, and
/// one that cannot be read as newer than all.
double pluginVersion(const Json &panel)
{
    std::string_view version = textIn(panel, "pluginVersion");
    if (version.empty())
        return 6.1;
    const std::size_t minor = version.find('.');
    const std::size_t patch =
        minor == std::string_view::npos ? minor : version.find_first_not_of("0123456789", minor + 1);
    return parseFloat(version.substr(0, patch)).value_or(1000);
}

/// Grafana 6.0 and 6.1: valueOptions, with mappings, thresholds and limits beside them.
void valueOptionsToFields(Json &options)
{
    Json value = take(options, "valueOptions");
    if (!value.is_object())
        return;
    Json &fields = objectIn(options, "fieldOptions");
    Json &defaults = objectIn(fields, "defaults");
    set(fields, "mappings", take(options, "valueMappings"));
    set(fields, "thresholds", take(options, "thresholds"));
    set(defaults, "unit", take(value, "unit"));
    set(defaults, "decimals", take(value, "decimals"));
    if (const std::string_view reducer = modernReducer(textIn(value, "stat")); !reducer.empty())
        set(fields, "calcs", Json::array({reducer}));
    set(defaults, "min", take(options, "minValue"));
    set(defaults, "max", take(options, "maxValue"));
}

/// Grafana 6.2 to 6.7: fieldOptions, thresholds and mappings once beside and once in their defaults.
void fieldOptionsToConfig(Json &panel, Json &options)
{
    Json fields = take(options, "fieldOptions");
    if (!fields.is_object())
        return;
    Json &old = objectIn(fields, "defaults");
    for (const std::string_view key : {"thresholds", "mappings"}) {
        Json beside = take(fields, key);
        if (beside.is_null())
            beside = take(options, key);
        if (isEmptyValue(find(old, key)) && !beside.is_null())
            set(old, key, std::move(beside));
    }
    Json &config = objectIn(panel, "fieldConfig");
    Json &defaults = objectIn(config, "defaults");
    for (const auto &[key, value] : old.items()) {
        if (!value.is_null())
            set(defaults, key, value);
    }
    Json overrides = take(fields, "overrides");
    forEachObject(&overrides,
                  [&config](Json &override) { arrayIn(config, "overrides").push_back(std::move(override)); });
    Json &reduce = objectIn(options, "reduceOptions");
    for (const std::string_view key : {"values", "limit", "calcs"}) {
        if (Json value = take(fields, key); !value.is_null())
            setDefault(reduce, key, std::move(value));
    }
}

/// Before Grafana 8 percents had limits of their own.
void addPercentLimits(Json &panel)
{
    Json &defaults = objectIn(objectIn(panel, "fieldConfig"), "defaults");
    const std::string_view unit = textIn(defaults, "unit");
    if (unit != "percent" && unit != "percentunit")
        return;
    const auto setLimit = [&defaults](std::string_view key, int limit) {
        if (!numberIn(defaults, key))
            set(defaults, key, limit);
    };
    setLimit("min", 0);
    setLimit("max", unit == "percent" ? 100 : 1);
}

void normalizeReduceOptions(Json &options)
{
    Json *reduce = find(options, "reduceOptions");
    if (reduce == nullptr)
        return;
    if (!reduce->is_object()) {
        erase(options, "reduceOptions");
        return;
    }
    Json calcs = take(*reduce, "calcs");
    Json known = Json::array();
    if (calcs.is_string())
        calcs = Json::array({calcs});
    if (calcs.is_array()) {
        for (const Json &calc : calcs) {
            const std::string_view reducer = modernReducer(textOf(&calc));
            if (!reducer.empty())
                known.push_back(reducer);
            else if (!textOf(&calc).empty())
                known.push_back(calc);
        }
    }
    set(*reduce, "calcs", std::move(known));
    set(*reduce, "values", boolIn(*reduce, "values", false));
}

} // namespace

void migrateValuePanel(Json &panel, Migration &)
{
    Json &options = objectIn(panel, "options");
    const std::string type(textIn(panel, "type"));
    valueOptionsToFields(options);
    fieldOptionsToConfig(panel, options);
    normalizeReduceOptions(options);
    if (pluginVersion(panel) < 8) {
        if (type != "piechart")
            addPercentLimits(panel);
        set(panel, "pluginVersion", migratedPluginVersion);
    }
    if (type == "singlestat2")
        set(panel, "type", "stat");
}

} // namespace sightglass::grafana
