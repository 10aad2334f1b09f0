// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

/// Learns from the dashboard's inputs, variables and requirements what types its data sources have.
void collectDatasourceTypes(const Json &dashboard, Migration &migration);

/// A data source in the one form: null for the default one, else {type?, uid}. A name is taken for the uid;
/// the type is found where the dashboard tells it; $x and [[x]] become ${x}.
[[nodiscard]] Json datasourceRef(const Json &datasource, const Migration &migration);

/// Brings a panel's data source and those of its targets to that form; targets without one of their own get
/// the panel's unless that is the mixed one.
void normalizePanelDatasources(Json &panel, const Migration &migration);

} // namespace sightglass::grafana
