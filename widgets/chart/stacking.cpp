// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/stacking.h"

#include "widgets/chart/linegaps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double largest = std::numeric_limits<double>::max();

/// What the layers of one direction reach at one time.
struct Reach
{
    double value = 0;
    double total = 0; ///< of all layers
};

struct Level
{
    TimestampMs t = 0;
    Reach above = {};
    Reach below = {};
};

std::vector<Level> allTimes(std::span<const std::span<const Sample>> series)
{
    std::vector<Level> levels;
    for (const auto &samples : series) {
        // Series of one query share their times: then nothing is to be merged.
        const bool known = samples.size() == levels.size() &&
                           std::equal(samples.begin(), samples.end(), levels.begin(),
                                      [](const Sample &s, const Level &l) { return s.t == l.t; });
        if (known)
            continue;
        std::vector<Level> merged;
        merged.reserve(levels.size() + samples.size());
        auto level = levels.begin();
        for (const Sample &sample : samples) {
            while (level != levels.end() && level->t < sample.t)
                merged.push_back(*level++);
            if (level != levels.end() && level->t == sample.t)
                ++level;
            merged.push_back({sample.t});
        }
        merged.insert(merged.end(), level, levels.end());
        levels = std::move(merged);
    }
    return levels;
}

bool mostlyNegative(std::span<const Sample> samples)
{
    std::ptrdiff_t balance = 0;
    for (const Sample &sample : samples)
        balance += sample.v < 0 ? 1 : sample.v > 0 ? -1 : 0;
    return balance > 0;
}

/// More ends of layers than a picture has room for are not worth their values.
constexpr std::size_t mostEdges = 2000;

double between(const Sample &a, const Sample &b, TimestampMs t)
{
    const double share = static_cast<double>(t - a.t) / static_cast<double>(b.t - a.t);
    return a.v * (1 - share) + b.v * share;
}

/// Next to the ends of runs: the first time without the layer.
std::vector<TimestampMs> edgesOf(std::span<const std::span<const Sample>> series,
                                 std::span<const std::vector<TimestampMs>> gaps)
{
    std::vector<TimestampMs> edges;
    for (std::size_t i = 0; i < series.size(); ++i) {
        eachRun(series[i], gaps[i], [&](std::size_t first, std::size_t last) {
            edges.push_back(series[i][first].t - 1);
            edges.push_back(series[i][last].t + 1);
        });
    }
    std::ranges::sort(edges);
    const auto rest = std::ranges::unique(edges);
    edges.erase(rest.begin(), rest.end());
    return edges;
}

/// The series with values at those edges that lie within its runs.
std::vector<Sample> withEdges(std::span<const Sample> samples, std::span<const TimestampMs> gaps,
                              std::span<const TimestampMs> edges)
{
    std::vector<Sample> result(samples.begin(), samples.end());
    eachRun(samples, gaps, [&](std::size_t first, std::size_t last) {
        auto edge = std::ranges::upper_bound(edges, samples[first].t);
        for (std::size_t i = first + 1; i <= last; ++i) {
            for (; edge != edges.end() && *edge < samples[i].t; ++edge)
                result.push_back({*edge, between(samples[i - 1], samples[i], *edge)});
            if (edge != edges.end() && *edge == samples[i].t)
                ++edge;
        }
    });
    std::ranges::inplace_merge(result, result.begin() + static_cast<std::ptrdiff_t>(samples.size()), {},
                               &Sample::t);
    return result;
}

/// The values of a layer at its own samples' times.
std::vector<Sample> atTimesOf(std::span<const Sample> samples, std::span<const Sample> layer)
{
    std::vector<Sample> own;
    own.reserve(samples.size());
    auto at = samples.begin();
    for (const Sample &value : layer) {
        while (at != samples.end() && at->t < value.t)
            ++at;
        if (at != samples.end() && at->t == value.t)
            own.push_back(value);
    }
    return own;
}

/// Calls what(sample, reach) for each sample that counts, with its stack's reach at that time.
template<typename What>
void eachSample(std::span<const Sample> samples, std::vector<Level> &levels, bool below, const What &what)
{
    auto level = levels.begin();
    for (const Sample &sample : samples) {
        while (level->t < sample.t)
            ++level;
        if (std::isfinite(sample.v))
            what(sample, below ? level->below : level->above);
    }
}

} // namespace

std::vector<StackedSeries> stackSeries(std::span<const std::span<const Sample>> series, StackingMode mode,
                                       std::span<const std::vector<TimestampMs>> gaps)
{
    const std::vector<TimestampMs> edges =
        gaps.size() == series.size() ? edgesOf(series, gaps) : std::vector<TimestampMs>();
    // All of them begin before the first sample and end behind the last one of all.
    if (edges.size() > 2 && edges.size() <= mostEdges) {
        std::vector<std::vector<Sample>> sharp;
        for (std::size_t i = 0; i < series.size(); ++i)
            sharp.push_back(withEdges(series[i], gaps[i], edges));
        std::vector<StackedSeries> layers =
            stackSeries(std::vector<std::span<const Sample>>(sharp.begin(), sharp.end()), mode);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (sharp[i].size() > series[i].size())
                layers[i].own = atTimesOf(series[i], layers[i].upper);
        }
        return layers;
    }
    std::vector<Level> levels = allTimes(series);
    std::vector<bool> below;
    for (const auto &samples : series)
        below.push_back(mostlyNegative(samples));
    const bool percent = mode == StackingMode::Percent;
    // Of each value a part, which is exact, so that the sum of all is a number.
    const double part = std::exp2(-std::ceil(std::log2(static_cast<double>(series.size() + 1))));
    for (std::size_t i = 0; i < series.size() && percent; ++i)
        eachSample(series[i], levels, below[i],
                   [part](const Sample &sample, Reach &reach) { reach.total += sample.v * part; });
    std::vector<StackedSeries> result(series.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        StackedSeries &layer = result[i];
        layer.lower.reserve(series[i].size());
        layer.upper.reserve(series[i].size());
        const double sign = below[i] ? -1 : 1;
        const auto drawn = [percent, sign](const Reach &reach) {
            // A stack that reaches beyond all numbers is seen up to there.
            if (!percent)
                return std::clamp(reach.value, -largest, largest);
            return reach.total == 0 ? 0 : sign * reach.value / reach.total;
        };
        const double share = percent ? part : 1;
        eachSample(series[i], levels, below[i], [&layer, &drawn, share](const Sample &sample, Reach &reach) {
            layer.lower.push_back({sample.t, drawn(reach)});
            reach.value += sample.v * share;
            layer.upper.push_back({sample.t, drawn(reach)});
        });
    }
    return result;
}

} // namespace sightglass
