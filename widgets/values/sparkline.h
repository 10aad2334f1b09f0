// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/fields/graphconfig.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/displaylist.h"

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

/// Where and in which colour a sparkline is drawn as lines.
struct SparklineShape
{
    QRectF area;
    QColor line;
    std::int64_t gapMs = 0; ///< samples further apart are not joined; 0: all are
    std::span<const TimestampMs> breaks =
        {}; ///< ascending: times of samples that nothing is joined to before
    DrawStyle style = DrawStyle::Line;
    LineInterpolation interpolation = LineInterpolation::Linear;
    double width = 1;      ///< of the line, in logical pixels; 0: none
    double opacity = 0.16; ///< of what lies below the line, and of bars
    bool points = false;   ///< on a line, too
};

/// The same as an outline over a quiet area, for surfaces that are not of one colour and for cells of tables;
/// draws nothing where sparklineImage() is null.
void drawSparklineShape(DisplayList &list, const PanelData &data, const PanelSeries &series,
                        const SparklineShape &shape);
/// Of bare samples, over their own range.
void drawSparklineShape(DisplayList &list, std::span<const Sample> samples, TimeRange range,
                        const SparklineShape &shape);

} // namespace sightglass
