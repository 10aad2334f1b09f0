// SPDX-License-Identifier: GPL-3.0-or-later
// Range queries over an hour of samples at 1 s, step 5 s (performance reference, "Range queries"), in the
// real store; then the same beside the real peers. --no-peers leaves these away.
#include "model/query/queryengine.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/bench/querydata.h"
#include "tests/bench/querypeers.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

namespace {

using namespace sightglass;
using bench::QueryData;

constexpr StepRange steps{QueryData::startMs, QueryData::startMs + (QueryData::seconds - 1) * 1000, 5000};

void fill(Head &head)
{
    std::array<std::vector<SeriesId>, QueryData::familyCount> ids;
    for (std::size_t family = 0; family < ids.size(); ++family) {
        for (std::size_t i = 0; i < QueryData::seriesPerFamily; ++i)
            ids[family].push_back(
                head.seriesFor(QueryData::labelsOf(static_cast<QueryData::Family>(family), i)));
    }
    QueryData values;
    for (std::int64_t second = 0; second < QueryData::seconds; ++second) {
        const QueryData::Row &row = values.next();
        const TimestampMs t = QueryData::startMs + second * 1000;
        for (std::size_t family = 0; family < ids.size(); ++family) {
            for (std::size_t i = 0; i < ids[family].size(); ++i) {
                if (!head.append(ids[family][i], t, row[family][i]))
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
        const auto result = engine.range(snapshot, **expr, steps);
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
    SampleColumns samples;
    for (auto _ : state) {
        for (const auto &series : snapshot.select(*matchers, {steps.start, steps.end}))
            series->read({steps.start, steps.end}, samples);
        benchmark::DoNotOptimize(samples.values.data());
    }
}

/// The best of some runs, by the clock on the wall, as the peers are measured.
double bestMs(const std::string &query)
{
    constexpr int runs = 5;
    const auto expr = promql::parseExpr(query);
    const QueryEngine engine;
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(engine.range(data(), **expr, steps));
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count());
    }
    return best;
}

void compare()
{
    std::vector<bench::PeerQuery> queries{
        {"rate", "rate(m_total[1m])"},
        {"sum_by_rate", "sum by (g) (rate(m_total[1m]))"},
        {"histogram_quantile", "histogram_quantile(0.99, sum by (le) (rate(h_bucket[1m])))"},
        {"avg_over_time", "avg_over_time(m_total[5m])"},
        {"max_over_time", "max_over_time(m_total[5m])"},
        {"one_series", "rate(m_total{instance=\"host7\", i=\"3\"}[1m])"},
    };
    for (bench::PeerQuery &query : queries)
        query.ourMs = bestMs(query.text);
    bench::compareWithPeers(queries);
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
    const bool withPeers = argc < 2 || std::string_view(argv[argc - 1]) != "--no-peers";
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    if (withPeers)
        compare();
    return 0;
}
