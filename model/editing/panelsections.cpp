// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/panelsections.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace sightglass {

namespace {

bool isFolded(const PanelSpec &panel)
{
    const auto *row = std::get_if<RowOptions>(&panel.options);
    return row != nullptr && row->collapsed;
}

/// Rows are over the whole width and one high, whatever a file says.
GridPosition properPlace(const PanelSpec &panel)
{
    if (panel.type() == PanelType::Row)
        return {0, panel.grid.y, gridColumnCount, 1};
    return panel.grid;
}

/// What would lie below a folded row would be the row's, and go out of sight: it is moved above the folded
/// rows that it stands below.
std::vector<GridPosition> outOfFoldedRows(std::span<const PanelSpec> panels, std::vector<GridPosition> shown)
{
    const std::vector<bool> folded = foldedAway(panels);
    std::vector<const PanelSpec *> of;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (!folded[i])
            of.push_back(&panels[i]);
    }
    const auto fromTheTop = [&shown](std::size_t a, std::size_t b) {
        return std::pair(shown[a].y, shown[a].x) < std::pair(shown[b].y, shown[b].x);
    };
    std::vector<std::size_t> order(shown.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, fromTheTop);
    // Where the folded rows begin that stand one below the other, among the ordered ones.
    std::optional<std::size_t> group;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (of[order[at]]->type() == PanelType::Row) {
            if (!isFolded(*of[order[at]]))
                group.reset();
            else if (!group)
                group = at;
            continue;
        }
        if (!group)
            continue;
        GridPosition &stray = shown[order[at]];
        stray.y = shown[order[*group]].y;
        for (std::size_t below = *group; below < order.size(); ++below) {
            if (below != at)
                shown[order[below]].y += stray.height;
        }
        std::rotate(order.begin() + static_cast<std::ptrdiff_t>(*group),
                    order.begin() + static_cast<std::ptrdiff_t>(at),
                    order.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        ++*group;
    }
    return compacted(std::move(shown));
}

/// Lays `shown` over the places of the panels that are shown; those behind a folded row go along with it.
std::vector<GridPosition> withShownPlaces(std::span<const PanelSpec> panels,
                                          const std::vector<GridPosition> &shown)
{
    const std::vector<bool> folded = foldedAway(panels);
    std::vector<GridPosition> places;
    std::size_t next = 0;
    int down = 0;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        GridPosition place = properPlace(panels[i]);
        if (folded[i]) {
            place = insideGrid(place);
            place.y = std::max(0, place.y + down);
        } else {
            down = shown[next].y - place.y;
            place = shown[next++];
        }
        places.push_back(place);
    }
    return places;
}

} // namespace

std::vector<bool> foldedAway(std::span<const PanelSpec> panels)
{
    std::vector<bool> folded;
    folded.reserve(panels.size());
    bool behind = false;
    for (const PanelSpec &panel : panels) {
        const bool row = panel.type() == PanelType::Row;
        folded.push_back(behind && !row);
        behind = row ? isFolded(panel) : behind;
    }
    return folded;
}

std::size_t endOfRow(std::span<const PanelSpec> panels, std::size_t row)
{
    std::size_t end = row + 1;
    while (end < panels.size() && panels[end].type() != PanelType::Row)
        ++end;
    return end;
}

std::vector<GridPosition> shownPlaces(std::span<const PanelSpec> panels)
{
    const std::vector<bool> folded = foldedAway(panels);
    std::vector<GridPosition> places;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (!folded[i])
            places.push_back(properPlace(panels[i]));
    }
    return places;
}

std::vector<GridPosition> placesAfterMove(std::span<const PanelSpec> panels, std::size_t moved,
                                          const GridPosition &wanted)
{
    const std::vector<bool> folded = foldedAway(panels);
    if (folded[moved])
        return withShownPlaces(panels, shownPlaces(panels));
    const auto index = static_cast<std::size_t>(
        std::count(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(moved), false));
    return withShownPlaces(panels, outOfFoldedRows(panels, rearranged(shownPlaces(panels), index, wanted)));
}

std::vector<PanelSpec> inFileOrder(std::vector<PanelSpec> panels)
{
    const std::vector<bool> folded = foldedAway(panels);
    struct Key
    {
        int y = 0;
        int x = 0;
        std::size_t index = 0; ///< of the panel itself, of its row where it is folded away
        std::size_t within = 0;
    };
    std::vector<std::pair<Key, std::size_t>> order;
    Key row;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (folded[i])
            ++row.within;
        else
            row = {panels[i].grid.y, panels[i].grid.x, i, 0};
        order.emplace_back(row, i);
    }
    std::ranges::sort(order, {}, [](const auto &entry) {
        const Key &key = entry.first;
        return std::tuple(key.y, key.x, key.index, key.within);
    });
    std::vector<PanelSpec> sorted;
    sorted.reserve(panels.size());
    for (const auto &entry : order)
        sorted.push_back(std::move(panels[entry.second]));
    return sorted;
}

std::vector<PanelSpec> arranged(std::vector<PanelSpec> panels)
{
    const std::vector<GridPosition> places =
        withShownPlaces(panels, outOfFoldedRows(panels, compacted(shownPlaces(panels))));
    for (std::size_t i = 0; i < panels.size(); ++i)
        panels[i].grid = places[i];
    return inFileOrder(std::move(panels));
}

} // namespace sightglass
