// SPDX-License-Identifier: GPL-3.0-or-later
// The refresh budgets: 20 panels × 10 series and 30 panels × 100 lines, each an hour of 1 s samples, at 1 Hz,
// drawn by the real dashboard from the real store through the real query pool, beside the same window built
// from plain Qt Charts (which gets its points for nothing) in the same run. Plain figures instead of Google
// Benchmark's loop, because it is the share of a second that counts, with everything that a second brings.
#include "model/presentation/dashboardfeed.h"
#include "tests/bench/processcost.h"
#include "tests/bench/qtchartswindow.h"
#include "tests/bench/wallload.h"
#include "widgets/plots/timeplot.h"
#include "widgets/views/dashboardview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace {

using namespace sightglass;
using namespace sightglass::bench;

/// What one window may cost.
struct Budget
{
    double refresh = 0;   ///< of drawing, % of one core
    double redrawMs = 0;  ///< of all panels
    double memoryMiB = 0; ///< over the idle program; 0: not named
};

constexpr int defaultTicks = 15;
constexpr int warmUpTicks = 2;
constexpr double mebi = 1024.0 * 1024.0;

/// The window as app/desktop composes it, without a collector: the benchmark is the one who says that a
/// second has passed.
class Wall
{
public:
    explicit Wall(WallLoad &load)
        : m_load(load)
        , m_view(new DashboardView(load.dashboard(), darkTheme()))
        , m_feed(new DashboardFeed(std::make_shared<QueryPool>(), m_view))
    {
        m_window.setCentralWidget(m_view);
        m_window.resize(1920, 1080);
        m_feed->setPanels(m_view->spec().panels);
        QObject::connect(m_feed, &DashboardFeed::panelReady, m_view, &DashboardView::setPanelData);
        QObject::connect(m_feed, &DashboardFeed::panelReady, m_view, [this] { ++m_answers; });
        m_window.show();
        m_feed->setVisible(m_view->visiblePanels());
    }

    void prepare(int ticks) { m_load.prepare(ticks); }

    void tick()
    {
        const ProcessCost before = ProcessCost::now();
        m_load.advance();
        const auto snapshot = m_load.snapshot();
        m_appendSeconds += (ProcessCost::now() - before).threadSeconds;
        PanelTime time;
        time.range = {m_load.now() - WallLoad::lengthMs, m_load.now()};
        time.scrapeIntervalMs = WallLoad::stepMs;
        m_feed->refresh({snapshot, time});
    }

    /// Until every panel has drawn the answer to the last tick.
    void settle(int ticks) const
    {
        QElapsedTimer waited;
        waited.start();
        const int expected = ticks * panels();
        while (m_answers < expected && waited.elapsed() < 30'000) {
            QApplication::processEvents();
            QThread::msleep(1); // the pool's threads need the processor
        }
        if (m_answers < expected) {
            std::fprintf(stderr, "only %d of %d answers came\n", m_answers, expected);
            std::exit(1);
        }
        QApplication::processEvents();
    }

    [[nodiscard]] DashboardView &view() { return *m_view; }
    [[nodiscard]] int answers() const { return m_answers; }
    [[nodiscard]] int panels() const { return m_load.size().panels; }
    /// Pixel columns of all plots drawn since the start: shows that what was measured was drawn, and how
    /// little.
    [[nodiscard]] double columnsDrawn() const
    {
        double columns = 0;
        for (const TimePlot *plot : m_view->findChildren<TimePlot *>())
            columns += static_cast<double>(plot->layer().columnsDrawn());
        return columns;
    }
    /// Since the last call.
    double takeAppendSeconds() { return std::exchange(m_appendSeconds, 0); }

private:
    WallLoad &m_load;
    QMainWindow m_window;
    DashboardView *m_view;
    DashboardFeed *m_feed;
    int m_answers = 0;
    double m_appendSeconds = 0;
};

void measureRefresh(Wall &wall, int ticks, const Budget &budget)
{
    wall.prepare(warmUpTicks + ticks);
    for (int i = 1; i <= warmUpTicks; ++i) {
        wall.tick();
        wall.settle(i);
    }
    wall.takeAppendSeconds();
    int left = ticks;
    QTimer second;
    second.setTimerType(Qt::PreciseTimer);
    second.setInterval(1000);
    QObject::connect(&second, &QTimer::timeout, &second, [&] {
        // The last timeout only ends the last second.
        if (left-- > 0)
            wall.tick();
        else
            QCoreApplication::exit(); // quit() would close the window
    });
    const double drawnBefore = wall.columnsDrawn();
    const ProcessCost before = ProcessCost::now();
    second.start();
    QCoreApplication::exec();
    const ProcessCost used = ProcessCost::now() - before;
    const double perSecond = 100.0 / ticks; // each tick stands for one second
    const int questions = (warmUpTicks + ticks) * wall.panels();
    if (wall.answers() != questions)
        std::printf("  (%d answers for %d questions: this machine could not keep up)\n", wall.answers(),
                    questions);
    const double append = wall.takeAppendSeconds();
    printFigure("refresh at 1 Hz, the whole process", used.processSeconds * perSecond, "% of a core",
                budget.refresh);
    printFigure("  GUI thread: take the answers, draw", (used.threadSeconds - append) * perSecond,
                "% of a core");
    printFigure("  query threads", (used.processSeconds - used.threadSeconds) * perSecond, "% of a core");
    printFigure("  append the samples, publish the snapshot", append * perSecond, "% of a core");
    printFigure("  pixel columns drawn each second", (wall.columnsDrawn() - drawnBefore) / ticks, "");
}

/// Median CPU time of the GUI thread.
double medianMs(int runs, const std::function<void(int)> &run)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const ProcessCost before = ProcessCost::now();
        run(i);
        times.push_back((ProcessCost::now() - before).threadSeconds * 1000);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

void measureFullRedraw(Wall &wall, const Budget &budget)
{
    constexpr int runs = 9;
    const double drawnBefore = wall.columnsDrawn();
    const double ms = medianMs(runs, [&wall](int run) {
        wall.view().setTheme(run % 2 == 0 ? lightTheme() : darkTheme());
        QApplication::processEvents();
    });
    printFigure("full redraw of all panels (change of theme), GUI thread", ms, "ms", budget.redrawMs);
    printFigure("  pixel columns drawn for it", (wall.columnsDrawn() - drawnBefore) / runs, "");
}

void compareWithQtCharts(const WallSize &size, int ticks)
{
    if (const auto peer = measureQtCharts(size, ticks)) {
        printFigure("plain Qt Charts: refresh at 1 Hz", peer->refreshPercent, "% of a core");
        printFigure("  full repaint", peer->repaintMs, "ms");
        printFigure("  resident memory over the idle program", peer->residentMiB, "MiB");
    }
}

void measureWindow(const WallSize &size, int ticks, const Budget &budget)
{
    const std::size_t idle = residentBytes();
    WallLoad load(size, 1'700'000'000'000);
    const auto stats = load.snapshot()->stats();
    const std::size_t filled = residentBytes();
    Wall wall(load);
    std::printf("== %d panels x %d series x 1 h of 1 s: %zu samples, %d s\n", size.panels, size.series,
                stats.samples, ticks);
    measureRefresh(wall, ticks, budget);
    measureFullRedraw(wall, budget);
    const double resident = static_cast<double>(residentBytes() - idle) / mebi;
    if (budget.memoryMiB > 0)
        printFigure("resident memory over the idle program", resident, "MiB", budget.memoryMiB);
    else
        printFigure("resident memory over the idle program", resident, "MiB");
    printFigure("  of it the store", static_cast<double>(filled - idle) / mebi, "MiB");
    printFigure("  the store's own count", static_cast<double>(stats.bytes) / mebi, "MiB");
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto code = qtChartsPeerMain(argc, argv))
        return *code;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int ticks = argc > 1 ? std::max(1, std::atoi(argv[1])) : defaultTicks;
    std::printf("platform %s\n", qPrintable(QGuiApplication::platformName()));
    constexpr WallSize usual{20, 10, 3600};
    constexpr WallSize many{30, 100, 3600};
    constexpr int peerTicks = 3;
    measureWindow(usual, ticks, {2, 25, 60});
    compareWithQtCharts(usual, peerTicks);
    measureWindow(many, ticks, {1.5, 100, 0});
    compareWithQtCharts(many, 1);
    return 0;
}
