// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/compoundfamily.h"

#include "parser/base/numbertext.h"

#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace sightglass {

namespace {

/// The names of a type's series in a format.
struct SeriesNames
{
    std::string_view bounded; ///< suffix of the series with bounds
    std::string_view bound;   ///< their label
    std::string_view count = "_count";
    std::string_view sum = "_sum";
    bool typeFirst = false; ///< names and bounds may come back in the format's own writing
};

/// What protobuf makes of a suffix of OpenMetrics.
std::string_view protobufSuffix(std::string_view suffix) noexcept
{
    if (suffix == "_gcount")
        return "_count";
    return suffix == "_gsum" ? std::string_view("_sum") : suffix;
}

std::optional<SeriesNames> namesOf(MetricType type, AssemblyTarget target)
{
    if (type == MetricType::Summary)
        return SeriesNames{"", "quantile"};
    if (type == MetricType::Histogram)
        return SeriesNames{"_bucket", "le"};
    if (type != MetricType::GaugeHistogram || target.format == ExpositionFormat::PrometheusText)
        return std::nullopt;
    if (target.format == ExpositionFormat::OpenMetricsText)
        return SeriesNames{"_bucket", "le", "_gcount", "_gsum"};
    return SeriesNames{"_bucket", "le", "_count", "_sum",
                       target.gaugeHistogramNames == GaugeHistogramNames::OfFormat};
}

/// One metric as far as it has been seen.
struct Parts
{
    TimestampMs t = 0;
    TimestampMs start = 0;
    std::optional<double> count;
    std::optional<double> sum;
    std::map<double, ExposedBucket> bounded; ///< by bound or quantile
};

/// The bound in a label, which must read back as this very text unless the type comes first.
std::optional<double> boundIn(std::string_view text, const SeriesNames &names)
{
    const auto bound = parseFloat(text);
    if (!bound || std::isnan(*bound))
        return std::nullopt;
    return names.typeFirst || formatOpenMetricsFloat(*bound) == text ? bound : std::nullopt;
}

bool addBounded(Parts &parts, const ExportedSeries &one, std::string_view boundText, const SeriesNames &names)
{
    const auto bound = boundIn(boundText, names);
    if (!bound)
        return false;
    ExposedBucket bucket{*bound, one.value, {}};
    if (!one.exemplars.empty())
        bucket.exemplar = exposedExemplar(one.exemplars.back());
    return parts.bounded.emplace(*bound, std::move(bucket)).second;
}

bool add(Parts &parts, const SeriesNames &names, const ExportedSeries &one, std::string_view suffix)
{
    const std::string_view bound = one.labels.value(names.bound);
    if (suffix == names.bounded && !bound.empty())
        return addBounded(parts, one, bound, names);
    if (!bound.empty())
        return false;
    if (suffix == names.count && !parts.count) {
        parts.count = one.value;
        parts.start = one.start;
        return true;
    }
    if (suffix == names.sum && !parts.sum) {
        parts.sum = one.value;
        return true;
    }
    return false;
}

/// Protobuf counts a summary's observations in whole numbers.
bool isWholeCount(double count)
{
    constexpr double limit = 18446744073709551616.0; // 2^64
    return count >= 0 && count < limit && std::trunc(count) == count;
}

bool isWhole(const Parts &parts, MetricType type)
{
    if (!parts.count || !parts.sum)
        return false;
    if (type == MetricType::Summary)
        return isWholeCount(*parts.count);
    return !parts.bounded.empty() && parts.bounded.rbegin()->first == std::numeric_limits<double>::infinity();
}

ExposedMetric metricOf(const Labels &labels, Parts &&parts, MetricType type)
{
    ExposedMetric metric;
    metric.labels = exposedLabels(labels);
    metric.timestampMs = parts.t;
    if (parts.start != 0)
        metric.startTimestampMs = parts.start;
    if (type == MetricType::Summary) {
        ExposedSummary summary{*parts.count, *parts.sum, {}};
        for (const auto &[quantile, each] : parts.bounded)
            summary.quantiles.push_back({quantile, each.cumulativeCount});
        metric.value = std::move(summary);
    } else {
        ExposedHistogram histogram{*parts.count, *parts.sum, {}, {}};
        for (auto &[bound, bucket] : parts.bounded)
            histogram.buckets.push_back(std::move(bucket));
        metric.value = std::move(histogram);
    }
    return metric;
}

} // namespace

ExposedExemplar exposedExemplar(const Exemplar &exemplar)
{
    ExposedExemplar exposed;
    exposed.labels = exposedLabels(exemplar.labels);
    exposed.value = exemplar.value;
    if (exemplar.hasTime)
        exposed.timestampMs = exemplar.t;
    return exposed;
}

std::vector<Label> exposedLabels(const Labels &labels, std::string_view own)
{
    std::vector<Label> exposed;
    for (const LabelView label : labels) {
        if (label.name != metricNameLabel && (own.empty() || label.name != own))
            exposed.emplace_back(static_cast<Label>(label));
    }
    return exposed;
}

std::optional<std::vector<ExposedMetric>> compoundMetrics(std::string_view name, MetricType type,
                                                          std::span<const ExportedSeries> series,
                                                          AssemblyTarget target)
{
    const auto names = namesOf(type, target);
    if (!names)
        return std::nullopt;
    std::map<Labels, Parts> metrics;
    for (const ExportedSeries &one : series) {
        const Labels key(exposedLabels(one.labels, names->bound));
        const auto [at, isNew] = metrics.try_emplace(key);
        if (isNew)
            at->second.t = one.t;
        std::string_view suffix = one.labels.metricName().substr(name.size());
        if (names->typeFirst)
            suffix = protobufSuffix(suffix);
        if (at->second.t != one.t || !add(at->second, *names, one, suffix))
            return std::nullopt;
    }
    std::vector<ExposedMetric> exposed;
    for (auto &[labels, parts] : metrics) {
        if (!isWhole(parts, type))
            return std::nullopt;
        exposed.push_back(metricOf(labels, std::move(parts), type));
    }
    return exposed;
}

} // namespace sightglass
