// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace sightglass::demo {

/// Turns SIGINT, SIGTERM and SIGUSR1 into calls in the event loop. To be made before any other thread, so
/// that all threads inherit that these signals do not interrupt them.
class SignalWatcher
{
public:
    /// `handle` gets the signal's number, in the thread of the event loop.
    explicit SignalWatcher(std::function<void(int)> handle);
    ~SignalWatcher();
    SignalWatcher(const SignalWatcher &) = delete;
    SignalWatcher &operator=(const SignalWatcher &) = delete;

private:
    void readSignal();

    std::function<void(int)> m_handle;
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sightglass::demo
