// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <functional>
#include <system_error>
#include <thread>
#include <utility>

namespace sightglass {

/// Runs one function at a time on a thread of its own and hands its result to the thread of this object. For
/// what may hang with a file system: a thread that does is left to the system, and nobody waits for it.
template<typename Result>
class BackgroundTask
{
public:
    /// `done` is called from the event loop of the thread that made this, while this lives.
    explicit BackgroundTask(std::function<void(Result)> done)
        : m_done(std::move(done))
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            // Taken first: where nothing follows, who is told may end this.
            const auto next = std::exchange(m_next, nullptr);
            if (QFuture<Result> future = m_watcher.future(); future.isResultReadyAt(0))
                m_done(future.takeResult());
            if (next)
                start(next);
        });
    }

    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

    /// Not while it is running.
    template<typename Work>
    void start(Work work)
    {
        QPromise<Result> promise;
        m_watcher.setFuture(promise.future());
        try {
            std::thread([promise = std::move(promise), work = std::move(work)]() mutable {
                promise.start();
                promise.addResult(work());
                promise.finish();
            }).detach();
        } catch (const std::system_error &) {
            // No thread to be had: the promise is gone without a result, and nobody is called.
        }
    }

    /// The same where it may be running: then it runs once more behind that, however often this is called.
    template<typename Work>
    void startAgain(Work work)
    {
        if (isRunning())
            m_next = std::move(work);
        else
            start(std::move(work));
    }

private:
    std::function<void(Result)> m_done;
    std::function<Result()> m_next; ///< empty: nothing is to follow
    QFutureWatcher<Result> m_watcher;
};

} // namespace sightglass
