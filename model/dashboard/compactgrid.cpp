// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/compactgrid.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace sightglass {

namespace {

/// What has its place already. Most of what comes lies below all of it.
class SettledGrid
{
public:
    explicit SettledGrid(std::size_t count) { m_places.reserve(count); }

    /// As high as nothing that is settled stands in the way, from where it is; below what it overlaps there.
    GridPosition add(GridPosition place)
    {
        const int top = lowestAbove(place);
        if (top <= place.y)
            place.y = top;
        else
            place = pushedDown(place);
        m_places.push_back(place);
        for (int column = place.x; column < place.x + place.width; ++column) {
            int &bottom = m_bottoms[static_cast<std::size_t>(column)];
            bottom = std::max(bottom, place.y + place.height);
        }
        return place;
    }

private:
    /// The end of what fills its columns deepest.
    [[nodiscard]] int lowestAbove(const GridPosition &place) const
    {
        const auto first = m_bottoms.begin() + place.x;
        return *std::max_element(first, first + place.width);
    }

    /// Something in its columns ends below its top: it may still lie free, between others, and then moves up.
    /// Else it goes to the first place below that is high enough.
    [[nodiscard]] GridPosition pushedDown(GridPosition place) const
    {
        std::vector<GridPosition> below;
        int above = 0;
        for (const GridPosition &other : m_places) {
            if (other.x >= place.x + place.width || place.x >= other.x + other.width)
                continue;
            if (other.y + other.height <= place.y)
                above = std::max(above, other.y + other.height);
            else
                below.push_back(other);
        }
        std::ranges::sort(below, {}, &GridPosition::y);
        int top = place.y;
        for (const GridPosition &other : below) {
            if (other.y >= top + place.height)
                break;
            top = std::max(top, other.y + other.height);
        }
        place.y = top == place.y ? above : top;
        return place;
    }

    std::vector<GridPosition> m_places;
    std::array<int, gridColumnCount> m_bottoms{}; ///< of what fills each column deepest
};

} // namespace

bool overlap(const GridPosition &a, const GridPosition &b) noexcept
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

GridPosition insideGrid(GridPosition place) noexcept
{
    place.width = std::clamp(place.width, 1, gridColumnCount);
    place.height = std::clamp(place.height, 1, deepestGridRow);
    place.x = std::clamp(place.x, 0, gridColumnCount - place.width);
    place.y = std::clamp(place.y, 0, deepestGridRow);
    return place;
}

std::vector<GridPosition> compactedInOrder(std::vector<GridPosition> places,
                                           std::span<const std::size_t> order)
{
    SettledGrid grid(places.size());
    for (const std::size_t i : order)
        places[i] = grid.add(insideGrid(places[i]));
    return places;
}

std::vector<GridPosition> compacted(std::vector<GridPosition> places)
{
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&places](std::size_t i) {
        return std::pair(std::max(places[i].y, 0), std::max(places[i].x, 0));
    });
    return compactedInOrder(std::move(places), order);
}

} // namespace sightglass
