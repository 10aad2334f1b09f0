// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "model/dashboard/panelspec.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/panelkit/readout.h"

#include <QTimeZone>

#include <optional>
#include <span>

namespace sightglass {

/// A series at the crosshair: a sample as it is, never one in between.
struct SeriesReading
{
    std::size_t series = 0; ///< index into PanelData::series
    Sample sample;
    QColor color;
    QString name;    ///< displayable
    double span = 0; ///< how much its axis reaches over; 0: nobody knows
    /// It is known to be a stored sample, and `sample` has its own time (see sampleTime()).
    bool isStored = false;
};

/// Where a read-out of series is made.
struct ReadoutPlace
{
    TimestampMs at = 0;
    std::int64_t exactMs = 0; ///< a sample this near is one at the crosshair: half a column
    std::int64_t stepMs = 1000;
    QTimeZone zone;
    std::optional<std::size_t> nearest = std::nullopt; ///< index into the readings; without a pointer none
    std::size_t silent = 0;                            ///< series that are shown, but have no sample here
};

/// What is said of the readings: in the order and number of the options, the time of the one next to the
/// pointer (without a pointer the first) as title, each other time beside its value with its age, and between
/// which bounds a quantile lies. A stored sample has its own time, to the millisecond; what was evaluated
/// says so, and how. Readings must not be empty.
[[nodiscard]] Readout seriesReadout(std::span<const SeriesReading> readings, const PanelSpec &spec,
                                    const PanelData &data, const TooltipOptions &options,
                                    const ReadoutPlace &place);

/// What is said where no series has a sample: between which times, or since when, or before when. Spans are
/// the samples of the series shown. Empty where they have none at all.
[[nodiscard]] Readout gapReadout(std::span<const std::span<const Sample>> series, const ReadoutPlace &place);

/// A panel's options; the defaults where its type has none.
[[nodiscard]] TooltipOptions tooltipOf(const PanelOptions &options);

} // namespace sightglass
