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

/// The columns; where few wide items would leave only one, these have half of the row.
std::vector<int> fairColumns(std::span<const int> items, int width, int least)
{
    std::vector<int> columns = fittingColumns(items, width);
    const int half = width / 2;
    const auto wide = std::ranges::count_if(items, [half](int item) { return item > half; });
    if (columns.size() > 1 || half < least || wide * 2 > static_cast<std::ptrdiff_t>(items.size()))
        return columns;
    std::vector<int> narrowed(items.begin(), items.end());
    for (int &item : narrowed)
        item = std::min(item, half);
    return fittingColumns(narrowed, width);
}

} // namespace

LegendLayout legendLayout(std::span<const int> naturalWidths, int width, int rowHeight, int least)
{
    LegendLayout layout;
    if (naturalWidths.empty())
        return layout;
    const std::vector<int> columns = fairColumns(naturalWidths, width, least);
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

int sideLegendWidth(std::optional<double> asked, int natural, int panelWidth)
{
    constexpr int narrowest = 60;
    constexpr double mostAsked = 0.8;
    constexpr double most = 0.65;
    constexpr int enoughForChart = 480;
    if (asked)
        return static_cast<int>(
            std::clamp<double>(*asked, narrowest, std::max<double>(narrowest, panelWidth * mostAsked)));
    const int fair =
        std::clamp(panelWidth - enoughForChart, panelWidth / 2, static_cast<int>(panelWidth * most));
    return std::clamp(natural, narrowest, std::max(narrowest, fair));
}

int bottomLegendHeight(int natural, int panelHeight, int rowHeight, int least)
{
    constexpr double share = 0.35;
    constexpr double wholeShare = 0.45;
    if (natural <= panelHeight * wholeShare)
        return natural;
    const int fair = static_cast<int>(panelHeight * share) / rowHeight * rowHeight;
    return std::max({fair, least <= panelHeight * wholeShare ? least : 0, rowHeight});
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
