// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/storage/valuefamilies.h"

#include <bit>
#include <cmath>

namespace sightglass::test {

namespace {

using Random = std::mt19937_64;
using Change = std::function<double(Random &random, std::size_t index, double before)>;

double below(Random &random, std::uint64_t bound)
{
    return static_cast<double>(random() % bound);
}

/// Scraped every second.
ValueFamily regular(std::string name, Change change)
{
    return {std::move(name), [change](Random &random, std::size_t index, Sample &sample) {
                sample.t += 1000;
                sample.v = change(random, index, sample.v);
            }};
}

/// An integer counter, scraped with these intervals.
ValueFamily timed(std::string name, std::function<TimestampMs(Random &random, std::size_t index)> interval)
{
    return {std::move(name), [interval](Random &random, std::size_t index, Sample &sample) {
                sample.t += interval(random, index);
                sample.v += below(random, 20);
            }};
}

std::vector<ValueFamily> counters()
{
    return {
        regular("integer counter", [](auto &r, auto, double v) { return v + below(r, 20); }),
        regular("counter that begins anew",
                [](auto &r, auto, double v) { return r() % 100 == 0 ? 0 : v + below(r, 1000); }),
        regular("rare events", [](auto &r, auto, double v) { return v + (r() % 50 == 0 ? 1 : 0); }),
        regular("bursts",
                [](auto &r, auto, double v) { return v + (r() % 20 == 0 ? below(r, 1U << 30U) : 0); }),
        regular("bytes", [](auto &r, auto, double v) { return v + below(r, 100'000'000); }),
        regular("CPU seconds",
                [](auto &r, auto, double v) { return std::round((v + below(r, 100) / 100) * 100) / 100; }),
        regular("sum of seconds", [](auto &r, auto, double v) { return v + below(r, 1'000'000) / 7e6; }),
        regular("beyond exact integers",
                [](auto &r, auto, double v) { return v + 9007199254740993.0 + below(r, 1000); }),
        regular("line", [](auto &, auto i, double) { return 3 * static_cast<double>(i); }),
    };
}

std::vector<ValueFamily> gauges()
{
    return {
        regular("constant", [](auto &, auto, double) { return 42; }),
        regular("constant that is no decimal", [](auto &, auto, double) { return 1.0 / 3; }),
        regular("two decimals", [](auto &r, auto, double) { return std::round(below(r, 10'000)) / 100; }),
        regular("walk with two decimals",
                [](auto &r, auto, double v) { return std::round(v * 100 + below(r, 201) - 100) / 100; }),
        regular("many decimals", [](auto &r, auto, double) { return below(r, 1'000'000'000'000) / 1e12; }),
        regular("falls below zero", [](auto &r, auto, double v) { return v - below(r, 7); }),
        regular("pages of memory", [](auto &r, auto, double) { return 4096 * (250'000 + below(r, 500)); }),
        regular("two states", [](auto &r, auto, double) { return below(r, 2); }),
        regular("full entropy", [](auto &r, auto, double) { return below(r, ~std::uint64_t{0}) / 1e9; }),
        regular("logarithms", [](auto &, auto i, double) { return std::log(static_cast<double>(i + 1)); }),
        regular("exponential",
                [](auto &, auto i, double) { return std::pow(10.0, static_cast<double>(i % 40)); }),
        regular("NaN now and then", [](auto &r, auto, double) { return r() % 9 == 0 ? NAN : below(r, 100); }),
        regular("both zeros", [](auto &, auto i, double) { return i % 2 == 0 ? 0.0 : -0.0; }),
        regular("any bits", [](auto &r, auto, double) { return std::bit_cast<double>(std::uint64_t{r()}); }),
        regular("smallest ones",
                [](auto &, auto i, double) { return std::bit_cast<double>(std::uint64_t{i}); }),
        regular("stale in between",
                [](auto &, auto i, double) { return i % 40 == 39 ? staleMarker() : static_cast<double>(i); }),
    };
}

std::vector<ValueFamily> timings()
{
    return {
        timed("jitter", [](auto &r, auto) { return 997 + static_cast<TimestampMs>(r() % 7); }),
        timed("gaps", [](auto &r, auto) { return r() % 30 == 0 ? 60'000 : 1000; }),
        timed("irregular", [](auto &r, auto) { return 1 + static_cast<TimestampMs>(r() % 1'000'000); }),
        timed("any step",
              [](auto &r, auto) { return 1 + static_cast<TimestampMs>(r() % (1ULL << r() % 31)); }),
        timed("largest step", [](auto &, auto) { return TimestampMs{2147483647}; }),
    };
}

} // namespace

std::vector<ValueFamily> valueFamilies()
{
    std::vector<ValueFamily> all;
    for (const auto &some : {counters(), gauges(), timings()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::vector<Sample> samplesOfFamily(const ValueFamily &family, std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Sample sample{1'700'000'000'000, 0};
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        family.next(random, i, sample);
        samples.push_back(sample);
    }
    return samples;
}

} // namespace sightglass::test
