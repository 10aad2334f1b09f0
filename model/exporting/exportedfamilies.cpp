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
    MetricMetadata metadata; ///< as the first series' target says
    bool isDisputed = false; ///< another one says something else
    std::vector<View> series;
};
using Families = std::map<std::string, Family, std::less<>>;

/// The family of a series by its name: what its target says of that name, else the family whose type explains
/// how the name goes on, else none.
std::pair<std::string, MetricMetadata> familyOf(const Snapshot &snapshot, const Labels &series)
{
    const std::string_view metric = series.metricName();
    MetricMetadata own = snapshot.metadata(metric, series);
    const std::size_t suffixAt = metric.rfind('_');
    if (own == MetricMetadata() && suffixAt != std::string_view::npos) {
        MetricMetadata stems = snapshot.metadata(metric.substr(0, suffixAt), series);
        if (isFamilySuffix(stems.type, metric.substr(suffixAt)))
            return {std::string(metric.substr(0, suffixAt)), std::move(stems)};
    }
    return {std::string(metric), std::move(own)};
}

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
    Families families;
    for (View &view : selected(snapshot, request)) {
        if (view->labels().metricName().empty())
            continue;
        auto [name, metadata] = familyOf(snapshot, view->labels());
        const auto [at, isNew] = families.try_emplace(std::move(name));
        Family &family = at->second;
        if (isNew)
            family.metadata = std::move(metadata);
        else
            family.isDisputed = family.isDisputed || family.metadata != metadata;
        family.series.push_back(std::move(view));
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

/// Whose names protobuf will not give back.
bool isRenamed(const std::vector<ExportedSeries> &series, const std::vector<ExposedFamily> &families)
{
    return hasType(families, MetricType::GaugeHistogram) &&
           std::any_of(series.begin(), series.end(), [](const ExportedSeries &one) {
               const std::string_view name = one.labels.metricName();
               return !one.histogram && (name.ends_with("_gcount") || name.ends_with("_gsum"));
           });
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
        if (request.format == ExpositionFormat::Protobuf && isRenamed(series, assembled))
            ++counts.gaugeHistogramsRenamed;
        counts.disputedFamilies += family.isDisputed ? 1 : 0;
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
