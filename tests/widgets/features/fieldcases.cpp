// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/features/featurecase.h"

#include <array>

namespace sightglass::test {

namespace {

constexpr std::string_view filled = R"J({"fieldConfig":{"defaults":{"custom":{"fillOpacity":60}}}})J";
constexpr std::string_view stepped =
    R"J({"fieldConfig":{"defaults":{"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"green"},{"value":25,"color":"orange"},{"value":45,"color":"red"}]}}}})J";
constexpr std::string_view dashed =
    R"J({"fieldConfig":{"defaults":{"custom":{"lineWidth":3,"lineStyle":{"fill":"dash","dash":[4,4]}}}}})J";
constexpr std::string_view symlog =
    R"J({"fieldConfig":{"defaults":{"custom":{"scaleDistribution":{"type":"symlog","log":10,"linearThreshold":1}}}}})J";
constexpr std::string_view logarithmic =
    R"J({"fieldConfig":{"defaults":{"custom":{"scaleDistribution":{"type":"log","log":2}}}}})J";
constexpr std::string_view longText =
    R"J({"targets":[{"refId":"A","expr":"label_replace(sum by (host) (m), \"t\", \"many words that need more than one line of a column, so that they are wrapped\", \"\", \"\")","format":"table","instant":true}],"fieldConfig":{"defaults":{"custom":{"width":140}}}})J";
constexpr std::string_view gauges =
    R"J({"fieldConfig":{"defaults":{"max":100,"custom":{"cellOptions":{"type":"gauge","mode":"basic"}}}}})J";
constexpr std::string_view trends =
    R"J({"targets":[{"refId":"A","expr":"m"}],"transformations":[{"id":"timeSeriesTable","options":{}}],"fieldConfig":{"defaults":{"custom":{"cellOptions":{"type":"sparkline"}}}}})J";
constexpr std::string_view longHead =
    R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true}],"fieldConfig":{"defaults":{"displayName":"a name of many words that need more than one line","custom":{"width":140}}}})J";
constexpr std::string_view gap =
    R"J({"targets":[{"refId":"A","expr":"m{host=\"a\"} < 30","legendFormat":"g"}]})J";
constexpr std::string_view bars =
    R"J({"fieldConfig":{"defaults":{"custom":{"drawStyle":"bars","fillOpacity":50}}}})J";
constexpr std::string_view stackedTwo =
    R"J({"fieldConfig":{"defaults":{"custom":{"fillOpacity":40,"stacking":{"mode":"normal","group":"A"}}},
        "overrides":[{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"custom.stacking","value":{"mode":"normal","group":"A"}}]}]}})J";
constexpr std::string_view oneStat = R"J({"targets":[{"refId":"A","expr":"m{host=\"a\"}"}]})J";

constexpr auto cases = std::to_array<FeatureCase>({
    {"*/fieldConfig/color/fixedColor", "timeseries", R"J("purple")J",
     R"J({"fieldConfig":{"defaults":{"color":{"mode":"fixed","fixedColor":"green"}}}})J"},
    {"*/fieldConfig/color/mode", "stat", R"J("continuous-BlPu")J"},
    {"*/fieldConfig/color/mode", "timeseries", R"J("thresholds")J", stepped},
    {"*/fieldConfig/color/seriesBy", "timeseries", R"J("max")J",
     R"J({"fieldConfig":{"defaults":{"color":{"mode":"continuous-GrYlRd","seriesBy":"min"}}}})J"},
    {"*/fieldConfig/custom/align", "table", R"J("center")J"},
    {"*/fieldConfig/custom/axisBorderShow", "timeseries", "true"},
    {"*/fieldConfig/custom/axisCenteredZero", "timeseries", "true"},
    {"*/fieldConfig/custom/axisColorMode", "timeseries", R"J("series")J"},
    {"*/fieldConfig/custom/axisGridShow", "timeseries", "false"},
    {"barchart/fieldConfig/custom/axisGridShow", "barchart", "false"},
    {"barchart/fieldConfig/custom/axisWidth", "barchart", "120"},
    {"*/fieldConfig/custom/axisLabel", "timeseries", R"J("LABEL")J"},
    {"*/fieldConfig/custom/axisPlacement", "timeseries", R"J("right")J"},
    {"*/fieldConfig/custom/axisSoftMax", "timeseries", "500"},
    {"*/fieldConfig/custom/axisSoftMin", "timeseries", "-100"},
    {"*/fieldConfig/custom/axisWidth", "timeseries", "120"},
    {"*/fieldConfig/custom/barAlignment", "timeseries", "1", bars},
    {"*/fieldConfig/custom/barWidthFactor", "timeseries", "0.2", bars},
    {"*/fieldConfig/custom/cellOptions/applyToRow", "table",
     R"J([{"matcher":{"id":"byName","options":"Value"},"properties":[{"id":"custom.cellOptions","value":{"type":"color-background","applyToRow":true}}]}])J",
     R"J({"fieldConfig":{"overrides":[{"matcher":{"id":"byName","options":"Value"},"properties":[{"id":"custom.cellOptions","value":{"type":"color-background"}}]}]}})J",
     "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/cellOptions/drawStyle", "table", R"J("bars")J", trends},
    {"*/fieldConfig/custom/cellOptions/drawStyle", "table", R"J("points")J", trends},
    {"*/fieldConfig/custom/cellOptions/fillOpacity", "table", "80", trends},
    {"*/fieldConfig/custom/cellOptions/hideValue", "table", "true", trends},
    {"*/fieldConfig/custom/cellOptions/lineInterpolation", "table", R"J("stepAfter")J", trends},
    {"*/fieldConfig/custom/cellOptions/lineWidth", "table", "4", trends},
    {"*/fieldConfig/custom/cellOptions/mode", "table", R"J("lcd")J", gauges},
    {"*/fieldConfig/custom/cellOptions/showPoints", "table", R"J("always")J", trends},
    {"*/fieldConfig/custom/cellOptions/type", "table", R"J("color-text")J"},
    {"*/fieldConfig/custom/cellOptions/valueDisplayMode", "table", R"J("hidden")J", gauges},
    {"*/fieldConfig/custom/cellOptions/wrapText", "table", "true", longText},
    {"*/fieldConfig/custom/drawStyle", "timeseries", R"J("points")J"},
    {"*/fieldConfig/custom/fillBelowTo", "timeseries",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.fillBelowTo","value":"b"}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/fillOpacity", "timeseries", "60"},
    {"*/fieldConfig/custom/footer", "table", R"J({"reducers":["sum"]})J"},
    {"*/fieldConfig/custom/gradientMode", "timeseries", R"J("opacity")J", filled},
    {"*/fieldConfig/custom/hideFrom/legend", "timeseries",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.hideFrom","value":{"legend":true,"tooltip":false,"viz":false}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/hideFrom/viz", "timeseries",
     R"J([{"matcher":{"id":"byName","options":"c"},"properties":[{"id":"custom.hideFrom","value":{"legend":false,"tooltip":false,"viz":true}}]}])J",
     "{}", "/fieldConfig/overrides"},
    {"*/fieldConfig/custom/insertNulls", "timeseries", "1000"},
    {"*/fieldConfig/custom/lineInterpolation", "timeseries", R"J("stepAfter")J"},
    {"*/fieldConfig/custom/lineStyle/dash", "timeseries", "[20,10]", dashed},
    {"*/fieldConfig/custom/lineStyle/fill", "timeseries", R"J("dot")J", dashed},
    {"*/fieldConfig/custom/lineWidth", "timeseries", "5"},
    {"*/fieldConfig/custom/minWidth", "table", "400"},
    {"*/fieldConfig/custom/pointSize", "timeseries", "14",
     R"J({"fieldConfig":{"defaults":{"custom":{"drawStyle":"points"}}}})J"},
    {"*/fieldConfig/custom/scaleDistribution/linearThreshold", "timeseries", "30", symlog},
    {"*/fieldConfig/custom/scaleDistribution/log", "timeseries", "10", logarithmic},
    {"*/fieldConfig/custom/scaleDistribution/type", "timeseries", R"J("log")J"},
    {"timeseries/fieldConfig/custom/showValues", "timeseries", "true"},
    {"*/fieldConfig/custom/showPoints", "timeseries", R"J("always")J"},
    {"*/fieldConfig/custom/spanNulls", "timeseries", "true", gap},
    {"*/fieldConfig/custom/stacking/group", "timeseries", R"J("B")J", stackedTwo},
    {"*/fieldConfig/custom/stacking/mode", "timeseries", R"J("normal")J", filled},
    {"*/fieldConfig/custom/thresholdsStyle/mode", "timeseries", R"J("line+area")J", stepped},
    {"*/fieldConfig/custom/transform", "timeseries", R"J("negative-Y")J"},
    {"*/fieldConfig/custom/width", "table", "220"},
    {"*/fieldConfig/custom/wrapHeaderText", "table", "true", longHead},
    {"*/fieldConfig/custom/wrapText", "table", "true", longText},
    {"*/fieldConfig/decimals", "stat", "4"},
    {"*/fieldConfig/decimals", "timeseries", "3"},
    {"*/fieldConfig/displayName", "stat", R"J("${__field.labels.zone} of ${__field.labels.host}")J"},
    {"*/fieldConfig/displayName", "timeseries", R"J("${__field.labels.zone}")J"},
    {"*/fieldConfig/fieldMinMax", "bargauge", "true",
     R"J({"options":{"displayMode":"basic"},"fieldConfig":{"defaults":{"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"green"}]}}}})J"},
    {"*/fieldConfig/mappings", "stat",
     R"J([{"type":"range","options":{"from":0,"to":1000,"result":{"text":"MAPPED","color":"purple"}}}])J"},
    {"*/fieldConfig/mappings", "stat",
     R"J([{"type":"special","options":{"match":"null","result":{"text":"nothing there"}}}])J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/mappings", "table", R"J([{"type":"value","options":{"a":{"text":"Alpha"}}}])J"},
    {"*/fieldConfig/max", "gauge", "400"},
    {"*/fieldConfig/max", "timeseries", "400"},
    {"*/fieldConfig/min", "gauge", "-100"},
    {"*/fieldConfig/min", "timeseries", "-100"},
    {"*/fieldConfig/noValue", "stat", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "gauge", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "bargauge", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "table", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series","format":"table","instant":true}]})J"},
    {"*/fieldConfig/noValue", "timeseries", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "piechart", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "barchart", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series","format":"table","instant":true}]})J"},
    {"*/fieldConfig/noValue", "histogram", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "heatmap", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series","format":"heatmap"}]})J"},
    {"*/fieldConfig/noValue", "state-timeline", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/noValue", "status-history", R"J("n/a")J",
     R"J({"targets":[{"refId":"A","expr":"absent_series"}]})J"},
    {"*/fieldConfig/thresholds/mode", "stat", R"J("percentage")J", stepped},
    {"*/fieldConfig/thresholds/steps", "gauge",
     R"J([{"value":null,"color":"blue"},{"value":20,"color":"purple"}])J"},
    {"*/fieldConfig/thresholds/steps", "state-timeline",
     R"J([{"value":null,"color":"blue"},{"value":1,"color":"purple"}])J",
     R"J({"fieldConfig":{"defaults":{"color":{"mode":"thresholds"}}}})J"},
    {"*/fieldConfig/thresholds/steps/color", "stat", R"J("purple")J", stepped,
     "/fieldConfig/defaults/thresholds/steps/1/color"},
    {"*/fieldConfig/thresholds/steps/value", "stat", "15", stepped,
     "/fieldConfig/defaults/thresholds/steps/1/value"},
    {"*/fieldConfig/unit", "stat", R"J("bytes")J"},
    {"*/fieldConfig/unit", "timeseries", R"J("s")J"},
    {"*/fieldConfig/unit", "gauge", R"J("percent")J"},
    {"*/fieldConfig/unit", "bargauge", R"J("ms")J"},
    {"*/fieldConfig/unit", "table", R"J("Bps")J"},
    {"*/fieldConfig/unit", "piechart", R"J("watt")J", R"J({"options":{"displayLabels":["value"]}})J"},
    {"*/fieldConfig/unit", "barchart", R"J("celsius")J"},
    {"*/fieldConfig/unit", "stat", R"J("dateTimeFromNow")J", oneStat},
    {"table/fieldConfig/links", "table", R"J([{"title":"t","url":"http://example.org/${__value.text}"}])J"},
    {"override/matcher/byFrameRefID", "timeseries",
     R"J([{"matcher":{"id":"byFrameRefID","options":"A"},"properties":[{"id":"custom.lineWidth","value":6}]}])J"},
    {"override/matcher/byName", "timeseries",
     R"J([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"color","value":{"mode":"fixed","fixedColor":"white"}}]}])J"},
    {"override/matcher/byNames", "timeseries",
     R"J([{"matcher":{"id":"byNames","options":{"mode":"exclude","names":["a"]}},"properties":[{"id":"custom.hideFrom","value":{"viz":true,"legend":false,"tooltip":true}}]}])J"},
    {"override/matcher/byRegexp", "timeseries",
     R"J([{"matcher":{"id":"byRegexp","options":"/^[ab]$/"},"properties":[{"id":"custom.lineWidth","value":6}]}])J"},
    {"override/matcher/byType", "table",
     R"J([{"matcher":{"id":"byType","options":"number"},"properties":[{"id":"unit","value":"bytes"}]}])J"},
    {"override/matcher/byValue", "timeseries",
     R"J([{"matcher":{"id":"byValue","options":{"reducer":"max","op":"gte","value":40}},"properties":[{"id":"custom.lineWidth","value":6}]}])J"},
});

} // namespace

std::span<const FeatureCase> fieldCases()
{
    return cases;
}

} // namespace sightglass::test
