// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/prometheustextparser.h"
#include "tests/bench/expositionbodies.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstring>

// Cold parse of the exposition formats, beside the plainest scan of the same bytes in the same run: the
// ratio says how much dearer than finding the line feeds the parser is, whatever else the machine is doing.
namespace {

using namespace sightglass;
using Entry = ExpositionParser::Entry;

enum class Labels
{
    Undecoded,
    Decoded
};

const std::string &bodyOf(const benchmark::State &state)
{
    static const std::string kubernetes = bench::kubernetesLikeBody();
    static const std::string node = bench::nodeExporterLikeBody();
    return state.range(0) == 0 ? kubernetes : node;
}

std::size_t lineFeeds(const std::string &body)
{
    std::size_t lines = 0;
    const char *p = body.data();
    const char *const end = p + body.size();
    while ((p = static_cast<const char *>(std::memchr(p, '\n', static_cast<std::size_t>(end - p)))) !=
           nullptr) {
        ++lines;
        ++p;
    }
    return lines;
}

/// Seconds of the fastest of a few scans.
double lineScanSeconds(const std::string &body)
{
    double best = 1;
    for (int i = 0; i < 20; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(lineFeeds(body));
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

std::int64_t parseAll(ExpositionParser &parser, Labels labels, std::vector<Label> &scratch)
{
    std::int64_t samples = 0;
    while (true) {
        const auto entry = parser.next();
        if (!entry || *entry == Entry::End)
            return samples;
        if (*entry != Entry::Sample)
            continue;
        ++samples;
        benchmark::DoNotOptimize(parser.value());
        if (labels == Labels::Decoded)
            parser.decodeLabels(scratch);
    }
}

void report(benchmark::State &state, const std::string &body, std::int64_t samples, double bestSeconds)
{
    const auto bytes = static_cast<double>(body.size());
    state.SetLabel(std::string(state.range(0) == 0 ? "Kubernetes-like" : "node exporter"));
    state.counters["samples"] = static_cast<double>(samples);
    state.counters["best_MB/s"] = bytes / bestSeconds / 1e6;
    state.counters["best_ns/sample"] = bestSeconds / static_cast<double>(samples) * 1e9;
    state.counters["x_line_scan"] = bestSeconds / lineScanSeconds(body);
}

template<LineScanning scanning, Labels labels>
void parse(benchmark::State &state)
{
    const std::string &body = bodyOf(state);
    std::vector<Label> scratch;
    std::int64_t samples = 0;
    double best = 1;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        PrometheusTextParser parser(body, scanning);
        samples = parseAll(parser, labels, scratch);
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    report(state, body, samples, best);
}

template<ExpositionFormat format>
void parseFormat(benchmark::State &state)
{
    const std::string body = bench::inFormat(format, bodyOf(state));
    std::vector<Label> scratch;
    std::int64_t samples = 0;
    double best = 1;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        const auto parser = createExpositionParser(format, body);
        samples = parseAll(*parser, Labels::Undecoded, scratch);
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    report(state, body, samples, best);
}

BENCHMARK(parse<LineScanning::Fast, Labels::Undecoded>)->Name("parse")->Arg(0)->Arg(1)->MinTime(1.0);
BENCHMARK(parse<LineScanning::Fast, Labels::Decoded>)
    ->Name("parse and decode labels")
    ->Arg(0)
    ->Arg(1)
    ->MinTime(1.0);
BENCHMARK(parse<LineScanning::StrictOnly, Labels::Undecoded>)
    ->Name("strict path only")
    ->Arg(0)
    ->Arg(1)
    ->MinTime(1.0);

BENCHMARK(parseFormat<ExpositionFormat::OpenMetricsText>)
    ->Name("parse OpenMetrics")
    ->Arg(0)
    ->Arg(1)
    ->MinTime(1.0);
BENCHMARK(parseFormat<ExpositionFormat::Protobuf>)->Name("parse protobuf")->Arg(0)->Arg(1)->MinTime(1.0);

} // namespace

BENCHMARK_MAIN();
