// SPDX-License-Identifier: GPL-3.0-or-later
// The store as the collector and a panel use it: a 50,000-series target at one scrape a second.
#include "model/storage/head.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace sightglass;

constexpr std::size_t targetSeries = 50'000;
constexpr TimestampMs start = 1'700'000'000'000;
constexpr TimeRange allTime{std::numeric_limits<TimestampMs>::min(), std::numeric_limits<TimestampMs>::max()};

/// Kinds of series, with the bytes per sample that the performance reference asks for and aims at.
struct Kind
{
    enum class Shape : std::uint8_t
    {
        IntegerCounter,
        Jitter,
        CpuSeconds,
        Gauge2Decimals,
        Constant,
        SumOfSeconds,
        RandomGauge
    };
    Shape shape;
    const char *name;
    const char *reference;
};
constexpr Kind kinds[] = {
    {Kind::Shape::IntegerCounter, "integer_counter", "must 1.1, aim 0.8; Prometheus 2.08"},
    {Kind::Shape::Jitter, "counter_with_jitter", "Prometheus 3.79"},
    {Kind::Shape::CpuSeconds, "cpu_seconds", "prototype 1.12; Prometheus 5.96"},
    {Kind::Shape::Gauge2Decimals, "gauge_2_decimals", "must 1.8, aim 1.3; Prometheus 6.99"},
    {Kind::Shape::Constant, "constant", "must 0.15, aim 0.08; Prometheus 0.40"},
    {Kind::Shape::SumOfSeconds, "sum_of_seconds", "full entropy, rising"},
    {Kind::Shape::RandomGauge, "random_gauge", "full entropy; Prometheus 6.74"},
};

Labels labelsOf(std::size_t i)
{
    return Labels::withName("http_requests_" + std::to_string(i / 1000) + "_total",
                            {{"job", "api"},
                             {"instance", "127.0.0.1:" + std::to_string(9000 + i % 10)},
                             {"handler", "/api/v1/things/" + std::to_string(i % 1000 / 10)},
                             {"code", i % 2 == 0 ? "200" : "500"}});
}

/// Values of one series as a service would show them, the same in every run.
class Values
{
public:
    Values(Kind::Shape shape, std::size_t seed)
        : m_shape(shape)
        , m_random(seed)
        , m_value(static_cast<double>(seed % 1000))
    {}
    double next()
    {
        switch (m_shape) {
        case Kind::Shape::IntegerCounter:
        case Kind::Shape::Jitter:
            return m_value += static_cast<double>(m_random() % 20);
        case Kind::Shape::CpuSeconds:
            m_value += static_cast<double>(m_random() % 100) / 100;
            return std::round(m_value * 100) / 100;
        case Kind::Shape::Gauge2Decimals:
            m_value += static_cast<double>(m_random() % 201) / 100 - 1;
            return std::round(m_value * 100) / 100;
        case Kind::Shape::Constant:
            return m_value;
        case Kind::Shape::SumOfSeconds:
            return m_value += static_cast<double>(m_random() % 1'000'000) / 7e6;
        case Kind::Shape::RandomGauge:
            return static_cast<double>(m_random()) / 1e6;
        }
        return 0;
    }
    TimestampMs jitter()
    {
        return m_shape == Kind::Shape::Jitter ? static_cast<TimestampMs>(m_random() % 7) - 3 : 0;
    }

private:
    Kind::Shape m_shape;
    std::mt19937_64 m_random;
    double m_value;
};

/// A page of a busy service: counters, half of which stand still, gauges, constants.
class Page
{
public:
    explicit Page(std::size_t series)
        : m_values(series, 1000)
    {}
    double next(std::size_t series)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        const auto change = static_cast<double>(m_state >> 59U);
        switch (series % 8) {
        case 0:
        case 1:
        case 2:
            return m_values[series] += change;
        case 3:
            return 42.25 + change / 100;
        default:
            return m_values[series];
        }
    }

private:
    std::vector<double> m_values;
    std::uint64_t m_state = 1;
};

std::vector<SeriesId> makeSeries(Head &head, std::size_t count)
{
    std::vector<SeriesId> ids;
    for (std::size_t i = 0; i < count; ++i)
        ids.push_back(head.seriesFor(labelsOf(i)));
    return ids;
}

void scrape(Head &head, const std::vector<SeriesId> &ids, TimestampMs t, double value)
{
    for (const SeriesId id : ids)
        benchmark::DoNotOptimize(head.append(id, t, value).ok());
    head.commit();
}

void scrape(Head &head, const std::vector<SeriesId> &ids, TimestampMs t, Page &page)
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        benchmark::DoNotOptimize(head.append(ids[i], t, page.next(i)).ok());
    head.commit();
}

/// One scrape of 50,000 samples: append, commit, retention, publish. A reader holds the previous snapshot, as
/// the query pool does.
void scrapeOfKnownSeries(benchmark::State &state)
{
    Head head({.maxAgeMs = 600'000, .maxBytes = std::size_t{1} << 30U});
    const auto ids = makeSeries(head, targetSeries);
    Page page(targetSeries);
    std::shared_ptr<const Snapshot> held;
    TimestampMs t = start;
    double worst = 0;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        t += 1000;
        scrape(head, ids, t, page);
        head.applyRetention();
        held = head.snapshot();
        worst = std::max(
            worst,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    state.counters["per_sample"] =
        benchmark::Counter(static_cast<double>(targetSeries),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    state.counters["worst_ms"] = worst;
}

/// The first scrape of such a target.
void scrapeOfNewSeries(benchmark::State &state)
{
    std::vector<Labels> labels;
    for (std::size_t i = 0; i < targetSeries; ++i)
        labels.push_back(labelsOf(i));
    for (auto _ : state) {
        Head head;
        for (const Labels &one : labels)
            benchmark::DoNotOptimize(head.append(head.seriesFor(one), start, 1).ok());
        head.commit();
        benchmark::DoNotOptimize(head.snapshot());
    }
}

/// The first select after the set of series changed builds the index.
void indexOfNewSeries(benchmark::State &state)
{
    const std::vector<Matcher> matchers{{MatchOp::Equal, "__name__", "http_requests_7_total"}};
    for (auto _ : state) {
        state.PauseTiming();
        auto head = std::make_unique<Head>();
        scrape(*head, makeSeries(*head, targetSeries), start, 1);
        const auto snapshot = head->snapshot();
        state.ResumeTiming();
        benchmark::DoNotOptimize(snapshot->select(matchers, allTime));
    }
}

void selectBy(benchmark::State &state, const std::vector<Matcher> &matchers)
{
    Head head;
    const auto ids = makeSeries(head, targetSeries);
    scrape(head, ids, start, 1);
    scrape(head, ids, start + 1000, 2);
    const auto snapshot = head.snapshot();
    std::size_t found = 0;
    for (auto _ : state)
        found = snapshot->select(matchers, {start, start + 1000}).size();
    state.counters["series"] = static_cast<double>(found);
}

void selectOneSeries(benchmark::State &state)
{
    selectBy(state, {{MatchOp::Equal, "__name__", "http_requests_7_total"},
                     {MatchOp::Equal, "handler", "/api/v1/things/42"},
                     {MatchOp::Equal, "instance", "127.0.0.1:9000"}});
}

void selectOneMetric(benchmark::State &state)
{
    selectBy(state,
             {{MatchOp::Equal, "__name__", "http_requests_7_total"}, {MatchOp::NotEqual, "code", "500"}});
}

void selectByExpression(benchmark::State &state)
{
    selectBy(state, {{MatchOp::Equal, "__name__", "http_requests_7_total"},
                     {MatchOp::Regex, "handler", ".*/things/[1-4]."}});
}

/// 1,000 series × 1 h at 1 s of that kind.
void fill(Head &head, const std::vector<SeriesId> &ids, Kind::Shape shape, int samples)
{
    std::vector<Values> values;
    for (std::size_t i = 0; i < ids.size(); ++i)
        values.emplace_back(shape, i);
    for (int k = 0; k < samples; ++k) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const TimestampMs t = start + k * 1000 + values[i].jitter();
            benchmark::DoNotOptimize(head.append(ids[i], t, values[i].next()).ok());
        }
        head.commit();
    }
}

/// Reads them, as one range query does.
void decodeHour(benchmark::State &state, const Kind &kind)
{
    constexpr std::size_t series = 1000;
    constexpr int samples = 3600;
    Head head;
    fill(head, makeSeries(head, series), kind.shape, samples);
    const auto snapshot = head.snapshot();
    const auto views = snapshot->select({}, allTime);
    SampleColumns columns;
    for (auto _ : state) {
        for (const auto &view : views) {
            view->read(allTime, columns);
            benchmark::DoNotOptimize(columns.values.data());
        }
    }
    constexpr auto total = static_cast<double>(series) * samples;
    state.counters["per_sample"] = benchmark::Counter(total, benchmark::Counter::kIsIterationInvariantRate |
                                                                 benchmark::Counter::kInvert);
    Head empty;
    scrape(empty, makeSeries(empty, series), start, 0);
    const auto fixed = static_cast<double>(empty.snapshot()->stats().bytes);
    state.counters["bytes_per_sample"] = (static_cast<double>(snapshot->stats().bytes) - fixed) / total;
    state.counters["bytes_per_series"] = fixed / static_cast<double>(series);
    state.SetLabel(kind.reference);
}

BENCHMARK(scrapeOfKnownSeries)->Unit(benchmark::kMillisecond)->Iterations(400);
BENCHMARK(scrapeOfNewSeries)->Unit(benchmark::kMillisecond);
BENCHMARK(indexOfNewSeries)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(selectOneSeries)->Unit(benchmark::kMicrosecond);
BENCHMARK(selectOneMetric)->Unit(benchmark::kMicrosecond);
BENCHMARK(selectByExpression)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    for (const Kind &kind : kinds)
        benchmark::RegisterBenchmark((std::string("decodeHour/") + kind.name).c_str(), decodeHour, kind)
            ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
