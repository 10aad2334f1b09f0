// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/valueoptions.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/style/theme.h"

#include <QBrush>
#include <QColor>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace sightglass {

/// Where a gauge's scale begins and how far it reaches, clockwise, in degrees as Qt counts them.
struct GaugeScale
{
    static constexpr double arc = 270;
    static constexpr double rest = (360 - arc) / 2; ///< of an arc, from straight down to either end
    double start = 270 - rest;
    double span = arc;
};

[[nodiscard]] double radians(double degrees) noexcept;

/// A circle begins at the top.
[[nodiscard]] GaugeScale gaugeScale(GaugeShape shape) noexcept;

/// The shares from..to of the scale on a circle, clockwise from the low end.
[[nodiscard]] QPainterPath arcPath(const GaugeScale &scale, const QRectF &circle, double from, double to);

/// A part of a scale in one colour.
struct GaugePart
{
    double from = 0;
    double to = 1;
    QColor color;
};

/// Where on the scale a threshold lies.
[[nodiscard]] double gaugeShareOfStep(const Thresholds &thresholds, double from, const GaugeRange &range);

/// The thresholds of a value's field, as far as they lie on the scale.
[[nodiscard]] std::vector<GaugePart> gaugeParts(const InstantValue &value, const Theme &theme);

[[nodiscard]] QPen flatPen(const QBrush &brush, double width);

/// A bar in the colours of the values that it passes; where values have none of their own, from dark to the
/// value's colour.
[[nodiscard]] QBrush gaugeGradient(const GaugeScale &scale, QPointF centre, const InstantValue &value,
                                   const Theme &theme);
/// Its colour at a share of the scale.
[[nodiscard]] QColor gaugeColorAt(const InstantValue &value, double share, const Theme &theme);

} // namespace sightglass
