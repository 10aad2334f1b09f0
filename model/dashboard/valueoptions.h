// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "model/fields/tablecellconfig.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

enum class Orientation : std::uint8_t
{
    Auto,
    Horizontal,
    Vertical
};

/// How frames become the values that stat, gauge, bar gauge and pie show.
struct ReduceOptions
{
    bool allRows = false;     ///< every row is a value of its own, rather than one calculation per field
    std::optional<int> limit; ///< of rows
    Calculation calculation = Calculation::LastNotNull;
    std::vector<Calculation> further = {}; ///< each a value of its own, behind that of the one before
    std::string fields;                    ///< empty: numbers; "/regex/" or a name, as Grafana writes them

    friend bool operator==(const ReduceOptions &, const ReduceOptions &) = default;
};

/// Sizes in logical pixels; empty: as fits.
struct TextSizes
{
    std::optional<double> title;
    std::optional<double> value;
    std::optional<double> percent;

    friend bool operator==(const TextSizes &, const TextSizes &) = default;
};

enum class StatGraph : std::uint8_t
{
    None,
    Area
};

enum class StatColor : std::uint8_t
{
    None,
    Value,
    Background,
    BackgroundSolid
};

enum class StatText : std::uint8_t
{
    Auto,
    Value,
    ValueAndName,
    Name,
    None
};

enum class PercentChangeColor : std::uint8_t
{
    Standard,
    Inverted,
    SameAsValue
};

/// What the surface of a stat's cell looks like: a tile, or one of the polystat plugin's polygons.
enum class StatShape : std::uint8_t
{
    Tile,
    HexagonPointed, ///< a corner at the top, in rows that lie into each other
    HexagonFlat,    ///< an edge at the top, in columns that lie into each other
    Circle,
    Square
};

struct StatOptions
{
    ReduceOptions reduce;
    Orientation orientation = Orientation::Auto;
    StatGraph graph = StatGraph::Area;
    StatColor color = StatColor::Value;
    StatText text = StatText::Auto;
    bool centered = false;
    bool wide = true;
    bool percentChange = false;
    PercentChangeColor percentChangeColor = PercentChangeColor::Standard;
    TextSizes sizes;
    StatShape shape = StatShape::Tile; ///< of the surface in the value's colour

    friend bool operator==(const StatOptions &, const StatOptions &) = default;
};

enum class GaugeShape : std::uint8_t
{
    Arc,
    Circle ///< the whole way around, from the top
};

enum class GaugeBar : std::uint8_t
{
    Flat,
    Rounded
};

struct GaugeOptions
{
    ReduceOptions reduce;
    Orientation orientation = Orientation::Auto;
    bool thresholdLabels = false;
    bool thresholdMarkers = true;
    std::optional<double> minWidth; ///< of one gauge; empty: as fits
    std::optional<double> minHeight;
    TextSizes sizes;
    GaugeShape shape = GaugeShape::Arc;
    GaugeBar bar = GaugeBar::Flat;
    double barWidth = 0.5;       ///< 0 to 1: of what is usual, half; Grafana's factor
    int segments = 1;            ///< more than one: the bar is cut into so many
    double segmentSpacing = 0.3; ///< 0 to 1: of the room between segments that is possible
    bool sparkline = false;      ///< the course, small, in the dial
    StatText text = StatText::Auto;
    bool gradient = false;         ///< the bar has the colours of the values that it passes
    bool endPoint = true;          ///< of a rounded bar: a dot
    std::optional<double> neutral; ///< where the bar begins; empty: at zero or the end next to it

    friend bool operator==(const GaugeOptions &, const GaugeOptions &) = default;
};

enum class NamePlacement : std::uint8_t
{
    Auto,
    Top,
    Left,
    Hidden
};

struct BarGaugeOptions
{
    ReduceOptions reduce;
    Orientation orientation = Orientation::Auto;
    CellGaugeMode display = CellGaugeMode::Gradient;
    ValueDisplay valueDisplay = ValueDisplay::Color;
    NamePlacement namePlacement = NamePlacement::Auto;
    bool showUnfilled = true;
    SortOrder sort = SortOrder::Descending; ///< by value; None, as Grafana has it: in the order of the series
    std::optional<double> minWidth;
    std::optional<double> minHeight;
    std::optional<double> maxHeight;
    LegendOptions legend{LegendMode::Hidden, LegendPlacement::Bottom, {}, {}, {}, true};
    TextSizes sizes;

    friend bool operator==(const BarGaugeOptions &, const BarGaugeOptions &) = default;
};

enum class PieShape : std::uint8_t
{
    Pie,
    Donut
};

struct PieLabels
{
    bool name = false;
    bool value = false;
    bool percent = false;

    friend bool operator==(const PieLabels &, const PieLabels &) = default;
};

struct PieOptions
{
    ReduceOptions reduce;
    PieShape shape = PieShape::Pie;
    PieLabels labels;
    PieLabels legendValues; ///< value and percent beside each name
    SortOrder sort = SortOrder::Descending;
    LegendOptions legend;
    TooltipOptions tooltip;

    friend bool operator==(const PieOptions &, const PieOptions &) = default;
};

} // namespace sightglass
