// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

namespace sightglass::grafana {

/// No panel begins below that.
inline constexpr int lowestGridRow = 1'000'000;

/// Before schema 16: rows of panels in twelfths of the width and pixels of height become panels on a grid of
/// 24 columns and cells of 38 px, with row panels in between where a row is folded, repeated or shows its
/// title.
void rowsToGrid(Json &dashboard);

} // namespace sightglass::grafana
