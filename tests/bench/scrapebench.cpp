// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"
#include "tests/bench/budgetreporter.h"
#include "tests/bench/expositionbodies.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
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

/// A page against the layout of the one before, without the store: every sample recognised, its value read.
std::size_t readAgain(SeriesCache &cache, ExpositionFormat format, const std::string &body)
{
    using Entry = ExpositionParser::Entry;
    std::size_t samples = 0;
    cache.beginScrape();
    const auto parser = createExpositionParser(format, body);
    for (;;) {
        parser->expectSeries(cache.expectedText());
        const auto entry = parser->next();
        if (!entry || *entry == Entry::End)
            break;
        if (*entry != Entry::Sample)
            continue;
        SeriesCache::Index known =
            parser->isExpected() ? cache.takeExpected() : cache.find(parser->seriesText());
        if (known == SeriesCache::none)
            known = cache.insert(parser->seriesText(), samples);
        cache.markSeen(known);
        benchmark::DoNotOptimize(parser->value());
        ++samples;
    }
    cache.endScrape(SeriesCache::Forget::Unseen);
    return samples;
}

void readAgain(benchmark::State &state, ExpositionFormat format, const std::vector<std::string> &bodies)
{
    SeriesCache cache;
    std::size_t samples = 0;
    for (const std::string &body : bodies)
        samples = readAgain(cache, format, body);
    double best = 1;
    std::size_t next = 0;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        samples = readAgain(cache, format, bodies[next++ % bodies.size()]);
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    state.counters["best_MB/s"] = static_cast<double>(bodies.front().size()) / best / 1e6;
    state.counters["best_ns/sample"] = best / static_cast<double>(samples) * 1e9;
}

void readStableOrder(benchmark::State &state, ExpositionFormat format)
{
    readAgain(state, format, {bench::inFormat(format, bench::kubernetesLikeBody())});
}

/// Every hundredth line is another series in each scrape.
void readOnePercentChurn(benchmark::State &state)
{
    std::vector<std::string> bodies(2, bench::kubernetesLikeBody());
    std::size_t line = 0;
    for (std::size_t at = 0; at < bodies[1].size(); at = bodies[1].find('\n', at) + 1) {
        const std::size_t quote = bodies[1].find('"', at);
        if (bodies[1][at] != '#' && ++line % 100 == 0 && quote < bodies[1].find('\n', at))
            bodies[1][quote + 1] = bodies[1][quote + 1] == 'x' ? 'y' : 'x';
    }
    readAgain(state, ExpositionFormat::PrometheusText, bodies);
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
BENCHMARK_CAPTURE(readStableOrder, text, ExpositionFormat::PrometheusText)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(readStableOrder, OpenMetrics, ExpositionFormat::OpenMetricsText)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(readStableOrder, protobuf, ExpositionFormat::Protobuf)->Unit(benchmark::kMillisecond);
BENCHMARK(readOnePercentChurn)->Unit(benchmark::kMillisecond);
BENCHMARK(rescrapeReversed)->Unit(benchmark::kMillisecond);
BENCHMARK(rescrapeSmallPage)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    return sightglass::bench::runWithBudgets(argc, argv);
}
