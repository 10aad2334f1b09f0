// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "widgets/chart/columngrid.h"

#include <QPoint>
#include <Qt>

#include <optional>

namespace sightglass {

// Zooming and panning of a plot over time as arithmetic: what wheel, drag and keys ask for. Bounds (not later
// than now, not shorter than a second) are TimeSelection's.

/// The range with its length times `factor` (> 0), `around` staying where it is on the screen.
[[nodiscard]] TimeRange zoomed(TimeRange range, double factor, TimestampMs around);

/// The range moved by this share of its length.
[[nodiscard]] TimeRange panned(TimeRange range, double share);

/// What a turn of the wheel means.
struct WheelTurn
{
    double zoom = 1; ///< factor of the length
    double pan = 0;  ///< share of the length

    [[nodiscard]] bool isNothing() const noexcept { return zoom == 1 && pan == 0; }
    friend bool operator==(const WheelTurn &, const WheelTurn &) = default;
};

/// `angle` is QWheelEvent::angleDelta(), 120 a notch. Sideways, or with Shift, it pans; with Ctrl, and
/// without a modifier where `plainZooms`, it zooms; else it is somebody else's.
[[nodiscard]] WheelTurn wheelTurn(QPoint angle, Qt::KeyboardModifiers modifiers, bool plainZooms);

/// A drag over the plot: of a range (the brush), or of the plot itself. Pixels are device pixels right of the
/// plot's left edge.
class PlotDrag
{
public:
    enum class Kind : unsigned char
    {
        Brush,
        Pan
    };
    PlotDrag(Kind kind, double x, TimeRange shown, const ColumnGrid &grid);

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    /// The pointer is here; a move becomes one when it goes further than `threshold`.
    void moveTo(double x, double threshold) noexcept;
    [[nodiscard]] bool moved() const noexcept { return m_moved; }
    /// From the left to the right end of the brush.
    [[nodiscard]] double left() const noexcept { return m_from < m_to ? m_from : m_to; }
    [[nodiscard]] double right() const noexcept { return m_from < m_to ? m_to : m_from; }
    /// The times below the brush; nothing for a click, or where it is too short to be one.
    [[nodiscard]] std::optional<TimeRange> brushed() const;
    /// The range shown at the start, moved with the pointer by whole columns, so that the picture is the same
    /// one, shifted.
    [[nodiscard]] TimeRange panned() const;

private:
    Kind m_kind;
    double m_from;
    double m_to;
    bool m_moved = false;
    TimeRange m_shown;
    ColumnGrid m_grid;
};

/// What a key does to a plot.
enum class PlotKey : unsigned char
{
    None,
    Earlier, ///< crosshair by a step
    Later,
    LeapEarlier, ///< by ten
    LeapLater,
    First, ///< to the range's ends
    Last,
    PanEarlier,
    PanLater,
    ZoomIn,
    ZoomOut,
    Back, ///< in the steps of the shown time
    Forward,
    Leave ///< crosshair and brush
};

/// +/- zoom; arrows move the crosshair (with Ctrl by ten), Home and End to the ends; Shift and arrows pan;
/// Backspace and Ctrl+Z lead back, with Shift (and Ctrl+Y) forward; Escape leaves.
[[nodiscard]] PlotKey plotKey(int key, Qt::KeyboardModifiers modifiers);

/// How much keys zoom and pan by.
inline constexpr double zoomInFactor = 0.8;
inline constexpr double keyPanShare = 0.1;

} // namespace sightglass
