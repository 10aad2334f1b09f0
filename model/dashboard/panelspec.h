// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

enum class PanelType : std::uint8_t
{
    TimeSeries,
    Stat,
    Gauge,
    BarGauge,
    Heatmap,
    Table,
    Row
};

/// Place on a grid of 24 columns; rows are of fixed height (30 logical pixels), as in Grafana.
struct GridPosition
{
    int x = 0;
    int y = 0;
    int width = 12;
    int height = 8;

    friend bool operator==(const GridPosition &, const GridPosition &) = default;
};

/// One expression of a panel.
struct PanelQuery
{
    std::string expr; ///< PromQL; $__rate_interval and $__interval are replaced before it is parsed
    /// Name of each series in the legend, with {{label}} places; empty: the label set's own text.
    std::string legend;
    /// Evaluated at the range's end only (table) rather than over the range.
    bool instant = false;

    friend bool operator==(const PanelQuery &, const PanelQuery &) = default;
};

/// A threshold colour by its role; the theme decides the shade.
enum class SemanticColor : std::uint8_t
{
    Good,
    Notice,
    Warning,
    Critical,
    Info,
    Neutral
};

/// From this value (inclusive) upwards the colour applies, until the next step. The first step has no lower
/// bound.
struct ThresholdStep
{
    std::optional<double> from;
    SemanticColor color = SemanticColor::Good;

    friend bool operator==(const ThresholdStep &, const ThresholdStep &) = default;
};

/// How a series becomes one number.
enum class Calculation : std::uint8_t
{
    Last,
    Min,
    Max,
    Mean,
    Sum
};

enum class LegendMode : std::uint8_t
{
    Hidden,
    List,
    Table
};

/// How the lines of a time series panel are drawn.
struct GraphStyle
{
    bool stacked = false;
    double fillOpacity = 0.1; ///< 0..1
    bool thresholdLines = false;

    friend bool operator==(const GraphStyle &, const GraphStyle &) = default;
};

/// A panel as data: what to ask, how to show it. Knows nothing of widgets nor of where series come from.
struct PanelSpec
{
    std::string id; ///< unique in its dashboard
    PanelType type = PanelType::TimeSeries;
    std::string title;
    std::string description; ///< shown on demand; plain text (often the metric's HELP)
    GridPosition grid;
    std::vector<PanelQuery> queries;
    std::string
        unit; ///< a unit id of model/core/units.h, Grafana's ids ("s", "ms", "bytes", "percent", "ops" …)
    std::optional<int> decimals; ///< empty: as many as the value needs
    std::optional<double> min;   ///< of axis or gauge
    std::optional<double> max;
    std::vector<ThresholdStep> thresholds; ///< ascending
    Calculation calculation = Calculation::Last;
    LegendMode legend = LegendMode::List;
    std::vector<Calculation> legendValues;
    GraphStyle graph;
    /// Whether exemplars are shown; empty: on heatmaps and on time series of a histogram's quantiles.
    std::optional<bool> exemplars = std::nullopt;
    std::vector<std::string> alerts; ///< names of the rules whose state marks this panel

    friend bool operator==(const PanelSpec &, const PanelSpec &) = default;
};

} // namespace sightglass
