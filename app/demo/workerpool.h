// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/actionrunner.h"
#include "app/demo/deadletters.h"
#include "app/demo/ingest.h"
#include "app/demo/retryschedule.h"

#include <functional>
#include <thread>

namespace sightglass::demo {

/// The second half of the pipeline: threads that take jobs from the queue, run their actions, and put what
/// failed back for another try or among the dead letters.
class WorkerPool
{
public:
    struct Stores
    {
        JobQueue &queue;
        DeadLetters &deadLetters;
    };

    WorkerPool(Stores stores, RetrySchedule schedule, Recorder &record, Totals &totals);
    /// The queue must have been closed.
    ~WorkerPool();

    /// Starts `count` threads, each with a runner of its own.
    void start(unsigned count, const std::function<std::unique_ptr<ActionRunner>()> &makeRunner);
    /// Waits for all threads to end, once the queue is closed.
    void join();

    /// Does what a thread does with one job: runs its actions and settles what comes of it.
    void handle(JobQueue::Taken taken, ActionRunner &runner, double jitter);

private:
    void work(ActionRunner &runner, std::uint64_t seed);
    void succeed(JobQueue::Ticket ticket, const Job &job);
    void fail(JobQueue::Taken taken, ActionError error, double jitter);
    void bury(JobQueue::Taken taken, ActionError error);
    void finishEvent(const Job &job);

    Stores m_stores;
    RetrySchedule m_schedule;
    Recorder &m_record;
    Totals &m_totals;
    std::vector<std::jthread> m_threads;
};

} // namespace sightglass::demo
