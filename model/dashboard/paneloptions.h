// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/chartoptions.h"
#include "model/dashboard/heatmapoptions.h"
#include "model/dashboard/listoptions.h"
#include "model/dashboard/valueoptions.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

namespace sightglass {

struct RowOptions
{
    bool collapsed = false;

    friend bool operator==(const RowOptions &, const RowOptions &) = default;
};

/// A panel that is not drawn here, because of its type or of where its data is: it keeps its place and says
/// what it is.
struct ForeignOptions
{
    std::string plugin;          ///< Grafana's id
    std::string json;            ///< the panel as it was written
    std::string datasource = {}; ///< the type of its data source where that is the reason ("loki")

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
