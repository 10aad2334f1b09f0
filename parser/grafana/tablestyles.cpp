// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/tablestyles.h"

#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/linkurls.h"
#include "parser/grafana/thresholdsteps.h"
#include "parser/grafana/valuemappings.h"

#include <utility>

namespace sightglass::grafana {
namespace {

Json cellOptions(std::string_view colorMode)
{
    if (colorMode == "value")
        return {{"type", "color-text"}};
    if (colorMode != "cell" && colorMode != "row")
        return {};
    Json options = {{"type", "color-background"}, {"mode", "basic"}};
    if (colorMode == "row")
        set(options, "applyToRow", true);
    return options;
}

Json styleLink(const Json &style)
{
    Json link = Json::object();
    set(link, "title", modernCellVariables(textIn(style, "linkTooltip")));
    set(link, "url", modernCellVariables(textIn(style, "linkUrl")));
    set(link, "targetBlank", boolIn(style, "linkTargetBlank", false));
    return Json::array({std::move(link)});
}

/// The style as properties of an override; those of the default style are spread over its members.
void addNumberProperties(const Json &style, Json &override)
{
    if (const std::string_view unit = textIn(style, "unit"); !unit.empty())
        addProperty(override, "unit", unit);
    if (const auto decimals = numberIn(style, "decimals"))
        addProperty(override, "decimals", jsonNumber(*decimals));
}

void addColors(const Json &style, Json &override)
{
    Json options = cellOptions(textIn(style, "colorMode"));
    const auto numbers = thresholdNumbers(find(style, "thresholds"));
    if (options.is_null())
        return;
    addProperty(override, "custom.cellOptions", std::move(options));
    addProperty(override, "thresholds", absoluteThresholds(stepsOf(numbers, valueIn(style, "colors"))));
}

void addAlias(const TableStyle &read, Json &override, Migration &migration)
{
    const std::string_view alias = textIn(read.style, "alias");
    if (alias.empty())
        return;
    const bool regex = textIn(read.style, "pattern").starts_with('/');
    if (regex && alias.find('$') != std::string_view::npos)
        migration.lose(read.panel, read.place + "/alias",
                       {"table.styles.alias.groups",
                        "Groups of the pattern are not put into the column's name.", LossKind::AsInGrafana});
    else
        addProperty(override, "displayName", alias);
}

void addDate(const Json &style, Json &override)
{
    const std::string_view format = textIn(style, "dateFormat");
    addProperty(override, "unit",
                format.empty() ? std::string("dateTimeAsIso") : "time:" + std::string(format));
}

Json propertiesOf(const TableStyle &read, Migration &migration)
{
    const Json &style = read.style;
    Json override = Json::object();
    arrayIn(override, "properties");
    addAlias(read, override, migration);
    const std::string_view type = textIn(style, "type");
    if (type == "hidden")
        addProperty(override, "custom.hideFrom.viz", true);
    else if (type == "date")
        addDate(style, override);
    else if (type == "number" || type.empty())
        addNumberProperties(style, override);
    if (type != "hidden" && type != "date") {
        addColors(style, override);
        if (Json mappings = mappingsOfPlugin(style); !mappings.empty())
            addProperty(override, "mappings", std::move(mappings));
    }
    if (boolIn(style, "link", false) && !textIn(style, "linkUrl").empty())
        addProperty(override, "links", styleLink(style));
    const std::string_view align = textIn(style, "align");
    if (align == "left" || align == "center" || align == "right")
        addProperty(override, "custom.align", align);
    for (const std::string_view key : {"sanitize", "preserveFormat"}) {
        if (truthyIn(style, key))
            migration.lose(read.panel, read.place + pointerStep(key),
                           {"table.styles.html", "Cells show text, not HTML.", LossKind::AsInGrafana});
    }
    return take(override, "properties");
}

} // namespace

void addStyleToDefaults(const TableStyle &style, Json &defaults, Migration &migration)
{
    const Json properties = propertiesOf(style, migration);
    forEachObject(&properties, [&defaults](const Json &property) {
        constexpr std::string_view custom = "custom.";
        const std::string_view id = textIn(property, "id");
        // A table of which every column is hidden was never meant.
        if (id == "custom.hideFrom.viz")
            return;
        if (id.starts_with(custom))
            set(objectIn(defaults, "custom"), id.substr(custom.size()), valueIn(property, "value"));
        else
            set(defaults, id, valueIn(property, "value"));
    });
}

void addStyleAsOverride(const TableStyle &style, std::string_view pattern, Json &overrides,
                        Migration &migration)
{
    Json override = overrideByPattern(pattern);
    Json properties = propertiesOf(style, migration);
    if (properties.empty())
        return;
    set(override, "properties", std::move(properties));
    overrides.push_back(std::move(override));
}

} // namespace sightglass::grafana
