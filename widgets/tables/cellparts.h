// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/style/theme.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <functional>

namespace sightglass {

/// More lines of one cell are cut, with an ellipsis.
inline constexpr int mostCellLines = 8;

/// The parts of a cell of pills: those of a JSON list, else what commas divide.
[[nodiscard]] QStringList pillsOf(const QString &text);

/// Rounded labels side by side, as many as have room; the last place says how many are left out. `color` is
/// a pill's by its text.
void drawPills(DisplayList &list, const QRectF &rect, const QStringList &pills, const QFont &font,
               const std::function<QColor(const QString &)> &color);

/// A text in as many lines as it needs, as far as the rectangle reaches.
void drawWrapped(DisplayList &list, const QRectF &rect, const DisplayList::Text &text);

/// What can be read on a surface of that colour.
[[nodiscard]] QColor cellInk(const QColor &surface);

} // namespace sightglass
