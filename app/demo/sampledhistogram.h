// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/bucketexemplars.h"
#include "app/demo/sampler.h"

#include <prometheus/histogram.h>

#include <utility>
#include <vector>

namespace sightglass::demo {

/// A histogram that takes its own share of the observations. One sampler for several histograms would let the
/// rhythm of one decide what another sees. Any thread.
class SampledHistogram
{
public:
    /// The histogram must outlive this. `bounds` are its own where it shall have exemplars.
    SampledHistogram(prometheus::Histogram &histogram, double sampleRate, std::vector<double> bounds = {})
        : m_histogram(histogram)
        , m_sampler(sampleRate)
        , m_exemplars(std::move(bounds))
    {}

    void observe(double value)
    {
        if (m_sampler.pick())
            m_histogram.Observe(value);
    }

    /// The same with the event that it was observed of: an exemplar.
    void observe(double value, EventId event)
    {
        if (!m_sampler.pick())
            return;
        m_histogram.Observe(value);
        m_exemplars.offer(value, event);
    }

    [[nodiscard]] const BucketExemplars &exemplars() const noexcept { return m_exemplars; }

private:
    prometheus::Histogram &m_histogram;
    Sampler m_sampler;
    BucketExemplars m_exemplars;
};

} // namespace sightglass::demo
