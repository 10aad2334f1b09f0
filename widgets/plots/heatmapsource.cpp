// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmapsource.h"

#include "parser/base/numbertext.h"
#include "widgets/chart/heatmapcalculation.h"
#include "widgets/chart/heatmapnative.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::string_view boundLabel = "le";

bool hasHistograms(const PanelSeries &series)
{
    return !series.histograms.empty();
}

bool hasBound(const PanelSeries &series)
{
    return parseFloat(series.labels.value(boundLabel)).has_value();
}

const Field *fieldNamed(const Frame &frame, std::span<const std::string_view> names)
{
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(frame.fields, name, &Field::name);
        if (found != frame.fields.end())
            return &*found;
    }
    return nullptr;
}

/// A cell of a table as a number; NaN for what is none.
double numberAt(const Field &field, std::size_t row)
{
    const double *number = row < field.values.size() ? std::get_if<double>(&field.values[row]) : nullptr;
    return number != nullptr ? *number : std::numeric_limits<double>::quiet_NaN();
}

/// The columns of a table of cells.
struct CellTable
{
    const Field *x = nullptr;
    const Field *y = nullptr;
    const Field *count = nullptr;
    bool isXEnd = false; ///< x says the end of a cell
    bool isYEnd = false;
};

std::optional<CellTable> cellTable(const PanelData &data)
{
    static constexpr std::array<std::string_view, 3> xNames{"xMax", "xMin", "x"};
    static constexpr std::array<std::string_view, 3> yNames{"yMax", "yMin", "y"};
    static constexpr std::array<std::string_view, 2> countNames{"Count", "count"};
    for (std::size_t i = 0; data.frames && i < data.frames->size(); ++i) {
        const Frame &frame = (*data.frames)[i];
        CellTable table{fieldNamed(frame, xNames), fieldNamed(frame, yNames), fieldNamed(frame, countNames)};
        if (table.x == nullptr || table.y == nullptr || table.count == nullptr)
            continue;
        table.isXEnd = table.x->name == "xMax";
        table.isYEnd = table.y->name == "yMax";
        return table;
    }
    return std::nullopt;
}

/// The usual distance of neighbours, or `otherwise`.
double spacing(const std::vector<double> &ascending, double otherwise)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < ascending.size(); ++i)
        least = std::min(least, ascending[i] - ascending[i - 1]);
    return std::isfinite(least) ? least : otherwise;
}

void sortUnique(std::vector<double> &values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Rows between the places where they begin or end. They get the height of their neighbour where only one end
/// is known: on a logarithmic axis that of a power.
std::vector<HeatmapRow> rowsAt(const std::vector<double> &places, const CellTable &table)
{
    std::vector<HeatmapRow> rows;
    const auto &scale = table.y->config.graph.scale;
    const bool isLog = scale && scale->kind == ScaleKind::Log && places.front() > 0;
    const std::size_t n = places.size();
    const auto before = [&](double a, double b) { return isLog ? a * (a / b) : a - (b - a); };
    for (std::size_t i = 0; i < n; ++i) {
        const double alone = isLog ? places[i] * 2 : places[i] + 1;
        if (table.isYEnd) {
            const double low = i > 0   ? places[i - 1]
                               : n > 1 ? before(places[0], places[1])
                                       : 2 * places[i] - alone;
            rows.push_back({low, places[i]});
        } else {
            const double high = i + 1 < n ? places[i + 1] : n > 1 ? before(places[i], places[i - 1]) : alone;
            rows.push_back({places[i], high});
        }
    }
    return rows;
}

HeatmapData cellsOf(const CellTable &table, const PanelData &panel)
{
    constexpr double farthest = 9e15;
    std::vector<double> xs;
    std::vector<double> ys;
    for (std::size_t i = 0; i < table.count->values.size(); ++i) {
        const double x = numberAt(*table.x, i);
        if (std::fabs(x) < farthest)
            xs.push_back(x);
        ys.push_back(numberAt(*table.y, i));
    }
    sortUnique(xs);
    sortUnique(ys);
    HeatmapData data;
    constexpr std::size_t mostCells = 4'000'000;
    if (xs.empty() || ys.empty() || xs.size() * ys.size() > mostCells)
        return data;
    data.cellMs =
        std::max<std::int64_t>(static_cast<std::int64_t>(spacing(xs, static_cast<double>(panel.stepMs))), 1);
    data.rows = rowsAt(ys, table);
    for (const double x : xs)
        data.times.push_back(static_cast<TimestampMs>(x) + (table.isXEnd ? 0 : data.cellMs));
    data.counts.assign(xs.size() * ys.size(), 0);
    for (std::size_t i = 0; i < table.count->values.size(); ++i) {
        const auto x = std::ranges::lower_bound(xs, numberAt(*table.x, i));
        const auto y = std::ranges::lower_bound(ys, numberAt(*table.y, i));
        const double count = numberAt(*table.count, i);
        if (x != xs.end() && y != ys.end() && std::isfinite(count))
            data.counts[static_cast<std::size_t>(x - xs.begin()) * ys.size() +
                        static_cast<std::size_t>(y - ys.begin())] += count;
    }
    return data;
}

HeatmapData calculated(const PanelData &data, const HeatmapCalculation &options)
{
    HeatmapSorting sorting{data.range,     data.stepMs, options.xSizeMs, options.xCount, options.ySize,
                           options.yCount, {}};
    if (options.yScale.kind == ScaleKind::Log)
        sorting.logBase = options.yScale.logBase > 1 ? options.yScale.logBase : 2;
    std::vector<std::span<const Sample>> series;
    for (const PanelSeries &one : data.series)
        series.emplace_back(one.inRange());
    return calculatedHeatmap(series, sorting);
}

HeatmapData native(const PanelData &data, std::size_t maxRows)
{
    std::vector<NativeSample> samples;
    for (const PanelSeries &series : data.series) {
        for (const HistogramSample &sample : series.histograms)
            samples.push_back({sample.t, sample.histogram.get()});
    }
    return nativeHeatmap(samples, maxRows);
}

HeatmapData classic(const PanelData &data, std::size_t maxRows)
{
    std::vector<CumulativeSeries> series;
    for (const PanelSeries &one : data.series) {
        if (const auto bound = parseFloat(one.labels.value(boundLabel)))
            series.push_back({*bound, one.samples});
    }
    return heatmapData(std::move(series), maxRows);
}

HeatmapData rows(const PanelData &data, std::size_t maxRows)
{
    std::vector<RowSeries> series;
    for (const PanelSeries &one : data.series) {
        const std::string_view bound = one.labels.value(boundLabel);
        series.push_back({bound.empty() ? one.name : std::string(bound), one.samples});
    }
    return heatmapOfRows(std::move(series), maxRows);
}

bool isCountedAlready(const PanelData &data, const PanelSpec &spec, const PanelSeries &series)
{
    return data.frames && series.query < spec.queries.size() &&
           spec.queries[series.query].format == FrameFormat::Heatmap;
}

} // namespace

HeatmapSource heatmapSource(const PanelData &data, const PanelSpec &spec, const HeatmapOptions &options,
                            std::size_t maxRows)
{
    if (options.calculation) {
        HeatmapData cells = calculated(data, *options.calculation);
        mergeRows(cells, maxRows);
        return {HeatmapOrigin::Calculated, std::move(cells), options.calculation->yScale};
    }
    if (const auto table = cellTable(data)) {
        HeatmapData cells = cellsOf(*table, data);
        mergeRows(cells, maxRows);
        return {HeatmapOrigin::Cells, std::move(cells),
                table->y->config.graph.scale.value_or(ScaleDistribution())};
    }
    if (std::ranges::any_of(data.series, hasHistograms))
        return {HeatmapOrigin::Native, native(data, maxRows), {}};
    const auto isCumulative = [&](const PanelSeries &series) {
        return hasBound(series) && !isCountedAlready(data, spec, series);
    };
    if (std::ranges::any_of(data.series, isCumulative))
        return {HeatmapOrigin::Classic, classic(data, maxRows), {}};
    return {HeatmapOrigin::Rows, rows(data, maxRows), {}};
}

bool countsPerSecond(const PanelSpec &spec)
{
    const HeatmapOptions *options = std::get_if<HeatmapOptions>(&spec.options);
    if (options != nullptr && options->calculation)
        return false;
    return std::ranges::any_of(
        spec.queries, [](const PanelQuery &query) { return query.expr.find("rate(") != std::string::npos; });
}

} // namespace sightglass
