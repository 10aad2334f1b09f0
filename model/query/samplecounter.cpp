// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/samplecounter.h"

#include "model/query/windows.h"

#include <algorithm>
#include <vector>

namespace sightglass {

void SampleCounter::add(const Series &series)
{
    if (!m_isOn)
        return;
    m_total +=
        static_cast<std::uint64_t>(std::count_if(series.points.begin(), series.points.end(), isPresent));
    m_total += histogramWeight(series);
}

void SampleCounter::add(const SampleColumns &samples, WindowFinder &finder)
{
    if (!m_isOn)
        return;
    if (!samples.times.empty()) {
        for (const Window window : finder.find(samples.times))
            m_total += window.size();
    }
    if (samples.histograms.empty())
        return;
    std::vector<std::uint64_t> before{0}; // the weight of the histograms before each
    for (const HistogramPtr &histogram : samples.histograms)
        before.push_back(before.back() + sampleWeight(*histogram));
    for (const Window window : finder.find(samples.histogramTimes))
        m_total += before[window.end] - before[window.begin];
}

} // namespace sightglass
