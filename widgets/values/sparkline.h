// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "widgets/chart/decimate.h"

#include <QColor>
#include <QImage>
#include <QSizeF>

#include <optional>
#include <span>

namespace sightglass {

/// How a sparkline appears.
struct SparklineLook
{
    QSizeF size;     ///< logical pixels
    qreal ratio = 1; ///< device pixels to logical ones
    QColor line;
    QColor background;
};

/// The scale of a sparkline: the smallest and largest value reach its ends, with a little air. A constant is
/// drawn at half the height, a constant zero on the baseline. No finite values: nothing.
[[nodiscard]] std::optional<ValueRange> sparklineScale(std::span<const Sample> samples, int height);

/// A series over the data's range as a line on a quiet area, without axes. Null where there are not two
/// samples or no finite value.
[[nodiscard]] QImage sparklineImage(const PanelData &data, const PanelSeries &series,
                                    const SparklineLook &look);

} // namespace sightglass
