// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "widgets/panelkit/panelview.h"

#include <vector>

namespace sightglass::test {

/// A panel with title, description and a query that does not parse.
[[nodiscard]] PanelSpec specOf(PanelType type);
/// What was answered beside that query.
[[nodiscard]] PanelDataPtr failed(std::vector<PanelSeries> series);

} // namespace sightglass::test
