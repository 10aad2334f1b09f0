// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "widgets/chart/columngrid.h"
#include "widgets/style/theme.h"

#include <QPainterPath>

#include <span>
#include <vector>

namespace sightglass {

class DisplayList;

/// Room for the marks below the time axis, logical pixels: they stand at its lower edge, below the strips of
/// annotations.
inline constexpr double eventStripHeight = 12;
inline constexpr double eventSignHeight = 8;

/// Events that fall together, as one mark below the time axis.
struct EventMark
{
    double x = 0; ///< of its middle, device pixels right of the plot's left edge
    PanelEvent::Kind kind = PanelEvent::Kind::CounterReset; ///< the gravest of them
    std::vector<std::size_t> events;                        ///< indices of all, ascending
    double from = 0; ///< where what lasts begins and ends in the plot; of moments the same as x
    double to = 0;

    [[nodiscard]] bool isSpan() const noexcept { return from < to; }

    friend bool operator==(const EventMark &, const EventMark &) = default;
};

/// The marks of the events within the grid, at most one for each run of `cell` (>= 1) device pixels, which
/// begin at absolute columns: marks stay together while the plot moves on. A failed scrape is graver than a
/// restart, and that than the resets that it brings. Holes without scrapes that overlap have one mark over
/// all of them; a short one is a moment. `events` ascend in time; the marks ascend in x.
[[nodiscard]] std::vector<EventMark> layOutEvents(std::span<const PanelEvent> events, const ColumnGrid &grid,
                                                  int cell);

/// The mark nearest to x; null where none is within that distance (inclusive). Moments come before what lasts
/// over x.
[[nodiscard]] const EventMark *eventMarkAt(std::span<const EventMark> marks, double x,
                                           double within) noexcept;

/// The sign of a kind around the origin, 7 logical pixels across. Told apart by shape: a reset is a triangle
/// that points down, a restart a ring, a failed scrape a cross, no scrape two bars.
[[nodiscard]] QPainterPath eventSign(PanelEvent::Kind kind);
[[nodiscard]] QColor eventColor(PanelEvent::Kind kind, const Theme &theme);

/// Draws the marks. `origin` is the left end of the strip's middle line; lengths are logical pixels.
void addEventMarks(DisplayList &list, std::span<const EventMark> marks, QPointF origin, double ratio,
                   const Theme &theme);

} // namespace sightglass
