// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <cstddef>
#include <string>

namespace sightglass {

/// The dashboard with another name for one of its variables, everywhere it is meant: in queries, titles,
/// texts and links, repeats, the other variables, annotations, names of data sources and what is only kept of
/// foreign panels. A name that is none, or is another variable's, or was none before, is taken by the
/// variable alone: who types is still on the way, and its uses could not be told apart afterwards.
[[nodiscard]] DashboardSpec withVariableName(DashboardSpec dashboard, std::size_t index,
                                             const std::string &name);

} // namespace sightglass
