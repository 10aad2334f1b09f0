// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/storage/snapshot.h"

#include <cstdint>
#include <utility>

namespace sightglass {

class WindowFinder;

/// Counts the samples that a query looks at, as Prometheus' query statistics do (totalQueryableSamples): one
/// for each step at which an instant selector has a value, and each step's whole window of a range vector, so
/// that a sample counts once for every window it is in. What is read inside a subquery counts as the
/// subquery's windows only. A histogram counts its weight (sampleWeight()). Where it is off it costs nothing.
class SampleCounter
{
public:
    /// While it lives nothing is counted.
    class Pause
    {
    public:
        explicit Pause(SampleCounter &counter)
            : m_counter(counter)
            , m_before(std::exchange(counter.m_isOn, false))
        {}
        ~Pause() { m_counter.m_isOn = m_before; }
        Pause(const Pause &) = delete;
        Pause &operator=(const Pause &) = delete;

    private:
        SampleCounter &m_counter;
        bool m_before;
    };

    explicit SampleCounter(bool isOn)
        : m_isOn(isOn)
    {}

    [[nodiscard]] bool isOn() const noexcept { return m_isOn; }
    [[nodiscard]] std::uint64_t total() const noexcept { return m_total; }

    void add(std::uint64_t samples) noexcept { m_total += m_isOn ? samples : 0; }
    /// A series of an instant vector.
    void add(const Series &series);
    /// A series of a range vector, whose windows `finder` finds.
    void add(const SampleColumns &samples, WindowFinder &finder);

private:
    bool m_isOn;
    std::uint64_t m_total = 0;
};

} // namespace sightglass
