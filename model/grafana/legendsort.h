// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"

#include <string>
#include <string_view>

namespace sightglass::grafana {

/// The heading of the column that a legend's table is sorted by ("Last *", "Mean", "Name"); empty for none.
[[nodiscard]] std::string legendSortText(const LegendOptions &legend);

/// Sorts by the column of that heading. One that the legend does not show sorts nothing, as in Grafana.
void setLegendSort(LegendOptions &legend, std::string_view heading);

} // namespace sightglass::grafana
