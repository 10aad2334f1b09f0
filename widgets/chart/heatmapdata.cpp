// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapdata.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

template<typename Series>
std::vector<TimestampMs> timesOf(const std::vector<Series> &series)
{
    std::vector<TimestampMs> times;
    for (const Series &one : series) {
        const bool known = std::ranges::equal(one.samples, times, {}, &Sample::t);
        if (known)
            continue;
        const auto middle = static_cast<std::ptrdiff_t>(times.size());
        for (const Sample &sample : one.samples)
            times.push_back(sample.t);
        std::inplace_merge(times.begin(), times.begin() + middle, times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
    }
    return times;
}

void addSamples(HeatmapData &data, std::size_t row, std::span<const Sample> samples)
{
    std::size_t time = 0;
    for (const Sample &sample : samples) {
        while (data.times[time] < sample.t)
            ++time;
        double &cell = data.counts[time * data.rows.size() + row];
        if (!std::isnan(sample.v))
            cell = std::isnan(cell) ? sample.v : cell + sample.v;
    }
}

void decumulate(std::span<double> cells)
{
    double below = 0;
    for (double &cell : cells) {
        const double cumulative = std::isnan(cell) ? below : std::max(cell, below);
        const double count = cumulative - below;
        cell = std::isfinite(count) ? count : 0;
        below = cumulative;
    }
}

double lowestBegin(double firstBound)
{
    return firstBound > 0 ? 0 : -infinity;
}

/// How many neighbours become one, so that no more than `most` are left.
std::size_t groupSize(std::size_t count, std::size_t most)
{
    return most == 0 ? count : (count + most - 1) / most;
}

/// The bounds that stay: every n-th from the highest one down.
std::vector<double> thinned(const std::vector<double> &bounds, std::size_t every)
{
    std::vector<double> kept;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if ((bounds.size() - 1 - i) % every == 0)
            kept.push_back(bounds[i]);
    }
    return kept;
}

void setUpperBounds(HeatmapData &data, const std::vector<double> &bounds)
{
    double low = bounds.empty() ? 0 : lowestBegin(bounds.front());
    for (const double bound : bounds)
        data.rows.push_back({std::exchange(low, bound), bound});
}

/// The rows' names as upper bounds; nothing where one is no number.
std::optional<std::vector<double>> boundsOf(const std::vector<RowSeries> &series)
{
    std::vector<double> bounds;
    for (const RowSeries &one : series) {
        const auto bound = parseFloat(one.name);
        if (!bound || std::isnan(*bound) || *bound == -infinity)
            return std::nullopt;
        bounds.push_back(*bound);
    }
    return bounds;
}

} // namespace

double HeatmapData::largest() const
{
    return counts.empty() ? 0 : *std::ranges::max_element(counts);
}

HeatmapData heatmapData(std::vector<CumulativeSeries> series, std::size_t maxRows)
{
    std::erase_if(series, [](const CumulativeSeries &one) { return !(one.le > -infinity); });
    std::ranges::stable_sort(series, {}, &CumulativeSeries::le);
    std::vector<double> bounds;
    for (const CumulativeSeries &one : series) {
        if (bounds.empty() || bounds.back() != one.le)
            bounds.push_back(one.le);
    }
    HeatmapData data;
    if (bounds.empty())
        return data;
    data.merged = groupSize(bounds.size(), maxRows);
    bounds = thinned(bounds, data.merged);
    std::erase_if(series, [&bounds](const CumulativeSeries &one) {
        return !std::ranges::binary_search(bounds, one.le);
    });
    setUpperBounds(data, bounds);
    data.times = timesOf(series);
    data.counts.assign(data.times.size() * data.rows.size(), missing);
    for (const CumulativeSeries &one : series) {
        const auto row = std::ranges::lower_bound(bounds, one.le) - bounds.begin();
        addSamples(data, static_cast<std::size_t>(row), one.samples);
    }
    for (std::size_t time = 0; time < data.times.size(); ++time)
        decumulate(std::span(data.counts).subspan(time * data.rows.size(), data.rows.size()));
    return data;
}

HeatmapData heatmapOfRows(std::vector<RowSeries> series, std::size_t maxRows)
{
    HeatmapData data;
    std::vector<std::size_t> rowOf;
    if (const auto bounds = boundsOf(series)) {
        std::vector<double> sorted = *bounds;
        std::ranges::sort(sorted);
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        setUpperBounds(data, sorted);
        for (const double bound : *bounds)
            rowOf.push_back(
                static_cast<std::size_t>(std::ranges::lower_bound(sorted, bound) - sorted.begin()));
    } else {
        data.hasBounds = false;
        std::map<std::string, std::size_t> known;
        for (const RowSeries &one : series) {
            const auto [at, fresh] = known.try_emplace(one.name, data.rows.size());
            if (fresh)
                data.rows.push_back({0, 0, one.name});
            rowOf.push_back(at->second);
        }
    }
    // Merged before there are any counts: their number is the memory it takes.
    data.merged = groupSize(data.rows.size(), maxRows);
    const std::size_t rows = data.rows.size();
    if (data.merged > 1)
        mergeRows(data, maxRows);
    data.times = timesOf(series);
    data.counts.assign(data.times.size() * data.rows.size(), missing);
    for (std::size_t i = 0; i < series.size(); ++i) {
        const std::size_t fromTop = (rows - 1 - rowOf[i]) / data.merged;
        addSamples(data, data.rows.size() - 1 - fromTop, series[i].samples);
    }
    for (double &count : data.counts)
        count = std::isfinite(count) ? count : 0;
    return data;
}

void mergeRows(HeatmapData &data, std::size_t maxRows)
{
    const std::size_t rows = data.rows.size();
    const std::size_t every = groupSize(rows, maxRows);
    if (every < 2)
        return;
    HeatmapData merged = data;
    merged.rows.clear();
    merged.merged = std::max(data.merged, every);
    const std::size_t count = groupSize(rows, every);
    // Counted from the top, as bounds are thinned out: the row that may be smaller is the lowest.
    const auto target = [&](std::size_t row) { return count - 1 - (rows - 1 - row) / every; };
    for (std::size_t row = 0; row < rows; ++row) {
        if (target(row) == merged.rows.size()) {
            merged.rows.push_back(data.rows[row]);
            continue;
        }
        HeatmapRow &last = merged.rows.back();
        last.high = data.rows[row].high;
        last.isGap = last.isGap && data.rows[row].isGap;
        if (!data.hasBounds && last.name.find("\u2009\u2013\u2009") == std::string::npos)
            last.name += "\u2009\u2013\u2009" + data.rows[row].name;
    }
    merged.counts.assign(data.times.size() * count, 0);
    for (std::size_t time = 0; time < data.times.size(); ++time) {
        for (std::size_t row = 0; row < rows; ++row)
            merged.counts[time * count + target(row)] += data.counts[time * rows + row];
    }
    data = std::move(merged);
}

} // namespace sightglass
