// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/columngrid.h"

#include <QPointF>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// A single thing in a plot, such as an exemplar: device pixels from the plot's top left corner.
struct PointMark
{
    double x = 0;
    double y = 0;
    std::size_t item = 0; ///< of the caller's

    friend bool operator==(const PointMark &, const PointMark &) = default;
};

/// At most one mark for each cell of `cell` device pixels in both directions, the highest one, of several the
/// later one; in the order they came. Cells begin at absolute columns, so that those that are kept stay while
/// the plot moves on with time. cell >= 1.
[[nodiscard]] std::vector<PointMark> spreadMarks(std::vector<PointMark> marks, const ColumnGrid &grid,
                                                 int cell);

/// The index of the mark nearest to a place, the later of two equally near; nothing where none is within that
/// distance (inclusive).
[[nodiscard]] std::optional<std::size_t> markAt(std::span<const PointMark> marks, QPointF place,
                                                double within) noexcept;

} // namespace sightglass
