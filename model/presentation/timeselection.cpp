// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/timeselection.h"

#include "model/presentation/timetext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int64_t minute = 60 * 1000;
constexpr std::array<std::int64_t, 5> growingLengths = {minute, 2 * minute, 5 * minute, 15 * minute,
                                                        60 * minute};
constexpr std::int64_t shortest = 1000;
constexpr std::int64_t longest = 20LL * 366 * 24 * 60 * minute;
constexpr std::size_t mostSteps = 200;

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

/// As long as it is, within what can be shown.
TimeRange shifted(TimeRange range, TimestampMs now)
{
    const std::int64_t length = std::clamp(range.lengthMs(), shortest, longest);
    TimestampMs to = range.lengthMs() == length ? range.to : range.from + range.lengthMs() / 2 + length / 2;
    to = std::max(std::min(to, now), length);
    return {to - length, to};
}

} // namespace

std::optional<TimeRange> RelativeRange::at(TimestampMs now) const
{
    const auto begin = parseTime(from, now, zone, TimeEdge::From, calendar);
    const auto end = parseTime(to, now, zone, TimeEdge::To, calendar);
    if (!begin || !end || *end - *begin < shortest || *end - *begin > longest)
        return std::nullopt;
    return TimeRange{*begin, *end};
}

TimeSelection::TimeSelection(std::int64_t lengthMs)
    : m_shown{std::clamp(lengthMs, shortest, longest)}
{}

void TimeSelection::step(const Shown &next)
{
    m_back.push_back(m_shown);
    if (m_back.size() > mostSteps)
        m_back.erase(m_back.begin());
    m_forward.clear();
    m_shown = next;
    m_moving = false;
}

void TimeSelection::setLength(std::int64_t lengthMs)
{
    const std::int64_t length = std::clamp(lengthMs, shortest, longest);
    if (!live() || m_shown.relative || length != m_shown.lengthMs)
        step({length});
}

void TimeSelection::setRelative(const RelativeRange &range, TimestampMs now)
{
    const auto resolved = range.at(now);
    if (!resolved || (live() && m_shown.relative == range))
        return;
    step({std::clamp(resolved->lengthMs(), shortest, longest), std::nullopt, false, range});
}

void TimeSelection::pause(TimestampMs now, TimestampMs firstData)
{
    if (!live())
        return;
    m_shown.fixed = range(now, firstData);
    m_shown.isPause = true;
    m_shown.pausedAt = now;
    m_moving = false;
}

void TimeSelection::resume()
{
    if (paused())
        m_shown = {m_shown.lengthMs, std::nullopt, false, m_shown.relative};
    else if (!live())
        step({m_shown.lengthMs, std::nullopt, false, m_shown.relative});
}

void TimeSelection::zoomTo(TimeRange range, TimestampMs now, TimestampMs firstData)
{
    const TimestampMs from = std::max<TimestampMs>(std::min(range.from, range.to), 0);
    const TimestampMs to =
        std::min(std::max({range.from, range.to, from + shortest}), std::max(now, from + shortest));
    const TimeRange wanted{std::max(from, to - longest), to};
    if (wanted != this->range(now, firstData))
        step({m_shown.lengthMs, wanted, false, m_shown.relative});
}

void TimeSelection::moveTo(TimeRange range, TimestampMs now, TimestampMs firstData)
{
    const TimeRange wanted = shifted(range, now);
    if (wanted == this->range(now, firstData))
        return;
    if (m_moving) {
        m_shown.fixed = wanted;
        return;
    }
    step({m_shown.lengthMs, wanted, false, m_shown.relative});
    m_moving = true;
}

void TimeSelection::widen(TimestampMs now, TimestampMs firstData)
{
    const TimeRange shown = range(now, firstData);
    if (live() && !m_shown.relative)
        return setLength(2 * shown.lengthMs());
    const std::int64_t half = shown.lengthMs() / 2;
    const TimeRange wanted = shifted({shown.from - half, shown.to + half}, now);
    if (wanted != shown)
        step({m_shown.lengthMs, wanted, false, m_shown.relative});
}

void TimeSelection::pan(double share, TimestampMs now, TimestampMs firstData)
{
    const TimeRange shown = range(now, firstData);
    const auto by = static_cast<std::int64_t>(std::llround(share * static_cast<double>(shown.lengthMs())));
    const TimeRange wanted = shifted({shown.from + by, shown.to + by}, now);
    if (wanted != shown)
        step({m_shown.lengthMs, wanted, false, m_shown.relative});
}

void TimeSelection::forgetSteps()
{
    m_back.clear();
    m_forward.clear();
    m_moving = false;
}

void TimeSelection::back()
{
    if (m_back.empty())
        return;
    m_forward.push_back(m_shown);
    m_shown = m_back.back();
    m_back.pop_back();
    m_moving = false;
}

void TimeSelection::forward()
{
    if (m_forward.empty())
        return;
    m_back.push_back(m_shown);
    m_shown = m_forward.back();
    m_forward.pop_back();
    m_moving = false;
}

TimeRange TimeSelection::range(TimestampMs now, TimestampMs firstData) const
{
    if (m_shown.fixed)
        return *m_shown.fixed;
    if (m_shown.relative) {
        if (const auto resolved = m_shown.relative->at(now))
            return *resolved;
    }
    const std::int64_t history = firstData > 0 ? std::max<std::int64_t>(now - firstData, 0) : 0;
    return {now - lengthHolding(history, m_shown.lengthMs), now};
}

} // namespace sightglass
