// SPDX-License-Identifier: GPL-3.0-or-later
// How a wall of panels follows the hand: 20 panels × 10 series × 1 h of 1 s samples on a dashboard of
// 1920×1080. The crosshair's budget is 2 ms per mouse move, everything that the move brings painted. Gliding
// is a tick of the clock without data: its time times the columns that pass in a second is its share of a
// core.
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/plots/timeplot.h"
#include "widgets/views/dashboardview.h"

#include <QApplication>
#include <QMouseEvent>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

constexpr int panelCount = 20;
constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t minute = 60'000;

DashboardSpec wallSpec()
{
    DashboardSpec spec;
    spec.title = "wall";
    for (int i = 0; i < panelCount; ++i) {
        PanelSpec panel;
        panel.options = standardOptions(PanelType::TimeSeries);
        panel.id = std::to_string(i);
        panel.title = "panel " + panel.id;
        panel.field.unit = "ops";
        panel.grid = {i % 4 * 6, i / 4 * 6, 6, 6};
        spec.panels.push_back(panel);
    }
    return spec;
}

class Wall
{
public:
    explicit Wall(std::int64_t rangeMs)
        : m_view(wallSpec(), darkTheme())
    {
        m_view.resize(1920, 1080);
        m_view.show();
        for (int i = 0; i < panelCount; ++i) {
            const Synthetic what{.rangeMs = rangeMs, .series = 10, .seed = static_cast<unsigned>(i + 1)};
            m_view.setPanelData(i, std::make_shared<PanelData>(test::walks(what, 900)));
        }
        m_view.setShownTime({.range = {Synthetic{}.now - rangeMs, Synthetic{}.now}});
        QApplication::processEvents();
    }

    /// Moves the pointer over the first panel and paints what that brings.
    void hover(int x)
    {
        auto *plot = m_view.panel(0)->findChild<TimePlot *>();
        const QPointF at(x, plot->height() / 2);
        QMouseEvent move(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(plot, &move);
        QApplication::processEvents();
    }
    void show(TimeRange range)
    {
        m_view.setShownTime({.range = range});
        QApplication::processEvents();
    }
    [[nodiscard]] std::int64_t columnUs() const { return m_view.columnUs(); }

private:
    DashboardView m_view;
};

void crosshairMove(benchmark::State &state)
{
    Wall wall(hour);
    int x = 0;
    for (auto _ : state)
        wall.hover(100 + (x += 3) % 200);
}
BENCHMARK(crosshairMove)->Unit(benchmark::kMillisecond);

/// One column further, all panels.
void glide(benchmark::State &state)
{
    Wall wall(state.range(0));
    const std::int64_t column = std::max<std::int64_t>(wall.columnUs() / 1000, 1);
    TimeRange range{Synthetic{}.now - state.range(0), Synthetic{}.now};
    for (auto _ : state) {
        range = {range.from + column, range.to + column};
        wall.show(range);
        if (range.from > Synthetic{}.now - state.range(0) / 2)
            range = {Synthetic{}.now - state.range(0), Synthetic{}.now};
    }
    state.counters["columns/s"] = 1000.0 / static_cast<double>(column);
}
BENCHMARK(glide)->Arg(5 * minute)->Arg(hour)->Unit(benchmark::kMillisecond);

/// A wheel turned in and out: every frame all panels draw another length of time.
void zoom(benchmark::State &state)
{
    Wall wall(hour);
    std::int64_t length = hour;
    bool in = true;
    for (auto _ : state) {
        length = in ? length * 4 / 5 : length * 5 / 4;
        in = length < minute ? false : length > hour * 3 / 4 ? true : in;
        wall.show({Synthetic{}.now - length, Synthetic{}.now});
    }
}
BENCHMARK(zoom)->Unit(benchmark::kMillisecond);

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
