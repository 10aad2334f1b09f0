// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/features/featurecase.h"

#include <array>

namespace sightglass::test {

namespace {

constexpr auto cases = std::to_array<FeatureCase>({
    {"panel/description", "timeseries", R"J("what it is")J"},
    {"panel/hideTimeOverride", "timeseries", "true", R"J({"timeFrom":"1m"})J"},
    {"panel/interval", "timeseries", R"J("1m")J"},
    {"panel/links", "timeseries", R"J([{"title":"t","url":"http://example.org"}])J"},
    {"panel/maxDataPoints", "timeseries", "8"},
    {"panel/timeFrom", "timeseries", R"J("1m")J"},
    {"panel/timeShift", "timeseries", R"J("2m")J"},
    {"panel/title", "timeseries", R"J("Another title")J"},
    {"panel/transparent", "stat", "true"},
    {"panel/transparent", "table", "true"},
    {"panel/transparent", "text", "true"},
    {"query/expr", "timeseries", R"J("m * 2")J"},
    {"query/format", "table", R"J("time_series")J"},
    {"query/hide", "timeseries", "true",
     R"J({"targets":[{"refId":"A","expr":"m"},{"refId":"B","expr":"m * 2"}]})J"},
    {"query/instant", "table", "true", R"J({"targets":[{"refId":"A","expr":"m","format":"table"}]})J"},
    {"query/interval", "timeseries", R"J("1m")J"},
    {"query/intervalFactor", "timeseries", "10"},
    {"query/legendFormat", "timeseries", R"J("{{zone}}")J"},
    {"query/range", "table", "true"},
    {"query/refId", "timeseries", R"J("C")J",
     R"J({"fieldConfig":{"overrides":[{"matcher":{"id":"byFrameRefID","options":"C"},"properties":[{"id":"custom.lineWidth","value":6}]}]}})J"},
});

constexpr auto unseen = std::to_array<UnseenFeature>({
    {"*/fieldConfig/custom/hideFrom/tooltip", "under the pointer: seriesreadouttest"},
    {"*/fieldConfig/custom/filterable", "every column can be filtered here: frametabletest"},
    {"*/fieldConfig/custom/inspect", "a popup: frametabletest"},
    {"*/fieldConfig/description", "a tool tip of heads: tablepaneltest"},
    {"*/options/tooltip/*", "under the pointer: readouttest, seriesreadouttest"},
    {"heatmap/options/tooltip/*", "under the pointer: heatmappaneltest"},
    {"heatmap/options/exemplars/*", "exemplars: exemplarstest"},
    {"heatmap/options/rowsFrame/value", "the name of a cell's value under the pointer: heatmappaneltest"},
    {"barchart/options/fullHighlight", "under the pointer: barcharttest"},
    {"stat/fieldConfig/links*", "under the pointer, and when clicked: valueoptionstest"},
    {"gauge/fieldConfig/links*", "under the pointer, and when clicked: valueoptionstest"},
    {"bargauge/fieldConfig/links*", "under the pointer, and when clicked: valueoptionstest"},
    {"timeseries/fieldConfig/links*", "under the pointer, and when clicked: timeseriespaneltest"},
    {"state-timeline/fieldConfig/links*", "under the pointer, and when clicked: timelinepaneltest"},
    {"status-history/fieldConfig/links*", "under the pointer, and when clicked: timelinepaneltest"},
    {"table/fieldConfig/links/url", "when clicked: frametabletest"},
    {"table/fieldConfig/links/targetBlank", "every link opens outside: frametabletest"},
    {"table/fieldConfig/links/title", "in the menu of several links: frametabletest"},
    {"table/options/frozenColumns/*", "when the table scrolls: frametabletest"},
    {"text/options/code/language", "spoken to assistive technology: textpaneltest"},
    {"panel/links/*", "in the menu of links: panelframetest"},
    {"panel/datasource/*", "which of several sources answers: importtest"},
    {"query/datasource/*", "which of several sources answers: importtest"},
    {"query/exemplar", "exemplars: panelexemplarstest"},
    {"panel/gridPos/*", "the dashboard's layout: panelgridtest"},
    {"panel/repeat*", "the dashboard's layout: repeatstest"},
    {"panel/maxPerRow", "the dashboard's layout: repeatstest"},
    {"alertlist/*", "rules and their alerts: listpanelstest"},
    {"state-timeline/options/timezone", "the frame's zone: panelzonetest, dashboardtimestest"},
    {"status-history/options/timezone", "the frame's zone: panelzonetest, dashboardtimestest"},
    {"timeseries/options/timezone", "the frame's zone: panelzonetest, dashboardtimestest"},
    {"expression/*", "what it comes to is a series like any other: serverexpressiontest"},
    {"dashlist/*", "the dashboards that there are: listpanelstest"},
    {"annotation/*", "marks of a dashboard: annotationmarkstest, timeplottest"},
    {"dashboard/*", "around the panels: dashboardpagetest, resolutiontest"},
});

} // namespace

std::span<const FeatureCase> panelCases()
{
    return cases;
}

std::span<const UnseenFeature> unseenFeatures()
{
    return unseen;
}

} // namespace sightglass::test
