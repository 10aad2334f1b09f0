// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/timeslots.h"

#include "widgets/chart/decimate.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace sightglass {

namespace {

/// The distance that most neighbours have; 0 where there is none.
std::int64_t stepOf(const std::vector<TimeSlot> &places)
{
    std::vector<std::int64_t> distances;
    for (std::size_t i = 1; i < places.size(); ++i)
        distances.push_back(places[i].t - places[i - 1].t);
    if (distances.size() < 2)
        return 0;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    const std::int64_t step = *middle;
    const auto regular = std::ranges::count_if(
        distances, [step](std::int64_t one) { return one * 4 >= step * 3 && one <= gapThresholdMs(step); });
    return step > 0 && regular * 2 > std::ssize(distances) ? step : 0;
}

/// How many steps are missing between two places.
std::size_t missingBetween(const TimeSlot &before, const TimeSlot &after, std::int64_t step)
{
    const std::int64_t distance = after.t - before.t;
    if (distance <= gapThresholdMs(step))
        return 0;
    return static_cast<std::size_t>((distance + step / 2) / step) - 1;
}

} // namespace

std::vector<TimeSlot> timeSlots(std::span<const TimestampMs> times, std::size_t most)
{
    std::vector<TimeSlot> places;
    for (std::size_t i = 0; i < times.size(); ++i)
        places.push_back({times[i], i});
    std::ranges::stable_sort(places, {}, &TimeSlot::t);
    const std::int64_t step = stepOf(places);
    std::size_t missing = 0;
    for (std::size_t i = 1; step > 0 && i < places.size(); ++i)
        missing += missingBetween(places[i - 1], places[i], step);
    const std::size_t room = most > places.size() ? most - places.size() : 0;
    if (missing == 0 || room == 0)
        return places;
    const double share = std::min(1.0, static_cast<double>(room) / static_cast<double>(missing));
    std::vector<TimeSlot> all{places.front()};
    for (std::size_t i = 1; i < places.size(); ++i) {
        const auto gap = static_cast<double>(missingBetween(places[i - 1], places[i], step));
        const auto count = static_cast<std::int64_t>(std::floor(gap * share));
        for (std::int64_t k = 1; k <= count; ++k)
            all.push_back(
                {places[i - 1].t + (places[i].t - places[i - 1].t) / (count + 1) * k, std::nullopt});
        all.push_back(places[i]);
    }
    return all;
}

} // namespace sightglass
