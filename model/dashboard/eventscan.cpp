// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/eventscan.h"

#include "model/dashboard/panelevents.h"
#include "model/histogram/histogramarithmetic.h"
#include "parser/promql/exprparts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <ranges>
#include <string>
#include <unordered_set>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view upMetric = "up";
constexpr std::string_view startMetric = "process_start_time_seconds";
constexpr std::string_view boundLabel = "le";
constexpr std::array<std::string_view, 3> histogramSuffixes{"_bucket", "_count", "_sum"};
constexpr std::array<std::string_view, 4> countingFunctions{"rate", "irate", "increase", "resets"};
/// A fall inside of the range needs the sample before it, which may lie so far before the range.
constexpr std::int64_t reachMs = 60'000;
/// Mostly it lies so near.
constexpr std::int64_t nearMs = 5'000;
/// What is no longer than two of the shortest intervals is no hole.
constexpr std::int64_t shortestHoleMs = 2000;
/// No target is scraped as seldom.
constexpr std::int64_t longerThanIntervalsMs = 2 * 3'600'000;
/// How many distances of scrapes before one tell what is usual, and how many must be known.
constexpr std::size_t usualDistances = 4;
constexpr std::size_t fewestDistances = 3;

const std::vector<std::string> &targetLabels()
{
    static const std::vector<std::string> names{"instance", "job"};
    return names;
}

std::vector<const promql::VectorSelector *> countedSelectors(const promql::Expr &expr)
{
    std::vector<const promql::VectorSelector *> found;
    for (const promql::Call *call : promql::callsOf(expr)) {
        if (std::ranges::find(countingFunctions, call->function) == countingFunctions.end())
            continue;
        for (const promql::ExprPtr &argument : call->arguments) {
            if (const auto *matrix = promql::as<promql::MatrixSelector>(argument.get()))
                found.push_back(matrix->selector.get());
        }
    }
    return found;
}

std::string_view withoutHistogramSuffix(std::string_view name)
{
    for (const std::string_view suffix : histogramSuffixes) {
        if (name.ends_with(suffix) && name.size() > suffix.size())
            return name.substr(0, name.size() - suffix.size());
    }
    return name;
}

/// What series of one metric and target have in common. Views into the labels they come from.
struct Source
{
    std::string_view metric;
    std::array<std::string_view, 2> target;

    explicit Source(const Labels &series)
        : metric(series.metricName())
    {
        std::ranges::transform(targetLabels(), target.begin(),
                               [&series](const std::string &name) { return series.value(name); });
    }

    friend bool operator==(const Source &, const Source &) = default;
};

/// What counts as one counter.
Labels counterOf(const Labels &series)
{
    const std::string_view name = series.metricName();
    const std::string_view family = withoutHistogramSuffix(name);
    return family.size() == name.size() ? series : series.without(boundLabel).with(metricNameLabel, family);
}

/// When a target was scraped: where its series has samples that are no stale markers.
std::vector<TimestampMs> scrapeTimes(const SampleColumns &samples)
{
    std::vector<TimestampMs> times;
    for (std::size_t i = 0; i < samples.times.size(); ++i) {
        if (!isStaleMarker(samples.values[i]))
            times.push_back(samples.times[i]);
    }
    return times;
}

/// The second longest of the last four distances up to the scrape at `last`: a single hole among them says
/// nothing. Nothing where fewer than three are known.
std::optional<std::int64_t> usualDistance(std::span<const TimestampMs> scrapes, std::size_t last)
{
    const std::size_t count = std::min(last, usualDistances);
    if (count < fewestDistances)
        return std::nullopt;
    std::array<std::int64_t, usualDistances> distances{};
    for (std::size_t i = 0; i < count; ++i)
        distances.at(i) = scrapes[last - i] - scrapes[last - i - 1];
    std::ranges::sort(distances, std::ranges::greater());
    return distances[1];
}

/// Whether two or more scrapes are missing before the one at `end`. A distance that the next one is like is
/// the target's new interval, and until the next one is known nobody can tell, unless it is longer than any
/// interval.
bool isHole(std::span<const TimestampMs> scrapes, std::size_t end)
{
    const std::int64_t length = scrapes[end] - scrapes[end - 1];
    const auto usual = usualDistance(scrapes, end - 1);
    if (!usual || length <= shortestHoleMs || 2 * length <= 5 * *usual)
        return false;
    if (length > longerThanIntervalsMs)
        return true;
    return end + 1 < scrapes.size() && 5 * (scrapes[end + 1] - scrapes[end]) < 2 * length;
}

} // namespace

EventScan::EventScan(const Snapshot &snapshot, TimeRange range, std::stop_token cancel)
    : m_snapshot(snapshot)
    , m_range(range)
    , m_cancel(std::move(cancel))
{}

bool EventScan::isCounter(const Labels &series, bool isRated) const
{
    const std::string_view name = series.metricName();
    const MetricType declared = m_snapshot.metadata(name, series).type;
    if (isRated && declared != MetricType::Gauge)
        return true;
    switch (declared) {
    case MetricType::Counter:
    case MetricType::Histogram:
        return true;
    case MetricType::Gauge:
    case MetricType::GaugeHistogram:
        return false;
    default:
        break;
    }
    const std::string_view family = withoutHistogramSuffix(name);
    if (family.size() == name.size())
        return name.ends_with("_total");
    // A sum falls with each negative observation.
    const MetricType type = m_snapshot.metadata(family, series).type;
    return !name.ends_with("_sum") && type != MetricType::GaugeHistogram && type != MetricType::Gauge &&
           (type != MetricType::Unknown || name.ends_with("_bucket"));
}

std::size_t EventScan::targetOf(const Labels &series)
{
    const Labels target = series.keeping(targetLabels());
    if (target.empty())
        return noTarget;
    const auto [at, fresh] = m_targetOf.try_emplace(target, m_targets.size());
    if (fresh)
        m_targets.push_back({target, false});
    return at->second;
}

void EventScan::addSeries(const promql::VectorSelector &selector, bool isRated)
{
    ++m_questions;
    std::map<std::size_t, std::size_t> turns;
    // Neighbours are mostly of one metric and target: what is known of one is known of the next.
    std::optional<Source> before;
    std::size_t target = noTarget;
    std::size_t *turn = nullptr;
    bool counts = false;
    for (std::shared_ptr<const SeriesView> &series : m_snapshot.select(selector.matchers, m_range)) {
        const Labels &labels = series->labels();
        const Source source(labels);
        if (source != before) {
            target = targetOf(labels);
            counts = isCounter(labels, isRated);
            turn = &turns[target];
            before = source;
        }
        if (counts)
            m_counters.push_back({std::move(series), target, (*turn)++});
    }
}

void EventScan::select(std::span<const promql::ExprPtr> exprs)
{
    std::vector<std::pair<std::vector<Matcher>, bool>> done;
    for (const promql::ExprPtr &expr : exprs) {
        const auto counted = countedSelectors(*expr);
        for (const promql::VectorSelector *selector : promql::selectorsOf(*expr)) {
            const bool isShifted = selector->shift.offset || selector->shift.at;
            if (isShifted || m_cancel.stop_requested())
                continue;
            const bool isRated = std::ranges::find(counted, selector) != counted.end();
            const std::pair question(selector->matchers, isRated);
            if (std::ranges::find(done, question) != done.end())
                continue;
            done.push_back(question);
            addSeries(*selector, question.second);
        }
    }
    std::ranges::stable_sort(m_counters, {}, &Counter::turn);
}

template<typename Look>
void EventScan::readMetric(std::string_view name, const Look &look)
{
    if (m_targets.empty())
        return;
    const std::vector<Matcher> matchers{{MatchOp::Equal, std::string(metricNameLabel), std::string(name)}};
    std::size_t seen = 0;
    SampleColumns samples;
    for (const auto &series : m_snapshot.select(matchers, m_range)) {
        const auto target = m_targetOf.find(series->labels().keeping(targetLabels()));
        if (target == m_targetOf.end())
            continue;
        if (seen > maxTargetSamples || m_cancel.stop_requested())
            return;
        series->read({m_range.from - reachMs, m_range.to}, samples);
        seen += samples.times.size();
        look(target->second, *series, samples);
    }
}

/// Samples that tell falls in the range: those in it and the last number before, mostly a few seconds back,
/// so that no more than the newest chunk is read at each tick.
void EventScan::readFromBefore(const SeriesView &series, SampleColumns &samples) const
{
    const auto isNumberBefore = [&](std::size_t i) {
        return samples.times[i] < m_range.from && !std::isnan(samples.values[i]);
    };
    const auto isHistogramBefore = [&](std::size_t i) {
        return samples.histogramTimes[i] < m_range.from && !isStaleMarker(*samples.histograms[i]);
    };
    series.read({m_range.from - nearMs, m_range.to}, samples);
    const auto floats = std::views::iota(std::size_t{0}, samples.times.size());
    const auto histograms = std::views::iota(std::size_t{0}, samples.histogramTimes.size());
    const bool isEnough = (!floats.empty() || !histograms.empty()) &&
                          (floats.empty() || std::ranges::any_of(floats, isNumberBefore)) &&
                          (histograms.empty() || std::ranges::any_of(histograms, isHistogramBefore));
    if (!isEnough)
        series.read({m_range.from - reachMs, m_range.to}, samples);
}

void EventScan::readTargets()
{
    readMetric(upMetric, [this](std::size_t target, const SeriesView &up, const SampleColumns &samples) {
        lookForHoles(target, up, samples);
        for (std::size_t i = 0; i < samples.times.size(); ++i) {
            if (samples.values[i] == 0 && m_range.contains(samples.times[i]))
                m_failures.push_back({target, samples.times[i]});
        }
    });
    readMetric(startMetric, [this](std::size_t target, const SeriesView &, const SampleColumns &samples) {
        std::optional<double> before;
        for (std::size_t i = 0; i < samples.times.size(); ++i) {
            const double start = samples.values[i];
            if (std::isnan(start))
                continue;
            m_targets[target].knowsStart = true;
            const bool isOther = before && std::fabs(start - *before) > startTimeJitter;
            if (isOther && m_range.contains(samples.times[i]))
                m_starts.push_back({target, samples.times[i]});
            // A start that wavers is held against where it was last taken for another one, not drifted after.
            if (!before || isOther)
                before = start;
        }
    });
}

/// The times of the series' last `count` samples before t that are no stale markers, or of as many as there
/// are.
std::vector<TimestampMs> EventScan::lastBefore(const SeriesView &series, TimestampMs t,
                                               std::size_t count) const
{
    const TimestampMs first = m_snapshot.stats().minTime;
    SampleColumns samples;
    std::vector<TimestampMs> times;
    for (std::int64_t reach = 2 * reachMs; t > first; reach *= 2) {
        series.read({t - reach, t - 1}, samples);
        times = scrapeTimes(samples);
        if (times.size() >= count || t - reach <= first)
            break;
    }
    times.erase(times.begin(), times.end() - static_cast<std::ptrdiff_t>(std::min(count, times.size())));
    return times;
}

/// Those of the first ones behind t.
std::vector<TimestampMs> EventScan::firstBehind(const SeriesView &series, TimestampMs t,
                                                std::size_t count) const
{
    const TimestampMs last = m_snapshot.stats().maxTime;
    SampleColumns samples;
    std::vector<TimestampMs> times;
    for (std::int64_t reach = reachMs; t < last; reach *= 2) {
        series.read({t + 1, t + reach}, samples);
        times = scrapeTimes(samples);
        if (times.size() >= count || t + reach >= last)
            break;
    }
    times.resize(std::min(count, times.size()));
    return times;
}

/// A target is stored to be up or not at each scrape. Holes that end in the range, go on behind it, or are
/// only told from its first scrape on (see isHole()).
void EventScan::lookForHoles(std::size_t target, const SeriesView &up, const SampleColumns &samples)
{
    std::vector<TimestampMs> scrapes = scrapeTimes(samples);
    if (scrapes.empty())
        return;
    // A hole that the range's first scrape ends, or tells of, has its usual distances before.
    constexpr std::size_t needed = usualDistances + 2;
    const auto known = static_cast<std::size_t>(
        std::ranges::distance(scrapes.begin(), std::ranges::lower_bound(scrapes, m_range.from)));
    if (known < needed) {
        const auto before = lastBefore(up, scrapes.front(), needed - known);
        scrapes.insert(scrapes.begin(), before.begin(), before.end());
    }
    const auto behind = firstBehind(up, m_range.to, 2);
    scrapes.insert(scrapes.end(), behind.begin(), behind.end());
    for (std::size_t end = 1; end < scrapes.size() && scrapes[end - 1] < m_range.to; ++end) {
        const TimestampMs told = end + 1 < scrapes.size() ? scrapes[end + 1] : scrapes[end];
        if (told >= m_range.from && isHole(scrapes, end))
            m_holes.push_back({target, scrapes[end - 1], scrapes[end]});
    }
}

void EventScan::lookForFalls(const Counter &counter, const SampleColumns &samples)
{
    const auto note = [&](TimestampMs t) {
        if (m_range.contains(t))
            m_resets.push_back({counter.target, t, counterOf(counter.series->labels())});
    };
    double before = -1;
    for (std::size_t i = 0; i < samples.times.size(); ++i) {
        const double value = samples.values[i];
        if (value < before)
            note(samples.times[i]);
        before = std::isnan(value) ? before : value;
    }
    const FloatHistogram *previous = nullptr;
    for (std::size_t i = 0; i < samples.histograms.size(); ++i) {
        const FloatHistogram &current = *samples.histograms[i];
        if (isStaleMarker(current) || current.hint == CounterResetHint::Gauge)
            continue;
        if (previous != nullptr && isCounterReset(current, *previous))
            note(samples.histogramTimes[i]);
        previous = &current;
    }
}

void EventScan::readCounters()
{
    std::size_t seen = 0;
    SampleColumns samples;
    std::unordered_set<Labels, LabelsHash> looked;
    for (const Counter &counter : m_counters) {
        if (seen > maxCounterSamples || m_cancel.stop_requested())
            return;
        // One question alone gives each series once.
        if (m_questions > 1 && !looked.insert(counter.series->labels()).second)
            continue;
        readFromBefore(*counter.series, samples);
        seen += samples.times.size() + samples.histogramTimes.size();
        lookForFalls(counter, samples);
    }
}

} // namespace sightglass
