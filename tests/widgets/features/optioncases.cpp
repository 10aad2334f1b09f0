// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/features/featurecase.h"

#include <array>

namespace sightglass::test {

namespace {

constexpr std::string_view legendTable =
    R"J({"options":{"legend":{"showLegend":true,"displayMode":"table","placement":"bottom","calcs":["mean","max"]}}})J";
constexpr std::string_view legendSorted =
    R"J({"options":{"legend":{"showLegend":true,"displayMode":"table","placement":"bottom","calcs":["mean","max"],"sortBy":"Max"}}})J";
constexpr std::string_view legendRight =
    R"J({"options":{"legend":{"showLegend":true,"displayMode":"table","placement":"right","calcs":["mean"]}}})J";
constexpr std::string_view perRow =
    R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true}],"options":{"reduceOptions":{"values":true}}})J";
constexpr std::string_view asTable =
    R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true}]})J";
constexpr std::string_view twoColumns =
    R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true},{"refId":"B","expr":"sum by (host) (m / 2)","format":"table","instant":true}],"transformations":[{"id":"merge","options":{}}]})J";
constexpr std::string_view twoFrames =
    R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true},{"refId":"B","expr":"state","format":"table","instant":true}]})J";
constexpr std::string_view change = R"J({"options":{"showPercentChange":true}})J";
constexpr std::string_view manual = R"J({"options":{"sizing":"manual"}})J";
constexpr std::string_view horizontalBars = R"J({"options":{"sizing":"manual","orientation":"horizontal"}})J";
constexpr std::string_view standingBars =
    R"J({"options":{"sizing":"manual","orientation":"vertical","minVizWidth":20}})J";
constexpr std::string_view barsOnTheirSide =
    R"J({"options":{"orientation":"horizontal","displayMode":"basic"}})J";
constexpr std::string_view limits =
    R"J({"fieldConfig":{"defaults":{"max":100,"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"green"},{"value":25,"color":"orange"},{"value":45,"color":"red"}]}}}})J";
constexpr std::string_view opaque = R"J({"options":{"color":{"mode":"opacity"}}})J";
constexpr std::string_view calculated =
    R"J({"targets":[{"refId":"A","expr":"m"}],"options":{"calculate":true,"calculation":{"xBuckets":{"mode":"size","value":"20s"},"yBuckets":{"mode":"size","value":"10"}}}})J";
constexpr std::string_view fineCells =
    R"J({"targets":[{"refId":"A","expr":"m"}],"options":{"calculate":true,"calculation":{"yBuckets":{"mode":"size","value":"4"}}}})J";
constexpr std::string_view onLogarithms =
    R"J({"targets":[{"refId":"A","expr":"m"}],"options":{"calculate":true,"calculation":{"yBuckets":{"scale":{"type":"log","log":2}}}}})J";
constexpr std::string_view onSymlog =
    R"J({"targets":[{"refId":"A","expr":"m - 30"}],"options":{"calculate":true,"calculation":{"yBuckets":{"scale":{"type":"symlog","log":10,"linearThreshold":1}}}}})J";
constexpr std::string_view wideCells =
    R"J({"maxDataPoints":12,"options":{"showValue":"always","calculate":false}})J";
constexpr std::string_view longNames =
    R"J({"targets":[{"refId":"A","expr":"label_replace(sum by (host) (m), \"host\", \"a long name of a host $1\", \"host\", \"(.*)\")","format":"table","instant":true}],"options":{"xField":"host"}})J";
constexpr auto cases = std::to_array<FeatureCase>({
    {"*/options/legend/calcs", "timeseries", R"J(["mean","max"])J"},
    {"*/options/legend/displayMode", "timeseries", R"J("table")J"},
    {"*/options/legend/limit", "timeseries", "1"},
    {"*/options/legend/placement", "timeseries", R"J("right")J"},
    {"*/options/legend/placement", "piechart", R"J("right")J"},
    {"*/options/legend/placement", "barchart", R"J("right")J"},
    {"*/options/legend/showLegend", "timeseries", "false"},
    {"*/options/legend/showLegend", "histogram", "false"},
    {"*/options/legend/showLegend", "bargauge", "true"},
    {"*/options/legend/sortBy", "timeseries", R"J("Max")J", legendTable},
    {"*/options/legend/sortBy", "timeseries", R"J("Name")J", legendTable},
    {"*/options/legend/sortDesc", "timeseries", "true", legendSorted},
    {"*/options/legend/width", "timeseries", "300", legendRight},
    {"*/options/reduceOptions/calcs", "stat", R"J(["max"])J"},
    {"*/options/reduceOptions/calcs", "gauge", R"J(["min"])J"},
    {"*/options/reduceOptions/calcs", "bargauge", R"J(["mean"])J"},
    {"*/options/reduceOptions/calcs", "piechart", R"J(["max"])J",
     R"J({"options":{"displayLabels":["value"]}})J"},
    {"*/options/reduceOptions/fields", "stat", R"J("/^host$/")J", perRow},
    {"*/options/reduceOptions/limit", "stat", "2", perRow},
    {"*/options/reduceOptions/values", "stat", "true", asTable},
    {"*/options/text/percentSize", "stat", "40", change},
    {"*/options/text/titleSize", "stat", "30"},
    {"*/options/text/titleSize", "gauge", "30"},
    {"*/options/text/titleSize", "bargauge", "30"},
    {"*/options/text/valueSize", "stat", "14"},
    {"*/options/text/valueSize", "gauge", "11"},
    {"*/options/text/valueSize", "bargauge", "40"},
    {"*/options/text/valueSize", "barchart", "30"},
    {"barchart/options/barRadius", "barchart", "0.5"},
    {"barchart/options/barWidth", "barchart", "0.3"},
    {"barchart/options/colorByField", "barchart", R"J("Value #B")J",
     R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true},{"refId":"B","expr":"sum by (host) (m / 2)","format":"table","instant":true}],"transformations":[{"id":"merge","options":{}}],"fieldConfig":{"defaults":{"color":{"mode":"continuous-GrYlRd"}}}})J"},
    {"barchart/options/groupWidth", "barchart", "0.3", twoColumns},
    {"barchart/options/orientation", "barchart", R"J("horizontal")J"},
    {"barchart/options/showValue", "barchart", R"J("never")J"},
    {"barchart/options/stacking", "barchart", R"J("normal")J", twoColumns},
    {"barchart/options/xField", "barchart", R"J("zone")J",
     R"J({"targets":[{"refId":"A","expr":"sum by (host, zone) (m)","format":"table","instant":true}]})J"},
    {"barchart/options/xTickLabelMaxLength", "barchart", "3", longNames},
    {"barchart/options/xTickLabelRotation", "barchart", "-45"},
    {"barchart/options/xTickLabelSpacing", "barchart", "200"},
    {"bargauge/options/displayMode", "bargauge", R"J("lcd")J"},
    {"bargauge/options/maxVizHeight", "bargauge", "20", horizontalBars},
    {"bargauge/options/minVizHeight", "bargauge", "150", horizontalBars},
    {"bargauge/options/minVizWidth", "bargauge", "200", standingBars},
    {"bargauge/options/namePlacement", "bargauge", R"J("top")J", barsOnTheirSide},
    {"bargauge/options/orientation", "bargauge", R"J("horizontal")J"},
    {"bargauge/options/showUnfilled", "bargauge", "false"},
    {"bargauge/options/sizing", "bargauge", R"J("manual")J",
     R"J({"options":{"orientation":"horizontal","maxVizHeight":12}})J"},
    {"bargauge/options/valueMode", "bargauge", R"J("hidden")J"},
    {"gauge/options/barShape", "gauge", R"J("rounded")J", limits},
    {"gauge/options/barWidthFactor", "gauge", "0.9", limits},
    {"gauge/options/effects/gradient", "gauge", "true", limits},
    {"gauge/options/endpointMarker", "gauge", R"J("none")J", R"J({"options":{"barShape":"rounded"}})J"},
    {"gauge/options/minVizHeight", "gauge", "250", manual},
    {"gauge/options/minVizWidth", "gauge", "300", manual},
    {"gauge/options/neutral", "gauge", "50", limits},
    {"gauge/options/orientation", "gauge", R"J("vertical")J"},
    {"gauge/options/segmentCount", "gauge", "20", limits},
    {"gauge/options/segmentSpacing", "gauge", "0.9", R"J({"options":{"segmentCount":12}})J"},
    {"gauge/options/shape", "gauge", R"J("circle")J", limits},
    {"gauge/options/showThresholdLabels", "gauge", "true", limits},
    {"gauge/options/showThresholdMarkers", "gauge", "false", limits},
    {"gauge/options/sparkline", "gauge", "true", R"J({"targets":[{"refId":"A","expr":"m{host=\"a\"}"}]})J"},
    {"gauge/options/textMode", "gauge", R"J("none")J"},
    {"gauge/options/sizing", "gauge", R"J("manual")J", R"J({"options":{"minVizWidth":300}})J"},
    {"heatmap/options/calculate", "heatmap", "true"},
    {"heatmap/options/calculation/xBuckets/mode", "heatmap", R"J("count")J", calculated},
    {"heatmap/options/calculation/xBuckets/value", "heatmap", R"J("60s")J", calculated},
    {"heatmap/options/calculation/yBuckets/mode", "heatmap", R"J("count")J", fineCells},
    {"heatmap/options/calculation/yBuckets/scale/linearThreshold", "heatmap", "20", onSymlog},
    {"heatmap/options/calculation/yBuckets/scale/log", "heatmap", "10", onLogarithms},
    {"heatmap/options/calculation/yBuckets/scale/type", "heatmap", R"J("log")J", calculated},
    {"heatmap/options/calculation/yBuckets/value", "heatmap", R"J("30")J", calculated},
    {"heatmap/options/cellGap", "heatmap", "4", wideCells},
    {"heatmap/options/cellRadius", "heatmap", "8", wideCells},
    {"heatmap/options/cellValues/decimals", "heatmap", "3", wideCells},
    {"heatmap/options/cellValues/unit", "heatmap", R"J("s")J", wideCells},
    {"heatmap/options/color/exponent", "heatmap", "0.1", opaque},
    {"heatmap/options/color/fill", "heatmap", R"J("blue")J", opaque},
    {"heatmap/options/color/max", "heatmap", "5"},
    {"heatmap/options/color/min", "heatmap", "3"},
    {"heatmap/options/color/mode", "heatmap", R"J("opacity")J"},
    {"heatmap/options/color/reverse", "heatmap", "true"},
    {"heatmap/options/color/scale", "heatmap", R"J("linear")J", opaque},
    {"heatmap/options/color/scheme", "heatmap", R"J("Blues")J"},
    {"heatmap/options/color/steps", "heatmap", "3"},
    {"heatmap/options/filterValues/ge", "heatmap", "2"},
    {"heatmap/options/filterValues/le", "heatmap", "2"},
    {"heatmap/options/legend/show", "heatmap", "false"},
    {"heatmap/options/rowsFrame/layout", "heatmap", R"J("ge")J"},
    {"heatmap/options/showValue", "heatmap", R"J("always")J", R"J({"maxDataPoints":12})J"},
    {"heatmap/options/yAxis/axisLabel", "heatmap", R"J("LABEL")J"},
    {"heatmap/options/yAxis/axisPlacement", "heatmap", R"J("right")J"},
    {"heatmap/options/yAxis/decimals", "heatmap", "3"},
    {"heatmap/options/yAxis/max", "heatmap", "100", calculated},
    {"heatmap/options/yAxis/min", "heatmap", "-50", calculated},
    {"heatmap/options/yAxis/reverse", "heatmap", "true"},
    {"heatmap/options/yAxis/unit", "heatmap", R"J("s")J"},
    {"histogram/options/bucketCount", "histogram", "4"},
    {"histogram/options/bucketOffset", "histogram", "5", R"J({"options":{"bucketSize":10}})J"},
    {"histogram/options/bucketSize", "histogram", "20"},
    {"histogram/options/combine", "histogram", "true"},
    {"piechart/options/displayLabels", "piechart", R"J(["name","percent"])J"},
    {"piechart/options/legend/values", "piechart", R"J(["value","percent"])J",
     R"J({"options":{"legend":{"showLegend":true,"displayMode":"table","placement":"right"}}})J"},
    {"piechart/options/pieType", "piechart", R"J("donut")J"},
    {"piechart/options/sort", "piechart", R"J("none")J"},
    {"stat/options/colorMode", "stat", R"J("background")J"},
    {"stat/options/graphMode", "stat", R"J("none")J"},
    {"stat/options/justifyMode", "stat", R"J("center")J"},
    {"stat/options/orientation", "stat", R"J("horizontal")J"},
    {"stat/options/polygonShape", "stat", R"J("hexagon_flat_top")J",
     R"J({"options":{"colorMode":"background"}})J"},
    {"stat/options/percentChangeColorMode", "stat", R"J("inverted")J", change},
    {"stat/options/showPercentChange", "stat", "true"},
    {"stat/options/textMode", "stat", R"J("name")J"},
    {"stat/options/wideLayout", "stat", "false",
     R"J({"options":{"textMode":"value_and_name","orientation":"horizontal","graphMode":"none"},"targets":[{"refId":"A","expr":"topk(8, {__name__=~\"m|state\"})","legendFormat":"{{host}}"}]})J"},
    {"state-timeline/options/alignValue", "state-timeline", R"J("right")J",
     R"J({"options":{"showValue":"always"}})J"},
    {"state-timeline/options/mergeValues", "state-timeline", "false",
     R"J({"options":{"showValue":"always"}})J"},
    {"state-timeline/options/perPage", "state-timeline", "2"},
    {"state-timeline/options/rowHeight", "state-timeline", "0.3"},
    {"state-timeline/options/showValue", "state-timeline", R"J("never")J"},
    {"status-history/options/colWidth", "status-history", "0.3"},
    {"status-history/options/perPage", "status-history", "2"},
    {"status-history/options/rowHeight", "status-history", "0.3"},
    {"status-history/options/showValue", "status-history", R"J("never")J", R"J({"maxDataPoints":8})J"},
    {"table/options/cellHeight", "table", R"J("lg")J"},
    {"table/options/enablePagination", "table", "true",
     R"J({"targets":[{"refId":"A","expr":"m","format":"table"}]})J"},
    {"table/options/frameIndex", "table", "1", twoFrames},
    {"table/options/showHeader", "table", "false"},
    {"table/options/sortBy", "table", R"J([{"displayName":"host","desc":true}])J"},
    {"table/options/sortBy/desc", "table", "true", R"J({"options":{"sortBy":[{"displayName":"host"}]}})J",
     "/options/sortBy/0/desc"},
    {"table/options/sortBy/displayName", "table", R"J("Value")J",
     R"J({"options":{"sortBy":[{"desc":true,"displayName":"host"}]}})J", "/options/sortBy/0/displayName"},
    {"text/options/code/showLineNumbers", "text", "true",
     R"J({"options":{"mode":"code","content":"a\nb"}})J"},
    {"text/options/content", "text", R"J("other words")J"},
    {"text/options/mode", "text", R"J("code")J"},
});

} // namespace

std::span<const FeatureCase> optionCases()
{
    return cases;
}

} // namespace sightglass::test
