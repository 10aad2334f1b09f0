// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPainterPath>
#include <QRectF>

#include <optional>

namespace sightglass {

// What lies inside of a rectangle, by geometry: for devices that take no notice of a painter's clipping.
// Curves become chords.

/// The part of a line inside; nothing where it has none.
[[nodiscard]] std::optional<QLineF> insideOf(const QRectF &rect, const QLineF &line);

/// The area of a path inside, to be filled. Parts that are apart may be joined by edges along the rectangle's
/// sides, which have no area.
[[nodiscard]] QPainterPath areaInside(const QRectF &rect, const QPainterPath &path);

/// The lines of a path inside, to be stroked: ends where the path leaves, begins where it comes back.
[[nodiscard]] QPainterPath linesInside(const QRectF &rect, const QPainterPath &path);

} // namespace sightglass
