// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "model/assist/highlight.h"
#include "widgets/style/theme.h"

#include <QTextCharFormat>

namespace sightglass {

/// How a piece of a query is written on this theme's surface.
[[nodiscard]] QTextCharFormat promqlFormat(TokenClass tokenClass, const Theme &theme);

/// The colour of findings this grave.
[[nodiscard]] QColor findingColor(FindingSeverity severity, const Theme &theme);

/// The font of queries, of the size of `base`.
[[nodiscard]] QFont promqlFont(const QFont &base);

} // namespace sightglass
