// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

// Range queries over an hour of samples at 1 s, step 5 s (performance reference, "Range queries"): 1,000
// counters, 1,000 buckets of classic histograms, 1,000 gauges with two decimals, all in the real store.
namespace {

using namespace sightglass;

constexpr TimestampMs startMs = 1'700'000'000'000;
constexpr std::int64_t seconds = 3600;
constexpr int seriesCount = 1000;

std::vector<SeriesId> addFamily(Head &head, const std::string &name, const std::string &label)
{
    std::vector<SeriesId> ids;
    for (int i = 0; i < seriesCount; ++i)
        ids.push_back(head.seriesFor(Labels::withName(
            name, {{"instance", "host" + std::to_string(i / 10)},
                   {"g", "group" + std::to_string(i % 10)},
                   {label, label == "le" && i % 10 == 9 ? "+Inf" : std::to_string(i % 10)}})));
    return ids;
}

void fill(Head &head)
{
    const std::vector<SeriesId> counters = addFamily(head, "m_total", "i");
    const std::vector<SeriesId> buckets = addFamily(head, "h_bucket", "le");
    const std::vector<SeriesId> gauges = addFamily(head, "gauge", "i");
    std::mt19937 random(1);
    std::vector<double> counts(seriesCount, 0);
    std::vector<double> bucketCounts(seriesCount, 0);
    for (std::int64_t second = 0; second < seconds; ++second) {
        const TimestampMs t = startMs + second * 1000;
        double inHistogram = 0;
        for (std::size_t i = 0; i < seriesCount; ++i) {
            counts[i] += static_cast<double>(random() % 50);
            inHistogram = (i % 10 == 0 ? 0 : inHistogram) + static_cast<double>(random() % 3);
            bucketCounts[i] += inHistogram;
            const Status status[] = {head.append(counters[i], t, counts[i]),
                                     head.append(buckets[i], t, bucketCounts[i]),
                                     head.append(gauges[i], t, static_cast<double>(random() % 10'000) / 100)};
            for (const Status &one : status) {
                if (!one)
                    std::abort();
            }
        }
        head.commit();
    }
}

const Snapshot &data()
{
    static const std::shared_ptr<const Snapshot> snapshot = [] {
        Head head({.maxAgeMs = 7'200'000, .maxBytes = std::size_t{1} << 30U});
        fill(head);
        return head.snapshot();
    }();
    return *snapshot;
}

void rangeQuery(benchmark::State &state, const std::string &query)
{
    const auto expr = promql::parseExpr(query);
    const QueryEngine engine;
    const Snapshot &snapshot = data();
    std::size_t series = 0;
    for (auto _ : state) {
        const auto result = engine.range(snapshot, **expr, {startMs, startMs + seconds * 1000 - 1000, 5000});
        if (!result) {
            state.SkipWithError(plainText(result.error()).c_str());
            return;
        }
        series = result->matrix.size();
        benchmark::DoNotOptimize(result->matrix.data());
    }
    state.counters["series"] = static_cast<double>(series);
}

/// What the engine cannot go below: finding and decoding 1,000 series.
void decode(benchmark::State &state)
{
    const auto matchers = promql::parseSelector("m_total");
    const Snapshot &snapshot = data();
    const TimeRange range{startMs, startMs + seconds * 1000};
    SampleColumns samples;
    for (auto _ : state) {
        for (const auto &series : snapshot.select(*matchers, range))
            series->read(range, samples);
        benchmark::DoNotOptimize(samples.values.data());
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::pair<const char *, const char *> queries[] = {
        {"select", "m_total"},
        {"rate", "rate(m_total[1m])"},
        {"sum_by_rate", "sum by (g) (rate(m_total[1m]))"},
        {"histogram_quantile", "histogram_quantile(0.99, sum by (le) (rate(h_bucket[1m])))"},
        {"avg_over_time_counter", "avg_over_time(m_total[5m])"},
        {"avg_over_time_decimal", "avg_over_time(gauge[5m])"},
        {"max_over_time", "max_over_time(gauge[5m])"},
        {"quantile_over_time", "quantile_over_time(0.9, gauge[1m])"},
        {"ratio", "sum by (g) (rate(m_total[1m])) / on (g) group_left sum by (g) (m_total)"},
        {"binary", "m_total / ignoring (le) gauge"},
        {"topk", "topk(5, rate(m_total[1m]))"},
        {"one_series", "rate(m_total{instance=\"host7\", i=\"3\"}[1m])"},
    };
    benchmark::RegisterBenchmark("decode", decode)->Unit(benchmark::kMicrosecond);
    for (const auto &[name, query] : queries)
        benchmark::RegisterBenchmark(name, rangeQuery, std::string(query))->Unit(benchmark::kMicrosecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
