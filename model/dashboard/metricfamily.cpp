// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/metricfamily.h"

#include "model/alerting/ruleoutput.h"
#include "model/core/namewords.h"
#include "model/histogram/floathistogram.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace sightglass {

namespace {

using SeriesList = std::vector<std::shared_ptr<const SeriesView>>;
using SeriesByName = std::map<std::string_view, SeriesList>;

constexpr std::int64_t watchedMs = 5 * 60 * 1000;
constexpr std::size_t seriesLookedAt = 16;
/// Fewer steps upwards may be chance.
constexpr std::size_t stepsOfACounter = 3;

enum class Part : std::uint8_t
{
    Value,
    Bucket,
    Average,
    Created
};

/// Where a sample name belongs.
struct Membership
{
    std::string family;
    MetricType type = MetricType::Unknown;
    Part part = Part::Value;
};

bool isHistogram(MetricType type)
{
    return type == MetricType::Histogram || type == MetricType::GaugeHistogram;
}

std::optional<std::string_view> stripped(std::string_view name, std::string_view suffix)
{
    if (!name.ends_with(suffix) || name.size() == suffix.size())
        return std::nullopt;
    return name.substr(0, name.size() - suffix.size());
}

bool hasLabel(const SeriesList &series, std::string_view label)
{
    return !series.empty() && !series.front()->labels().value(label).empty();
}

bool hasBounds(const SeriesList &series)
{
    return !series.empty() && parseFloat(series.front()->labels().value("le")).has_value();
}

bool isUnbounded(const std::shared_ptr<const SeriesView> &series)
{
    const std::optional<double> bound = parseFloat(series->labels().value("le"));
    return bound && std::isinf(*bound) && *bound > 0;
}

/// Decides by metadata first, then by the conventions of names and labels.
class Classifier
{
public:
    Classifier(const Snapshot &snapshot, const Labels &target, const SeriesByName &series)
        : m_snapshot(snapshot)
        , m_target(target)
        , m_series(series)
    {}

    [[nodiscard]] Membership classify(std::string_view name) const
    {
        const auto counted = stripped(name, "_created");
        if (counted && (exists(*counted, "_total") || exists(*counted, "_count")))
            return {std::string(*counted), MetricType::Counter, Part::Created};
        if (const auto type = declaredType(name); type && *type != MetricType::Unknown)
            return {std::string(name), refined(name, *type), Part::Value};
        for (const auto &[suffix, part] : suffixes) {
            const auto base = stripped(name, suffix);
            if (!base)
                continue;
            if (auto membership = asPart(name, *base, part))
                return *membership;
        }
        if (hasLabel(m_series.at(name), "quantile"))
            return {std::string(name), MetricType::Summary, Part::Value};
        const bool counter = name.ends_with("_total");
        return {std::string(name), refined(name, counter ? MetricType::Counter : MetricType::Unknown),
                Part::Value};
    }

private:
    static constexpr std::pair<std::string_view, Part> suffixes[] = {
        {"_bucket", Part::Bucket}, {"_sum", Part::Average},     {"_count", Part::Average},
        {"_gsum", Part::Average},  {"_gcount", Part::Average},  {"_total", Part::Value},
        {"_info", Part::Value},    {"_created", Part::Created},
    };

    [[nodiscard]] std::optional<MetricType> declaredType(std::string_view family) const
    {
        const MetricMetadata metadata = m_snapshot.metadata(family, m_target);
        if (metadata == MetricMetadata())
            return std::nullopt;
        return metadata.type;
    }

    [[nodiscard]] bool exists(std::string_view base, std::string_view suffix) const
    {
        return m_series.contains(std::string(base) + std::string(suffix));
    }

    /// Gauges of the constant 1 whose labels are the message.
    static MetricType refined(std::string_view name, MetricType type)
    {
        const bool plain = type == MetricType::Gauge || type == MetricType::Unknown;
        return plain && name.ends_with("_info") ? MetricType::Info : type;
    }

    [[nodiscard]] std::optional<Membership> asPart(std::string_view name, std::string_view base,
                                                   Part part) const
    {
        const MetricType declared = declaredType(base).value_or(MetricType::Unknown);
        const std::string family(base);
        switch (part) {
        case Part::Bucket:
            // Buckets without a readable bound count nothing: they are shown as what they are, numbers.
            if (hasBounds(m_series.at(name)))
                return Membership{family, isHistogram(declared) ? declared : MetricType::Histogram, part};
            return std::nullopt;
        case Part::Average:
            return asAverage(base, declared);
        case Part::Value:
            if (declared == MetricType::Counter || declared == MetricType::Info)
                return Membership{family, declared, part};
            return std::nullopt;
        case Part::Created:
            if (declared != MetricType::Unknown && declared != MetricType::Gauge)
                return Membership{family, declared, part};
            return std::nullopt;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Membership> asAverage(std::string_view base, MetricType declared) const
    {
        if (isHistogram(declared) || declared == MetricType::Summary)
            return Membership{std::string(base), declared, Part::Average};
        if (declared != MetricType::Unknown)
            return std::nullopt;
        if (exists(base, "_bucket"))
            return Membership{std::string(base), MetricType::Histogram, Part::Average};
        if (exists(base, "_sum") && exists(base, "_count"))
            return Membership{std::string(base), MetricType::Summary, Part::Average};
        return std::nullopt;
    }

    const Snapshot &m_snapshot;
    const Labels &m_target;
    const SeriesByName &m_series;
};

/// A family in the making, with the series that tell of it.
struct Draft
{
    MetricFamily family;
    SeriesList representatives; ///< plain series; for histograms the buckets
    SeriesList counts;          ///< _count series: the cheapest witnesses of a histogram's activity
};

void addSeries(Draft &draft, const Membership &membership, std::string_view name, const SeriesList &series)
{
    MetricFamily &family = draft.family;
    family.name = membership.family;
    family.type = membership.type;
    switch (membership.part) {
    case Part::Value:
        family.parts.values = true;
        family.sampleName = name;
        draft.representatives.insert(draft.representatives.end(), series.begin(), series.end());
        break;
    case Part::Bucket:
        family.parts.buckets = true;
        family.parts.infinity =
            family.parts.infinity || std::any_of(series.begin(), series.end(), isUnbounded);
        draft.representatives.insert(draft.representatives.end(), series.begin(), series.end());
        break;
    case Part::Average:
        family.parts.averages = true;
        if (name.ends_with("count"))
            draft.counts.insert(draft.counts.end(), series.begin(), series.end());
        break;
    case Part::Created:
        break;
    }
}

std::vector<std::string> someOf(const std::unordered_set<std::string_view> &values)
{
    constexpr std::size_t few = 24;
    std::vector<std::string> some;
    if (values.size() <= few)
        some.assign(values.begin(), values.end());
    std::sort(some.begin(), some.end());
    return some;
}

/// By its name: what grows as time goes on, or by chance, is no count of anything.
bool isNoCount(std::string_view name)
{
    constexpr std::array<std::string_view, 5> timely = {"uptime", "age", "clock", "time", "hash"};
    constexpr std::array<std::string_view, 3> units = {"seconds", "ms", "milliseconds"};
    std::vector<std::string_view> words = nameWords(name);
    if (words.size() > 1 && std::ranges::count(units, lowered(words.back())) > 0)
        words.pop_back();
    return !words.empty() && std::ranges::count(timely, lowered(words.back())) > 0;
}

/// Counts label values and the series that differ in more than le and quantile.
void measureSpread(Draft &draft, const Labels &targetLabels)
{
    const SeriesList &series = draft.representatives.empty() ? draft.counts : draft.representatives;
    std::map<std::string_view, std::unordered_set<std::string_view>> values;
    std::set<std::vector<std::string_view>> distinct;
    for (const auto &one : series) {
        std::vector<std::string_view> key;
        for (const LabelView label : one->labels()) {
            const bool structural =
                label.name == metricNameLabel || label.name == "le" || label.name == "quantile";
            if (structural || !targetLabels.value(label.name).empty())
                continue;
            values[label.name].insert(label.value);
            key.insert(key.end(), {label.name, label.value});
        }
        distinct.insert(std::move(key));
    }
    draft.family.series = distinct.size();
    for (const auto &[name, found] : values) {
        draft.family.labels.push_back({std::string(name), found.size(), someOf(found)});
        if (found.size() > 1)
            draft.family.spread.push_back(draft.family.labels.back());
    }
}

/// What the samples of some series say of a family's life.
class Witness
{
public:
    Witness(MetricFamily &family, TimestampMs now)
        : m_family(family)
        , m_range{now - watchedMs, now}
    {}

    void hear(const SeriesView &series)
    {
        readNumbers(series, m_range, m_samples);
        m_isNative = m_isNative || !m_samples.histograms.empty();
        const std::vector<double> &values = m_samples.values;
        if (values.empty() || isStaleMarker(values.back()))
            return;
        m_alive = true;
        m_steps += values.size() - 1;
        double moved = 0;
        for (std::size_t i = 1; i < values.size(); ++i)
            moved += step(values[i - 1], values[i]);
        const auto watched = static_cast<double>(m_samples.times.back() - m_samples.times.front());
        if (watched > 0 && std::isfinite(moved))
            m_family.changePerSecond += moved * 1000 / watched;
        m_family.observedMs = std::max(m_family.observedMs, m_samples.times.back() - m_samples.times.front());
        if (!std::isfinite(values.back()))
            return;
        m_family.lowest = m_heard ? std::min(m_family.lowest, values.back()) : values.back();
        m_family.highest = m_heard ? std::max(m_family.highest, values.back()) : values.back();
        m_heard = true;
    }

    [[nodiscard]] bool sawChange() const noexcept { return m_changes > 0; }

    /// False where every series looked at has ended.
    bool conclude()
    {
        if (m_steps > 0)
            m_family.activity = static_cast<double>(m_changes) / static_cast<double>(m_steps);
        m_family.parts.native = m_isNative && m_family.parts.values;
        if (m_family.parts.native && m_family.type == MetricType::Unknown)
            m_family.type = MetricType::Histogram;
        const bool counts = m_onlyGrew && m_changes >= stepsOfACounter && !isNoCount(m_family.name);
        if (m_family.type == MetricType::Unknown && counts)
            m_family.type = MetricType::Counter;
        return m_alive;
    }

private:
    /// Notes one step of a series; how far it went.
    double step(double from, double to)
    {
        if (sameBits(from, to))
            return 0;
        ++m_changes;
        m_onlyGrew = m_onlyGrew && from > 0 && to > from && std::trunc(to) == to;
        return std::fabs(to - from);
    }

    MetricFamily &m_family;
    TimeRange m_range;
    SampleColumns m_samples;
    std::size_t m_steps = 0;
    std::size_t m_changes = 0;
    bool m_alive = false;
    bool m_isNative = false;
    bool m_heard = false;
    bool m_onlyGrew = true;
};

bool measureLife(Draft &draft, TimestampMs now)
{
    const SeriesList &series = draft.counts.empty() ? draft.representatives : draft.counts;
    Witness witness(draft.family, now);
    const std::size_t stride = std::max<std::size_t>(series.size() / seriesLookedAt, 1);
    for (std::size_t i = 0; i < series.size() && i / stride < seriesLookedAt; i += stride)
        witness.hear(*series[i]);
    // That nothing moves is said of all of them only.
    for (std::size_t i = 0; i < series.size() && stride > 1 && !witness.sawChange(); ++i) {
        if (i % stride != 0 || i / stride >= seriesLookedAt)
            witness.hear(*series[i]);
    }
    return witness.conclude();
}

/// Metadata stands under the family's name; a counter's may stand under its sample's name.
MetricMetadata metadataOf(const Snapshot &snapshot, const Labels &target, const MetricFamily &family)
{
    MetricMetadata metadata = snapshot.metadata(family.name, target);
    return metadata == MetricMetadata() ? snapshot.metadata(family.sampleName, target) : metadata;
}

} // namespace

void readNumbers(const SeriesView &series, TimeRange range, SampleColumns &samples)
{
    series.read(range, samples);
    if (samples.histograms.empty())
        return;
    std::vector<std::pair<TimestampMs, double>> numbers;
    for (std::size_t i = 0; i < samples.times.size(); ++i)
        numbers.emplace_back(samples.times[i], samples.values[i]);
    for (std::size_t i = 0; i < samples.histograms.size(); ++i) {
        const FloatHistogram &histogram = *samples.histograms[i];
        numbers.emplace_back(samples.histogramTimes[i],
                             isStaleMarker(histogram) ? histogram.sum : histogram.count);
    }
    std::ranges::stable_sort(numbers, {}, [](const auto &number) { return number.first; });
    samples.resizeFloats(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        std::tie(samples.times[i], samples.values[i]) = numbers[i];
}

std::vector<MetricFamily> collectFamilies(const Snapshot &snapshot, const Labels &targetLabels,
                                          TimestampMs now)
{
    std::vector<Matcher> matchers;
    for (const LabelView label : targetLabels)
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    const SeriesList all = snapshot.select(matchers, {now - watchedMs, now});
    SeriesByName byName;
    for (const auto &series : all)
        byName[series->labels().metricName()].push_back(series);
    byName.erase(std::string_view());
    // Whether the target answers is said beside its name, always.
    byName.erase("up");
    // What rules say of the target may carry its labels, but it is nothing that it exposes.
    byName.erase(alertsMetric);
    byName.erase(alertsForStateMetric);

    const Classifier classifier(snapshot, targetLabels, byName);
    std::map<std::string, Draft> drafts;
    for (const auto &[name, series] : byName) {
        const Membership membership = classifier.classify(name);
        addSeries(drafts[membership.family], membership, name, series);
    }

    std::vector<MetricFamily> families;
    for (auto &[name, draft] : drafts) {
        if (draft.representatives.empty() && draft.counts.empty())
            continue;
        measureSpread(draft, targetLabels);
        if (!measureLife(draft, now))
            continue;
        draft.family.metadata = metadataOf(snapshot, targetLabels, draft.family);
        families.push_back(std::move(draft.family));
    }
    return families;
}

} // namespace sightglass
