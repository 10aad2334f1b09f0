// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

/// Cuts lists that are longer than any dashboard's: a panel of two bytes becomes one of a thousand, so that
/// the bound of the text alone would not bound what comes out. What is cut is a loss.
void boundLists(Json &dashboard, Migration &migration);

} // namespace sightglass::grafana
