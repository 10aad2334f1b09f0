// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapdata.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<TimestampMs> timesOf(const std::vector<CumulativeSeries> &series)
{
    std::vector<TimestampMs> times;
    for (const CumulativeSeries &one : series) {
        const bool known = std::ranges::equal(one.samples, times, {}, &Sample::t);
        if (known)
            continue;
        const auto middle = static_cast<std::ptrdiff_t>(times.size());
        for (const Sample &sample : one.samples)
            times.push_back(sample.t);
        std::inplace_merge(times.begin(), times.begin() + middle, times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
    }
    return times;
}

void addCumulative(HeatmapData &data, std::size_t bucket, std::span<const Sample> samples)
{
    std::size_t time = 0;
    for (const Sample &sample : samples) {
        while (data.times[time] < sample.t)
            ++time;
        double &cell = data.counts[time * data.bounds.size() + bucket];
        if (!std::isnan(sample.v))
            cell = std::isnan(cell) ? sample.v : cell + sample.v;
    }
}

void decumulate(std::span<double> cells)
{
    double below = 0;
    for (double &cell : cells) {
        const double cumulative = std::isnan(cell) ? below : std::max(cell, below);
        const double count = cumulative - below;
        cell = std::isfinite(count) ? count : 0;
        below = cumulative;
    }
}

} // namespace

double HeatmapData::lowerBound(std::size_t bucket) const
{
    if (bucket > 0)
        return bounds[bucket - 1];
    return bounds[0] > 0 ? 0 : -std::numeric_limits<double>::infinity();
}

double HeatmapData::largest() const
{
    return counts.empty() ? 0 : *std::ranges::max_element(counts);
}

HeatmapData heatmapData(std::vector<CumulativeSeries> series)
{
    std::erase_if(series, [](const CumulativeSeries &one) { return std::isnan(one.le); });
    std::ranges::stable_sort(series, {}, &CumulativeSeries::le);
    HeatmapData data;
    data.times = timesOf(series);
    for (const CumulativeSeries &one : series) {
        if (data.bounds.empty() || data.bounds.back() != one.le)
            data.bounds.push_back(one.le);
    }
    data.counts.assign(data.times.size() * data.bounds.size(), missing);
    for (const CumulativeSeries &one : series) {
        const auto bucket = std::ranges::lower_bound(data.bounds, one.le) - data.bounds.begin();
        addCumulative(data, static_cast<std::size_t>(bucket), one.samples);
    }
    for (std::size_t time = 0; time < data.times.size(); ++time)
        decumulate(std::span(data.counts).subspan(time * data.bounds.size(), data.bounds.size()));
    return data;
}

} // namespace sightglass
