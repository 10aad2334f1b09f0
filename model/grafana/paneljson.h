// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/grafana/fieldsource.h"

#include <string>

namespace sightglass::grafana {

/// A panel of a migrated dashboard. Members that are not honoured are told, nothing fails.
[[nodiscard]] PanelSpec readPanel(const Json &panel, ImportNotes &notes);

/// Forgets of what is kept that which is written anyhow, or has no place any more.
void pruneKept(PanelSpec &panel);

/// The panel as schema 42 has it, without the panels of a row. `id` is its number.
[[nodiscard]] OrderedJson panelJson(const PanelSpec &panel, int id);

} // namespace sightglass::grafana
