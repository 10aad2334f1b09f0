// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

/// Puts the values of constant inputs (`__inputs`) where the exported dashboard refers to them (${VAR_X}),
/// and takes those inputs out. Inputs that are data sources stay: whoever opens the dashboard binds them.
void applyInputs(Json &dashboard);

/// Puts the models of library panels (`__elements`) into the panels that refer to them; the place, id and own
/// title of the panel stay. A panel whose model is not there is a loss.
void resolveLibraryPanels(Json &dashboard, Migration &migration);

} // namespace sightglass::grafana
