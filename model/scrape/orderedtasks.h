// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace sightglass {

/// Runs functions one after another, in the order in which they were given, on a thread of its own. For
/// writing and reading files, which may hang with their file system (see also BackgroundTask, for one at a
/// time). There is a thread only while there is something to do.
class OrderedTasks
{
public:
    /// `patience`: how long the end waits for what is still to be done.
    explicit OrderedTasks(std::chrono::milliseconds patience = std::chrono::seconds(3));
    /// What was given is done by then, unless that takes longer than the patience: such a thread is left to
    /// the system.
    ~OrderedTasks();
    OrderedTasks(const OrderedTasks &) = delete;
    OrderedTasks &operator=(const OrderedTasks &) = delete;

    /// From one thread. Where there is no thread to be had, the task is done within the call.
    void run(std::function<void()> task);

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue;
    std::chrono::milliseconds m_patience;
};

} // namespace sightglass
