// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneloptions.h"
#include "model/grafana/chartfields.h"
#include "model/grafana/heatmapfields.h"
#include "model/grafana/listfields.h"
#include "model/grafana/valuefields.h"

namespace sightglass::grafana {

/// A row and a panel that is not drawn have no options of their own.
template<typename Io>
void describe(Io &, RowOptions &)
{}
template<typename Io>
void describe(Io &, ForeignOptions &)
{}

/// The options of any type.
template<typename Io>
void describeOptions(Io &io, PanelOptions &options)
{
    std::visit([&io](auto &one) { describe(io, one); }, options);
}

/// What Grafana takes where a panel says nothing; standardOptions() is what a new panel of ours has.
[[nodiscard]] PanelOptions grafanaStandardOptions(PanelType type);

} // namespace sightglass::grafana
