// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/columngrid.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int64_t usPerMs = 1000;

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    const std::int64_t quotient = a / b;
    return a % b < 0 ? quotient - 1 : quotient;
}

} // namespace

ColumnGrid ColumnGrid::covering(TimeRange range, int count) noexcept
{
    ColumnGrid grid;
    grid.count = std::max(count, 1);
    const std::int64_t lengthUs = std::max<std::int64_t>(range.lengthMs(), 1) * usPerMs;
    const std::int64_t steps = std::max(grid.count - 1, 1);
    grid.bucketUs = (lengthUs + steps - 1) / steps;
    grid.first = grid.columnOf(range.to) - grid.count + 1;
    return grid;
}

std::int64_t ColumnGrid::columnOfUs(std::int64_t us) const noexcept
{
    return floorDivide(us, bucketUs);
}

double ColumnGrid::fractionIn(std::int64_t column, TimestampMs t) const noexcept
{
    constexpr double parts = 256;
    const std::int64_t rest = t * usPerMs - column * bucketUs;
    // It is not negative: cutting off is rounding down.
    return static_cast<int>(parts * static_cast<double>(rest) / static_cast<double>(bucketUs)) / parts;
}

double ColumnGrid::xOf(TimestampMs t) const noexcept
{
    return static_cast<double>(columnOf(t) - first) + fractionOf(t);
}

TimestampMs ColumnGrid::timeAt(double x) const noexcept
{
    const double us = static_cast<double>(first * bucketUs) + x * static_cast<double>(bucketUs);
    return static_cast<TimestampMs>(std::floor(us / usPerMs));
}

} // namespace sightglass
