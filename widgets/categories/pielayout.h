// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/valueoptions.h"
#include "widgets/categories/piedata.h"
#include "widgets/chart/displaylist.h"

#include <optional>

namespace sightglass {

/// Where a pie lies, logical pixels.
struct PiePlace
{
    QPointF centre;
    double radius = 0;
    double hole = 0; ///< radius of the hole; 0: a pie

    [[nodiscard]] QRectF square() const
    {
        return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
    }
};

/// What labels are made with.
struct PieLook
{
    PieLabels labels;
    PieShape shape = PieShape::Pie;
    QFont font;
    Theme theme;
    QString remark; ///< below the pie
    /// What the labels beside it need of the width, as far as that is known: see besideWidth().
    double beside = 0;
};

/// The largest pie in this size that leaves room for labels beside it.
[[nodiscard]] PiePlace piePlace(QSizeF size, const PieLook &look);

/// What the widest label needs, from the pie's edge on, of those that have no room in their slices.
[[nodiscard]] double besideWidth(std::span<const PieSlice> slices, std::span<const PieValue> values,
                                 const PiePlace &place, const PieLook &look);

/// The lines of a slice's label: name, then value and percentage.
[[nodiscard]] QStringList pieLabel(const PieSlice &slice, std::span<const PieValue> values,
                                   const PieLabels &labels);

/// "3 others" of a slice that gathers values; else its value's name.
[[nodiscard]] QString pieName(const PieSlice &slice, std::span<const PieValue> values);

/// How many others one slice gathers and how much they are, where that has room in it: then the remark need
/// not say it.
[[nodiscard]] bool tellsOthers(std::span<const PieSlice> slices, std::span<const PieValue> values,
                               const PiePlace &place, const PieLook &look);

/// Labels, inside of their slices where they fit, else beside them with a line, as long as they do not
/// overlap: what finds no place is in the legend and the read-out. The remark stands below.
[[nodiscard]] DisplayList drawPieLabels(std::span<const PieSlice> slices, std::span<const PieValue> values,
                                        const PiePlace &place, QSizeF size, const PieLook &look);

/// The slice at a place; empty beside the pie and in its hole.
[[nodiscard]] std::optional<std::size_t> pieSliceAt(std::span<const PieSlice> slices, const PiePlace &place,
                                                    QPointF at);

/// The width of the seam around a slice, logical pixels: it takes little of what it separates.
[[nodiscard]] double pieSeam(const PieSlice &slice, const PiePlace &place);

/// The middle of a slice's ring.
[[nodiscard]] QPointF pieMiddle(const PieSlice &slice, const PiePlace &place);

} // namespace sightglass
