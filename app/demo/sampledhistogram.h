// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/sampler.h"

#include <prometheus/histogram.h>

namespace sightglass::demo {

/// A histogram that takes its own share of the observations. One sampler for several histograms would let the
/// rhythm of one decide what another sees. Any thread.
class SampledHistogram
{
public:
    /// The histogram must outlive this.
    SampledHistogram(prometheus::Histogram &histogram, double sampleRate)
        : m_histogram(histogram)
        , m_sampler(sampleRate)
    {}

    void observe(double value)
    {
        if (m_sampler.pick())
            m_histogram.Observe(value);
    }

private:
    prometheus::Histogram &m_histogram;
    Sampler m_sampler;
};

} // namespace sightglass::demo
