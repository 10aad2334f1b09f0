// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

namespace sightglass::demo {

/// An observation and the event that it was made of.
struct ObservedEvent
{
    double value = 0;
    EventId event = 0;
    std::chrono::system_clock::time_point time;
};

/// The newest exemplar of each bucket of a histogram. Any thread. An observation costs a search among the
/// bounds and two stores, allocates nothing and never waits: where another one is being taken, or the page is
/// being read, this one is not.
class BucketExemplars
{
public:
    /// Upper bounds, ascending and inclusive, without +Inf; without any bound nothing is taken.
    explicit BucketExemplars(std::vector<double> bounds);

    void offer(double value, EventId event) noexcept;

    /// One for each bound and for +Inf, in this order.
    [[nodiscard]] std::vector<std::optional<ObservedEvent>> newest() const;

private:
    std::vector<double> m_bounds;
    mutable std::mutex m_mutex;
    std::vector<std::optional<ObservedEvent>> m_newest;
};

} // namespace sightglass::demo
