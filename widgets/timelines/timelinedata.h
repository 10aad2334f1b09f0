// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/timelines/timelinefields.h"

#include <QColor>
#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace sightglass {

/// What values become one bar, and what a value lasts.
enum class TimelineKind : std::uint8_t
{
    Merged,  ///< from a sample to the next other one
    Samples, ///< from a sample to the next one
    Cells    ///< half a step to either side of each sample
};

/// How a run of values looks and what it is called. Texts are displayable.
struct TimelineState
{
    QString text;   ///< empty: each value is printed as it is
    QColor fill;    ///< opaque, on the theme's surface
    QColor line;    ///< around it, and in the legend
    QString legend; ///< what the legend calls it; empty: it is not there

    friend bool operator==(const TimelineState &, const TimelineState &) = default;
};

/// A bar: from (inclusive) to (exclusive).
struct TimelineSpan
{
    TimestampMs from = 0;
    TimestampMs to = 0;
    std::uint32_t state = 0;  ///< index into TimelineData::states
    std::uint32_t sample = 0; ///< the first one, in its field
    std::uint32_t last = 0;   ///< the last one
    bool ongoing = false;     ///< still so at the end of the range

    friend bool operator==(const TimelineSpan &, const TimelineSpan &) = default;
};

/// A series over time: bars ascend and do not overlap.
struct TimelineRow
{
    QString name; ///< displayable
    TimelineField field;
    std::vector<TimelineSpan> spans;
    double lineWidth = 0; ///< logical pixels
};

struct TimelineData
{
    PanelDataPtr owner; ///< of what the fields point into
    std::vector<TimelineState> states;
    std::vector<TimelineRow> rows;
    DateContext dates; ///< where and when dates are read

    /// What a bar says: its state's text, or its value's.
    [[nodiscard]] QString textOf(const TimelineRow &row, const TimelineSpan &span) const;
    /// The value of the newest sample of the bar at a time, in full; empty where its text says all.
    [[nodiscard]] QString valueAt(const TimelineRow &row, const TimelineSpan &span, TimestampMs at) const;
};

/// Makes bars of values. A value lasts until the next sample; where that is missing (further away than a step
/// and a bit, unless the field spans nulls), one step. Null ends a bar, NaN is a state. A mapping gives text
/// and colour, else thresholds do, as a range that merges; booleans are green and red. Where nothing is
/// configured, up to twelve different values have colours of their own, the same in every panel of the book,
/// more are shaded between the smallest and the largest. Dates are written in the
/// zone. `spec` must outlive the result.
[[nodiscard]] TimelineData timelineData(const PanelSpec &spec, const PanelDataPtr &data, TimelineKind kind,
                                        const Theme &theme, SeriesColorBook &book,
                                        const ZoneRule &zone = machineZone());

} // namespace sightglass
