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
/// How far back distances of scrapes are looked at; what is longer is a hole in any case.
constexpr std::int64_t holeLookbackMs = 300'000;
constexpr std::int64_t shortestScrapeMs = 1000;

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

} // namespace

EventScan::EventScan(const Snapshot &snapshot, TimeRange range, std::stop_token cancel)
    : m_snapshot(snapshot)
    , m_range(range)
    , m_cancel(std::move(cancel))
    , m_usual(holeLookbackMs, shortestScrapeMs)
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

/// The series' last sample before t that is no stale marker, as far back as there are any.
std::optional<TimestampMs> EventScan::lastBefore(const SeriesView &series, TimestampMs t) const
{
    const TimestampMs first = m_snapshot.stats().minTime;
    SampleColumns samples;
    for (std::int64_t reach = 2 * reachMs; t > first; reach *= 2) {
        series.read({t - reach, t - 1}, samples);
        for (std::size_t i = samples.times.size(); i > 0; --i) {
            if (!isStaleMarker(samples.values[i - 1]))
                return samples.times[i - 1];
        }
        if (t - reach <= first)
            break;
    }
    return std::nullopt;
}

/// The first one behind t.
std::optional<TimestampMs> EventScan::firstBehind(const SeriesView &series, TimestampMs t) const
{
    const TimestampMs last = m_snapshot.stats().maxTime;
    SampleColumns samples;
    for (std::int64_t reach = reachMs; t < last; reach *= 2) {
        series.read({t + 1, t + reach}, samples);
        for (std::size_t i = 0; i < samples.times.size(); ++i) {
            if (!isStaleMarker(samples.values[i]))
                return samples.times[i];
        }
        if (t + reach >= last)
            break;
    }
    return std::nullopt;
}

/// A target is stored to be up or not at each scrape. Holes that end in the range, or go on behind it.
void EventScan::lookForHoles(std::size_t target, const SeriesView &up, const SampleColumns &samples)
{
    std::vector<TimestampMs> scrapes;
    for (std::size_t i = 0; i < samples.times.size(); ++i) {
        if (!isStaleMarker(samples.values[i]))
            scrapes.push_back(samples.times[i]);
    }
    if (scrapes.empty())
        return;
    if (const auto before = scrapes.front() >= m_range.from ? lastBefore(up, scrapes.front()) : std::nullopt)
        scrapes.insert(scrapes.begin(), *before);
    if (const auto behind = scrapes.back() < m_range.to ? firstBehind(up, m_range.to) : std::nullopt)
        scrapes.push_back(*behind);
    const SampleHoles::Read read{up, samples.times, m_range.from - reachMs};
    for (std::size_t i = 1; i < scrapes.size(); ++i) {
        const std::int64_t length = scrapes[i] - scrapes[i - 1];
        // Far longer than the second longest of four distances is only what is than one of two.
        const bool isUsual = i >= 3 && 2 * length <= 5 * std::min(scrapes[i - 1] - scrapes[i - 2],
                                                                  scrapes[i - 2] - scrapes[i - 3]);
        if (scrapes[i] >= m_range.from && !isUsual && m_usual.isHole(read, scrapes[i - 1], length))
            m_holes.push_back({target, scrapes[i - 1], scrapes[i]});
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
