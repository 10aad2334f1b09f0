// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jobqueue.h"

namespace sightglass::demo {

JobQueue::JobQueue(std::size_t capacity)
    : m_capacity(capacity)
{}

bool JobQueue::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_closed || depthLocked() < m_capacity; });
    return !m_closed;
}

void JobQueue::push(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ready.push_back(std::move(job));
    }
    m_work.notify_one();
}

std::optional<JobQueue::Taken> JobQueue::take()
{
    std::unique_lock lock(m_mutex);
    while (!m_closed) {
        if (std::optional<Taken> taken = takeDue(Clock::now())) {
            lock.unlock();
            m_room.notify_one();
            return taken;
        }
        if (m_delayed.empty()) {
            m_work.wait(lock);
        } else {
            // A copy: another worker may take this entry away while this one waits.
            const TimePoint due = m_delayed.begin()->first;
            m_work.wait_until(lock, due);
        }
    }
    return std::nullopt;
}

std::optional<JobQueue::Taken> JobQueue::takeDue(TimePoint now)
{
    Taken taken;
    if (!m_delayed.empty() && m_delayed.begin()->first <= now) {
        taken.job = std::move(m_delayed.begin()->second);
        m_delayed.erase(m_delayed.begin());
    } else if (!m_ready.empty()) {
        taken.job = std::move(m_ready.front());
        m_ready.pop_front();
    } else {
        return std::nullopt;
    }
    taken.ticket = ++m_lastTicket;
    m_inFlight.emplace(taken.ticket, taken.job);
    return taken;
}

void JobQueue::finish(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    m_inFlight.erase(ticket);
}

void JobQueue::retry(Ticket ticket, Job job, TimePoint due)
{
    {
        const std::lock_guard lock(m_mutex);
        m_inFlight.erase(ticket);
        m_delayed.emplace(due, std::move(job));
    }
    m_work.notify_one();
}

std::size_t JobQueue::depth() const
{
    const std::lock_guard lock(m_mutex);
    return depthLocked();
}

std::size_t JobQueue::inFlight() const
{
    const std::lock_guard lock(m_mutex);
    return m_inFlight.size();
}

std::vector<Job> JobQueue::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Job> jobs;
    jobs.reserve(m_inFlight.size() + depthLocked());
    for (const auto &[ticket, job] : m_inFlight)
        jobs.push_back(job);
    for (const auto &[due, job] : m_delayed)
        jobs.push_back(job);
    jobs.insert(jobs.end(), m_ready.begin(), m_ready.end());
    return jobs;
}

void JobQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_work.notify_all();
    m_room.notify_all();
}

} // namespace sightglass::demo
