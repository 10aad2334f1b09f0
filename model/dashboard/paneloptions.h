// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"
#include "model/fields/fieldconfig.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

enum class LegendMode : std::uint8_t
{
    Hidden,
    List,
    Table
};

enum class LegendPlacement : std::uint8_t
{
    Bottom,
    Right
};

enum class SortOrder : std::uint8_t
{
    None,
    Ascending,
    Descending
};

struct LegendOptions
{
    LegendMode mode = LegendMode::List;
    LegendPlacement placement = LegendPlacement::Bottom;
    std::vector<Calculation> values;
    std::optional<double> width;       ///< logical pixels, at the right
    std::optional<Calculation> sortBy; ///< of a table; empty: in the order of the series
    bool sortDescending = true;

    friend bool operator==(const LegendOptions &, const LegendOptions &) = default;
};

enum class TooltipMode : std::uint8_t
{
    Single,
    All,
    Hidden
};

struct TooltipOptions
{
    TooltipMode mode = TooltipMode::All;
    SortOrder sort = SortOrder::None;
    bool hideZeros = false;

    friend bool operator==(const TooltipOptions &, const TooltipOptions &) = default;
};

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
    std::string fields; ///< empty: numbers; "/regex/" or a name, as Grafana writes them

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

struct TimeSeriesOptions
{
    LegendOptions legend;
    TooltipOptions tooltip;

    friend bool operator==(const TimeSeriesOptions &, const TimeSeriesOptions &) = default;
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

    friend bool operator==(const StatOptions &, const StatOptions &) = default;
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

enum class ValueVisibility : std::uint8_t
{
    Auto,
    Always,
    Never
};

struct BarChartOptions
{
    Orientation orientation = Orientation::Auto;
    std::string xField;
    std::string colorByField;
    StackingMode stacking = StackingMode::None;
    ValueVisibility values = ValueVisibility::Auto;
    double groupWidth = 0.7;
    double barWidth = 0.97;
    double barRadius = 0;
    double labelRotation = 0; ///< degrees
    std::optional<int> labelMaxLength;
    int labelSpacing = 0;
    bool fullHighlight = false;
    LegendOptions legend;
    TooltipOptions tooltip;
    TextSizes sizes;

    friend bool operator==(const BarChartOptions &, const BarChartOptions &) = default;
};

struct HistogramOptions
{
    std::optional<int> bucketCount; ///< how many are aimed at; empty: 30
    std::optional<double> bucketSize;
    double bucketOffset = 0;
    bool combine = false; ///< all fields into one
    StackingMode stacking = StackingMode::None;
    LegendOptions legend;
    TooltipOptions tooltip;

    friend bool operator==(const HistogramOptions &, const HistogramOptions &) = default;
};

enum class HeatmapColorMode : std::uint8_t
{
    Scheme,
    Opacity
};

struct HeatmapColor
{
    HeatmapColorMode mode = HeatmapColorMode::Scheme;
    std::string scheme = "Oranges";
    std::string fill;        ///< of Opacity
    ScaleDistribution scale; ///< of Opacity: log and square root as exponent
    double exponent = 0.5;
    int steps = 64;
    bool reversed = false;
    std::optional<double> min;
    std::optional<double> max;

    friend bool operator==(const HeatmapColor &, const HeatmapColor &) = default;
};

enum class BucketLabel : std::uint8_t
{
    Auto,
    Upper, ///< the label says the upper end ("le")
    Middle,
    Lower
};

/// How samples become buckets where they are none already.
struct HeatmapCalculation
{
    std::optional<double> xSizeMs;
    std::optional<int> xCount;
    std::optional<double> ySize;
    std::optional<int> yCount;
    ScaleDistribution yScale;

    friend bool operator==(const HeatmapCalculation &, const HeatmapCalculation &) = default;
};

struct HeatmapOptions
{
    std::optional<HeatmapCalculation> calculation; ///< empty: the series are the buckets
    HeatmapColor color;
    BucketLabel rowLabels = BucketLabel::Auto;
    std::string valueName;
    std::optional<std::string> cellUnit;
    std::optional<int> cellDecimals;
    double cellGap = 1;
    double cellRadius = 0;
    std::optional<double> hideBelow; ///< cells at or below this are not drawn
    std::optional<double> hideAbove;
    ValueVisibility values = ValueVisibility::Never;
    AxisPlacement yPlacement = AxisPlacement::Left;
    std::optional<std::string> yUnit;
    std::optional<int> yDecimals;
    std::optional<double> yMin;
    std::optional<double> yMax;
    std::string yLabel;
    bool yReversed = false;
    bool legend = true;
    bool exemplars = true;
    std::string exemplarColor = "rgba(255,0,255,0.7)";
    TooltipOptions tooltip;
    bool yHistogram = false; ///< of the hovered column, in the tooltip

    friend bool operator==(const HeatmapOptions &, const HeatmapOptions &) = default;
};

enum class CellHeight : std::uint8_t
{
    Small,
    Medium,
    Large
};

struct TableSort
{
    std::string field;
    bool descending = false;

    friend bool operator==(const TableSort &, const TableSort &) = default;
};

struct TableFooter
{
    bool shown = false;
    std::vector<Calculation> calculations;
    std::vector<std::string> fields; ///< empty: all numbers
    bool countRows = false;

    friend bool operator==(const TableFooter &, const TableFooter &) = default;
};

struct TableOptions
{
    bool header = true;
    CellHeight cellHeight = CellHeight::Small;
    std::vector<TableSort> sort;
    TableFooter footer;
    bool pagination = false;
    int frame = 0; ///< which frame is shown at first
    int frozenColumns = 0;

    friend bool operator==(const TableOptions &, const TableOptions &) = default;
};

enum class TimelineAlign : std::uint8_t
{
    Left,
    Center,
    Right
};

struct StateTimelineOptions
{
    bool mergeEqual = true;
    ValueVisibility values = ValueVisibility::Auto;
    TimelineAlign align = TimelineAlign::Left;
    double rowHeight = 0.9; ///< share of the row
    std::optional<int> rowsPerPage;
    LegendOptions legend;
    TooltipOptions tooltip;

    friend bool operator==(const StateTimelineOptions &, const StateTimelineOptions &) = default;
};

struct StatusHistoryOptions
{
    ValueVisibility values = ValueVisibility::Auto;
    double rowHeight = 0.9;
    double columnWidth = 0.9;
    std::optional<int> rowsPerPage;
    LegendOptions legend;
    TooltipOptions tooltip;

    friend bool operator==(const StatusHistoryOptions &, const StatusHistoryOptions &) = default;
};

enum class TextFormat : std::uint8_t
{
    Markdown,
    Html, ///< shown as the text it is: hostile
    Code
};

struct TextOptions
{
    TextFormat format = TextFormat::Markdown;
    std::string content;
    std::string language; ///< of Code

    friend bool operator==(const TextOptions &, const TextOptions &) = default;
};

struct AlertListOptions
{
    int limit = 20;
    std::string nameFilter;
    std::string labelFilter; ///< matchers
    bool firing = true;
    bool pending = true;
    bool inactive = false;
    bool onlyThisDashboard = false;
    bool grouped = false;
    std::vector<std::string> groupBy;
    SortOrder sort = SortOrder::Descending; ///< by severity

    friend bool operator==(const AlertListOptions &, const AlertListOptions &) = default;
};

struct DashboardListOptions
{
    bool starred = true;
    bool recent = false;
    bool search = false;
    bool headings = true;
    int limit = 10;
    std::string query;
    std::vector<std::string> tags;
    bool keepTime = false;
    bool includeVariables = false;

    friend bool operator==(const DashboardListOptions &, const DashboardListOptions &) = default;
};

struct RowOptions
{
    bool collapsed = false;

    friend bool operator==(const RowOptions &, const RowOptions &) = default;
};

/// A panel type that is not drawn here: it keeps its place and says what it is.
struct ForeignOptions
{
    std::string plugin; ///< Grafana's id
    std::string json;   ///< the panel as it was written

    friend bool operator==(const ForeignOptions &, const ForeignOptions &) = default;
};

using PanelOptions =
    std::variant<TimeSeriesOptions, StatOptions, GaugeOptions, BarGaugeOptions, HeatmapOptions, TableOptions,
                 PieOptions, BarChartOptions, HistogramOptions, StateTimelineOptions, StatusHistoryOptions,
                 TextOptions, AlertListOptions, DashboardListOptions, RowOptions, ForeignOptions>;

/// What a panel draws: one for each alternative of PanelOptions, in their order.
enum class PanelType : std::uint8_t
{
    TimeSeries,
    Stat,
    Gauge,
    BarGauge,
    Heatmap,
    Table,
    Pie,
    BarChart,
    Histogram,
    StateTimeline,
    StatusHistory,
    Text,
    AlertList,
    DashboardList,
    Row,
    Foreign
};
static_assert(std::variant_size_v<PanelOptions> == static_cast<std::size_t>(PanelType::Foreign) + 1);

/// The options of a new panel.
[[nodiscard]] PanelOptions standardOptions(PanelType type);

/// The legend's of those types that have one; else null.
[[nodiscard]] const LegendOptions *legendOf(const PanelOptions &options) noexcept;
[[nodiscard]] LegendOptions *legendOf(PanelOptions &options) noexcept;

/// Those of stat, gauge, bar gauge and pie; else null.
[[nodiscard]] const ReduceOptions *reduceOf(const PanelOptions &options) noexcept;
[[nodiscard]] ReduceOptions *reduceOf(PanelOptions &options) noexcept;

} // namespace sightglass
