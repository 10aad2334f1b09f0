// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "widgets/panelkit/readout.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <span>

namespace sightglass {

/// What happened, a line for each kind: "14:03:07 counter reset: http_requests_total{code="200"}"; of several
/// of a kind, the first and how many there are; what lasted with both its ends. `indices` are into `events`.
/// Displayable.
[[nodiscard]] QStringList eventTexts(std::span<const PanelEvent> events, std::span<const std::size_t> indices,
                                     const QTimeZone &zone);

/// What a plot shows of what lies between its steps.
enum class PlotDetail : unsigned char
{
    Extremes,
    States
};

/// What the lines of an answer are made of.
struct PlotSource
{
    SampleSpacing spacing;      ///< of the source's samples
    std::int64_t fineMs = 0;    ///< see PanelData::fineStepMs
    bool storedWhole = false;   ///< all lines are stored samples, and none is left out
    bool storedThinned = false; ///< of stored samples only those that decide are there

    [[nodiscard]] static PlotSource of(const PanelData &data);
    friend bool operator==(const PlotSource &, const PlotSource &) = default;
};

/// How fine a plot is: "step 5 s, source 1 s"; the step alone where the source is not known or as fine; "min
/// and max per 5 s, source 1 s" or "all states per 5 s, source 1 s" where it shows what lies between its
/// steps; "every sample, source 1 s" where it shows what is stored.
[[nodiscard]] QString resolutionText(std::int64_t stepMs, const PlotSource &source,
                                     PlotDetail detail = PlotDetail::Extremes);

/// The same where there is little room: "min/max per 5 s", "states per 5 s", "step 5 s", "every sample".
[[nodiscard]] QString shortResolutionText(std::int64_t stepMs, const PlotSource &source,
                                          PlotDetail detail = PlotDetail::Extremes);

/// "evaluated every 1 s over 1 min", "evaluated every 5 s".
[[nodiscard]] QString originText(const QueryOrigin &origin);

/// A read-out as a sentence for a screen reader.
[[nodiscard]] QString spokenText(const Readout &readout);

} // namespace sightglass
