// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <optional>
#include <random>

namespace {

using namespace sightglass;

using Samples = std::vector<Sample>;

constexpr TimestampMs start = 1'700'000'000'000;

enum class Input
{
    Counter,
    Gauge
};
enum class Output
{
    Difference,
    PerSecond
};

/// Prometheus' extrapolatedRate(), step by step and sample by sample (promql/functions.go).
std::optional<double> plainRate(const Samples &window, TimeRange range, Input input, Output output)
{
    if (window.size() < 2)
        return std::nullopt;
    double result = window.back().v - window.front().v;
    for (std::size_t i = 1; input == Input::Counter && i < window.size(); ++i) {
        if (window[i].v < window[i - 1].v)
            result += window[i - 1].v;
    }
    double toStart = static_cast<double>(window.front().t - range.from) / 1000;
    double toEnd = static_cast<double>(range.to - window.back().t) / 1000;
    const double sampled = static_cast<double>(window.back().t - window.front().t) / 1000;
    const double average = sampled / static_cast<double>(window.size() - 1);
    const double threshold = average * 1.1;
    if (toStart >= threshold)
        toStart = average / 2;
    if (input == Input::Counter && result > 0 && window.front().v >= 0)
        toStart = std::min(sampled * (window.front().v / result), toStart);
    if (toEnd >= threshold)
        toEnd = average / 2;
    double factor = (sampled + toStart + toEnd) / sampled;
    if (output == Output::PerSecond)
        factor /= static_cast<double>(range.to - range.from) / 1000;
    return result * factor;
}

Samples inside(const Samples &samples, TimeRange range)
{
    Samples window;
    for (const Sample &sample : samples) {
        if (sample.t > range.from && sample.t <= range.to)
            window.push_back(sample);
    }
    return window;
}

/// The fast kernels, through the engine and the store, against the plain ones, bit for bit.
class RateKernelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sameBitsAsPlain_data();
    void sameBitsAsPlain();
};

using Next = std::function<void(std::mt19937_64 &random, Sample &sample)>;

void RateKernelTest::sameBitsAsPlain_data()
{
    QTest::addColumn<Next>("next");
    const auto regular = [](std::function<double(std::mt19937_64 &, double)> value) {
        return [value](std::mt19937_64 &random, Sample &sample) {
            sample.t += 1000;
            sample.v = value(random, sample.v);
        };
    };
    QTest::newRow("counter") << Next(regular([](auto &r, double v) { return v + double(r() % 20); }));
    QTest::newRow("counter of seconds")
        << Next(regular([](auto &r, double v) { return v + double(r()) / 1e19; }));
    QTest::newRow("resets") << Next(
        regular([](auto &r, double v) { return r() % 9 == 0 ? 0.1 : v + double(r() % 7) / 3; }));
    QTest::newRow("standing still") << Next(regular([](auto &, double v) { return v; }));
    QTest::newRow("gauge below zero")
        << Next(regular([](auto &r, double) { return double(r() % 100) - 90; }));
    QTest::newRow("infinities") << Next(
        regular([](auto &r, double v) { return r() % 30 == 0 ? INFINITY : v + 1; }));
    QTest::newRow("NaN") << Next(regular([](auto &r, double v) { return r() % 30 == 0 ? NAN : v + 1; }));
    QTest::newRow("gaps and jitter") << Next([](std::mt19937_64 &random, Sample &sample) {
        sample.t += random() % 12 == 0 ? 40'000 : 700 + static_cast<TimestampMs>(random() % 600);
        sample.v += double(random() % 5);
    });
}

void RateKernelTest::sameBitsAsPlain()
{
    QFETCH(Next, next);
    std::mt19937_64 random(5); // NOLINT: the same series in every run
    Head head;
    // Two series of one target and one of another: what is kept from series to series must not be wrong.
    std::vector<Samples> all(3);
    for (std::size_t i = 0; i < all.size(); ++i) {
        Sample sample{start + static_cast<TimestampMs>(i / 2 * 317), 0};
        const SeriesId id = head.seriesFor(Labels::withName("m", {{"i", std::to_string(i)}}));
        for (int k = 0; k < 400; ++k) {
            next(random, sample);
            all[i].push_back(sample);
            QVERIFY(head.append(id, sample.t, sample.v).ok());
        }
        head.commit();
    }
    const struct
    {
        const char *name;
        Input input;
        Output output;
    } functions[] = {{"rate", Input::Counter, Output::PerSecond},
                     {"increase", Input::Counter, Output::Difference},
                     {"delta", Input::Gauge, Output::Difference}};
    const QueryEngine engine;
    for (const auto &function : functions) {
        for (const std::int64_t rangeMs : {1000, 2000, 7300, 60'000}) {
            const std::string text = std::string(function.name) + "(m[" + std::to_string(rangeMs) + "ms])";
            const auto expr = promql::parseExpr(text);
            QVERIFY(expr.ok());
            const StepRange steps{start - 5000, start + 450'000, 1700};
            const auto result = engine.range(*head.snapshot(), **expr, steps);
            QVERIFY(result.ok());
            std::size_t compared = 0;
            for (std::size_t i = 0; i < all.size(); ++i) {
                Samples expected;
                for (TimestampMs t = steps.start; t <= steps.end; t += steps.stepMs) {
                    const TimeRange range{t - rangeMs, t};
                    if (const auto value =
                            plainRate(inside(all[i], range), range, function.input, function.output))
                        expected.push_back({t, *value});
                }
                if (expected.empty())
                    continue;
                const Samples &found = result->matrix.at(compared++).samples;
                QCOMPARE(found.size(), expected.size());
                for (std::size_t k = 0; k < found.size(); ++k) {
                    QCOMPARE(found[k].t, expected[k].t);
                    const bool bothNaN = std::isnan(found[k].v) && std::isnan(expected[k].v);
                    QVERIFY2(bothNaN || sameBits(found[k].v, expected[k].v), text.c_str());
                }
            }
            QCOMPARE(result->matrix.size(), compared);
        }
    }
}

} // namespace

SIGHTGLASS_TEST(RateKernelTest)
#include "ratekerneltest.moc"
