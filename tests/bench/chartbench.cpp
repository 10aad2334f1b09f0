// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing budgets of DESIGN.md section 8: 20 panels × 10 series × 3,600 points on a 1920×1080 wall.
// bench_chart prints CPU time; a tick's time times the rate is the share of a core.
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/heatmapraster.h"
#include "widgets/panels/panelfactory.h"

#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

#include <array>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

constexpr int panelCount = 20;
constexpr QSize panelSize(380, 240);

PanelSpec lines(LegendMode legend)
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.title = "bench";
    spec.field.unit = "ops";
    legendOf(spec.options)->mode = legend;
    legendOf(spec.options)->values = {Calculation::LastNotNull, Calculation::Max};
    return spec;
}

/// A window with 20 panels, and the answers of the next ticks made in advance.
class Wall
{
public:
    explicit Wall(const PanelSpec &spec, std::int64_t rangeMs, std::size_t ticks)
    {
        m_window.resize(1920, 1080);
        for (int i = 0; i < panelCount; ++i) {
            PanelView *panel = createPanelView(spec, darkTheme(), &m_window);
            panel->setGeometry(i % 5 * panelSize.width(), i / 5 * panelSize.height() + 30, panelSize.width(),
                               panelSize.height());
            m_panels.push_back(panel);
            const Synthetic what{.rangeMs = rangeMs, .series = 10, .seed = static_cast<unsigned>(i + 1)};
            std::vector<PanelDataPtr> answers{std::make_shared<PanelData>(
                spec.type() == PanelType::Heatmap ? test::buckets(what) : test::walks(what, 900))};
            while (answers.size() < ticks)
                answers.push_back(test::tickLater(*answers.back()));
            m_answers.push_back(std::move(answers));
        }
        m_window.show();
        QApplication::processEvents();
    }

    void tick(std::size_t number)
    {
        for (std::size_t i = 0; i < m_panels.size(); ++i)
            m_panels[i]->setData(m_answers[i][number % m_answers[i].size()]);
    }
    /// Paints what has been marked for painting, as the event loop would.
    static void paint() { QApplication::processEvents(); }
    void setTheme(const Theme &theme)
    {
        for (PanelView *panel : m_panels)
            panel->setTheme(theme);
    }
    void crosshair(TimestampMs at)
    {
        for (PanelView *panel : m_panels)
            panel->setCrosshair(at);
    }

private:
    QWidget m_window;
    std::vector<PanelView *> m_panels;
    std::vector<std::vector<PanelDataPtr>> m_answers;
};

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t fiveMinutes = 300'000;

void fullRedraw(benchmark::State &state)
{
    Wall wall(lines(LegendMode::List), state.range(0), 1);
    wall.tick(0);
    Wall::paint();
    const std::array themes{lightTheme(), darkTheme()};
    std::size_t n = 0;
    for (auto _ : state) {
        wall.setTheme(themes[n++ % themes.size()]);
        Wall::paint();
    }
}
BENCHMARK(fullRedraw)->Arg(hour)->Arg(fiveMinutes)->Unit(benchmark::kMillisecond);

void liveTick(benchmark::State &state)
{
    const auto mode = static_cast<LegendMode>(state.range(1));
    constexpr std::size_t prepared = 12;
    Wall wall(lines(mode), state.range(0), prepared);
    wall.tick(0);
    Wall::paint();
    std::size_t n = 1;
    for (auto _ : state) {
        if (n % prepared == 0) {
            // Back to the first answer is a jump in time: not what a tick is.
            state.PauseTiming();
            wall.tick(n++);
            Wall::paint();
            state.ResumeTiming();
        }
        wall.tick(n++);
        Wall::paint();
    }
}
BENCHMARK(liveTick)
    ->Args({hour, static_cast<int>(LegendMode::Hidden)})
    ->Args({hour, static_cast<int>(LegendMode::Table)})
    ->Args({fiveMinutes, static_cast<int>(LegendMode::List)})
    ->Unit(benchmark::kMillisecond);

void heatmapTick(benchmark::State &state)
{
    PanelSpec spec = lines(LegendMode::Hidden);
    spec.options = standardOptions(PanelType::Heatmap);
    constexpr std::size_t prepared = 12;
    Wall wall(spec, hour, prepared);
    std::size_t n = 0;
    for (auto _ : state) {
        wall.tick(n++ % prepared);
        Wall::paint();
    }
}
BENCHMARK(heatmapTick)->Unit(benchmark::kMillisecond);

void crosshairMove(benchmark::State &state)
{
    Wall wall(lines(LegendMode::List), hour, 1);
    wall.tick(0);
    Wall::paint();
    TimestampMs at = Synthetic{}.now - hour / 2;
    for (auto _ : state) {
        wall.crosshair(at += 10'000);
        Wall::paint();
        if (at > Synthetic{}.now - 60'000)
            at -= hour / 2;
    }
}
BENCHMARK(crosshairMove)->Unit(benchmark::kMillisecond);

void decimation(benchmark::State &state)
{
    const PanelData data = test::walks({.rangeMs = state.range(0) * 1000, .series = 1}, 900);
    const ColumnGrid grid = ColumnGrid::covering(data.range, 600);
    std::vector<PlotColumn> columns(600);
    for (auto _ : state) {
        decimate(data.series[0].samples, grid, 1750, grid.first, columns);
        benchmark::DoNotOptimize(columns.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(decimation)->Arg(3'600)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void heatmapColumn(benchmark::State &state)
{
    const PanelData data = test::buckets({});
    std::vector<CumulativeSeries> series;
    for (std::size_t i = 0; i < data.series.size(); ++i)
        series.push_back({static_cast<double>(i), data.series[i].samples});
    HeatmapScene scene;
    scene.data = std::make_shared<const HeatmapData>(heatmapData(series));
    scene.grid = ColumnGrid::covering(data.range, 600);
    scene.height = 240;
    scene.full = 200;
    scene.ramp = rampOnDark();
    QImage ring(600, 240, QImage::Format_RGB32);
    for (auto _ : state)
        rasterHeatmap(scene, {scene.grid.end() - 1, scene.grid.end()}, ring);
}
BENCHMARK(heatmapColumn)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
