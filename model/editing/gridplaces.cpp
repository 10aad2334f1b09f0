// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/gridplaces.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace sightglass {

namespace {

/// The first of those that are in the way; null where none is.
const GridPosition *obstacle(const std::vector<GridPosition> &settled, const GridPosition &place)
{
    const auto found =
        std::ranges::find_if(settled, [&place](const GridPosition &other) { return overlap(other, place); });
    return found == settled.end() ? nullptr : &*found;
}

/// Who goes first at the same height: what was moved, then what had to make room for it.
enum Rank
{
    Moved,
    Pushed,
    Resting
};

std::vector<std::size_t> fromTheTop(const std::vector<GridPosition> &places, const std::vector<Rank> &ranks)
{
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return std::tuple(places[a].y, ranks[a], places[a].x) <
               std::tuple(places[b].y, ranks[b], places[b].x);
    });
    return order;
}

/// Out of the way of what was moved: up above it where that was dragged down past its middle and there is
/// room, else down.
int rowOutOfTheWay(const std::vector<GridPosition> &places, std::size_t i, std::size_t moved, int before)
{
    const GridPosition &wanted = places[moved];
    GridPosition above = places[i];
    above.y = std::max(0, wanted.y - above.height);
    const bool passed =
        wanted.y > before && 2 * (wanted.y + wanted.height) >= 2 * places[i].y + places[i].height;
    const auto meetsAnother = [&](std::size_t other) {
        return other != i && other != moved && overlap(places[other], above);
    };
    bool free = passed;
    for (std::size_t other = 0; free && other < places.size(); ++other)
        free = !meetsAnother(other);
    return free ? above.y : wanted.y + wanted.height;
}

} // namespace

std::vector<GridPosition> rearranged(std::vector<GridPosition> places, std::size_t moved, GridPosition wanted)
{
    for (GridPosition &place : places)
        place = insideGrid(place);
    const int before = places[moved].y;
    places[moved] = insideGrid(wanted);
    std::vector<Rank> ranks(places.size(), Resting);
    ranks[moved] = Moved;
    for (const std::size_t i : fromTheTop(places, ranks)) {
        if (i == moved || !overlap(places[i], places[moved]))
            continue;
        places[i].y = rowOutOfTheWay(places, i, moved, before);
        ranks[i] = Pushed;
    }
    const std::vector<std::size_t> order = fromTheTop(places, ranks);
    return compactedInOrder(std::move(places), order);
}

GridPosition freePlace(std::span<const GridPosition> places, const GridPosition &size, int firstRow)
{
    GridPosition place = insideGrid({0, firstRow, size.width, size.height});
    // Something new begins to fit only where something else ends.
    std::vector<int> rows = {place.y};
    for (const GridPosition &other : places) {
        if (other.y + other.height > place.y)
            rows.push_back(other.y + other.height);
    }
    std::ranges::sort(rows);
    const std::vector<GridPosition> taken(places.begin(), places.end());
    for (const int row : rows) {
        place.y = row;
        for (place.x = 0; place.x + place.width <= gridColumnCount; ++place.x) {
            if (obstacle(taken, place) == nullptr)
                return place;
        }
    }
    place.x = 0;
    return place;
}

int bottomOf(std::span<const GridPosition> places) noexcept
{
    int bottom = 0;
    for (const GridPosition &place : places)
        bottom = std::max(bottom, place.y + place.height);
    return bottom;
}

} // namespace sightglass
