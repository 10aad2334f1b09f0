// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/bucketexemplars.h"

#include <algorithm>
#include <utility>

namespace sightglass::demo {

BucketExemplars::BucketExemplars(std::vector<double> bounds)
    : m_bounds(std::move(bounds))
    , m_newest(m_bounds.size() + 1)
{}

void BucketExemplars::offer(double value, EventId event) noexcept
{
    if (m_bounds.empty())
        return;
    const auto bucket = std::lower_bound(m_bounds.begin(), m_bounds.end(), value) - m_bounds.begin();
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (lock.owns_lock())
        m_newest[static_cast<std::size_t>(bucket)] = {value, event, std::chrono::system_clock::now()};
}

std::vector<std::optional<ObservedEvent>> BucketExemplars::newest() const
{
    const std::lock_guard lock(m_mutex);
    return m_newest;
}

} // namespace sightglass::demo
