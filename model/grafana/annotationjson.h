// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardsettings.h"
#include "model/grafana/fieldsource.h"

#include <vector>

namespace sightglass::grafana {

/// The list of annotations. Those of other data sources are kept as they were written and, where they are
/// switched on, told.
[[nodiscard]] std::vector<AnnotationSpec> readAnnotations(const Json &list, ImportNotes &notes);
[[nodiscard]] OrderedJson annotationsJson(const std::vector<AnnotationSpec> &annotations);

} // namespace sightglass::grafana
