// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"

#include <QImage>

namespace sightglass {

/// Draws columns [range.from, range.to) of a scene into a ring of columns: column k is the ring's column k
/// modulo its width. The ring is RGB32, scene.grid.count wide and scene.scale.height high. A column's pixels
/// depend on the scene alone, not on which columns are drawn in the same call.
///
/// Lines are vertical spans of coverage, column by column: the exact area of a thin line where at most one
/// sample falls in the column, the span from minimum to maximum where more do, so that no sample is ever
/// lost.
void rasterColumns(const ChartScene &scene, ColumnRange range, QImage &ring);

/// Where an absolute column lies in a ring of this width.
[[nodiscard]] int ringColumn(std::int64_t column, int width) noexcept;

} // namespace sightglass
