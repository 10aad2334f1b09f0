// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// Where the items of a list legend go: rows of columns, each as wide as its widest item.
struct LegendLayout
{
    std::vector<QRect> items;
    int columns = 1;
};

/// Lays items of these natural widths out in as many columns as fit into `width`, filled row by row. Items
/// are as wide as their column, and never wider than the row. A few wide ones do not leave the others a
/// column of their own only: they get half of the row, where that is no less than `least`.
[[nodiscard]] LegendLayout legendLayout(std::span<const int> naturalWidths, int width, int rowHeight,
                                        int least = 0);

/// How wide a legend beside a chart is: as its options say, else as wide as its items are, as long as the
/// chart keeps half of the panel or is wide enough for all that.
[[nodiscard]] int sideLegendWidth(std::optional<double> asked, int natural, int panelWidth);

/// How high a legend below a chart is that would like to be `natural`: at most a third of the panel, in whole
/// rows, as in Grafana; somewhat more where it has room as a whole then and nothing needs to be scrolled, or
/// where it would be less than `least`; one row at least. 0: there is nothing.
[[nodiscard]] int bottomLegendHeight(int natural, int panelHeight, int rowHeight, int least);

/// `count` items below each other, the first at `top`.
[[nodiscard]] LegendLayout legendRows(std::size_t count, int width, int rowHeight, int top);

} // namespace sightglass
