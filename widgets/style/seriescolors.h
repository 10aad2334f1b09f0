// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QColor>

#include <cstddef>

namespace sightglass {

/// The colour of the index-th series of a panel: a palette that colour-blind people can tell apart, with
/// shades for either theme; repeats after seriesColorCount.
inline constexpr std::size_t seriesColorCount = 12;
[[nodiscard]] QColor seriesColor(std::size_t index, ThemeKind theme);

} // namespace sightglass
