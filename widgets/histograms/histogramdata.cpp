// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histograms/histogramdata.h"

#include "parser/base/numbertext.h"
#include "widgets/chart/heatmapdata.h"
#include "widgets/chart/heatmapnative.h"
#include "widgets/chart/numberticks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double beyondParts = 1e307;
constexpr double partOfLargest = 1e-3; ///< decimal, so that what is round in it is round
constexpr double finestWidth = 1e-305; ///< numbers below that lose their digits
constexpr std::string_view boundLabel = "le";

/// One histogram before all have the same bins.
struct OneHistogram
{
    BinSeries series;
    std::vector<HeatmapRow> rows;
};

HistogramOptions optionsOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<HistogramOptions>(&spec.options);
    return options != nullptr ? *options : HistogramOptions();
}

BinSeries named(const PanelSeries &series)
{
    return {series.labels, series.name, series.query, series.config, {}};
}

// ---- values

bool isCounted(const Sample &sample)
{
    return std::isfinite(sample.v);
}

std::optional<BinWidth> valuesOf(const PanelData &data)
{
    std::optional<BinWidth> values;
    for (const PanelSeries &series : data.series) {
        for (const Sample &sample : series.inRange()) {
            if (!isCounted(sample))
                continue;
            const bool isWhole = sample.v == std::floor(sample.v);
            if (!values)
                values = BinWidth{sample.v, sample.v, isWhole};
            values->low = std::min(values->low, sample.v);
            values->high = std::max(values->high, sample.v);
            values->isWhole = values->isWhole && isWhole;
        }
    }
    return values;
}

BinnedData fromValues(const PanelData &data, const HistogramOptions &options)
{
    BinnedData result;
    auto values = valuesOf(data);
    if (!values)
        return result;
    // Of the largest numbers a part is counted, so that differences are numbers.
    const double part =
        std::max(std::fabs(values->low), std::fabs(values->high)) > beyondParts ? partOfLargest : 1;
    HistogramOptions parts = options;
    if (parts.bucketSize)
        *parts.bucketSize *= part;
    const double asked = options.bucketOffset * part;
    const double offset = std::fabs(asked) <= beyondParts ? asked : 0;
    *values = {values->low * part - offset, values->high * part - offset, values->isWhole};
    const double width = binWidth(*values, parts);
    const double first = std::floor(values->low / width);
    const auto count = static_cast<std::size_t>(std::floor(values->high / width) - first) + 1;
    const auto bound = [&](double at) { return std::clamp((at * width + offset) / part, -largest, largest); };
    for (std::size_t i = 0; i < count; ++i) {
        const double at = first + static_cast<double>(i);
        result.bins.push_back({bound(at), bound(at + 1)});
    }
    for (const PanelSeries &series : data.series) {
        BinSeries counted = named(series);
        counted.counts.assign(count, 0);
        for (const Sample &sample : series.inRange()) {
            if (!isCounted(sample))
                continue;
            const double bin = std::floor((sample.v * part - offset) / width) - first;
            counted.counts[static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(count - 1)))] +=
                1;
        }
        result.series.push_back(std::move(counted));
    }
    return result;
}

// ---- histograms of the programs

/// All bounds there are, ascending.
std::vector<double> boundsOf(const std::vector<OneHistogram> &all)
{
    std::vector<double> bounds;
    for (const OneHistogram &one : all) {
        for (const HeatmapRow &row : one.rows) {
            bounds.push_back(row.low);
            bounds.push_back(row.high);
        }
    }
    std::ranges::sort(bounds);
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

/// The share of a row that a bin has. What has no end lies in its part next to the finite bound; what has no
/// width (a zero bucket of nothing but zero) has a bin of its own.
double shareOf(const BinRange &bin, const HeatmapRow &row)
{
    if (bin.low == bin.high || row.low == row.high)
        return bin == BinRange{row.low, row.high} ? 1 : 0;
    if (bin.low >= row.high || bin.high <= row.low)
        return 0;
    if (!std::isfinite(row.high))
        return bin.low == row.low ? 1 : 0;
    if (!std::isfinite(row.low))
        return bin.high == row.high ? 1 : 0;
    const double whole = row.high - row.low;
    return std::isfinite(whole) ? (bin.high - bin.low) / whole
                                : (bin.high / 2 - bin.low / 2) / (row.high / 2 - row.low / 2);
}

/// Between all bounds there are, ascending.
std::vector<BinRange> binsOf(const std::vector<OneHistogram> &all)
{
    const std::vector<double> bounds = boundsOf(all);
    std::vector<BinRange> bins;
    for (std::size_t i = 1; i < bounds.size(); ++i)
        bins.push_back({bounds[i - 1], bounds[i]});
    for (const OneHistogram &one : all) {
        for (const HeatmapRow &row : one.rows) {
            if (row.low == row.high)
                bins.push_back({row.low, row.high});
        }
    }
    const auto isBefore = [](const BinRange &a, const BinRange &b) {
        return a.low < b.low || (a.low == b.low && a.high < b.high);
    };
    std::ranges::sort(bins, isBefore);
    bins.erase(std::unique(bins.begin(), bins.end()), bins.end());
    return bins;
}

BinnedData united(std::vector<OneHistogram> all)
{
    BinnedData result;
    result.bins = binsOf(all);
    for (OneHistogram &one : all) {
        BinSeries series = std::move(one.series);
        std::vector<double> counts(result.bins.size(), 0);
        std::size_t first = 0;
        for (std::size_t row = 0; row < one.rows.size(); ++row) {
            while (first < result.bins.size() && result.bins[first].high < one.rows[row].low)
                ++first;
            for (std::size_t bin = first;
                 bin < result.bins.size() && result.bins[bin].low <= one.rows[row].high; ++bin)
                counts[bin] += series.counts[row] * shareOf(result.bins[bin], one.rows[row]);
        }
        series.counts = std::move(counts);
        result.series.push_back(std::move(series));
    }
    return result;
}

OneHistogram oneOf(const PanelSeries &series, const HeatmapData &cells)
{
    OneHistogram one{named(series), cells.rows};
    const auto counts = cells.at(cells.times.size() - 1);
    for (const double count : counts)
        one.series.counts.push_back(std::max(count, 0.0));
    return one;
}

BinnedData fromNative(const PanelData &data)
{
    std::vector<OneHistogram> all;
    for (const PanelSeries &series : data.series) {
        if (series.histograms.empty())
            continue;
        const HistogramSample &last = series.histograms.back();
        const HeatmapData cells = nativeHeatmap({{last.t, last.histogram.get()}}, mostNativeBins);
        if (!cells.empty())
            all.push_back(oneOf(series, cells));
    }
    return united(std::move(all));
}

BinnedData fromClassic(const PanelData &data)
{
    std::map<std::pair<std::size_t, Labels>, std::vector<const PanelSeries *>> groups;
    TimestampMs newest = std::numeric_limits<TimestampMs>::min();
    for (const PanelSeries &series : data.series) {
        if (!parseFloat(series.labels.value(boundLabel)) || series.samples.empty())
            continue;
        groups[{series.query, series.labels.without(boundLabel)}].push_back(&series);
        newest = std::max(newest, series.samples.back().t);
    }
    std::vector<OneHistogram> all;
    for (const auto &[key, members] : groups) {
        std::vector<CumulativeSeries> buckets;
        for (const PanelSeries *series : members) {
            // A bucket that has ended by then has no count.
            if (series->samples.back().t == newest)
                buckets.push_back(
                    {*parseFloat(series->labels.value(boundLabel)), std::span(series->samples).last(1)});
        }
        const HeatmapData cells = heatmapData(std::move(buckets), mostBins);
        if (cells.empty())
            continue;
        OneHistogram one = oneOf(*members.front(), cells);
        one.series.labels = key.second;
        one.series.name = key.second.empty() ? std::string() : key.second.toString();
        all.push_back(std::move(one));
    }
    return united(std::move(all));
}

// ---- tables

double numberAt(const Field &field, std::size_t row)
{
    const double *number = row < field.values.size() ? std::get_if<double>(&field.values[row]) : nullptr;
    return number != nullptr ? *number : std::numeric_limits<double>::quiet_NaN();
}

std::optional<BinnedData> fromTable(const PanelData &data)
{
    for (std::size_t f = 0; data.frames && f < data.frames->size(); ++f) {
        const Frame &frame = (*data.frames)[f];
        const auto low = std::ranges::find(frame.fields, "xMin", &Field::name);
        const auto high = std::ranges::find(frame.fields, "xMax", &Field::name);
        if (low == frame.fields.end() || high == frame.fields.end())
            continue;
        BinnedData result;
        result.origin = BinOrigin::Table;
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < std::min(frame.rows(), mostBins); ++row) {
            const BinRange bin{numberAt(*low, row), numberAt(*high, row)};
            if (!(bin.low < bin.high) || (!result.bins.empty() && bin.low < result.bins.back().high))
                continue;
            result.bins.push_back(bin);
            rows.push_back(row);
        }
        for (const Field &field : frame.fields) {
            if (&field == &*low || &field == &*high || field.type != FieldType::Number)
                continue;
            BinSeries series{field.labels,
                             displayName(field, frame, *data.frames),
                             0,
                             std::make_shared<const FieldConfig>(field.config),
                             {}};
            for (const std::size_t row : rows) {
                const double count = numberAt(field, row);
                series.counts.push_back(std::isfinite(count) ? std::max(count, 0.0) : 0);
            }
            result.series.push_back(std::move(series));
        }
        return result;
    }
    return std::nullopt;
}

void combine(BinnedData &data)
{
    if (data.series.size() < 2)
        return;
    BinSeries sum = data.series.front();
    sum.labels = Labels();
    sum.name.clear();
    sum.config.reset();
    for (std::size_t i = 1; i < data.series.size(); ++i)
        std::ranges::transform(sum.counts, data.series[i].counts, sum.counts.begin(), std::plus<>());
    data.series = {std::move(sum)};
}

} // namespace

double binWidth(const BinWidth &values, const HistogramOptions &options)
{
    const double span = std::max(values.high - values.low, 0.0);
    const double size = std::max(std::fabs(values.low), std::fabs(values.high));
    double width = 0;
    if (options.bucketSize && *options.bucketSize > 0 && std::isfinite(*options.bucketSize)) {
        width = *options.bucketSize;
    } else {
        const int count = std::max(options.bucketCount.value_or(standardBins), 1);
        width = span > 0 ? roundStep(std::max(span / count, finestWidth), NumberBase::Decimal) : 1;
        width = values.isWhole ? std::max(std::ceil(width), 1.0) : width;
    }
    // Finer than this a bin has no width of its own.
    width = std::max(width, std::max(size * 1e-12, finestWidth));
    while (span / width + 2 > static_cast<double>(mostBins))
        width *= 2;
    return width;
}

BinnedData binnedData(const PanelData &data, const PanelSpec &spec)
{
    const HistogramOptions options = optionsOf(spec);
    BinnedData result;
    const auto hasHistograms = [](const PanelSeries &series) { return !series.histograms.empty(); };
    const auto hasBound = [](const PanelSeries &series) {
        return parseFloat(series.labels.value(boundLabel)).has_value();
    };
    if (auto table = fromTable(data)) {
        result = std::move(*table);
    } else if (std::ranges::any_of(data.series, hasHistograms)) {
        result = fromNative(data);
        result.origin = BinOrigin::Native;
    } else if (std::ranges::any_of(data.series, hasBound)) {
        result = fromClassic(data);
        result.origin = BinOrigin::Classic;
    } else {
        result = fromValues(data, options);
    }
    const bool ofProgram = result.origin == BinOrigin::Classic || result.origin == BinOrigin::Native;
    result.perSecond = ofProgram && std::ranges::any_of(spec.queries, [](const PanelQuery &query) {
                           return query.expr.find("rate(") != std::string::npos;
                       });
    if (options.combine)
        combine(result);
    return result;
}

} // namespace sightglass
