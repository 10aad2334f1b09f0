// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/rowfolding.h"

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

bool isRow(const PanelSpec &panel)
{
    return panel.type() == PanelType::Row;
}

int bottomOf(const PanelSpec &panel)
{
    return panel.grid.y + panel.grid.height;
}

struct Extent
{
    int top = std::numeric_limits<int>::max();
    int bottom = std::numeric_limits<int>::min();
};

Extent extentOf(std::span<const PanelSpec> panels)
{
    Extent extent;
    for (const PanelSpec &panel : panels) {
        extent.top = std::min(extent.top, panel.grid.y);
        extent.bottom = std::max(extent.bottom, bottomOf(panel));
    }
    return extent;
}

/// The panels of a row right below it.
void putBelow(const PanelSpec &row, std::span<PanelSpec> contents)
{
    const int down = bottomOf(row) - extentOf(contents).top;
    for (PanelSpec &panel : contents)
        panel.grid.y += down;
}

} // namespace

std::size_t rowLength(std::span<const PanelSpec> panels, std::size_t row)
{
    std::size_t end = row + 1;
    while (end < panels.size() && !isRow(panels[end]))
        ++end;
    return end - row - 1;
}

std::vector<PanelSpec> spreadRows(std::span<const PanelSpec> panels)
{
    std::vector<PanelSpec> result(panels.begin(), panels.end());
    const std::span<PanelSpec> all(result);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto *row = std::get_if<RowOptions>(&all[i].options);
        if (row == nullptr || !row->collapsed)
            continue;
        const std::span<PanelSpec> contents = all.subspan(i + 1, rowLength(all, i));
        const std::span<PanelSpec> below = all.subspan(i + 1 + contents.size());
        if (contents.empty())
            continue;
        putBelow(all[i], contents);
        // What follows begins with a row; the places of that row's panels may mean nothing yet.
        const int pushed = below.empty() ? 0 : extentOf(contents).bottom - below.front().grid.y;
        for (PanelSpec &panel : below)
            panel.grid.y += std::max(pushed, 0);
    }
    return result;
}

std::vector<ShownPanel> foldRows(std::span<const ShownPanel> panels, const IsFolded &isFolded)
{
    std::vector<ShownPanel> result;
    result.reserve(panels.size());
    int up = 0;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        ShownPanel &shown = result.emplace_back(panels[i]);
        shown.panel.grid.y -= up;
        auto *row = std::get_if<RowOptions>(&shown.panel.options);
        if (row == nullptr)
            continue;
        row->collapsed = isFolded(panels[i].panel);
        if (!row->collapsed)
            continue;
        const int top = bottomOf(panels[i].panel);
        int bottom = top;
        while (i + 1 < panels.size() && !isRow(panels[i + 1].panel))
            bottom = std::max(bottom, bottomOf(panels[++i].panel));
        up += bottom - top;
    }
    return result;
}

} // namespace sightglass
