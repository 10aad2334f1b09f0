// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/nativemetrics.h"

#include "model/exporting/compoundfamily.h"

#include <limits>

namespace sightglass {

namespace {

/// What client libraries keep per histogram; more would only repeat the store.
constexpr std::size_t mostExemplars = 10;

ExposedSide sideOf(const BucketCounts &buckets)
{
    ExposedSide side;
    side.counts = buckets.counts;
    std::int32_t next = 0;
    for (const std::int32_t index : buckets.indices) {
        if (side.spans.empty() || index != next)
            side.spans.push_back({index - next, 0});
        ++side.spans.back().length;
        next = index + 1;
    }
    return side;
}

std::vector<ExposedBucket> classicBuckets(const FloatHistogram &histogram)
{
    std::vector<ExposedBucket> buckets;
    double cumulative = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < histogram.customBounds.size(); ++i) {
        const auto index = static_cast<std::int32_t>(i);
        if (at < histogram.positive.size() && histogram.positive.indices[at] == index)
            cumulative += histogram.positive.counts[at++];
        buckets.push_back({histogram.customBounds[i], cumulative, {}});
    }
    buckets.push_back({std::numeric_limits<double>::infinity(), histogram.count, {}});
    return buckets;
}

/// Each exemplar goes to the first bucket that holds its value; the newest stays.
void spreadExemplars(const ExportedSeries &series, std::vector<ExposedBucket> &buckets)
{
    for (const Exemplar &exemplar : series.exemplars) {
        for (ExposedBucket &bucket : buckets) {
            if (exemplar.value > bucket.upperBound)
                continue;
            bucket.exemplar = exposedExemplar(exemplar);
            break;
        }
    }
}

} // namespace

ExposedHistogram exposedHistogram(const ExportedSeries &series)
{
    const FloatHistogram &histogram = *series.histogram;
    ExposedHistogram exposed;
    exposed.count = histogram.count;
    exposed.sum = histogram.sum;
    if (histogram.usesCustomBuckets()) {
        exposed.buckets = classicBuckets(histogram);
        spreadExemplars(series, exposed.buckets);
        return exposed;
    }
    ExposedNativeBuckets native;
    native.isFloat = true;
    native.schema = histogram.schema;
    native.zeroThreshold = histogram.zeroThreshold;
    native.zeroCount = histogram.zeroCount;
    native.positive = sideOf(histogram.positive);
    native.negative = sideOf(histogram.negative);
    const std::size_t count = series.exemplars.size();
    for (std::size_t i = count > mostExemplars ? count - mostExemplars : 0; i < count; ++i)
        native.exemplars.push_back(exposedExemplar(series.exemplars[i]));
    exposed.native = std::move(native);
    return exposed;
}

} // namespace sightglass
