// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/linkurls.h"
#include "parser/grafana/schemasteps.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

// 17: the least width of a repeated panel becomes the most panels in a line.
void minSpanToMaxPerRow(Json &panel, Migration &)
{
    const Json minSpan = take(panel, "minSpan");
    const auto span = numberOf(&minSpan);
    if (!span || *span <= 0)
        return;
    constexpr std::array<int, 8> divisors = {1, 2, 3, 4, 6, 8, 12, 24};
    const double most = 24 / *span;
    int perRow = 1;
    for (const int divisor : divisors)
        perRow = divisor <= most ? divisor : perRow;
    setDefault(panel, "maxPerRow", perRow);
}

// 18: the first gauge's options.
void firstGauge(Json &panel, Migration &)
{
    Json options = take(panel, "options-gauge");
    if (!options.is_object())
        return;
    Json value = Json::object();
    for (const std::string_view key : {"unit", "stat", "decimals", "prefix", "suffix"})
        set(value, key, take(options, key));
    set(options, "valueOptions", std::move(value));
    if (Json *thresholds = find(options, "thresholds"); thresholds != nullptr && thresholds->is_array())
        std::reverse(thresholds->begin(), thresholds->end());
    erase(options, "options");
    set(panel, "options", std::move(options));
}

// 19: links of panels are addresses.
void panelLinks(Json &panel, Migration &)
{
    forEachObject(find(panel, "links"), [](Json &link) { link = modernPanelLink(link); });
}

// 20, 21: variables in data links.
void dataLinkVariables(Json &panel, Migration &)
{
    const auto update = [](Json *links) {
        forEachObject(links, [](Json &link) { set(link, "url", modernLinkVariables(textIn(link, "url"))); });
    };
    update(find(panel, {"options", "dataLinks"}));
    Json *defaults = find(panel, {"options", "fieldOptions", "defaults"});
    if (defaults == nullptr)
        return;
    update(find(*defaults, "links"));
    if (const Json *title = find(*defaults, "title"); title != nullptr && title->is_string())
        set(*defaults, "title", modernLinkVariables(textOf(title)));
}

void dataLinkLabels(Json &panel, Migration &)
{
    const auto update = [](Json *links) {
        forEachObject(links, [](Json &link) {
            constexpr std::string_view from = "__series.labels";
            std::string url(textIn(link, "url"));
            for (std::size_t at = url.find(from); at != std::string::npos; at = url.find(from, at))
                url.replace(at, from.size(), "__field.labels");
            set(link, "url", std::move(url));
        });
    };
    update(find(panel, {"options", "dataLinks"}));
    update(find(panel, {"options", "fieldOptions", "defaults", "links"}));
}

// 24: the table of then is the old one.
void tableIsOld(Json &panel, Migration &)
{
    if (textIn(panel, "type") == "table" && truthyIn(panel, "styles") && textIn(panel, "table") != "table2")
        set(panel, "type", "table-old");
}

// 26: the text panel in its second writing.
void secondText(Json &panel, Migration &)
{
    if (textIn(panel, "type") != "text2")
        return;
    set(panel, "type", "text");
    if (Json *options = find(panel, "options"))
        erase(*options, "angular");
}

// 27: clones of repeated panels are not saved any more.
void dropClones(Json &holder)
{
    Json *panels = find(holder, "panels");
    if (panels == nullptr || !panels->is_array())
        return;
    Json kept = Json::array();
    for (Json &panel : *panels) {
        if (truthyIn(panel, "repeatPanelId") || truthyIn(panel, "repeatByRow"))
            continue;
        if (panel.is_object())
            dropClones(panel);
        kept.push_back(std::move(panel));
    }
    *panels = std::move(kept);
}

void dropRepeatedPanels(Json &dashboard, Migration &)
{
    dropClones(dashboard);
}

void visibleConstants(Json &dashboard, Migration &)
{
    forEachObject(find(dashboard, {"templating", "list"}), [](Json &variable) {
        if (textIn(variable, "type") == "constant" && numberIn(variable, "hide").value_or(0) != 2)
            set(variable, "type", "textbox");
    });
}

void repeatsAndConstants(Json &dashboard, Migration &migration)
{
    dropRepeatedPanels(dashboard, migration);
    visibleConstants(dashboard, migration);
}

// 29: variables with a query are asked when the dashboard is opened, at least.
void refreshQueries(Json &dashboard, Migration &)
{
    forEachObject(find(dashboard, {"templating", "list"}), [](Json &variable) {
        if (textIn(variable, "type") != "query")
            return;
        const auto refresh = numberIn(variable, "refresh");
        if (refresh != 1 && refresh != 2)
            set(variable, "refresh", 1);
        set(variable, "options", Json::array());
    });
}

// 30: tooltip options lose their second name. (Mappings of that time are known by their form.)
void tooltipOptions(Json &panel, Migration &)
{
    const std::string_view type = textIn(panel, "type");
    Json *options = find(panel, "options");
    if ((type == "timeseries" || type == "xychart") && options != nullptr &&
        find(*options, "tooltipOptions") != nullptr) {
        erase(*options, "tooltip");
        rename(*options, "tooltipOptions", "tooltip");
    }
}

// 31: labelsToFields used to merge its frames.
void mergeAfterLabelsToFields(Json &panel, Migration &)
{
    Json *transformations = find(panel, "transformations");
    if (transformations == nullptr || !transformations->is_array())
        return;
    Json all = Json::array();
    for (Json &transformation : *transformations) {
        const bool followed = textIn(transformation, "id") == "labelsToFields";
        all.push_back(std::move(transformation));
        if (followed)
            all.push_back({{"id", "merge"}, {"options", Json::object()}});
    }
    *transformations = std::move(all);
}

constexpr std::array<SchemaStep, 11> steps = {{{17, nullptr, minSpanToMaxPerRow},
                                               {18, nullptr, firstGauge},
                                               {19, nullptr, panelLinks},
                                               {20, nullptr, dataLinkVariables},
                                               {21, nullptr, dataLinkLabels},
                                               {24, nullptr, tableIsOld},
                                               {26, nullptr, secondText},
                                               {27, repeatsAndConstants, nullptr},
                                               {29, refreshQueries, nullptr},
                                               {30, nullptr, tooltipOptions},
                                               {31, nullptr, mergeAfterLabelsToFields}}};

} // namespace

std::span<const SchemaStep> stepsToPlugins()
{
    return steps;
}

} // namespace sightglass::grafana
