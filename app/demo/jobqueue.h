// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/job.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

namespace sightglass::demo {

/// The bounded queue between conditions and workers. Jobs leave in the order in which they came; a job to be
/// tried again waits for its time and then goes first. A job taken counts as in flight until it is finished,
/// retried or moved away, so that snapshot() always holds every job that is not done. Any thread.
class JobQueue
{
public:
    using Ticket = std::uint64_t;
    struct Taken
    {
        Ticket ticket = 0;
        Job job;
    };

    explicit JobQueue(std::size_t capacity);

    /// Blocks while the queue is full: how back-pressure reaches the source. False when the queue was closed.
    [[nodiscard]] bool waitForRoom();
    /// Adds a job, also above the capacity: whoever pushes new work asks waitForRoom() first.
    void push(Job job);
    /// The next job that is due; blocks until there is one. Empty when the queue was closed.
    [[nodiscard]] std::optional<Taken> take();
    /// The job is done, or kept elsewhere.
    void finish(Ticket ticket);
    /// The job goes back and becomes due at this time.
    void retry(Ticket ticket, Job job, TimePoint due);

    /// Jobs waiting, those that wait for a retry included.
    [[nodiscard]] std::size_t depth() const;
    [[nodiscard]] std::size_t inFlight() const;
    [[nodiscard]] std::size_t capacity() const noexcept { return m_capacity; }
    /// Copies of all jobs waiting or in flight.
    [[nodiscard]] std::vector<Job> snapshot() const;
    /// Wakes everybody who waits; nothing is taken from now on. What is held stays for snapshot().
    void close();

private:
    [[nodiscard]] std::optional<Taken> takeDue(TimePoint now);
    [[nodiscard]] std::size_t depthLocked() const { return m_ready.size() + m_delayed.size(); }

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_room;
    std::deque<Job> m_ready;
    std::multimap<TimePoint, Job> m_delayed;
    std::map<Ticket, Job> m_inFlight;
    Ticket m_lastTicket = 0;
    bool m_closed = false;
};

} // namespace sightglass::demo
