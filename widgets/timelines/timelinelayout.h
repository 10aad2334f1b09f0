// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/chartoptions.h"
#include "widgets/chart/columngrid.h"
#include "widgets/chart/displaylist.h"
#include "widgets/timelines/timelinedata.h"

#include <span>
#include <vector>

namespace sightglass {

/// How rows are drawn.
struct TimelineStyle
{
    TimelineKind kind = TimelineKind::Merged;
    ValueVisibility values = ValueVisibility::Auto;
    TimelineAlign align = TimelineAlign::Left;
    double rowHeight = 0.9;   ///< share of the row
    double columnWidth = 0.9; ///< share of the step; of Cells
};

/// The place that rows are drawn into.
struct TimelineFrame
{
    ColumnGrid grid;
    double ratio = 1; ///< device pixels to logical ones
    int height = 0;   ///< device pixels
    std::size_t first = 0;
    std::size_t rows = 0; ///< shown, from the first on
    QFont font;
    Theme theme;
    std::vector<bool> faded; ///< by state: the user looks at others
};

/// Where a row's bars lie, device pixels from the plot's top: bottom exclusive.
struct TimelineBand
{
    int top = 0;
    int bottom = 0;

    friend bool operator==(const TimelineBand &, const TimelineBand &) = default;
};
/// `row` counts from the first shown.
[[nodiscard]] TimelineBand timelineBand(const TimelineFrame &frame, std::size_t row, double rowHeight);

/// The row at a height; beyond the ends, the first or last one.
[[nodiscard]] std::size_t timelineRowAt(const TimelineFrame &frame, double y);

/// A run of device pixel columns with one state: from (inclusive) to (exclusive), of the plot.
struct TimelineRun
{
    int from = 0;
    int to = 0;
    std::size_t span = 0; ///< index into the row's bars

    friend bool operator==(const TimelineRun &, const TimelineRun &) = default;
};
/// A column in which more happens than one bar: all states in it, each once, in order of time. None is left
/// out for being shorter than a pixel.
struct TimelineMix
{
    int column = 0;
    std::vector<std::uint32_t> states;
    bool isAlone = false; ///< no column beside it is one; then the bars around it are none of its states

    friend bool operator==(const TimelineMix &, const TimelineMix &) = default;
};
struct TimelineColumns
{
    std::vector<TimelineRun> runs;
    std::vector<TimelineMix> mixes; ///< ascending; over the runs
};
[[nodiscard]] TimelineColumns timelineColumns(std::span<const TimelineSpan> spans, const ColumnGrid &grid);

/// The bars that the column at x touches, device pixels from the plot's left edge; ascending.
[[nodiscard]] std::vector<std::size_t> timelineSpansAt(std::span<const TimelineSpan> spans,
                                                       const ColumnGrid &grid, double x);

/// The rows, from the plot's top left corner, logical pixels. Bars whose text has room bear it.
[[nodiscard]] DisplayList drawTimeline(const TimelineData &data, const TimelineStyle &style,
                                       const TimelineFrame &frame);

} // namespace sightglass
