// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/exposition/nativehistogram.h"
#include "parser/exposition/wirereader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// An io.prometheus.client.Exemplar: its labels are `labelCount` of MetricMessage::exemplarLabels.
struct ExemplarMessage
{
    std::size_t firstLabel = 0;
    std::size_t labelCount = 0;
    double value = 0;
    std::optional<std::int64_t> timestampMs;
};

/// A Bucket of a classic histogram.
struct BucketMessage
{
    std::uint64_t cumulativeCount = 0;
    double cumulativeCountFloat = 0;
    double upperBound = 0;
    std::optional<std::size_t> exemplar; ///< in MetricMessage::exemplars
};

struct QuantileMessage
{
    double quantile = 0;
    double value = 0;
};

/// One side of a native histogram.
struct BucketsMessage
{
    std::vector<BucketSpan> spans;
    std::vector<std::int64_t> deltas;
    std::vector<double> counts;

    void clear();
};

/// One io.prometheus.client.Metric, decoded: the fields of all its kinds, since only the family's type tells
/// which of them means anything. Text is views into the body. Reused for the metrics of a body, so that their
/// vectors grow once.
struct MetricMessage
{
    std::vector<LabelView> labels;
    std::int64_t timestampMs = 0; ///< 0: none
    double gauge = 0;
    double counter = 0;
    double untyped = 0;
    std::optional<std::size_t> counterExemplar;
    std::optional<std::int64_t> counterStartMs;

    std::uint64_t summaryCount = 0;
    double summarySum = 0;
    std::optional<std::int64_t> summaryStartMs;
    std::vector<QuantileMessage> quantiles;

    std::uint64_t histogramCount = 0;
    double histogramCountFloat = 0;
    double histogramSum = 0;
    std::optional<std::int64_t> histogramStartMs;
    std::vector<BucketMessage> buckets;
    std::int32_t schema = 0;
    double zeroThreshold = 0;
    std::uint64_t zeroCount = 0;
    double zeroCountFloat = 0;
    BucketsMessage positive;
    BucketsMessage negative;
    std::vector<std::size_t> nativeExemplars; ///< in exemplars

    std::vector<ExemplarMessage> exemplars;
    std::vector<LabelView> exemplarLabels;

    void clear();
};

/// Reads the fields of a Metric into `metric`, which is clear. False on damage.
[[nodiscard]] bool readMetric(WireReader reader, MetricMessage &metric);

/// Of readMetric(): a Histogram; an Exemplar, whose place goes to `index`; a google.protobuf.Timestamp in
/// milliseconds.
[[nodiscard]] bool readHistogram(WireReader reader, MetricMessage &metric);
[[nodiscard]] bool readExemplar(WireReader reader, MetricMessage &metric, std::size_t &index);
[[nodiscard]] bool readTimestamp(WireReader reader, std::int64_t &milliseconds);

} // namespace sightglass
