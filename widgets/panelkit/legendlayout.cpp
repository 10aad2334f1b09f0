// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendlayout.h"

#include <algorithm>
#include <numeric>

namespace sightglass {

namespace {

std::vector<int> columnWidths(std::span<const int> items, std::size_t columns)
{
    std::vector<int> widths(columns, 0);
    for (std::size_t i = 0; i < items.size(); ++i)
        widths[i % columns] = std::max(widths[i % columns], items[i]);
    return widths;
}

std::vector<int> fittingColumns(std::span<const int> items, int width)
{
    const int narrowest = std::max(1, *std::ranges::min_element(items));
    const auto most = static_cast<std::size_t>(std::max(1, width / narrowest));
    for (std::size_t columns = std::min(items.size(), most); columns > 1; --columns) {
        std::vector<int> widths = columnWidths(items, columns);
        if (std::accumulate(widths.begin(), widths.end(), 0) <= width)
            return widths;
    }
    return {std::min(columnWidths(items, 1).front(), width)};
}

} // namespace

LegendLayout legendLayout(std::span<const int> naturalWidths, int width, int rowHeight)
{
    LegendLayout layout;
    if (naturalWidths.empty())
        return layout;
    const std::vector<int> columns = fittingColumns(naturalWidths, width);
    layout.columns = static_cast<int>(columns.size());
    layout.items.reserve(naturalWidths.size());
    int x = 0;
    int y = 0;
    for (std::size_t i = 0; i < naturalWidths.size(); ++i) {
        const std::size_t column = i % columns.size();
        if (column == 0 && i > 0) {
            x = 0;
            y += rowHeight;
        }
        layout.items.emplace_back(x, y, columns[column], rowHeight);
        x += columns[column];
    }
    return layout;
}

LegendLayout legendRows(std::size_t count, int width, int rowHeight, int top)
{
    LegendLayout layout;
    layout.items.reserve(count);
    for (int y = top; layout.items.size() < count; y += rowHeight)
        layout.items.emplace_back(0, y, width, rowHeight);
    return layout;
}

} // namespace sightglass
