// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardsettings.h"
#include "model/grafana/fieldsource.h"

#include <cstddef>
#include <vector>

namespace sightglass::grafana {

/// The list of annotations. Those of other data sources are kept as they were written and, where they are
/// switched on, told. Grafana's own one as every dashboard has it is left out; `left` are the places of such.
[[nodiscard]] std::vector<AnnotationSpec> readAnnotations(const Json &list, std::vector<std::size_t> &left,
                                                          ImportNotes &notes);
[[nodiscard]] OrderedJson annotationsJson(const std::vector<AnnotationSpec> &annotations);

} // namespace sightglass::grafana
