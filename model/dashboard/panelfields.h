// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

namespace sightglass {

/// Gives every series that overrides match its field config, and every one the name that is configured.
void configureSeries(PanelData &data, const PanelSpec &panel);

/// How a series of the panel is shown: its own config, else the panel's.
[[nodiscard]] inline const FieldConfig &configOf(const PanelSpec &panel, const PanelSeries &series) noexcept
{
    return series.config ? *series.config : panel.field;
}

} // namespace sightglass
