// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/features/featurecase.h"

#include <array>

namespace sightglass::test {

namespace {

constexpr std::string_view twoColumns =
    R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true},{"refId":"B","expr":"sum by (host) (m / 2)","format":"table","instant":true}],"transformations":[{"id":"merge","options":{}}]})J";
constexpr std::string_view stepped =
    R"J({"fieldConfig":{"defaults":{"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"green"},{"value":25,"color":"orange"},{"value":45,"color":"red"}]}}}})J";
constexpr std::string_view listOfWords =
    R"J({"targets":[{"refId":"A","expr":"label_replace(sum by (host) (m), \"host\", \"one,two,$1\", \"host\", \"(.*)\")","format":"table","instant":true}]})J";
constexpr std::string_view linked =
    R"J({"fieldConfig":{"defaults":{"links":[{"title":"Open it","url":"http://example.org/"}]}}})J";

/// What Grafana offers for several types of panels, for those other than the usual one.
constexpr auto cases = std::to_array<FeatureCase>({
    {"*/fieldConfig/custom/axisCenteredZero", "barchart", "true"},
    {"*/fieldConfig/custom/axisLabel", "barchart", R"J("LABEL")J"},
    {"*/fieldConfig/custom/axisPlacement", "barchart", R"J("hidden")J"},
    {"*/fieldConfig/custom/axisSoftMax", "barchart", "500"},
    {"*/fieldConfig/custom/axisSoftMin", "barchart", "-100"},
    {"*/fieldConfig/custom/cellOptions/type", "table", R"J("color-background")J"},
    {"*/fieldConfig/custom/cellOptions/type", "table", R"J("gauge")J"},
    {"*/fieldConfig/custom/cellOptions/type", "table", R"J("json-view")J"},
    {"*/fieldConfig/custom/cellOptions/type", "table", R"J("pill")J", listOfWords},
    {"*/fieldConfig/custom/cellOptions/type", "table", R"J("data-links")J", linked},
    {"*/fieldConfig/custom/fillOpacity", "barchart", "20"},
    {"*/fieldConfig/custom/fillOpacity", "histogram", "10"},
    {"*/fieldConfig/custom/fillOpacity", "state-timeline", "20"},
    {"*/fieldConfig/custom/fillOpacity", "status-history", "20"},
    {"*/fieldConfig/custom/gradientMode", "barchart", R"J("opacity")J"},
    {"*/fieldConfig/custom/gradientMode", "histogram", R"J("opacity")J"},
    {"*/fieldConfig/custom/hideFrom/legend", "piechart",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.hideFrom","value":{"legend":true,"tooltip":false,"viz":false}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/hideFrom/viz", "piechart",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.hideFrom","value":{"legend":false,"tooltip":false,"viz":true}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/hideFrom/viz", "barchart",
     R"J([{"matcher":{"id":"byRegexp","options":"/B/"},"properties":[{"id":"custom.hideFrom","value":{"legend":true,"tooltip":true,"viz":true}}]}])J",
     twoColumns, "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/hideFrom/viz", "histogram",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.hideFrom","value":{"legend":true,"tooltip":true,"viz":true}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/hideFrom/viz", "table",
     R"J([{"matcher":{"id":"byName","options":"zone"},"properties":[{"id":"custom.hideFrom","value":{"viz":true}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/hideFrom/viz", "state-timeline",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.hideFrom","value":{"legend":true,"tooltip":true,"viz":true}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/lineWidth", "barchart", "5"},
    {"*/fieldConfig/custom/lineWidth", "histogram", "5"},
    {"*/fieldConfig/custom/lineWidth", "state-timeline", "4"},
    {"*/fieldConfig/custom/lineWidth", "status-history", "4"},
    {"*/fieldConfig/custom/scaleDistribution/type", "barchart", R"J("log")J"},
    {"*/fieldConfig/custom/scaleDistribution/type", "heatmap", R"J("log")J",
     R"J({"fieldConfig":{"defaults":{"custom":{"scaleDistribution":{"type":"linear","log":2}}}}})J"},
    {"*/fieldConfig/custom/stacking/mode", "histogram", R"J("normal")J"},
    {"*/fieldConfig/custom/thresholdsStyle/mode", "barchart", R"J("line")J", stepped},
    {"*/fieldConfig/color/mode", "barchart", R"J("thresholds")J", stepped},
    {"*/fieldConfig/color/mode", "piechart", R"J("thresholds")J", stepped},
    {"*/fieldConfig/color/mode", "bargauge", R"J("palette-classic")J"},
    {"*/fieldConfig/color/mode", "gauge", R"J("shades")J"},
    {"*/fieldConfig/color/mode", "state-timeline", R"J("palette-classic")J"},
    {"*/fieldConfig/color/mode", "status-history", R"J("continuous-blues")J"},
    {"*/fieldConfig/color/mode", "table", R"J("continuous-blues")J",
     R"J({"fieldConfig":{"defaults":{"custom":{"cellOptions":{"type":"color-background"}}}}})J"},
    {"*/fieldConfig/decimals", "table", "4"},
    {"*/fieldConfig/decimals", "gauge", "4"},
    {"*/fieldConfig/decimals", "bargauge", "4"},
    {"*/fieldConfig/decimals", "barchart", "4"},
    {"*/fieldConfig/displayName", "piechart", R"J("${__field.labels.zone}")J"},
    {"*/fieldConfig/displayName", "state-timeline", R"J("zone ${__field.labels.host}")J"},
    {"*/fieldConfig/displayName", "histogram", R"J("zone ${__field.labels.zone}")J"},
    {"*/fieldConfig/mappings", "timeseries",
     R"J([{"type":"value","options":{"1":{"text":"one"},"2":{"text":"two"}}}])J",
     R"J({"targets":[{"refId":"A","expr":"state"}]})J"},
    {"*/fieldConfig/mappings", "gauge",
     R"J([{"type":"range","options":{"from":0,"to":1000,"result":{"text":"MAPPED"}}}])J"},
    {"*/fieldConfig/mappings", "bargauge",
     R"J([{"type":"range","options":{"from":0,"to":1000,"result":{"text":"MAPPED"}}}])J"},
    {"*/fieldConfig/mappings", "state-timeline",
     R"J([{"type":"value","options":{"1":{"text":"one","color":"purple"}}}])J"},
    {"*/fieldConfig/mappings", "status-history",
     R"J([{"type":"value","options":{"1":{"text":"one","color":"purple"}}}])J"},
    {"*/fieldConfig/max", "bargauge", "400"},
    {"*/fieldConfig/max", "barchart", "400"},
    {"*/fieldConfig/max", "table", "400",
     R"J({"fieldConfig":{"defaults":{"custom":{"cellOptions":{"type":"gauge"}}}}})J"},
    {"*/options/legend/calcs", "barchart", R"J(["max"])J"},
    {"*/options/legend/calcs", "histogram", R"J(["max"])J"},
    {"*/options/legend/displayMode", "piechart", R"J("table")J"},
    {"*/options/legend/showLegend", "piechart", "false"},
    {"*/options/legend/showLegend", "barchart", "false"},
    {"*/options/legend/showLegend", "state-timeline", "false",
     R"J({"fieldConfig":{"defaults":{"color":{"mode":"thresholds"},"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"blue"},{"value":1,"color":"purple"}]}}}})J"},
});

} // namespace

std::span<const FeatureCase> typeCases()
{
    return cases;
}

} // namespace sightglass::test
