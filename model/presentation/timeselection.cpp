// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/timeselection.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::int64_t minute = 60 * 1000;
constexpr std::array<std::int64_t, 5> growingLengths = {minute, 2 * minute, 5 * minute, 15 * minute,
                                                        60 * minute};
constexpr std::int64_t shortestZoom = 1000;

std::int64_t lengthHolding(std::int64_t history, std::int64_t wanted)
{
    for (const std::int64_t length : growingLengths) {
        if (length >= wanted)
            break;
        if (history <= length)
            return length;
    }
    return wanted;
}

} // namespace

TimeSelection::TimeSelection(std::int64_t lengthMs)
    : m_lengthMs(std::max(lengthMs, shortestZoom))
{}

void TimeSelection::setLength(std::int64_t lengthMs)
{
    *this = TimeSelection(lengthMs);
}

void TimeSelection::pause(TimestampMs now, TimestampMs firstData)
{
    m_fixed = range(now, firstData);
}

void TimeSelection::resume()
{
    m_fixed.reset();
    m_zoomStack.clear();
}

void TimeSelection::zoomTo(TimeRange range, TimestampMs now, TimestampMs firstData)
{
    const TimestampMs from = std::min(range.from, range.to);
    const TimestampMs to =
        std::min(std::max({range.from, range.to, from + shortestZoom}), std::max(now, from + shortestZoom));
    const TimeRange wanted{from, to};
    if (wanted == this->range(now, firstData))
        return;
    m_zoomStack.push_back(m_fixed);
    m_fixed = wanted;
}

void TimeSelection::zoomOut()
{
    if (m_zoomStack.empty())
        return;
    m_fixed = m_zoomStack.back();
    m_zoomStack.pop_back();
}

TimeRange TimeSelection::range(TimestampMs now, TimestampMs firstData) const
{
    if (m_fixed)
        return *m_fixed;
    const std::int64_t history = firstData > 0 ? std::max<std::int64_t>(now - firstData, 0) : 0;
    return {now - lengthHolding(history, m_lengthMs), now};
}

} // namespace sightglass
