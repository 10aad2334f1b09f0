// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/workerpool.h"

#include <random>

namespace sightglass::demo {

WorkerPool::WorkerPool(Stores stores, RetrySchedule schedule, Recorder &record, Totals &totals)
    : m_stores(stores)
    , m_schedule(schedule)
    , m_record(record)
    , m_totals(totals)
{}

WorkerPool::~WorkerPool()
{
    join();
}

void WorkerPool::start(unsigned count, const std::function<std::unique_ptr<ActionRunner>()> &makeRunner)
{
    for (unsigned worker = 0; worker < count; ++worker) {
        m_threads.emplace_back([this, worker, runner = makeRunner()] { work(*runner, worker + 1); });
    }
}

void WorkerPool::join()
{
    m_threads.clear();
}

void WorkerPool::work(ActionRunner &runner, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> jitter(0, 1);
    while (auto taken = m_stores.queue.take())
        handle(std::move(*taken), runner, jitter(random));
}

void WorkerPool::handle(JobQueue::Taken taken, ActionRunner &runner, double jitter)
{
    Job &job = taken.job;
    while (!job.actions.empty()) {
        const ActionType type = job.actions.front();
        const TimePoint started = Clock::now();
        const ActionResult result = runner.run(type, job);
        // The program is stopping: the job stays in flight, and so gets into the last checkpoint.
        if (result.cancelled)
            return;
        const Seconds duration = Clock::now() - started;
        m_record([&](PipelineObserver &observer) {
            observer.actionFinished(type, job.event.id, result.error, duration);
        });
        if (result.error)
            return fail(std::move(taken), *result.error, jitter);
        job.actions.erase(job.actions.begin());
    }
    succeed(taken.ticket, job);
}

void WorkerPool::succeed(JobQueue::Ticket ticket, const Job &job)
{
    finishEvent(job);
    m_record([](PipelineObserver &observer) { observer.jobProcessed(); });
    m_stores.queue.finish(ticket);
}

void WorkerPool::fail(JobQueue::Taken taken, ActionError error, double jitter)
{
    ++taken.job.failures;
    const auto delay = m_schedule.delayAfter(taken.job.failures, jitter);
    if (!delay)
        return bury(std::move(taken), error);
    m_record([](PipelineObserver &observer) { observer.jobRetried(); });
    m_stores.queue.retry(taken.ticket, std::move(taken.job), Clock::now() + *delay);
}

void WorkerPool::bury(JobQueue::Taken taken, ActionError error)
{
    finishEvent(taken.job);
    m_record([](PipelineObserver &observer) {
        observer.jobProcessed();
        observer.jobDeadLettered();
    });
    // What comes back to the dead letters has failed as an event before, and does so only once.
    if (taken.job.redrives == 0) {
        ++m_totals.failed;
        const EventError reason =
            error == ActionError::Timeout ? EventError::Timeout : EventError::ActionError;
        m_record([reason](PipelineObserver &observer) { observer.eventFailed(reason); });
    }
    // Kept there first and let go of here second: at no moment does a checkpoint miss it.
    m_stores.deadLetters.add(std::move(taken.job), Clock::now());
    m_stores.queue.finish(taken.ticket);
}

void WorkerPool::finishEvent(const Job &job)
{
    if (job.redrives > 0)
        return;
    ++m_totals.processed;
    const Seconds duration = Clock::now() - job.received;
    m_record([duration](PipelineObserver &observer) { observer.eventProcessed(duration); });
}

} // namespace sightglass::demo
