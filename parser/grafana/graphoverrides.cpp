// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/graphparts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

/// One override of the old graph being rewritten.
struct SeriesOverride
{
    const Json &panel;
    const GraphAxes &axes;
    Json rule;

    void add(std::string_view id, Json value) { addProperty(rule, id, std::move(value)); }
};

using Rewrite = void (*)(const Json &value, SeriesOverride &series);

void number(SeriesOverride &series, const Json &value, std::string_view id, double factor, double offset)
{
    if (const auto read = numberOf(&value))
        series.add(id, jsonNumber(offset + *read * factor));
}

void rewriteAxis(const Json &value, SeriesOverride &series)
{
    if (numberOf(&value) == 2)
        addRightAxis(series.axes, series.rule);
}

void rewriteBars(const Json &value, SeriesOverride &series)
{
    series.add("custom.drawStyle", truthy(&value) ? "bars" : "line");
    if (truthy(&value))
        series.add("custom.fillOpacity", 100);
}

void rewriteLines(const Json &value, SeriesOverride &series)
{
    if (truthy(&value))
        series.add("custom.drawStyle", "line");
    else
        series.add("custom.lineWidth", 0);
}

void rewriteGradient(const Json &value, SeriesOverride &series)
{
    if (!truthy(&value))
        return;
    series.add("custom.gradientMode", "opacity");
    number(series, value, "custom.fillOpacity", 10, 0);
}

void rewriteStack(const Json &value, SeriesOverride &series)
{
    Json stacking = graphStacking(series.panel);
    if (!truthy(&value))
        set(stacking, "mode", "none");
    else if (textIn(stacking, "mode") == "none")
        set(stacking, "mode", "normal");
    if (value.is_string() && truthy(&value))
        set(stacking, "group", value);
    series.add("custom.stacking", std::move(stacking));
}

void rewriteNulls(const Json &value, SeriesOverride &series)
{
    series.add("custom.spanNulls", textOf(&value) == "connected");
}

void rewritePoints(const Json &value, SeriesOverride &series)
{
    series.add("custom.showPoints", truthy(&value) ? "always" : "never");
}

void rewriteSteps(const Json &value, SeriesOverride &series)
{
    series.add("custom.lineInterpolation", truthy(&value) ? "stepAfter" : "linear");
}

void rewriteTransform(const Json &value, SeriesOverride &series)
{
    if (truthy(&value))
        series.add("custom.transform", textOf(&value) == "negative-Y" ? "negative-Y" : "constant");
}

void rewriteColor(const Json &value, SeriesOverride &series)
{
    if (!textOf(&value).empty())
        series.add("color", fixedColor(value));
}

void rewriteBand(const Json &value, SeriesOverride &series)
{
    if (!textOf(&value).empty())
        series.add("custom.fillBelowTo", value);
}

struct KeyRewrite
{
    std::string_view key;
    Rewrite rewrite;
};

/// In the order in which properties are written: a later one counts, so that fill comes behind bars.
constexpr std::array<KeyRewrite, 14> rewrites = {
    {{"yaxis", rewriteAxis},
     {"bars", rewriteBars},
     {"lines", rewriteLines},
     {"linewidth", [](const Json &v, SeriesOverride &s) { number(s, v, "custom.lineWidth", 1, 0); }},
     {"fill", [](const Json &v, SeriesOverride &s) { number(s, v, "custom.fillOpacity", 10, 0); }},
     {"fillGradient", rewriteGradient},
     {"fillBelowTo", rewriteBand},
     {"points", rewritePoints},
     {"pointradius", [](const Json &v, SeriesOverride &s) { number(s, v, "custom.pointSize", 2, 2); }},
     {"steppedLine", rewriteSteps},
     {"nullPointMode", rewriteNulls},
     {"stack", rewriteStack},
     {"transform", rewriteTransform},
     {"color", rewriteColor}}};

void addDashes(const Json &old, SeriesOverride &series)
{
    const Json *dashes = find(old, "dashes");
    const auto length = numberIn(old, "dashLength");
    const auto space = numberIn(old, "spaceLength");
    if (dashes == nullptr && !length && !space)
        return;
    Json style = graphLineStyle(series.panel);
    if (dashes != nullptr)
        set(style, "fill", truthy(dashes) ? "dash" : "solid");
    Json &lengths = *find(style, "dash");
    if (length)
        lengths[0] = jsonNumber(*length);
    if (space)
        lengths[1] = jsonNumber(*space);
    series.add("custom.lineStyle", std::move(style));
}

void addHiding(const Json &old, SeriesOverride &series)
{
    const Json *legend = find(old, "legend");
    const bool fromLegend = legend != nullptr && !truthy(legend);
    const bool fromTooltip = truthyIn(old, "hideTooltip");
    const bool fromGraph = truthyIn(old, "hiddenSeries");
    if (fromLegend || fromTooltip || fromGraph)
        series.add("custom.hideFrom",
                   {{"legend", fromLegend}, {"tooltip", fromTooltip || fromGraph}, {"viz", fromGraph}});
}

void noteLosses(const Json &panel, const Json &old, const std::string &place, Migration &migration)
{
    if (numberIn(old, "zindex").value_or(0) != 0)
        migration.lose(
            panel, place + "/zindex",
            {"graph.seriesOverrides.zindex", "Series are drawn in their order.", LossKind::AsInGrafana});
    if (textIn(old, "nullPointMode") == "null as zero")
        migration.lose(panel, place + "/nullPointMode",
                       {"graph.nullPointMode.zero", "Where there is no value the line has a gap, not zero.",
                        LossKind::AsInGrafana});
}

} // namespace

Json graphLineStyle(const Json &panel)
{
    Json style = {{"fill", boolIn(panel, "dashes", false) ? "dash" : "solid"}};
    Json &lengths = arrayIn(style, "dash");
    lengths.push_back(jsonNumber(numberIn(panel, "dashLength").value_or(10)));
    lengths.push_back(jsonNumber(numberIn(panel, "spaceLength").value_or(10)));
    return style;
}

Json graphStacking(const Json &panel)
{
    std::string_view mode = "none";
    if (boolIn(panel, "stack", false))
        mode = boolIn(panel, "percentage", false) ? "percent" : "normal";
    return {{"mode", mode}, {"group", "A"}};
}

bool addSeriesOverrides(const Json &panel, const GraphAxes &axes, Json &overrides, Migration &migration)
{
    const Json *list = find(panel, "seriesOverrides");
    if (list == nullptr || !list->is_array())
        return false;
    bool band = false;
    std::size_t index = 0;
    for (const Json &old : *list) {
        const std::string place = "/seriesOverrides/" + std::to_string(index++);
        const std::string_view alias = textIn(old, "alias");
        if (alias.empty())
            continue;
        SeriesOverride series{panel, axes, overrideByPattern(alias)};
        for (const KeyRewrite &entry : rewrites) {
            if (const Json *value = find(old, entry.key))
                entry.rewrite(*value, series);
        }
        addDashes(old, series);
        addHiding(old, series);
        noteLosses(panel, old, place, migration);
        band = band || !textIn(old, "fillBelowTo").empty();
        if (!find(series.rule, "properties")->empty())
            overrides.push_back(std::move(series.rule));
    }
    return band;
}

} // namespace sightglass::grafana
