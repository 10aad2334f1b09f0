// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/mixedcounts.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/starttimes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sightglass {

namespace {

/// One sample of either kind.
struct MixedSample
{
    StartedTime time;
    double value = 0;
    const FloatHistogram *histogram = nullptr; ///< null for a float
};

/// Both columns of a series in the order of time.
std::vector<MixedSample> merged(const SampleColumns &samples)
{
    std::vector<MixedSample> all;
    all.reserve(samples.times.size() + samples.histogramTimes.size());
    std::size_t next = 0;
    const auto takeHistogram = [&] {
        all.push_back({startedTime(samples.histogramTimes, samples.histogramStarts, next), 0,
                       samples.histograms[next].get()});
        ++next;
    };
    for (std::size_t i = 0; i < samples.times.size(); ++i) {
        while (next < samples.histogramTimes.size() && samples.histogramTimes[next] < samples.times[i])
            takeHistogram();
        all.push_back({startedTime(samples.times, samples.starts, i), samples.values[i], nullptr});
    }
    while (next < samples.histogramTimes.size())
        takeHistogram();
    return all;
}

bool changed(const MixedSample &previous, const MixedSample &current)
{
    if (previous.histogram == nullptr && current.histogram == nullptr)
        return current.value != previous.value && !(std::isnan(current.value) && std::isnan(previous.value));
    if (previous.histogram == nullptr || current.histogram == nullptr)
        return true;
    return !sameHistogram(*current.histogram, *previous.histogram);
}

bool wasReset(const MixedSample &previous, const MixedSample &current)
{
    if ((previous.histogram == nullptr) != (current.histogram == nullptr))
        return true;
    if (isStartReset(previous.time, current.time))
        return true;
    return current.histogram != nullptr ? isCounterReset(*current.histogram, *previous.histogram)
                                        : current.value < previous.value;
}

/// The first sample that counts in an anchored window, whose end means that none does.
std::size_t anchorOf(const std::vector<MixedSample> &samples, std::size_t begin, std::size_t end,
                     TimestampMs rangeStart)
{
    const auto first = samples.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = samples.begin() + static_cast<std::ptrdiff_t>(end);
    const auto inside =
        std::upper_bound(first, last, rangeStart,
                         [](TimestampMs start, const MixedSample &sample) { return start < sample.time.t; });
    if (inside == last)
        return end;
    return begin + static_cast<std::size_t>(inside - first) - (inside == first ? 0 : 1);
}

template<typename Differs>
void countPlaces(const RangeCall &call, Differs differs)
{
    const std::vector<MixedSample> samples = merged(call.samples);
    std::vector<std::uint32_t> before(samples.size() + 1, 0); // places before each sample
    for (std::size_t i = 1; i < samples.size(); ++i)
        before[i + 1] = before[i] + (differs(samples[i - 1], samples[i]) ? 1U : 0U);
    const bool anchored = call.ranges.extension == promql::RangeExtension::Anchored;
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        // What is before a window in its own column is before it in the order of time as well.
        std::size_t begin = call.windows[step].begin + call.histogramWindows[step].begin;
        const std::size_t end = call.windows[step].end + call.histogramWindows[step].end;
        if (anchored)
            begin = anchorOf(samples, begin, end, call.ranges.refs.at(step) - call.ranges.rangeMs);
        if (begin < end)
            call.out[step] = before[end] - before[begin + 1];
    }
}

} // namespace

void mixedChanges(const RangeCall &call)
{
    countPlaces(call, changed);
}

void mixedResets(const RangeCall &call)
{
    countPlaces(call, wasReset);
}

} // namespace sightglass
