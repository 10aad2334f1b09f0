// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/keyspelling.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass::grafana {
namespace {

/// Keys of Grafana's model that have capitals, at least those that a lower-cased dashboard needs to be drawn.
constexpr std::string_view modelKeys[] = {"aliasColors",
                                          "alignAsTable",
                                          "allFormat",
                                          "allValue",
                                          "applyToRow",
                                          "asDropdown",
                                          "autoCount",
                                          "axisCenteredZero",
                                          "axisLabel",
                                          "axisPlacement",
                                          "axisSoftMax",
                                          "axisSoftMin",
                                          "axisWidth",
                                          "barAlignment",
                                          "barMaxWidth",
                                          "bucketCount",
                                          "bucketSize",
                                          "builtIn",
                                          "byField",
                                          "cacheTimeout",
                                          "cardColor",
                                          "cardPadding",
                                          "cardRound",
                                          "cellGap",
                                          "cellHeight",
                                          "cellOptions",
                                          "cellValues",
                                          "colorBackground",
                                          "colorMaps",
                                          "colorMode",
                                          "colorPostfix",
                                          "colorPrefix",
                                          "colorScale",
                                          "colorScheme",
                                          "colorValue",
                                          "countRows",
                                          "dashLength",
                                          "dataFormat",
                                          "dataLinks",
                                          "dateFormat",
                                          "displayLabels",
                                          "displayMode",
                                          "displayName",
                                          "drawStyle",
                                          "enablePagination",
                                          "excludeByName",
                                          "fieldConfig",
                                          "fieldOptions",
                                          "fillBelowTo",
                                          "fillColor",
                                          "fillGradient",
                                          "fillOpacity",
                                          "filterValues",
                                          "fiscalYearStartMonth",
                                          "fixedColor",
                                          "fontSize",
                                          "gnetId",
                                          "gradientMode",
                                          "graphMode",
                                          "graphTooltip",
                                          "gridPos",
                                          "groupBy",
                                          "hiddenSeries",
                                          "hideControls",
                                          "hideEmpty",
                                          "hideFrom",
                                          "hideTimeOverride",
                                          "hideTooltip",
                                          "hideZero",
                                          "hideZeroBuckets",
                                          "highlightCards",
                                          "iconColor",
                                          "includeAll",
                                          "includeTimeField",
                                          "includeVars",
                                          "indexByName",
                                          "intervalFactor",
                                          "isNew",
                                          "justifyMode",
                                          "keepTime",
                                          "legendFormat",
                                          "legendType",
                                          "libraryPanel",
                                          "lineColor",
                                          "lineInterpolation",
                                          "lineStyle",
                                          "lineWidth",
                                          "linkTargetBlank",
                                          "linkTooltip",
                                          "linkUrl",
                                          "liveNow",
                                          "logBase",
                                          "mappingType",
                                          "mappingTypes",
                                          "maxDataPoints",
                                          "maxPerRow",
                                          "maxValue",
                                          "minSpan",
                                          "minValue",
                                          "msResolution",
                                          "nullPointMode",
                                          "nullText",
                                          "nullValueMode",
                                          "onlyAlertsOnDashboard",
                                          "pageSize",
                                          "paceLength",
                                          "pieType",
                                          "pluginVersion",
                                          "pointSize",
                                          "postfixFontSize",
                                          "prefixFontSize",
                                          "rangeMaps",
                                          "reduceOptions",
                                          "refId",
                                          "renameByName",
                                          "repeatDirection",
                                          "repeatIteration",
                                          "repeatPanelId",
                                          "repeatRowId",
                                          "reverseYBuckets",
                                          "rightSide",
                                          "rowsFrame",
                                          "scaleDistribution",
                                          "schemaVersion",
                                          "scopedVars",
                                          "seriesOverrides",
                                          "sharedCrosshair",
                                          "showHeader",
                                          "showHistogram",
                                          "showLegend",
                                          "showPoints",
                                          "showPercentChange",
                                          "showThresholdLabels",
                                          "showThresholdMarkers",
                                          "showTitle",
                                          "showUnfilled",
                                          "showValue",
                                          "sideWidth",
                                          "skipUrlSync",
                                          "sortBy",
                                          "sortDesc",
                                          "sortOrder",
                                          "spaceLength",
                                          "spanNulls",
                                          "splitFactor",
                                          "stateFilter",
                                          "steppedLine",
                                          "tableColumn",
                                          "tagKeys",
                                          "tagValuesQuery",
                                          "tagsQuery",
                                          "targetBlank",
                                          "textFormat",
                                          "textMode",
                                          "thresholdLabels",
                                          "thresholdMarkers",
                                          "thresholdsStyle",
                                          "timeFrom",
                                          "timeRegions",
                                          "timeShift",
                                          "titleFormat",
                                          "titleSize",
                                          "tooltipDecimals",
                                          "useTags",
                                          "useValueForTime",
                                          "valueFontSize",
                                          "valueMaps",
                                          "valueMode",
                                          "valueName",
                                          "weekStart",
                                          "xAxis",
                                          "xBucketNumber",
                                          "xBucketSize",
                                          "yAxis",
                                          "yBucketBound",
                                          "yBucketNumber",
                                          "yBucketSize"};

/// Objects whose keys are the author's.
constexpr std::array<std::string_view, 9> ownKeys = {"aliascolors",   "excludebyname", "indexbyname",
                                                     "renamebyname",  "scopedvars",    "__elements",
                                                     "includebyname", "mappings",      "valuelabels"};

using Spelling = std::map<std::string, std::string_view, std::less<>>;

Spelling spellings()
{
    Spelling spelling;
    for (const std::string_view key : modelKeys)
        spelling.emplace(asciiLower(key), key);
    // The graph's "xaxis" and the heatmap's "xAxis" differ in nothing else, and lower case says neither.
    spelling.erase("xaxis");
    spelling.erase("yaxis");
    return spelling;
}

bool hasAny(const Json &object, std::initializer_list<std::string_view> keys)
{
    return std::any_of(keys.begin(), keys.end(),
                       [&object](std::string_view key) { return find(object, key) != nullptr; });
}

bool panelsInLowerCase(const Json &holder)
{
    bool lower = false;
    forEachObject(find(holder, "panels"), [&lower](const Json &panel) {
        lower = lower || hasAny(panel, {"gridpos", "seriesoverrides", "fieldconfig", "nullpointmode",
                                        "aliascolors", "steppedline"});
    });
    return lower;
}

bool isInLowerCase(const Json &dashboard)
{
    bool lower =
        hasAny(dashboard, {"schemaversion", "graphtooltip", "hidecontrols"}) || panelsInLowerCase(dashboard);
    forEachObject(find(dashboard, "rows"),
                  [&lower](const Json &row) { lower = lower || panelsInLowerCase(row); });
    return lower;
}

void respell(Json &value, const Spelling &spelling)
{
    if (value.is_array()) {
        for (Json &item : value)
            respell(item, spelling);
        return;
    }
    auto *members = value.get_ptr<Json::object_t *>();
    if (members == nullptr)
        return;
    std::vector<std::pair<std::string, std::string_view>> wrong;
    for (auto &[key, member] : *members) {
        if (std::find(ownKeys.begin(), ownKeys.end(), asciiLower(key)) == ownKeys.end())
            respell(member, spelling);
        if (const auto right = spelling.find(key); right != spelling.end())
            wrong.emplace_back(key, right->second);
    }
    for (const auto &[from, to] : wrong)
        rename(value, from, to);
}

} // namespace

void restoreKeySpelling(Json &dashboard)
{
    if (isInLowerCase(dashboard))
        respell(dashboard, spellings());
}

} // namespace sightglass::grafana
