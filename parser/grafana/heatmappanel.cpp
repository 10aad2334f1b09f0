// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view migratedFields[] = {"cards",
                                               "color",
                                               "dataFormat",
                                               "heatmap",
                                               "hideZeroBuckets",
                                               "highlightCards",
                                               "legend",
                                               "reverseYBuckets",
                                               "tooltip",
                                               "tooltipDecimals",
                                               "xAxis",
                                               "xBucketNumber",
                                               "xBucketSize",
                                               "yAxis",
                                               "yBucketBound",
                                               "yBucketNumber",
                                               "yBucketSize",
                                               "isNew",
                                               "autoMigrateFrom",
                                               "error",
                                               "editable",
                                               "xaxis",
                                               "yaxes"};

constexpr std::string_view schemes[] = {
    "Spectral", "RdYlGn",  "RdYlBu", "RdGy",      "RdBu",    "PuOr",    "PRGn", "PiYG",
    "BrBG",     "Blues",   "Greens", "Greys",     "Oranges", "Purples", "Reds", "Turbo",
    "Cividis",  "Viridis", "Magma",  "Inferno",   "Plasma",  "Warm",    "Cool", "BuGn",
    "BuPu",     "GnBu",    "OrRd",   "PuBuGn",    "PuBu",    "PuRd",    "RdPu", "YlGnBu",
    "YlGn",     "YlOrBr",  "YlOrRd", "Cubehelix", "Rainbow", "Sinebow"};

std::string_view schemeOf(std::string_view interpolator)
{
    constexpr std::string_view prefix = "interpolate";
    if (interpolator.starts_with(prefix))
        interpolator.remove_prefix(prefix.size());
    const bool known = std::find(std::begin(schemes), std::end(schemes), interpolator) != std::end(schemes);
    return known ? interpolator : std::string_view("Oranges");
}

Json colorOptions(const Json &old)
{
    Json color = {{"mode", "scheme"}, {"scheme", schemeOf(textIn(old, "colorScheme"))}, {"steps", 128}};
    set(color, "reverse", false);
    set(color, "exponent", jsonNumber(numberIn(old, "exponent").value_or(0.5)));
    set(color, "scale", textIn(old, "colorScale") == "linear" ? "linear" : "exponential");
    const std::string_view fill = textIn(old, "cardColor");
    set(color, "fill", fill.empty() ? std::string_view("dark-orange") : fill);
    if (textIn(old, "mode") == "opacity")
        set(color, "mode", "opacity");
    auto min = numberIn(old, "min");
    auto max = numberIn(old, "max");
    if (min && max && *min > *max) {
        std::swap(min, max);
        set(color, "reverse", true);
    }
    if (min)
        set(color, "min", jsonNumber(*min));
    if (max)
        set(color, "max", jsonNumber(*max));
    return color;
}

/// Buckets by size or by number; sizes may be durations ("5m").
Json buckets(const Json &panel, std::string_view size, std::string_view count)
{
    for (const std::string_view key : {size, count}) {
        if (std::string value = scalarText(find(panel, key)); !value.empty() && value != "0")
            return {{"mode", key == size ? "size" : "count"}, {"value", std::move(value)}};
    }
    return {};
}

Json calculationOptions(const Json &panel, const Json &yAxis)
{
    Json calculation = Json::object();
    if (Json x = buckets(panel, "xBucketSize", "xBucketNumber"); !x.is_null())
        set(calculation, "xBuckets", std::move(x));
    if (Json y = buckets(panel, "yBucketSize", "yBucketNumber"); !y.is_null())
        set(calculation, "yBuckets", std::move(y));
    const double logBase = numberIn(yAxis, "logBase").value_or(1);
    if (logBase > 1) {
        Json y = {{"mode", "count"}, {"scale", {{"type", "log"}, {"log", jsonNumber(logBase)}}}};
        if (const auto split = numberIn(yAxis, "splitFactor"); split && *split > 0)
            set(y, "value", scalarText(find(yAxis, "splitFactor")));
        set(calculation, "yBuckets", std::move(y));
    }
    return calculation;
}

Json yAxisOptions(const Json &panel, const Json &old)
{
    Json axis = {{"axisPlacement", boolIn(old, "show", true) ? "left" : "hidden"}};
    set(axis, "reverse", boolIn(panel, "reverseYBuckets", false));
    const auto setNumber = [&](std::string_view from, std::string_view to) {
        if (const auto number = numberIn(old, from))
            set(axis, to, jsonNumber(*number));
    };
    setNumber("width", "axisWidth");
    setNumber("min", "min");
    setNumber("max", "max");
    setNumber("decimals", "decimals");
    if (const std::string_view unit = textIn(old, "format"); !unit.empty())
        set(axis, "unit", unit);
    return axis;
}

std::string_view cellLayout(std::string_view bound)
{
    if (bound == "upper")
        return "ge";
    if (bound == "lower")
        return "le";
    return bound == "middle" ? "unknown" : "auto";
}

/// Whether a query answers buckets: its format says so, or its legend, which names them.
bool answersBuckets(const Json &target)
{
    std::string legend(textIn(target, "legendFormat"));
    std::erase(legend, ' ');
    return textIn(target, "format") == "heatmap" || legend == "{{le}}";
}

/// Whether the series are samples to be sorted into buckets. The Angular panel always said which by its
/// dataFormat. A panel that never was one and has no options was written by hand: Grafana sorts the counts of
/// its buckets into buckets, which nobody has wanted.
bool isCalculated(const Json &panel)
{
    if (const std::string_view format = textIn(panel, "dataFormat"); !format.empty())
        return format != "tsbuckets";
    const Json targets = valueIn(panel, "targets");
    return !targets.is_array() || std::none_of(targets.begin(), targets.end(), answersBuckets);
}

Json modernOptions(const Json &panel)
{
    const Json yAxis = valueIn(panel, "yAxis");
    const bool calculate = isCalculated(panel);
    Json options = {{"calculate", calculate}, {"showValue", "never"}};
    set(options, "calculation", calculate ? calculationOptions(panel, yAxis) : Json::object());
    set(options, "color", colorOptions(valueIn(panel, "color")));
    const Json cards = valueIn(panel, "cards");
    const double gap = numberIn(cards, "cardPadding").value_or(2);
    set(options, "cellGap", jsonNumber(gap == 0 ? 1 : gap));
    if (const auto radius = numberIn(cards, "cardRound"))
        set(options, "cellRadius", jsonNumber(*radius));
    set(options, "yAxis", yAxisOptions(panel, yAxis));
    set(options, "cellValues", Json::object());
    if (const auto decimals = numberIn(panel, "tooltipDecimals"))
        set(*find(options, "cellValues"), "decimals", jsonNumber(*decimals));
    set(options, "rowsFrame", {{"layout", cellLayout(textIn(panel, "yBucketBound"))}});
    set(options, "legend", {{"show", boolIn(valueIn(panel, "legend"), "show", false)}});
    const Json tooltip = valueIn(panel, "tooltip");
    set(options, "tooltip", {{"mode", boolIn(tooltip, "show", true) ? "single" : "none"}});
    set(*find(options, "tooltip"), "yHistogram", boolIn(tooltip, "showHistogram", false));
    if (boolIn(panel, "hideZeroBuckets", false))
        set(options, "filterValues", {{"le", 1e-9}});
    return options;
}

} // namespace

void migrateHeatmap(Json &panel, Migration &)
{
    set(panel, "type", "heatmap");
    if (objectIn(panel, "options").empty())
        set(panel, "options", modernOptions(panel));
    Json &options = objectIn(panel, "options");
    rename(options, "bucketFrame", "rowsFrame"); // of heatmap-new
    if (Json *tooltip = find(options, "tooltip"); tooltip != nullptr && tooltip->is_object()) {
        // Until Grafana 10.1 it was shown or not.
        if (const Json shown = take(*tooltip, "show"); !shown.is_null())
            setDefault(*tooltip, "mode", truthy(&shown) ? "single" : "none");
    }
    dropFields(panel, migratedFields);
}

} // namespace sightglass::grafana
