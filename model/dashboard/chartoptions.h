// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/valueoptions.h"
#include "model/fields/graphconfig.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

struct TimeSeriesOptions
{
    LegendOptions legend;
    TooltipOptions tooltip;
    /// Of the time axis: "browser" is the machine's, an empty text the dashboard's. The first is drawn; none:
    /// the dashboard's.
    std::vector<std::string> timezones = {};

    friend bool operator==(const TimeSeriesOptions &, const TimeSeriesOptions &) = default;
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
    /// Of the time axis: "browser" is the machine's, an empty text the dashboard's. The first is drawn; none:
    /// the dashboard's.
    std::vector<std::string> timezones = {};

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
    /// Of the time axis: "browser" is the machine's, an empty text the dashboard's. The first is drawn; none:
    /// the dashboard's.
    std::vector<std::string> timezones = {};

    friend bool operator==(const StatusHistoryOptions &, const StatusHistoryOptions &) = default;
};

} // namespace sightglass
