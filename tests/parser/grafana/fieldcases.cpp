// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/grafana/migrationcases.h"

namespace sightglass::test {

const std::vector<PanelCase> &fieldCases()
{
    static const std::vector<PanelCase> cases = {
        {"numbers as texts",
         39,
         R"({"type":"timeseries","maxDataPoints":"100","interval":30,"timeFrom":"","timeShift":null,
             "fieldConfig":{"defaults":{"min":"0","max":"","decimals":"auto","unit":5,"noValue":0,
             "custom":{"lineWidth":"2","fillOpacity":"","axisSoftMin":"1.5"}},"overrides":[]}})",
         {{"/maxDataPoints", "100"},
          {"/interval", R"("30")"},
          {"/timeFrom", "absent"},
          {"/timeShift", "absent"},
          {"/fieldConfig/defaults",
           R"({"custom":{"axisSoftMin":1.5,"lineWidth":2},"min":0,"noValue":"0","unit":"5"})"}}},
        {"mappings of Grafana 7, coloured by thresholds",
         27,
         R"({"type":"stat","pluginVersion":"8.0.0","fieldConfig":{"defaults":{"thresholds":{"mode":"absolute",
             "steps":[{"value":null,"color":"g"},{"value":5,"color":"r"}]},"mappings":[{"id":1,"type":1,"value":"3",
             "text":"7"},{"type":2,"from":"1","to":"2","text":"few"},{"type":1,"value":"null","text":"none"},
             {"type":1,"value":4,"text":"four"}]}}})",
         {{"/fieldConfig/defaults/mappings",
           R"([{"options":{"3":{"color":"r","index":0,"text":"7"},"4":{"index":1,"text":"four"}},"type":"value"},)"
           R"({"options":{"from":1,"result":{"text":"few"},"to":2},"type":"range"},)"
           R"({"options":{"match":"null","result":{"text":"none"}},"type":"special"}])"}}},
        {"mappings of today stay as they are",
         39,
         R"({"type":"stat","pluginVersion":"9.0.0","fieldConfig":{"defaults":{"mappings":[{"type":"regex","options":
             {"pattern":"a.*","result":{"text":"x"}}},{"type":"value","options":{"1":{"text":"one"}}}]}}})",
         {{"/fieldConfig/defaults/mappings",
           R"([{"options":{"pattern":"a.*","result":{"text":"x"}},"type":"regex"},)"
           R"({"options":{"1":{"text":"one"}},"type":"value"}])"}}},
        {"thresholds in order, the lowest without end",
         39,
         R"({"type":"timeseries","fieldConfig":{"defaults":{"thresholds":{"mode":"percentage","steps":[
             {"value":"80","color":"r"},{"value":0,"color":"g"},{"value":20}]}}}})",
         {{"/fieldConfig/defaults/thresholds",
           R"({"mode":"percentage","steps":[{"color":"g","value":null},{"color":"green","value":20},)"
           R"({"color":"r","value":80}]})"}}},
        {"hidden from the graph is hidden from the tooltip",
         41,
         R"({"type":"timeseries","fieldConfig":{"defaults":{"custom":{"hideFrom":{"graph":true}}},"overrides":[
             {"matcher":{"id":"byName","options":"a"},"properties":[{"id":"custom.hideFrom","value":{"viz":true}},{},
             {"id":"min","value":"3"},{"id":"max","value":null}]},{"properties":[]},3]}})",
         {{"/fieldConfig/defaults/custom/hideFrom", R"({"tooltip":true,"viz":true})"},
          {"/fieldConfig/overrides/0/properties",
           R"([{"id":"custom.hideFrom","value":{"tooltip":true,"viz":true}},{},{"id":"min","value":3},)"
           R"({"id":"max","value":null}])"},
          {"/fieldConfig/overrides/1", R"({"properties":[]})"}},
         {"override.invalid /panels/0/fieldConfig/overrides/1",
          "override.invalid /panels/0/fieldConfig/overrides/2"}},
        {"legends say whether they are shown",
         36,
         R"({"type":"timeseries","options":{"legend":{"displayMode":"hidden"},"tooltipOptions":{"mode":"multi"}}})",
         {{"/options/legend", R"({"displayMode":"list","showLegend":false})"}}},
        {"tooltip options of before schema 30",
         29,
         R"({"type":"timeseries","options":{"tooltip":{"mode":"single"},"tooltipOptions":{"mode":"multi"}}})",
         {{"/options/tooltip/mode", R"("multi")"}, {"/options/tooltipOptions", "absent"}}},
        {"hidden axes keep the one of time",
         34,
         R"({"type":"timeseries","fieldConfig":{"defaults":{"custom":{"axisPlacement":"hidden"}},"overrides":[]}})",
         {{"/fieldConfig/overrides/0/properties/0", R"({"id":"custom.axisPlacement","value":"auto"})"}}},
        {"transformations",
         30,
         R"({"type":"table","transformations":[{"id":"labelsToFields"},{"id":"seriesToColumns","options":{"byField":"a"}},
             {"id":"timeSeriesTable","options":{"refIdToStat":{"A":"mean"}}},{},5]})",
         {{"/transformations", R"([{"id":"labelsToFields","options":{}},{"id":"merge","options":{}},)"
                               R"({"id":"joinByField","options":{"byField":"a","mode":"outer"}},)"
                               R"({"id":"timeSeriesTable","options":{"A":{"stat":"mean"}}},{},5])"}},
         {"panel.shape /panels/0/transformations/4"}},
        {"links of panels and of data",
         18,
         R"({"type":"timeseries","links":[{"dashboard":"Web & DB","keepTime":true,"includeVars":true,"params":"a=b",
             "title":"t","targetBlank":true},{"type":"absolute","url":"http://x?y"}],
             "options":{"dataLinks":[{"url":"?s=$__series_name&l=${__series.labels.x}&t=${__value_time}"}]}})",
         {{"/links",
           R"([{"targetBlank":true,"title":"t","url":"dashboard/db/web-db?$__url_time_range&$__all_variables&a=b"},)"
           R"({"title":"","url":"http://x?y"}])"},
          {"/options/dataLinks/0/url", R"("?s=${__series.name}&l=${__field.labels.x}&t=${__value.time}")"}}},
        {"places",
         16,
         R"({"type":"text","gridPos":{"x":"20","y":-3,"w":9,"h":2.7}})",
         {{"/gridPos", R"({"h":2,"w":9,"x":15,"y":0})"}}},
        {"the least width becomes the most panels in a line",
         16,
         R"({"type":"text","minSpan":5,"repeat":"x"})",
         {{"/maxPerRow", "4"}, {"/minSpan", "absent"}, {"/repeatDirection", R"("h")"}}},
        {"targets",
         16,
         R"({"type":"timeseries","datasource":"$ds","targets":[{"expr":"up","instant":"true","intervalFactor":"2"},
             {"refId":"A","expr":5,"hide":null},{"refId":"A","datasource":"-- Grafana --"},7]})",
         {{"/datasource", R"({"uid":"${ds}"})"},
          {"/targets",
           R"([{"datasource":{"uid":"${ds}"},"expr":"up","instant":true,"intervalFactor":2,"refId":"B"},)"
           R"({"datasource":{"uid":"${ds}"},"expr":"5","refId":"A"},)"
           R"({"datasource":{"type":"grafana","uid":"-- Grafana --"},"refId":"C"},7])"}},
         {"panel.shape /panels/0/targets/3"}},
        {"a default data source beside one of a query",
         16,
         R"({"type":"timeseries","datasource":"default","targets":[{"datasource":"Prometheus-eu"},{}]})",
         {{"/datasource", "absent"},
          {"/targets/0/datasource", R"({"type":"prometheus","uid":"Prometheus-eu"})"},
          {"/targets/1/datasource", "absent"}}}};
    return cases;
}

} // namespace sightglass::test
