// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/exposition/exposedexemplar.h"
#include "parser/exposition/metrictype.h"
#include "parser/exposition/nativehistogram.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

/// The value of a counter, gauge, info, unknown metric, or of one state of a state set (whose label it has
/// among its metric's labels).
struct ExposedValue
{
    double value = 0;
    std::optional<ExposedExemplar> exemplar; ///< of counters
};

struct ExposedQuantile
{
    double quantile = 0;
    double value = 0;
};

struct ExposedSummary
{
    double count = 0;
    double sum = 0;
    std::vector<ExposedQuantile> quantiles;
};

struct ExposedBucket
{
    double upperBound = 0; ///< inclusive
    double cumulativeCount = 0;
    std::optional<ExposedExemplar> exemplar;
};

/// One side of a native histogram, with absolute counts.
struct ExposedSide
{
    std::vector<BucketSpan> spans;
    std::vector<double> counts;
};

/// The native part of a histogram, exponential buckets.
struct ExposedNativeBuckets
{
    bool isFloat = false; ///< else all counts are whole
    std::int32_t schema = 0;
    double zeroThreshold = 0;
    double zeroCount = 0;
    ExposedSide positive;
    ExposedSide negative;
    std::vector<ExposedExemplar> exemplars; ///< those without timestamp are lost on reading
};

/// A histogram or gauge histogram: classic buckets, native ones, or both. Buckets ascend; the one up to +Inf
/// may be left out.
struct ExposedHistogram
{
    double count = 0;
    double sum = 0;
    std::vector<ExposedBucket> buckets;
    std::optional<ExposedNativeBuckets> native;
};

/// One metric: a label set and its value at one time.
struct ExposedMetric
{
    std::vector<Label> labels; ///< without the name
    std::variant<ExposedValue, ExposedSummary, ExposedHistogram> value;
    std::optional<std::int64_t> timestampMs;      ///< since the Unix epoch; 0 is none in protobuf
    std::optional<std::int64_t> startTimestampMs; ///< since when it counts
    /// The same where an OpenMetrics page said it, which may be finer than milliseconds: goes before
    /// startTimestampMs there, and is not written elsewhere.
    std::optional<double> createdSeconds = {};
};

/// A metric family to be written. The name is what samples are called in queries: of counters and info
/// metrics with _total and _info, of histograms and summaries without the suffixes of their series.
struct ExposedFamily
{
    std::string name;
    MetricType type = MetricType::Unknown;
    std::optional<std::string> help;
    std::string unit;
    std::vector<ExposedMetric> metrics; ///< whose values fit the type
};

} // namespace sightglass
