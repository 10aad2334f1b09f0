// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotnavigation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sightglass {

namespace {

constexpr double notch = 120;
constexpr double wheelPanShare = 0.1;
constexpr double mostNotches = 20; ///< of one event; a device that sends more is broken
constexpr std::int64_t shortestBrushMs = 10;

std::int64_t rounded(double value)
{
    // Beyond any time that can be shown, and below what overflows.
    constexpr double most = 4e15;
    return std::llround(std::clamp(value, -most, most));
}

} // namespace

TimeRange zoomed(TimeRange range, double factor, TimestampMs around)
{
    const double before = static_cast<double>(std::max<std::int64_t>(range.lengthMs(), 1));
    const double share = static_cast<double>(around - range.from) / before;
    const double length = std::max(before * factor, 1.0);
    const TimestampMs from = around - rounded(length * share);
    return {from, from + rounded(length)};
}

TimeRange panned(TimeRange range, double share)
{
    const std::int64_t by = rounded(static_cast<double>(range.lengthMs()) * share);
    return {range.from + by, range.to + by};
}

WheelTurn wheelTurn(QPoint angle, Qt::KeyboardModifiers modifiers, bool plainZooms)
{
    WheelTurn turn;
    const auto notches = [](int delta) { return std::clamp(delta / notch, -mostNotches, mostNotches); };
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (sideways || modifiers.testFlag(Qt::ShiftModifier)) {
        // Up and left are back in time.
        turn.pan = -notches(sideways ? angle.x() : angle.y()) * wheelPanShare;
        return turn;
    }
    if (modifiers.testFlag(Qt::ControlModifier) || (plainZooms && modifiers == Qt::NoModifier))
        turn.zoom = std::pow(zoomInFactor, notches(angle.y()));
    return turn;
}

PlotDrag::PlotDrag(Kind kind, double x, TimeRange shown, const ColumnGrid &grid)
    : m_kind(kind)
    , m_from(x)
    , m_to(x)
    , m_shown(shown)
    , m_grid(grid)
{}

void PlotDrag::moveTo(double x, double threshold) noexcept
{
    m_to = x;
    m_moved = m_moved || std::abs(m_to - m_from) > threshold;
}

std::optional<TimeRange> PlotDrag::brushed() const
{
    const TimeRange range{m_grid.timeAt(left()), m_grid.timeAt(right())};
    if (!m_moved || range.lengthMs() < shortestBrushMs)
        return std::nullopt;
    return range;
}

TimeRange PlotDrag::panned() const
{
    const double us = std::round(m_from - m_to) * static_cast<double>(m_grid.bucketUs);
    const std::int64_t by = rounded(us / 1000);
    return {m_shown.from + by, m_shown.to + by};
}

PlotKey plotKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier))
        return PlotKey::None;
    switch (key) {
    case Qt::Key_Left:
        return shift ? PlotKey::PanEarlier : control ? PlotKey::LeapEarlier : PlotKey::Earlier;
    case Qt::Key_Right:
        return shift ? PlotKey::PanLater : control ? PlotKey::LeapLater : PlotKey::Later;
    case Qt::Key_Z:
        return !control ? PlotKey::None : shift ? PlotKey::Forward : PlotKey::Back;
    case Qt::Key_Y:
        return control ? PlotKey::Forward : PlotKey::None;
    case Qt::Key_Backspace:
        return shift ? PlotKey::Forward : PlotKey::Back;
    default:
        break;
    }
    if (control)
        return PlotKey::None;
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return PlotKey::ZoomIn;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        return PlotKey::ZoomOut;
    case Qt::Key_Home:
        return PlotKey::First;
    case Qt::Key_End:
        return PlotKey::Last;
    case Qt::Key_Escape:
        return PlotKey::Leave;
    default:
        return PlotKey::None;
    }
}

} // namespace sightglass
