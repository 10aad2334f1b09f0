// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/features/drawnpanel.h"

#include "model/dashboard/panelquery.h"
#include "model/grafana/importdashboard.h"
#include "model/storage/head.h"
#include "widgets/panels/panelframe.h"

#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>

namespace sightglass::test {

namespace {

using grafana::Json;

constexpr TimestampMs end = 1'700'000'000'000;
constexpr std::int64_t stepMs = 5000;
constexpr int samples = 61; ///< five minutes
constexpr QSize panelSize(560, 340);

struct Skeleton
{
    std::string_view type;
    std::string_view json; ///< a merge patch
};

constexpr std::string_view lines = R"J({"targets":[{"refId":"A","expr":"m","legendFormat":"{{host}}"}]})J";
constexpr auto skeletons = std::to_array<Skeleton>({
    {"timeseries", lines},
    {"stat", lines},
    {"gauge", lines},
    {"bargauge", lines},
    {"piechart", lines},
    {"histogram", lines},
    {"table",
     R"J({"targets":[{"refId":"A","expr":"sum by (host, zone) (m)","format":"table","instant":true}]})J"},
    {"barchart",
     R"J({"targets":[{"refId":"A","expr":"sum by (host) (m)","format":"table","instant":true}]})J"},
    {"heatmap",
     R"J({"targets":[{"refId":"A","expr":"sum by (le) (h_bucket)","format":"heatmap","legendFormat":"{{le}}"}]})J"},
    {"state-timeline", R"J({"targets":[{"refId":"A","expr":"state","legendFormat":"{{host}}"}]})J"},
    {"status-history", R"J({"targets":[{"refId":"A","expr":"state","legendFormat":"{{host}}"}]})J"},
    {"text", R"J({"options":{"mode":"markdown","content":"# Head\n\nsome *text*"}})J"},
});

void fill(Head &head, const Labels &labels, double (*value)(int sample, double scale), double scale)
{
    const SeriesId id = head.seriesFor(labels);
    for (int i = 0; i < samples; ++i) {
        const double v = value(i, scale);
        if (!std::isnan(v))
            (void)head.append(id, end - (samples - 1 - i) * stepMs, v);
    }
}

double wave(int i, double scale)
{
    return scale * (1 + 0.5 * std::sin(i / 9.0 + scale));
}

double holed(int i, double scale)
{
    return i > 20 && i < 40 ? std::nan("") : wave(i, scale);
}

double stateOf(int i, double scale)
{
    return std::fmod(std::floor(i / 12.0) + scale, 3);
}

std::shared_ptr<const Snapshot> madeUpStore()
{
    static const std::shared_ptr<const Snapshot> snapshot = [] {
        static Head head({std::numeric_limits<std::int64_t>::max() / 4, std::size_t{1} << 28U});
        double scale = 10;
        for (const auto &[host, zone] :
             {std::pair("b", "x"), std::pair("d-1.2", "y"), std::pair("a", "x"), std::pair("c", "y")}) {
            fill(head, Labels::withName("m", {{"host", host}, {"zone", zone}}), wave, scale);
            fill(head, Labels::withName("state", {{"host", host}}), stateOf, scale / 10);
            scale += 10;
        }
        fill(head, Labels::withName("gappy", {}), holed, 10);
        fill(head, Labels::withName("small", {{"host", "s"}}), wave, 0.012);
        scale = 1;
        for (const char *bound : {"0.1", "0.5", "1", "5", "+Inf"}) {
            fill(head, Labels::withName("h_bucket", {{"le", bound}}), wave, scale);
            scale += 3;
        }
        head.commit();
        return head.snapshot();
    }();
    return snapshot;
}

PanelSpec imported(const Json &panel)
{
    const Json dashboard = {{"schemaVersion", 42}, {"title", "T"}, {"panels", Json::array({panel})}};
    const auto read = importDashboard(dashboard.dump());
    return read && read->dashboard.panels.size() == 1 ? read->dashboard.panels.front() : PanelSpec();
}

} // namespace

Json plainPanel(std::string_view type)
{
    Json panel = {{"id", 1},
                  {"type", type},
                  {"title", "Title"},
                  {"pluginVersion", "12.0.0"},
                  {"gridPos", {{"x", 0}, {"y", 0}, {"w", 12}, {"h", 8}}},
                  {"datasource", {{"type", "prometheus"}, {"uid", "p"}}},
                  {"options", Json::object()},
                  {"fieldConfig", {{"defaults", Json::object()}, {"overrides", Json::array()}}}};
    for (const Skeleton &skeleton : skeletons) {
        if (skeleton.type == type)
            panel.merge_patch(Json::parse(skeleton.json));
    }
    return panel;
}

QImage drawnPanel(const Json &panel)
{
    const PanelSpec spec = imported(panel);
    PanelTime time;
    time.range = {end - (samples - 1) * stepMs, end};
    time.scrapeIntervalMs = stepMs;
    const QueryEngine engine;
    PanelFrame frame(spec, darkTheme());
    frame.resize(panelSize);
    if (showsData(frame.spec()))
        frame.setData(std::make_shared<const PanelData>(queryPanel(*madeUpStore(), engine, spec, time)));
    return frame.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

} // namespace sightglass::test
