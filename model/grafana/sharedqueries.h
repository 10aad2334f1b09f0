// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

namespace sightglass::grafana {

/// Panels whose data source is "-- Dashboard --" show another panel's answers: they get that panel's targets
/// and data source, and before their own transformations that panel's where they ask for what it made of
/// them. A panel that borrows from one which borrows stays as it is; Grafana refuses that too.
void resolveSharedQueries(Json &dashboard);

} // namespace sightglass::grafana
