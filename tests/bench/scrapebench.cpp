// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"
#include "tests/bench/budgetreporter.h"
#include "tests/bench/expositionbodies.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

/// One target's page of about 50,000 samples through the appender into the store, without network, in each
/// format: the very first time (all series new), in stable order, and with lines reversed.

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr double budgetMsPerSample = 50.0 / 50'000; ///< a scrape of 50,000 samples in less than 50 ms

struct Target
{
    Head head;
    ScrapeAppender appender{head, Labels({{"job", "bench"}, {"instance", "localhost:1"}})};
    TimestampMs t = start;

    std::size_t scrape(const std::string &body, ExpositionFormat format = ExpositionFormat::PrometheusText)
    {
        t += 1000;
        const ScrapeOutcome outcome = appender.append({body, format}, t);
        appender.finish({outcome.error ? ScrapeVerdict::Down : ScrapeVerdict::Up, 0, outcome.counts}, t);
        return outcome.error ? 0 : outcome.counts.scraped;
    }
};

void report(benchmark::State &state, std::size_t samples, std::size_t bytes)
{
    const auto perRun = static_cast<double>(samples);
    state.counters["samples"] = perRun;
    state.counters["per_sample"] = benchmark::Counter(perRun, benchmark::Counter::kIsIterationInvariantRate |
                                                                  benchmark::Counter::kInvert);
    state.counters["budget_ms"] = perRun * budgetMsPerSample;
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void firstScrape(benchmark::State &state, ExpositionFormat format)
{
    const std::string body = bench::inFormat(format, bench::kubernetesLikeBody());
    std::size_t samples = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto target = std::make_unique<Target>();
        state.ResumeTiming();
        samples = target->scrape(body, format);
        state.PauseTiming();
        target.reset();
        state.ResumeTiming();
    }
    report(state, samples, body.size());
}

void rescrape(benchmark::State &state, const std::vector<std::string> &bodies)
{
    Target target;
    std::size_t samples = target.scrape(bodies.front());
    std::size_t next = 0;
    for (auto _ : state)
        samples = target.scrape(bodies[next++ % bodies.size()]);
    report(state, samples, bodies.front().size());
}

void rescrapeSmallPage(benchmark::State &state)
{
    rescrape(state, {bench::nodeExporterLikeBody()});
}

/// The sample lines in another order every time: what the stable order saves.
void rescrapeReversed(benchmark::State &state)
{
    const std::string body = bench::kubernetesLikeBody();
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size() - 1) + 1;
        lines.push_back(body.substr(at, end - at));
        at = end;
    }
    std::string reversed;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        reversed += *line;
    rescrape(state, {body, reversed});
}

/// The layout of the scrape before, in each format.
void rescrapeIn(benchmark::State &state, ExpositionFormat format)
{
    const std::string body = bench::inFormat(format, bench::kubernetesLikeBody());
    Target target;
    std::size_t samples = target.scrape(body, format);
    for (auto _ : state)
        samples = target.scrape(body, format);
    report(state, samples, body.size());
}

BENCHMARK_CAPTURE(firstScrape, text, ExpositionFormat::PrometheusText)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);
BENCHMARK_CAPTURE(firstScrape, OpenMetrics, ExpositionFormat::OpenMetricsText)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);
BENCHMARK_CAPTURE(firstScrape, protobuf, ExpositionFormat::Protobuf)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);
BENCHMARK_CAPTURE(rescrapeIn, text, ExpositionFormat::PrometheusText)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rescrapeIn, OpenMetrics, ExpositionFormat::OpenMetricsText)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rescrapeIn, protobuf, ExpositionFormat::Protobuf)->Unit(benchmark::kMillisecond);
BENCHMARK(rescrapeReversed)->Unit(benchmark::kMillisecond);
BENCHMARK(rescrapeSmallPage)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    return sightglass::bench::runWithBudgets(argc, argv);
}
