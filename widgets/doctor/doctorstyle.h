// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/pagefinding.h"
#include "widgets/style/theme.h"

#include <QString>

class QLabel;
class QTableView;

namespace sightglass {

/// A style sheet for tables and trees that lie flat on their surface.
[[nodiscard]] QString tableStyle(const Theme &theme);

/// The colour of a severity on this theme's surfaces.
[[nodiscard]] QColor severityColor(DiagnosticSeverity severity, const Theme &theme);

/// A table of rows to be read: whole rows are selected, no grid, no row numbers, rows as high as a line.
void prepareTable(QTableView *table);

/// The colour of a label's text. Below a style sheet a palette that changes later has no say any more.
void setTextColor(QLabel *label, const QColor &color);

} // namespace sightglass
