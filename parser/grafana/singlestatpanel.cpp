// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"
#include "parser/grafana/thresholdsteps.h"
#include "parser/grafana/valuemappings.h"

#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view migratedFields[] = {
    "colorBackground", "colorValue",    "colors",         "decimals",        "format",    "gauge",
    "mappingType",     "mappingTypes",  "nullPointMode",  "nullText",        "rangeMaps", "sparkline",
    "tableColumn",     "thresholds",    "valueMaps",      "valueName",       "isNew",     "autoMigrateFrom",
    "hideZero",        "valueFontSize", "prefixFontSize", "postfixFontSize", "error",     "editable"};

constexpr OldField lostFields[] = {
    {"prefix", "", "The text before the value is not shown."},
    {"postfix", "", "The text behind the value is not shown."},
    {"colorPrefix", "", ""},
    {"colorPostfix", "", ""},
    {"math", "", "Calculations of the math variant of the panel are not done.", LossKind::Ours}};

/// The plugin's own colours, for panels that name thresholds only.
Json colorsOf(const Json &panel)
{
    const Json *colors = find(panel, "colors");
    if (colors != nullptr && colors->is_array() && !colors->empty())
        return *colors;
    return Json::array({"#299c46", "rgba(237, 129, 40, 0.89)", "#d44a3a"});
}

bool isColored(const Json &panel)
{
    return boolIn(panel, "colorBackground", false) || boolIn(panel, "colorValue", false);
}

void addThresholds(const Json &panel, bool gauge, Json &defaults)
{
    const auto numbers = thresholdNumbers(find(panel, "thresholds"));
    // Without thresholds everything had the first colour, where colours were asked for.
    if (!numbers.empty() || isColored(panel) || gauge)
        set(defaults, "thresholds", absoluteThresholds(stepsOf(numbers, colorsOf(panel))));
}

/// Texts around a number without a unit are a unit of their own. They stay in the panel where there is one.
void addAffixes(Json &panel, Json &defaults)
{
    const std::string unit(textIn(defaults, "unit"));
    const bool plain = unit.empty() || unit == "none";
    const std::string prefix = scalarText(find(panel, "prefix"));
    const std::string postfix = scalarText(find(panel, "postfix"));
    if (!plain || prefix.empty() == postfix.empty())
        return;
    set(defaults, "unit", prefix.empty() ? "suffix:" + postfix : "prefix:" + prefix);
    erase(panel, prefix.empty() ? "postfix" : "prefix");
}

Json defaultsOf(Json &panel, bool gauge)
{
    Json defaults = Json::object();
    if (const std::string_view format = textIn(panel, "format"); !format.empty())
        set(defaults, "unit", format);
    addAffixes(panel, defaults);
    if (const std::string_view nulls = textIn(panel, "nullPointMode"); !nulls.empty())
        set(defaults, "nullValueMode", nulls);
    if (const std::string text = scalarText(find(panel, "nullText")); !text.empty())
        set(defaults, "noValue", text);
    if (const auto decimals = numberIn(panel, "decimals"))
        set(defaults, "decimals", jsonNumber(*decimals));
    addThresholds(panel, gauge, defaults);
    if (Json mappings = mappingsOfPlugin(panel); !mappings.empty())
        set(defaults, "mappings", std::move(mappings));
    if (gauge) {
        const Json old = valueIn(panel, "gauge");
        set(defaults, "min", jsonNumber(numberIn(old, "minValue").value_or(0)));
        set(defaults, "max", jsonNumber(numberIn(old, "maxValue").value_or(100)));
    }
    return defaults;
}

bool asksForTables(const Json &panel)
{
    bool table = false;
    forEachObject(find(panel, "targets"),
                  [&table](const Json &target) { table = table || textIn(target, "format") == "table"; });
    return table;
}

std::string escapedRegex(std::string_view text)
{
    constexpr std::string_view special = R"(\^$.|?*+()[]{}/)";
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

Json reduceOptions(const Json &panel, Migration &migration)
{
    const std::string_view word = textIn(panel, "valueName");
    const std::string_view reducer = modernReducer(word.empty() ? "avg" : word);
    if (reducer.empty() && word != "name")
        migration.lose(panel, "/valueName",
                       {"singlestat.valueName", "This value of the series is not known; its mean is shown.",
                        LossKind::AsInGrafana});
    Json options = {{"values", false}, {"fields", ""}};
    set(options, "calcs", Json::array({reducer.empty() ? std::string_view("mean") : reducer}));
    // The column counted for tables only; as a filter of series it would hide them all.
    const std::string_view column = textIn(panel, "tableColumn");
    if (!column.empty() && asksForTables(panel))
        set(options, "fields", "/^" + escapedRegex(column) + "$/");
    return options;
}

void addStatOptions(const Json &panel, Json &options, Json &defaults)
{
    const Json sparkline = valueIn(panel, "sparkline");
    const bool area = boolIn(sparkline, "show", false);
    set(options, "graphMode", area ? "area" : "none");
    set(options, "justifyMode", "auto");
    set(options, "textMode", textIn(panel, "valueName") == "name" ? "name" : "auto");
    if (boolIn(panel, "colorBackground", false)) {
        set(options, "colorMode", "background");
    } else if (boolIn(panel, "colorValue", false)) {
        set(options, "colorMode", "value");
    } else {
        set(options, "colorMode", "none");
        if (area && !textIn(sparkline, "lineColor").empty())
            set(defaults, "color", fixedColor(textIn(sparkline, "lineColor")));
    }
}

} // namespace

void migrateSinglestat(Json &panel, Migration &migration)
{
    const Json gauge = valueIn(panel, "gauge");
    const bool isGauge = boolIn(gauge, "show", false);
    Json defaults = defaultsOf(panel, isGauge);
    Json options = {{"orientation", "horizontal"}};
    set(options, "reduceOptions", reduceOptions(panel, migration));
    if (isGauge) {
        set(options, "showThresholdLabels", boolIn(gauge, "thresholdLabels", false));
        set(options, "showThresholdMarkers", boolIn(gauge, "thresholdMarkers", true));
    } else {
        addStatOptions(panel, options, defaults);
    }
    if (Json links = valueIn(panel, "options"); find(links, "dataLinks") != nullptr)
        set(defaults, "links", take(links, "dataLinks"));
    set(panel, "fieldConfig", {{"defaults", std::move(defaults)}, {"overrides", Json::array()}});
    set(panel, "options", std::move(options));
    set(panel, "type", isGauge ? "gauge" : "stat");
    dropOldFields(panel, "singlestat", lostFields, migration);
    dropFields(panel, migratedFields);
}

} // namespace sightglass::grafana
