// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/stacking.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// What the layers so far reach at one time.
struct Level
{
    TimestampMs t = 0;
    double above = 0;
    double below = 0;
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
            merged.push_back({sample.t, 0, 0});
        }
        merged.insert(merged.end(), level, levels.end());
        levels = std::move(merged);
    }
    return levels;
}

} // namespace

std::vector<StackedSeries> stackSeries(std::span<const std::span<const Sample>> series)
{
    std::vector<Level> levels = allTimes(series);
    std::vector<StackedSeries> result(series.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        StackedSeries &layer = result[i];
        layer.lower.reserve(series[i].size());
        layer.upper.reserve(series[i].size());
        auto level = levels.begin();
        for (const Sample &sample : series[i]) {
            while (level->t < sample.t)
                ++level;
            if (!std::isfinite(sample.v))
                continue;
            double &reached = sample.v < 0 ? level->below : level->above;
            layer.lower.push_back({sample.t, reached});
            reached += sample.v;
            layer.upper.push_back({sample.t, reached});
        }
    }
    return result;
}

} // namespace sightglass
