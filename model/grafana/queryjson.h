// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/grafana/fieldsource.h"

#include <string>
#include <vector>

namespace sightglass::grafana {

/// The queries of Prometheus among a panel's targets. Those without an expression ask nothing, in Grafana
/// neither; those of other data sources are told. Both are kept beside.
void readQueries(const Json &panel, PanelSpec &spec, ImportNotes &notes);
[[nodiscard]] OrderedJson queriesJson(const PanelSpec &panel);

/// Gives what is to be kept of the list.
[[nodiscard]] Json readTransformations(const Json &panel, PanelSpec &panelSpec, ImportNotes &notes);
[[nodiscard]] OrderedJson transformationsJson(const std::vector<TransformationSpec> &transformations);

/// Whether data of this type of source is had here: Prometheus' own and what speaks as it does; also where
/// nothing is said.
[[nodiscard]] bool isPrometheus(std::string_view datasourceType) noexcept;

/// The type of data source that all queries of a panel need and that is not had here; empty where some can
/// be asked, or there are none.
[[nodiscard]] std::string foreignSource(const Json &panel);

} // namespace sightglass::grafana
