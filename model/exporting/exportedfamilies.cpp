// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/exportedfamilies.h"

#include "model/exporting/familyassembly.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view instanceLabel = "instance";

using View = std::shared_ptr<const SeriesView>;

struct Family
{
    MetricMetadata metadata;
    std::vector<View> series;
};
using Families = std::map<std::string, Family, std::less<>>;

/// Finds the family of a series by its name: the metadata line with that name, else the one whose type
/// explains how the name goes on, else none.
class FamilyFinder
{
public:
    explicit FamilyFinder(const Snapshot &snapshot)
        : m_snapshot(snapshot)
        , m_names(snapshot.metadataFamilies())
    {}

    [[nodiscard]] std::pair<std::string, MetricMetadata> familyOf(std::string_view metric) const
    {
        if (isKnown(metric))
            return {std::string(metric), m_snapshot.metadata(metric)};
        const std::size_t suffixAt = metric.rfind('_');
        if (suffixAt != std::string_view::npos && isKnown(metric.substr(0, suffixAt))) {
            MetricMetadata metadata = m_snapshot.metadata(metric.substr(0, suffixAt));
            if (isFamilySuffix(metadata.type, metric.substr(suffixAt)))
                return {std::string(metric.substr(0, suffixAt)), std::move(metadata)};
        }
        return {std::string(metric), {}};
    }

private:
    [[nodiscard]] bool isKnown(std::string_view name) const
    {
        return std::binary_search(m_names.begin(), m_names.end(), name);
    }

    const Snapshot &m_snapshot;
    std::vector<std::string> m_names; ///< sorted
};

/// The series of any set, each once, sorted by labels.
std::vector<View> selected(const Snapshot &snapshot, const ExportRequest &request)
{
    std::vector<View> all;
    for (const std::vector<Matcher> &matchers : request.matcherSets) {
        auto some = snapshot.select(matchers, request.range);
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    if (request.matcherSets.size() > 1) {
        std::sort(all.begin(), all.end(),
                  [](const View &a, const View &b) { return a->labels() < b->labels(); });
        const auto same = [](const View &a, const View &b) { return a->labels() == b->labels(); };
        all.erase(std::unique(all.begin(), all.end(), same), all.end());
    }
    return all;
}

Families grouped(const Snapshot &snapshot, const ExportRequest &request)
{
    const FamilyFinder finder(snapshot);
    Families families;
    std::map<std::string, Family *, std::less<>> byMetric;
    for (View &view : selected(snapshot, request)) {
        const std::string metric(view->labels().metricName());
        if (metric.empty())
            continue;
        const auto [known, isNew] = byMetric.try_emplace(metric, nullptr);
        if (isNew) {
            auto [name, metadata] = finder.familyOf(metric);
            Family &family = families[std::move(name)];
            family.metadata = std::move(metadata);
            known->second = &family;
        }
        known->second->series.push_back(std::move(view));
    }
    return families;
}

/// Empty where the series has ended.
std::optional<ExportedSeries> newest(const SeriesView &view, TimeRange range, SampleColumns &columns)
{
    view.read(range, columns);
    ExportedSeries series;
    const bool hasFloat = !columns.times.empty();
    const bool hasHistogram = !columns.histogramTimes.empty();
    if (hasHistogram && (!hasFloat || columns.histogramTimes.back() > columns.times.back())) {
        series.t = columns.histogramTimes.back();
        series.histogram = columns.histograms.back();
        series.start = columns.histogramStarts.empty() ? 0 : columns.histogramStarts.back();
        if (isStaleMarker(*series.histogram))
            return std::nullopt;
    } else if (hasFloat) {
        series.t = columns.times.back();
        series.value = columns.values.back();
        series.start = columns.starts.empty() ? 0 : columns.starts.back();
        if (isStaleMarker(series.value))
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    series.labels = view.labels();
    return series;
}

/// All exemplars of the store that a format can have, by series.
class ExemplarFinder
{
public:
    ExemplarFinder(const Snapshot &snapshot, const ExportRequest &request)
    {
        // An endpoint shows its last exemplar for as long as it has no newer one: its age does not matter.
        if (request.format != ExpositionFormat::PrometheusText)
            m_found = selectExemplars(snapshot, request.matcherSets,
                                      {std::numeric_limits<TimestampMs>::min(), request.range.to});
    }

    [[nodiscard]] std::vector<Exemplar> of(const Labels &series) const
    {
        const auto at = std::lower_bound(
            m_found.begin(), m_found.end(), series,
            [](const SeriesExemplars &one, const Labels &labels) { return one.series < labels; });
        return at != m_found.end() && at->series == series ? at->exemplars : std::vector<Exemplar>();
    }

private:
    std::vector<SeriesExemplars> m_found; ///< sorted by series
};

void addMissingInstance(ExposedFamily &family)
{
    for (ExposedMetric &metric : family.metrics) {
        const bool has = std::any_of(metric.labels.begin(), metric.labels.end(),
                                     [](const Label &label) { return label.name == instanceLabel; });
        if (!has)
            metric.labels.push_back({std::string(instanceLabel), {}});
    }
}

bool hasType(const std::vector<ExposedFamily> &families, MetricType type)
{
    return std::any_of(families.begin(), families.end(),
                       [type](const ExposedFamily &family) { return family.type == type; });
}

/// Whose type was not kept.
void count(const std::vector<ExposedFamily> &families, MetricType type, ExpositionFormat format,
           ExportedCounts &counts)
{
    const bool isUntyped = hasType(families, MetricType::Unknown);
    const bool isGaugeHistogram =
        hasType(families, MetricType::GaugeHistogram) || (isUntyped && type == MetricType::GaugeHistogram);
    if (isGaugeHistogram && format == ExpositionFormat::PrometheusText) {
        ++counts.typesUnknownToFormat;
        return;
    }
    if (type == MetricType::Unknown || !isUntyped)
        return;
    const bool isRenamed = type == MetricType::Counter || type == MetricType::Info;
    ++(isRenamed ? counts.renamesAvoided : counts.typesLeftOut);
}

} // namespace

ExportedCounts exportFamilies(const Snapshot &snapshot, const ExportRequest &request,
                              const std::function<bool(const ExposedFamily &)> &take)
{
    ExportedCounts counts;
    SampleColumns columns;
    const ExemplarFinder exemplars(snapshot, request);
    for (const auto &[name, family] : grouped(snapshot, request)) {
        std::vector<ExportedSeries> series;
        for (const View &view : family.series) {
            if (request.cancel.stop_requested())
                return counts;
            auto one = newest(*view, request.range, columns);
            if (!one)
                continue;
            const bool isNative = one->histogram && !one->histogram->usesCustomBuckets();
            if (isNative && request.format != ExpositionFormat::Protobuf) {
                ++counts.histogramsLeftOut;
                continue;
            }
            one->exemplars = exemplars.of(one->labels);
            series.push_back(std::move(*one));
        }
        counts.series += series.size();
        std::vector<ExposedFamily> assembled =
            assembledFamilies(name, family.metadata, series, {request.format, request.gaugeHistogramNames});
        count(assembled, family.metadata.type, request.format, counts);
        for (ExposedFamily &exposed : assembled) {
            if (request.missingInstance == ExportRequest::MissingInstance::Empty)
                addMissingInstance(exposed);
            if (!take(exposed))
                return counts;
        }
    }
    return counts;
}

} // namespace sightglass
