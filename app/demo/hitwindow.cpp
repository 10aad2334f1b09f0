// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/hitwindow.h"

namespace sightglass::demo {

namespace {

std::int64_t secondOf(TimePoint now)
{
    return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
}

} // namespace

void HitWindow::record(Outcome outcome, TimePoint now)
{
    const std::int64_t at = secondOf(now);
    const std::lock_guard lock(m_mutex);
    Second &second = m_seconds.at(static_cast<std::size_t>(at) % m_seconds.size());
    if (second.at != at)
        second = {at, 0, 0};
    ++second.lookups;
    if (outcome == Outcome::Hit)
        ++second.hits;
}

double HitWindow::percent(TimePoint now)
{
    const std::int64_t at = secondOf(now);
    const std::lock_guard lock(m_mutex);
    std::uint64_t hits = 0;
    std::uint64_t lookups = 0;
    for (const Second &second : m_seconds) {
        if (second.at < 0 || at - second.at >= std::ssize(m_seconds))
            continue;
        hits += second.hits;
        lookups += second.lookups;
    }
    if (lookups > 0)
        m_last = 100.0 * static_cast<double>(hits) / static_cast<double>(lookups);
    return m_last;
}

} // namespace sightglass::demo
