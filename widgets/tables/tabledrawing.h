// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/style/theme.h"

#include <QModelIndex>

#include <functional>

class QTableView;

namespace sightglass {

/// How a cell in a rectangle looks.
using CellDrawing = std::function<void(DisplayList &, const QRectF &, const QModelIndex &)>;

/// A table as it is scrolled, `origin` being its top left corner: its heads and the rows that are whole in
/// sight, without selection, focus and scroll bars. Where rows below are left out, the last line says how
/// many.
void drawTable(DisplayList &list, const QTableView &table, QPointF origin, const Theme &theme,
               const CellDrawing &cell);

/// A cell that is text: its model's text, colours and alignment, cut in its middle where it is too long.
void drawTextCell(DisplayList &list, const QRectF &rect, const QModelIndex &index, const QFont &font,
                  const Theme &theme);

} // namespace sightglass
