// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/chartoptions.h"
#include "model/grafana/commonfields.h"
#include "parser/grafana/jsonvalues.h"

/// Descriptions of time series, bar chart, histogram, state timeline and status history.
namespace sightglass::grafana {

template<typename Io>
void describeTimeZones(Io &io, std::vector<std::string> &zones)
{
    io.list("timezone", zones);
}

/// Time runs from left to right, whatever is asked for.
template<typename Io>
void describeDirection(Io &io)
{
    if constexpr (Io::reading) {
        const Json *direction = io.raw("orientation");
        if (direction != nullptr && *direction == "vertical")
            io.loseAndKeep("orientation", "Time runs from left to right here.");
        else
            io.keep("orientation");
    } else {
        io.unsupported("orientation", Orientation::Auto);
    }
}

template<typename Io>
void describe(Io &io, TimeSeriesOptions &chart)
{
    describeTimeZones(io, chart.timezones);
    describeDirection(io);
    io.object("legend", [&](auto &in) { describe(in, chart.legend); });
    io.object("tooltip", [&](auto &in) {
        describe(in, chart.tooltip);
        // In any case: where nothing is said it is sorted here, and not in Grafana.
        if constexpr (Io::writing)
            in.field("sort", std::optional(chart.tooltip.sort));
    });
}

template<typename Io>
void describe(Io &io, BarChartOptions &bars)
{
    io.field("orientation", bars.orientation, Orientation::Auto);
    io.field("xField", bars.xField, std::string());
    io.field("colorByField", bars.colorByField, std::string());
    io.field("stacking", bars.stacking, StackingMode::None);
    io.field("showValue", bars.values, ValueVisibility::Auto);
    io.field("groupWidth", bars.groupWidth, 0.7);
    io.field("barWidth", bars.barWidth, 0.97);
    io.field("barRadius", bars.barRadius, 0.0);
    io.field("xTickLabelRotation", bars.labelRotation, 0.0);
    io.field("xTickLabelMaxLength", bars.labelMaxLength);
    io.field("xTickLabelSpacing", bars.labelSpacing, 0);
    io.field("fullHighlight", bars.fullHighlight, false);
    io.object("legend", [&](auto &in) { describe(in, bars.legend); });
    io.object("tooltip", [&](auto &in) { describe(in, bars.tooltip); });
    io.object("text", [&](auto &in) { describe(in, bars.sizes); });
}

template<typename Io>
void describe(Io &io, HistogramOptions &histogram)
{
    io.field("bucketCount", histogram.bucketCount);
    io.field("bucketSize", histogram.bucketSize);
    io.field("bucketOffset", histogram.bucketOffset, 0.0);
    io.field("combine", histogram.combine, false);
    io.object("legend", [&](auto &in) { describe(in, histogram.legend); });
    io.object("tooltip", [&](auto &in) { describe(in, histogram.tooltip); });
}

template<typename Io>
void describe(Io &io, StateTimelineOptions &timeline)
{
    describeTimeZones(io, timeline.timezones);
    io.field("mergeValues", timeline.mergeEqual, true);
    io.field("showValue", timeline.values, ValueVisibility::Auto);
    io.field("alignValue", timeline.align, TimelineAlign::Left);
    io.field("rowHeight", timeline.rowHeight, 0.9);
    io.field("perPage", timeline.rowsPerPage);
    io.object("legend", [&](auto &in) { describe(in, timeline.legend); });
    io.object("tooltip", [&](auto &in) { describe(in, timeline.tooltip); });
}

template<typename Io>
void describe(Io &io, StatusHistoryOptions &history)
{
    describeTimeZones(io, history.timezones);
    io.field("showValue", history.values, ValueVisibility::Auto);
    io.field("rowHeight", history.rowHeight, 0.9);
    io.field("colWidth", history.columnWidth, 0.9);
    io.field("perPage", history.rowsPerPage);
    io.object("legend", [&](auto &in) { describe(in, history.legend); });
    io.object("tooltip", [&](auto &in) { describe(in, history.tooltip); });
}

} // namespace sightglass::grafana
