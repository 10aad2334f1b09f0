// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/stacking.h"

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

std::vector<StackedSeries> stackSeries(std::span<const std::span<const Sample>> series, StackingMode mode)
{
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
