// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/querypool.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace sightglass {

QueryPool::QueryPool(unsigned workers, FailureHandler onFailure)
    : m_onFailure(std::move(onFailure))
{
    const unsigned count = std::clamp(workers, 1U, 4U);
    for (unsigned i = 0; i < count; ++i)
        m_workers.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

QueryPool::~QueryPool()
{
    std::deque<Request> dropped;
    {
        const std::lock_guard lock(m_mutex);
        dropped.swap(m_waiting);
        for (std::jthread &worker : m_workers)
            worker.request_stop();
        for (Running &running : m_running)
            running.stop.request_stop();
    }
    // Joined before the jobs that never ran are destroyed: what they captured may belong to a caller that
    // waits for us.
    m_workers.clear();
}

void QueryPool::submit(Key key, Job job)
{
    Job replaced;
    {
        const std::lock_guard lock(m_mutex);
        stopRunning(key);
        const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                          [key](const Request &request) { return request.key == key; });
        if (waiting == m_waiting.end())
            m_waiting.push_back({key, std::move(job)});
        else
            replaced = std::exchange(waiting->job, std::move(job));
    }
    m_wake.notify_one();
}

void QueryPool::cancel(Key key)
{
    Job dropped; // outlives the lock: destroying what it captured may call back into the pool
    const std::lock_guard lock(m_mutex);
    stopRunning(key);
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [key](const Request &request) { return request.key == key; });
    if (waiting == m_waiting.end())
        return;
    dropped = std::move(waiting->job);
    m_waiting.erase(waiting);
}

void QueryPool::stopRunning(Key key)
{
    for (Running &running : m_running) {
        if (running.key == key)
            running.stop.request_stop();
    }
}

/// What the job captured is destroyed in here, too.
void QueryPool::run(Job job, const std::stop_token &stop) noexcept
{
    const auto tell = [this](std::string_view what) {
        if (m_onFailure)
            m_onFailure(what);
    };
    try {
        job(stop);
    } catch (const std::exception &failure) {
        tell(failure.what());
    } catch (...) {
        tell("an exception of no known kind");
    }
}

void QueryPool::work(const std::stop_token &poolStop)
{
    for (;;) {
        Request request;
        std::stop_source stop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, poolStop, [this] { return !m_waiting.empty(); }) ||
                poolStop.stop_requested())
                return;
            request = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running.push_back({request.key, stop});
        }
        run(std::move(request.job), stop.get_token());
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_running, [&stop](const Running &running) { return running.stop == stop; });
    }
}

} // namespace sightglass
