// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/syntheticdata.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace sightglass::test {

namespace {

constexpr std::array names{"GET /api/orders",
                           "POST /api/orders",
                           "GET /health",
                           "PUT /api/users/{id}",
                           "DELETE /api/carts",
                           "webhook",
                           "slack",
                           "email",
                           "search",
                           "cache"};

PanelData frame(const Synthetic &what)
{
    PanelData data;
    data.range = {what.now - what.rangeMs, what.now};
    data.stepMs = what.stepMs;
    return data;
}

} // namespace

PanelData walks(const Synthetic &what, double high)
{
    PanelData data = frame(what);
    for (int s = 0; s < what.series; ++s) {
        std::mt19937 random(what.seed * 1000 + static_cast<unsigned>(s));
        std::normal_distribution<double> noise(0, 1);
        PanelSeries series;
        const std::string name = s < static_cast<int>(names.size()) ? names[static_cast<std::size_t>(s)]
                                                                    : "series " + std::to_string(s);
        series.labels = Labels::withName("requests", {{"handler", name}});
        series.name = name;
        const double level = high * (0.75 - 0.6 * s / std::max(what.series, 2));
        double walk = 0;
        for (TimestampMs t = data.range.from; t <= data.range.to; t += what.stepMs) {
            walk = walk * 0.995 + noise(random) * 0.1;
            const double spike = random() % 1500 == 0 ? high * 0.5 : 0;
            const double v = level * (1 + 0.22 * walk + 0.05 * noise(random)) + spike;
            series.samples.push_back({t, std::max(v, 0.0)});
        }
        data.series.push_back(std::move(series));
    }
    return data;
}

PanelData buckets(const Synthetic &what)
{
    PanelData data = frame(what);
    constexpr std::array bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0};
    std::mt19937 random(what.seed);
    std::uniform_real_distribution<double> noise(0.9, 1.1);
    for (std::size_t b = 0; b <= bounds.size(); ++b) {
        PanelSeries series;
        char text[32] = "+Inf";
        if (b < bounds.size())
            std::snprintf(text, sizeof text, "%g", bounds[b]);
        series.labels = Labels({{"le", text}});
        series.name = text;
        data.series.push_back(std::move(series));
    }
    for (TimestampMs t = data.range.from; t <= data.range.to; t += what.stepMs) {
        const double phase = static_cast<double>(t - data.range.from) / static_cast<double>(what.rangeMs);
        const double middle = std::log(0.06) + 1.1 * std::sin(phase * 2 * std::numbers::pi);
        const double total = 180 * noise(random);
        double cumulative = 0;
        for (std::size_t b = 0; b <= bounds.size(); ++b) {
            const double edge = b < bounds.size() ? std::log(bounds[b]) : 1e9;
            const double share = 0.5 * std::erfc(-(edge - middle) / (0.7 * std::numbers::sqrt2));
            cumulative = std::max(cumulative, total * share);
            data.series[b].samples.push_back({t, cumulative});
        }
    }
    return data;
}

std::vector<PanelExemplar> latencyExemplars(const Synthetic &what, int count)
{
    std::mt19937 random(what.seed);
    std::normal_distribution<double> spread(0, 0.7);
    std::vector<PanelExemplar> exemplars;
    for (int i = 0; i < count; ++i) {
        const double phase = (i + 0.5) / count;
        const double middle = std::log(0.06) + 1.1 * std::sin(phase * 2 * std::numbers::pi);
        const double value = std::exp(middle + spread(random) + (i % 41 == 7 ? 3 : 0));
        char trace[33];
        std::snprintf(trace, sizeof trace, "%08x%08x%08x%08x", static_cast<unsigned>(random()),
                      static_cast<unsigned>(random()), static_cast<unsigned>(random()),
                      static_cast<unsigned>(random()));
        const auto t =
            what.now - what.rangeMs + static_cast<std::int64_t>(phase * static_cast<double>(what.rangeMs));
        exemplars.push_back({t, value, Labels({{"span_id", "00f067aa0ba902b7"}, {"trace_id", trace}}),
                             Labels::withName("action_latency_seconds_bucket",
                                              {{"instance", "localhost:9464"}, {"le", "0.25"}})});
    }
    return exemplars;
}

namespace {

std::shared_ptr<PanelData> movedOn(const PanelData &data)
{
    auto later = std::make_shared<PanelData>(data);
    later->continues.reset();
    later->range = {data.range.from + data.stepMs, data.range.to + data.stepMs};
    for (PanelSeries &series : later->series) {
        if (series.samples.empty())
            continue;
        Sample next = series.samples.back();
        next.t += data.stepMs;
        next.v *= 0.999;
        series.samples = series.samples.movedOn(1, series.samples.size(), {&next, 1});
    }
    return later;
}

} // namespace

PanelDataPtr tickLater(const PanelData &data)
{
    return movedOn(data);
}

PanelDataPtr tickLater(const PanelDataPtr &data)
{
    auto later = movedOn(*data);
    TimestampMs sameBefore = data->range.to + 1;
    for (const PanelSeries &series : data->series) {
        if (!series.samples.empty())
            sameBefore = std::min(sameBefore, series.samples.back().t + 1);
    }
    later->continues = Continuation{data, sameBefore};
    return later;
}

} // namespace sightglass::test
