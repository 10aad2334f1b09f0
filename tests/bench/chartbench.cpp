// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing budgets of DESIGN.md section 8: 20 panels × 10 series × 3,600 points on a 1920×1080 wall, 30
// panels × 100 lines, zoom and pan over 10 × 1,000,000 points, twice the scaling. bench_chart prints CPU
// time; a tick's time times the rate is the share of a core. Behind the benchmarks it compares full repaints
// with the same wall built from plain Qt Charts, in the same run.
#include "tests/bench/processcost.h"
#include "tests/bench/qtchartswindow.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/heatmapraster.h"
#include "widgets/chart/minmaxpyramid.h"
#include "widgets/panels/panelfactory.h"

#include <QApplication>
#include <QImage>
#include <QProcess>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

constexpr int panelCount = 20;
constexpr QSize panelSize(380, 240);
constexpr const char *scaleOption = "--scale-only";

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

/// A window with panels, five in a row, and the answers of the next ticks made in advance.
class Wall
{
public:
    explicit Wall(const PanelSpec &spec, std::int64_t rangeMs, std::size_t ticks)
        : Wall(spec, {.rangeMs = rangeMs, .series = 10}, ticks, panelCount)
    {}
    Wall(const PanelSpec &spec, const Synthetic &load, std::size_t ticks, int panels)
    {
        m_window.resize(1920, 1080);
        const int rows = (panels + 4) / 5;
        const QSize size(panelSize.width(), 4 * panelSize.height() / std::max(rows, 4));
        for (int i = 0; i < panels; ++i) {
            PanelView *panel = createPanelView(spec, darkTheme(), &m_window);
            panel->setGeometry(i % 5 * size.width(), i / 5 * size.height() + 30, size.width(), size.height());
            m_panels.push_back(panel);
            Synthetic what = load;
            what.seed = static_cast<unsigned>(i + 1);
            // Many series: all panels show the same, so that their samples fit into memory.
            if (i > 0 && load.series > 10) {
                m_answers.push_back(m_answers.front());
                continue;
            }
            std::vector<PanelDataPtr> answers{std::make_shared<PanelData>(
                spec.type() == PanelType::Heatmap ? test::buckets(what) : test::walks(what, 900))};
            while (answers.size() < ticks)
                answers.push_back(test::tickLater(answers.back()));
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

void manyLinesRedraw(benchmark::State &state)
{
    Wall wall(lines(LegendMode::Hidden), {.rangeMs = hour, .series = 100}, 1, 30);
    wall.tick(0);
    Wall::paint();
    const std::array themes{lightTheme(), darkTheme()};
    std::size_t n = 0;
    for (auto _ : state) {
        wall.setTheme(themes[n++ % themes.size()]);
        Wall::paint();
    }
}
BENCHMARK(manyLinesRedraw)->Unit(benchmark::kMillisecond)->Iterations(8);

void manyLinesTick(benchmark::State &state)
{
    constexpr std::size_t prepared = 6;
    Wall wall(lines(LegendMode::Hidden), {.rangeMs = hour, .series = 100}, prepared, 30);
    std::size_t n = 0;
    for (auto _ : state) {
        if (n % prepared == 0) {
            state.PauseTiming();
            wall.tick(n++);
            Wall::paint();
            state.ResumeTiming();
        }
        wall.tick(n++);
        Wall::paint();
    }
}
BENCHMARK(manyLinesTick)->Unit(benchmark::kMillisecond)->Iterations(20);

/// Frames of a zoom into 10 × 1,000,000 samples and of a pan over them: the range is another one in each.
void zoomFrame(benchmark::State &state)
{
    const auto width = static_cast<int>(state.range(0));
    const auto height = static_cast<int>(state.range(1));
    constexpr std::int64_t length = 1'000'000'000;
    static const PanelDataPtr data =
        std::make_shared<const PanelData>(test::walks({.rangeMs = length, .series = 10}, 900));
    QWidget window;
    window.resize(width, height);
    PanelView *panel = createPanelView(lines(LegendMode::Hidden), darkTheme(), &window);
    panel->setGeometry(window.rect());
    panel->setData(data);
    window.show();
    QApplication::processEvents();
    const bool pan = state.range(2) == 1;
    std::vector<double> frames;
    std::int64_t step = 0;
    for (auto _ : state) {
        step = (step + 1) % 60;
        const TimestampMs from = data->range.from + step * length / 200;
        const std::int64_t shown = pan ? length / 2 : length - step * length / 70;
        const auto before = bench::ProcessCost::now();
        panel->setShownRange({from, std::min(from + shown, data->range.to)});
        QApplication::processEvents();
        frames.push_back((bench::ProcessCost::now() - before).threadSeconds * 1000);
    }
    std::nth_element(frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(frames.size() / 2),
                     frames.end());
    state.counters["median_ms"] = frames[frames.size() / 2];
}
BENCHMARK(zoomFrame)
    ->Args({600, 300, 0})
    ->Args({600, 300, 1})
    ->Args({1900, 1000, 0})
    ->Args({1900, 1000, 1})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60);

void pyramid(benchmark::State &state)
{
    const PanelData data = test::walks({.rangeMs = 1'000'000'000, .series = 1}, 900);
    const ColumnGrid grid = ColumnGrid::covering(data.range, 600);
    std::vector<PlotColumn> columns(600);
    const MinMaxPyramid ready(data.series[0].samples);
    for (auto _ : state) {
        if (state.range(0) == 0) {
            const MinMaxPyramid made(data.series[0].samples);
            benchmark::DoNotOptimize(made.size());
        } else {
            decimate({data.series[0].samples, 1750, LineInterpolation::Linear, &ready}, grid, grid.first,
                     columns);
            benchmark::DoNotOptimize(columns.data());
        }
    }
}
BENCHMARK(pyramid)->ArgName("look up")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

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
    scene.axis = HeatmapAxis(*scene.data, {});
    scene.shading.high = 200;
    scene.shading.ramp = rampOnDark();
    QImage ring(600, 240, QImage::Format_RGB32);
    for (auto _ : state)
        rasterHeatmap(scene, {scene.grid.end() - 1, scene.grid.end()}, ring);
}
BENCHMARK(heatmapColumn)->Unit(benchmark::kMicrosecond);

/// Median CPU time of full repaints of all panels.
double repaintMs(Wall &wall)
{
    constexpr int runs = 7;
    std::vector<double> times;
    const std::array themes{lightTheme(), darkTheme()};
    for (std::size_t i = 0; i < runs; ++i) {
        const auto before = sightglass::bench::ProcessCost::now();
        wall.setTheme(themes[i % themes.size()]);
        Wall::paint();
        times.push_back((sightglass::bench::ProcessCost::now() - before).threadSeconds * 1000);
    }
    std::ranges::sort(times);
    return times[runs / 2];
}

void compareWithQtCharts(const sightglass::bench::WallSize &size, int ticks, double budgetMs)
{
    const std::string what =
        std::to_string(size.panels) + " panels x " + std::to_string(size.series) + " series, full repaint";
    Wall wall(lines(LegendMode::Hidden), {.rangeMs = hour, .series = size.series}, 1, size.panels);
    wall.tick(0);
    Wall::paint();
    const double own = repaintMs(wall);
    sightglass::bench::printFigure(what, own, "ms", budgetMs);
    if (const auto peer = sightglass::bench::measureQtCharts(size, ticks)) {
        sightglass::bench::printFigure("  plain Qt Charts", peer->repaintMs, "ms");
        sightglass::bench::printFigure("  times faster", peer->repaintMs / own, "");
    }
}

void measureScaled()
{
    Wall wall(lines(LegendMode::Hidden), hour, 1);
    wall.tick(0);
    Wall::paint();
    sightglass::bench::printFigure("20 panels x 10 series at 200 %, full repaint", repaintMs(wall), "ms", 60);
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto code = sightglass::bench::qtChartsPeerMain(argc, argv))
        return *code;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool scaled = argc > 1 && std::string_view(argv[1]) == scaleOption;
    if (scaled)
        qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    if (scaled) {
        measureScaled();
        return 0;
    }
    const bool whole = argc == 1;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    if (!whole)
        return 0;
    compareWithQtCharts({20, 10, 3600}, 3, 25);
    compareWithQtCharts({30, 100, 3600}, 1, 100);
    std::fflush(stdout);
    return QProcess::execute(QCoreApplication::applicationFilePath(), {QString::fromLatin1(scaleOption)});
}
