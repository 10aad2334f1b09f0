// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/job.h"

#include <deque>
#include <mutex>

namespace sightglass::demo {

/// The dead-letter queue: jobs that failed in every attempt, kept until the trouble is over and they are
/// tried again. Any thread.
class DeadLetters
{
public:
    void add(Job job, TimePoint now);
    /// Takes up to `limit` of the oldest out for another life, with their failures forgotten; none while one
    /// was added less than `quiet` ago.
    [[nodiscard]] std::vector<Job> takeForRedrive(std::size_t limit, Milliseconds quiet, TimePoint now);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::vector<Job> snapshot() const;

private:
    mutable std::mutex m_mutex;
    std::deque<Job> m_jobs;
    TimePoint m_lastAdded{};
};

} // namespace sightglass::demo
