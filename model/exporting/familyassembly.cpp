// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/familyassembly.h"

#include "model/exporting/compoundfamily.h"
#include "model/exporting/nativemetrics.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view createdSuffix = "_created";

bool hasCreated(MetricType type) noexcept
{
    return type == MetricType::Counter || type == MetricType::Histogram || type == MetricType::Summary;
}

bool isCompound(MetricType type) noexcept
{
    return type == MetricType::Histogram || type == MetricType::GaugeHistogram || type == MetricType::Summary;
}

/// The type that a family of this name can have without being renamed.
MetricType keptType(MetricType type, std::string_view metric, ExpositionFormat format)
{
    if (format != ExpositionFormat::OpenMetricsText)
        return type;
    const bool renamed = (type == MetricType::Counter && !metric.ends_with("_total")) ||
                         (type == MetricType::Info && !metric.ends_with("_info"));
    return renamed ? MetricType::Unknown : type;
}

ExposedMetric floatMetric(const ExportedSeries &series, MetricType type)
{
    ExposedMetric metric;
    metric.labels = exposedLabels(series.labels);
    metric.timestampMs = series.t;
    ExposedValue value{series.value, {}};
    if (type == MetricType::Counter && !series.exemplars.empty())
        value.exemplar = exposedExemplar(series.exemplars.back());
    if (type == MetricType::Counter && series.start != 0)
        metric.startTimestampMs = series.start;
    metric.value = std::move(value);
    return metric;
}

/// Where a metric stands among others of its name.
struct Place
{
    std::vector<Label> rest; ///< of the labels
    double bound = 0;        ///< of le or quantile; NaN stands behind all
    std::size_t number = 0;

    friend bool operator<(const Place &a, const Place &b)
    {
        if (a.rest != b.rest)
            return a.rest < b.rest;
        const bool isLess = a.bound < b.bound || (std::isnan(b.bound) && !std::isnan(a.bound));
        const bool isMore = b.bound < a.bound || (std::isnan(a.bound) && !std::isnan(b.bound));
        return isLess || (!isMore && a.number < b.number);
    }
};

/// Buckets and quantiles that are written one by one, too, ascend: as texts "+Inf" would come before "1.0".
void sortBounds(std::vector<ExposedMetric> &metrics)
{
    const auto isBound = [](const Label &label) { return label.name == "le" || label.name == "quantile"; };
    std::vector<Place> places;
    bool hasBounds = false;
    for (const ExposedMetric &metric : metrics) {
        Place place{metric.labels, 0, places.size()};
        const auto label = std::find_if(place.rest.begin(), place.rest.end(), isBound);
        if (label != place.rest.end()) {
            hasBounds = true;
            place.bound = parseFloat(label->value).value_or(std::numeric_limits<double>::quiet_NaN());
            place.rest.erase(label);
        }
        places.push_back(std::move(place));
    }
    if (!hasBounds)
        return;
    std::sort(places.begin(), places.end());
    std::vector<ExposedMetric> sorted;
    for (const Place &place : places)
        sorted.push_back(std::move(metrics[place.number]));
    metrics = std::move(sorted);
}

/// Makes the families of one name's series, split by what they are.
class Assembly
{
public:
    Assembly(const std::string &name, const MetricMetadata &metadata, AssemblyTarget target)
        : m_name(name)
        , m_metadata(metadata)
        , m_target(target)
    {}

    void add(const ExportedSeries &series)
    {
        const std::string_view suffix = series.labels.metricName().substr(m_name.size());
        if (series.histogram)
            m_natives.push_back(&series);
        else if (suffix == createdSuffix && hasCreated(m_metadata.type))
            m_created.push_back(series);
        else
            m_floats.push_back(series);
    }

    std::vector<ExposedFamily> finish()
    {
        addFloats();
        addNatives();
        if (!attachCreated())
            addByName(m_created, MetricType::Gauge);
        return std::move(m_families);
    }

private:
    ExposedFamily family(std::string_view name, MetricType type) const
    {
        ExposedFamily family;
        family.name = name;
        family.type = type;
        return family;
    }

    /// With what is said of the family, which is what these metrics are called after.
    ExposedFamily describedFamily(std::string_view name, MetricType type) const
    {
        ExposedFamily described = family(name, type);
        if (!m_metadata.help.empty())
            described.help = m_metadata.help;
        described.unit = m_metadata.unit;
        return described;
    }

    void addFloats()
    {
        if (!isCompound(m_metadata.type))
            return addByName(m_floats, m_metadata.type);
        // A reader of protobuf who takes native histograms would not look at the classic series of the same
        // family.
        const bool besideNatives = std::any_of(m_natives.begin(), m_natives.end(), [](const auto *series) {
            return !series->histogram->usesCustomBuckets();
        });
        std::optional<std::vector<ExposedMetric>> metrics;
        if (!besideNatives)
            metrics = compoundMetrics(m_name, m_metadata.type, m_floats, m_target);
        if (!metrics)
            return addByName(m_floats, MetricType::Unknown);
        if (metrics->empty())
            return;
        m_families.push_back(describedFamily(m_name, m_metadata.type));
        m_families.back().metrics = std::move(*metrics);
    }

    /// One family per name of series, of a type that has one series per metric.
    void addByName(const std::vector<ExportedSeries> &series, MetricType type)
    {
        std::map<std::string_view, ExposedFamily> families;
        for (const ExportedSeries &one : series) {
            const std::string_view metric = one.labels.metricName();
            const auto [at, isNew] = families.try_emplace(metric);
            if (isNew)
                at->second = part(metric, type);
            at->second.metrics.push_back(floatMetric(one, at->second.type));
        }
        for (auto &[metric, each] : families) {
            sortBounds(each.metrics);
            m_families.push_back(std::move(each));
        }
    }

    /// What is said of a family whose type cannot be told is still true of each of its parts; its unit only
    /// of some, and a _created line is about something else.
    ExposedFamily part(std::string_view metric, MetricType type) const
    {
        const MetricType kept = keptType(type, metric, m_target.format);
        if (type == m_metadata.type)
            return describedFamily(metric, kept);
        ExposedFamily part = family(metric, kept);
        if (type == MetricType::Unknown && !m_metadata.help.empty())
            part.help = m_metadata.help;
        return part;
    }

    /// Gauge histograms and others apart, as Prometheus federates them; those with custom buckets apart from
    /// them, because they are classic ones.
    void addNatives()
    {
        std::map<std::pair<bool, MetricType>, std::vector<ExposedMetric>> kinds;
        for (const ExportedSeries *series : m_natives) {
            const bool isGauge = series->histogram->hint == CounterResetHint::Gauge;
            ExposedMetric metric;
            metric.labels = exposedLabels(series->labels);
            metric.timestampMs = series->t;
            if (series->start != 0)
                metric.startTimestampMs = series->start;
            metric.value = exposedHistogram(*series);
            kinds[{!series->histogram->usesCustomBuckets(),
                   isGauge ? MetricType::GaugeHistogram : MetricType::Histogram}]
                .push_back(std::move(metric));
        }
        for (auto &[kind, metrics] : kinds) {
            m_families.push_back(describedFamily(m_name, kind.second));
            m_families.back().metrics = std::move(metrics);
        }
    }

    /// OpenMetrics has these series among their metrics, and nowhere else. False where some have none there:
    /// then nothing is changed.
    bool attachCreated()
    {
        if (m_target.format != ExpositionFormat::OpenMetricsText || m_created.empty())
            return m_created.empty();
        std::map<Labels, const ExportedSeries *> byLabels;
        for (const ExportedSeries &one : m_created)
            byLabels.emplace(one.labels.without(metricNameLabel), &one);
        std::vector<std::pair<ExposedMetric *, double>> found;
        for (ExposedFamily &each : m_families) {
            for (ExposedMetric &metric : each.metrics) {
                const auto at = byLabels.find(Labels(metric.labels));
                if (hasCreated(each.type) && at != byLabels.end() && metric.timestampMs == at->second->t)
                    found.emplace_back(&metric, at->second->value);
            }
        }
        if (found.size() != m_created.size())
            return false;
        for (const auto &[metric, seconds] : found)
            metric->createdSeconds = seconds;
        return true;
    }

    const std::string &m_name;
    const MetricMetadata &m_metadata;
    AssemblyTarget m_target;
    std::vector<ExportedSeries> m_floats;
    std::vector<ExportedSeries> m_created;
    std::vector<const ExportedSeries *> m_natives;
    std::vector<ExposedFamily> m_families;
};

} // namespace

bool isFamilySuffix(MetricType type, std::string_view suffix) noexcept
{
    if (suffix.empty())
        return true;
    if (suffix == createdSuffix)
        return hasCreated(type);
    if (suffix == "_count" || suffix == "_sum")
        return isCompound(type);
    if (suffix == "_bucket")
        return type == MetricType::Histogram || type == MetricType::GaugeHistogram;
    if (suffix == "_gcount" || suffix == "_gsum")
        return type == MetricType::GaugeHistogram;
    return (suffix == "_total" && type == MetricType::Counter) ||
           (suffix == "_info" && type == MetricType::Info);
}

std::vector<ExposedFamily> assembledFamilies(const std::string &name, const MetricMetadata &metadata,
                                             std::span<const ExportedSeries> series, AssemblyTarget target)
{
    Assembly assembly(name, metadata, target);
    for (const ExportedSeries &one : series)
        assembly.add(one);
    return assembly.finish();
}

} // namespace sightglass
