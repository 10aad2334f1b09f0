// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/compactgrid.h"
#include "model/dashboard/rowfolding.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

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

enum class Beside : std::uint8_t
{
    Nothing,
    Something ///< a panel lay beside what was folded away
};

/// Panels below what was folded away.
Beside moveUp(std::vector<ShownPanel> &panels, std::span<const Extent> folded)
{
    Beside beside = Beside::Nothing;
    for (ShownPanel &shown : panels) {
        const int y = shown.panel.grid.y;
        for (const Extent &extent : folded) {
            if (y >= extent.bottom)
                shown.panel.grid.y -= extent.bottom - extent.top;
            else if (y >= extent.top)
                beside = Beside::Something;
        }
    }
    return beside;
}

/// In the order of the page, rows first: what overlaps goes below.
void separate(std::vector<ShownPanel> &panels)
{
    std::vector<GridPosition> places;
    std::vector<std::size_t> order;
    for (const ShownPanel &shown : panels) {
        order.push_back(places.size());
        places.push_back(shown.panel.grid);
    }
    std::ranges::stable_sort(order, {}, [&panels](std::size_t i) {
        const GridPosition &place = panels[i].panel.grid;
        return std::tuple(place.y, !isRow(panels[i].panel), place.x);
    });
    places = compactedInOrder(std::move(places), order);
    for (std::size_t i = 0; i < panels.size(); ++i)
        panels[i].panel.grid = places[i];
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
        // Panels that lie behind a folded row come before it in the list.
        const std::span<PanelSpec> before = all.first(i);
        const int bottom = bottomOf(all[i]);
        const auto isBehind = [bottom](const PanelSpec &panel) { return panel.grid.y >= bottom; };
        // What follows begins with a row; the places of that row's panels may mean nothing yet.
        int top = below.empty() ? std::numeric_limits<int>::max() : below.front().grid.y;
        for (const PanelSpec &panel : before)
            top = isBehind(panel) ? std::min(top, panel.grid.y) : top;
        const int pushed = std::max(extentOf(contents).bottom - top, 0);
        for (PanelSpec &panel : before)
            panel.grid.y += isBehind(panel) ? pushed : 0;
        for (PanelSpec &panel : below)
            panel.grid.y += pushed;
    }
    return result;
}

std::vector<ShownPanel> foldRows(std::span<const ShownPanel> panels, const IsFolded &isFolded)
{
    std::vector<ShownPanel> result;
    std::vector<Extent> folded;
    result.reserve(panels.size());
    for (std::size_t i = 0; i < panels.size(); ++i) {
        ShownPanel &shown = result.emplace_back(panels[i]);
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
        folded.push_back({top, bottom});
    }
    if (moveUp(result, folded) == Beside::Something)
        separate(result);
    return result;
}

} // namespace sightglass
