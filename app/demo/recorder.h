// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/pipelineobserver.h"

#include <atomic>
#include <cstdint>

namespace sightglass::demo {

/// The pipeline's only way to its instrumentation. Whatever goes wrong behind it stays there: an event is
/// never lost or held up because a metric could not be recorded; the update is lost instead, and counted. Any
/// thread.
class Recorder
{
public:
    /// No observer means that instrumentation is switched off. The observer must outlive the recorder.
    explicit Recorder(PipelineObserver *observer)
        : m_observer(observer)
    {}

    /// Calls `update(PipelineObserver &)`.
    template<typename Update>
    void operator()(const Update &update) noexcept
    {
        if (m_observer == nullptr)
            return;
        try {
            update(*m_observer);
        } catch (...) {
            m_lost.fetch_add(1, std::memory_order_relaxed);
        }
    }

    /// Updates that were lost because the observer threw.
    [[nodiscard]] std::uint64_t lost() const noexcept { return m_lost.load(std::memory_order_relaxed); }

private:
    PipelineObserver *m_observer;
    std::atomic<std::uint64_t> m_lost = 0;
};

} // namespace sightglass::demo
