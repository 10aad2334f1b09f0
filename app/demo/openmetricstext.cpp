// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/openmetricstext.h"

#include "parser/exposition/expositionwriter.h"
#include "parser/http/mediaranges.h"

#include <cstdio>
#include <vector>

namespace sightglass::demo {

namespace {

MetricType typeOf(prometheus::MetricType type)
{
    switch (type) {
    case prometheus::MetricType::Counter:
        return MetricType::Counter;
    case prometheus::MetricType::Gauge:
        return MetricType::Gauge;
    case prometheus::MetricType::Histogram:
        return MetricType::Histogram;
    default:
        return MetricType::Unknown;
    }
}

ExposedExemplar exemplarOf(const ObservedEvent &observed)
{
    char id[33];
    std::snprintf(id, sizeof id, "%032llx", static_cast<unsigned long long>(observed.event));
    const auto since = observed.time.time_since_epoch();
    return {{{"trace_id", id}},
            observed.value,
            std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

ExposedHistogram histogramOf(const prometheus::ClientMetric::Histogram &collected,
                             const BucketExemplars *exemplars)
{
    ExposedHistogram histogram{static_cast<double>(collected.sample_count), collected.sample_sum, {}, {}};
    for (const auto &bucket : collected.bucket)
        histogram.buckets.push_back(
            {bucket.upper_bound, static_cast<double>(bucket.cumulative_count), std::nullopt});
    if (exemplars == nullptr)
        return histogram;
    const auto newest = exemplars->newest();
    for (std::size_t i = 0; i < newest.size() && i < histogram.buckets.size(); ++i) {
        if (newest[i])
            histogram.buckets[i].exemplar = exemplarOf(*newest[i]);
    }
    return histogram;
}

ExposedMetric metricOf(const prometheus::ClientMetric &collected, prometheus::MetricType type,
                       const BucketExemplars *exemplars)
{
    ExposedMetric metric;
    for (const auto &label : collected.label)
        metric.labels.push_back({label.name, label.value});
    if (type == prometheus::MetricType::Histogram)
        metric.value = histogramOf(collected.histogram, exemplars);
    else if (type == prometheus::MetricType::Counter)
        metric.value = ExposedValue{collected.counter.value, {}};
    else
        metric.value = ExposedValue{collected.gauge.value, {}};
    return metric;
}

const BucketExemplars *sourceOf(const ExemplarSources &sources, const std::string &family,
                                const prometheus::ClientMetric &metric)
{
    prometheus::Labels labels;
    for (const auto &label : metric.label)
        labels.emplace(label.name, label.value);
    const auto at = sources.find({family, labels});
    return at == sources.end() ? nullptr : at->second;
}

} // namespace

std::string openMetricsText(std::span<const prometheus::MetricFamily> families,
                            const ExemplarSources &exemplars)
{
    std::vector<ExposedFamily> exposed;
    for (const prometheus::MetricFamily &family : families) {
        ExposedFamily &one = exposed.emplace_back();
        one.name = family.name;
        one.type = typeOf(family.type);
        one.help = family.help;
        for (const prometheus::ClientMetric &metric : family.metric)
            one.metrics.push_back(metricOf(metric, family.type, sourceOf(exemplars, family.name, metric)));
    }
    return writeExposition(ExpositionFormat::OpenMetricsText, exposed);
}

bool wantsOpenMetrics(std::string_view accept)
{
    for (const http::MediaRange &range : http::mediaRanges(accept)) {
        if (range.type == "application/openmetrics-text")
            return true;
        if (range.type == "text/plain" || range.type == "text/*" || range.type == "*/*")
            return false;
    }
    return false;
}

} // namespace sightglass::demo
