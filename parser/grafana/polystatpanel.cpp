// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"
#include "parser/grafana/thresholdsteps.h"
#include "parser/grafana/valuemappings.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view migratedFields[] = {
    "polystat", "mappingType",  "mappingTypes",  "valueMaps",       "rangeMaps",
    "colors",   "format",       "nullPointMode", "operatorName",    "sortDirection",
    "d3DivId",  "svgContainer", "panelHeight",   "panelWidth",      "panelContainer",
    "legend",   "decimals",     "notcolors",     "operatorOptions", "unitFormats"};

/// A setting of the panel in the plugin's first writing (polystat.*) and its second (options.*).
struct SettingName
{
    std::string_view first, second;
};

constexpr SettingName unitName{"globalUnitFormat", "globalUnitFormat"};
constexpr SettingName operatorName{"globalOperatorName", "globalOperator"};
constexpr SettingName decimalsName{"globalDecimals", "globalDecimals"};
constexpr SettingName colorName{"polygonGlobalFillColor", "globalFillColor"};
constexpr SettingName shapeName{"shape", "globalShape"};
constexpr SettingName gradientName{"gradientEnabled", "globalGradientsEnabled"};
constexpr SettingName showsValueName{"globalShowValueEnabled", "globalShowValueEnabled"};
constexpr SettingName displayName{"globalDisplayMode", "globalDisplayMode"};

/// Settings of the whole panel, wherever they are.
class Settings
{
public:
    explicit Settings(const Json &panel)
        : m_first(valueIn(panel, "polystat"))
        , m_second(valueIn(panel, "options"))
    {}
    [[nodiscard]] const Json *get(const SettingName &name) const
    {
        const Json *value = find(m_first, name.first);
        return value != nullptr ? value : find(m_second, name.second);
    }
    [[nodiscard]] const Json *thresholds() const
    {
        const Json *first = find(m_first, "globalThresholds");
        return first != nullptr ? first : find(m_second, "globalThresholdsConfig");
    }

private:
    Json m_first, m_second;
};

/// Steps by value; the plugin's base colour is the fill of a polygon without threshold.
Json thresholdsOf(const Settings &settings)
{
    Json steps = Json::array();
    const std::string_view fill = textOf(settings.get(colorName));
    steps.push_back(thresholdStep(nullptr, fill.empty() ? std::string_view("#299c46") : fill));
    forEachObject(settings.thresholds(), [&steps](const Json &threshold) {
        const auto value = numberIn(threshold, "value");
        const std::string_view color = textIn(threshold, "color");
        if (value && !color.empty())
            steps.push_back(thresholdStep(jsonNumber(*value), color));
    });
    return modernThresholds(absoluteThresholds(std::move(steps)));
}

/// The shape of the polygons; others than those that today's plugin has are squares.
std::string_view shapeOf(const Json &panel, const Settings &settings, Migration &migration)
{
    constexpr std::string_view usual = "hexagon_pointed_top";
    constexpr std::array<std::string_view, 4> known = {usual, "hexagon_flat_top", "circle", "square"};
    const std::string_view word = textOf(settings.get(shapeName));
    if (word.empty())
        return usual;
    if (std::ranges::find(known, word) != known.end())
        return word;
    migration.lose(panel, "", {"polystat.shape", "Polygons of this shape are squares."});
    return "square";
}

bool isSet(const Json *flag, bool standard)
{
    return flag != nullptr && flag->is_boolean() ? flag->get<bool>() : standard;
}

void noteLosses(const Json &panel, Migration &migration)
{
    constexpr std::array<std::array<std::string_view, 2>, 4> lists = {{{"savedComposites", "composites"},
                                                                       {"savedOverrides", "overrides"},
                                                                       {"compositeConfig", "composites"},
                                                                       {"overrideConfig", "overrides"}}};
    for (const auto &[key, what] : lists) {
        const Json *list = find(panel, key);
        if (list == nullptr)
            list = find(panel, {"options", key, what});
        if (!isEmptyValue(list))
            migration.lose(panel, pointerStep(key),
                           {what == "composites" ? "polystat.composites" : "polystat.overrides",
                            "Polygons of several series, or with settings of their own, are single ones."});
    }
}

} // namespace

/// A wall of polygons: name, value and colour of each series.
void migratePolystat(Json &panel, Migration &migration)
{
    noteLosses(panel, migration);
    const Settings settings(panel);
    Json defaults = {{"thresholds", thresholdsOf(settings)}};
    set(defaults, "color", {{"mode", "thresholds"}});
    if (const std::string_view unit = textOf(settings.get(unitName)); !unit.empty())
        set(defaults, "unit", unit);
    if (const auto decimals = numberOf(settings.get(decimalsName)))
        set(defaults, "decimals", jsonNumber(*decimals));
    if (Json mappings = mappingsOfPlugin(panel); !mappings.empty())
        set(defaults, "mappings", std::move(mappings));

    const std::string_view word = textOf(settings.get(operatorName));
    const std::string_view reducer = modernReducer(word.empty() ? "avg" : word);
    Json calcs = Json::array({reducer.empty() ? std::string_view("mean") : reducer});
    const bool isShaded = isSet(settings.get(gradientName), true);
    Json options = {{"graphMode", "none"}, {"justifyMode", "auto"}, {"orientation", "auto"}};
    set(options, "colorMode", isShaded ? "background" : "background_solid");
    set(options, "textMode", isSet(settings.get(showsValueName), true) ? "value_and_name" : "name");
    set(options, "polygonShape", shapeOf(panel, settings, migration));
    set(options, "reduceOptions", {{"values", false}, {"fields", ""}, {"calcs", std::move(calcs)}});
    if (const std::string_view mode = textOf(settings.get(displayName)); !mode.empty() && mode != "all")
        migration.lose(panel, "",
                       {"polystat.displayMode", "Polygons without a raised threshold are shown too."});

    Json overrides = valueIn(valueIn(panel, "fieldConfig"), "overrides");
    set(panel, "fieldConfig", {{"defaults", std::move(defaults)}, {"overrides", std::move(overrides)}});
    set(panel, "options", std::move(options));
    set(panel, "type", "stat");
    for (const std::string_view key :
         {"savedComposites", "savedOverrides", "compositeConfig", "overrideConfig"})
        erase(panel, key);
    dropFields(panel, migratedFields);
}

} // namespace sightglass::grafana
