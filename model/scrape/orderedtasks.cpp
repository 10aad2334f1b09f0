// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/orderedtasks.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace sightglass {

struct OrderedTasks::Queue
{
    std::mutex mutex;
    std::condition_variable idle;
    std::deque<std::function<void()>> tasks;
    bool isBusy = false; ///< a thread sees to the tasks

    void work()
    {
        std::unique_lock lock(mutex);
        while (!tasks.empty()) {
            std::function<void()> task = std::move(tasks.front());
            tasks.pop_front();
            lock.unlock();
            task();
            task = nullptr; // what it holds goes before anybody is told that it is done
            lock.lock();
        }
        isBusy = false;
        idle.notify_all();
    }
};

OrderedTasks::OrderedTasks(std::chrono::milliseconds patience)
    : m_queue(std::make_shared<Queue>())
    , m_patience(patience)
{}

OrderedTasks::~OrderedTasks()
{
    std::unique_lock lock(m_queue->mutex);
    m_queue->idle.wait_for(lock, m_patience, [this] { return !m_queue->isBusy; });
}

void OrderedTasks::run(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->tasks.push_back(std::move(task));
        if (m_queue->isBusy)
            return;
        m_queue->isBusy = true;
    }
    try {
        std::thread([queue = m_queue] { queue->work(); }).detach();
    } catch (const std::system_error &) {
        m_queue->work();
    }
}

} // namespace sightglass
