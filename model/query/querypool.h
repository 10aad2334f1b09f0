// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

namespace sightglass {

/// One to four workers that evaluate queries beside the caller. Every request belongs to a key (a panel): its
/// newest request wins, so a panel that asks faster than it is answered never builds a queue. Keys are served
/// in the order in which they first asked. All members may be called from any thread, also from inside a job.
class QueryPool
{
public:
    using Key = std::uint64_t;
    /// A key nobody else has.
    [[nodiscard]] Key newKey() noexcept { return m_nextKey.fetch_add(1, std::memory_order_relaxed); }

    /// Ends soon after its token is stopped. One that throws (as all may that run out of memory) is dropped:
    /// the worker lives on.
    using Job = std::function<void(std::stop_token)>;

    /// Told what a job has thrown, in its worker's thread.
    using FailureHandler = std::function<void(std::string_view)>;

    /// `workers` is brought into 1–4.
    explicit QueryPool(unsigned workers = 2, FailureHandler onFailure = {});
    /// Stops the running jobs, drops the waiting ones, and waits for the workers.
    ~QueryPool();
    QueryPool(const QueryPool &) = delete;
    QueryPool &operator=(const QueryPool &) = delete;

    /// A waiting job of the same key is dropped and its place in the queue taken; a running one is told to
    /// stop, and the new one may start before it has ended.
    void submit(Key key, Job job);

    /// Drops the key's waiting job and stops its running ones.
    void cancel(Key key);

    [[nodiscard]] unsigned workers() const noexcept { return static_cast<unsigned>(m_workers.size()); }

private:
    struct Request
    {
        Key key = 0;
        Job job;
    };
    struct Running
    {
        Key key = 0;
        std::stop_source stop;
    };
    void work(const std::stop_token &poolStop);
    void run(Job job, const std::stop_token &stop) noexcept;
    void stopRunning(Key key);

    const FailureHandler m_onFailure;
    std::atomic<Key> m_nextKey{1};
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Request> m_waiting; ///< at most one per key
    std::vector<Running> m_running;
    std::vector<std::jthread> m_workers; ///< last: they use everything above
};

} // namespace sightglass
