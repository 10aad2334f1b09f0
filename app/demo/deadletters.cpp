// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/deadletters.h"

namespace sightglass::demo {

void DeadLetters::add(Job job, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    m_lastAdded = now;
}

std::vector<Job> DeadLetters::takeForRedrive(std::size_t limit, Milliseconds quiet, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Job> jobs;
    if (now - m_lastAdded < quiet)
        return jobs;
    while (!m_jobs.empty() && jobs.size() < limit) {
        jobs.push_back(std::move(m_jobs.front()));
        m_jobs.pop_front();
        jobs.back().failures = 0;
        ++jobs.back().redrives;
    }
    return jobs;
}

std::size_t DeadLetters::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

std::vector<Job> DeadLetters::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return {m_jobs.begin(), m_jobs.end()};
}

} // namespace sightglass::demo
