// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace sightglass::bench {

/// What a wall of panels shows.
struct WallSize
{
    int panels = 20;
    int series = 10;   ///< of each panel
    int points = 3600; ///< of each series, one each second
};

/// What the same wall costs where it is built from plain Qt Charts: a QChartView with QLineSeries, a
/// QDateTimeAxis and a QValueAxis for each panel, in a window of 1920×1080, its points replaced at each tick.
struct QtChartsFigures
{
    double refreshPercent = 0; ///< CPU time of the process at one tick a second, % of a core
    double repaintMs = 0;      ///< CPU time of a full repaint of all panels, median
    double residentMiB = 0;    ///< over the idle program
};

/// Measures it in a process of its own, this program started again, so that neither's memory and threads
/// count for the other. Empty, and told on stderr, where that fails. main() must begin with
/// qtChartsPeerMain().
[[nodiscard]] std::optional<QtChartsFigures> measureQtCharts(const WallSize &size, int ticks);

/// The other side of measureQtCharts(): where the arguments ask for it, measures, prints the figures and
/// returns the exit code. Before there is a QApplication.
[[nodiscard]] std::optional<int> qtChartsPeerMain(int argc, char **argv);

} // namespace sightglass::bench
