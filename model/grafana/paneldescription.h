// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/grafana/configfields.h"
#include "model/grafana/datasourcefield.h"

/// Description of what all panels have; queries, options, overrides and transformations are read apart.
namespace sightglass::grafana {

template<typename Io>
void describe(Io &io, GridPosition &grid)
{
    constexpr int written = -1; // a place is always said
    io.field("h", grid.height, Io::writing ? written : 8);
    io.field("w", grid.width, Io::writing ? written : 12);
    io.field("x", grid.x, Io::writing ? written : 0);
    io.field("y", grid.y, Io::writing ? written : 0);
}

template<typename Io>
void describe(Io &io, PanelRepeat &repeat)
{
    io.field("repeat", repeat.variable, std::string());
    if (Io::writing && repeat.variable.empty())
        return;
    io.field("repeatDirection", repeat.direction, RepeatDirection::Horizontal);
    io.field("maxPerRow", repeat.perRow, 4);
    if (Io::reading && repeat.variable.empty())
        repeat = PanelRepeat();
}

template<typename Io>
void describe(Io &io, PanelSpec &panel)
{
    io.field("title", panel.title, std::string());
    io.field("description", panel.description, std::string());
    io.object("gridPos", [&](auto &in) { describe(in, panel.grid); });
    io.field("transparent", panel.transparent, false);
    describeDatasource(io, panel.datasource);
    describe(io, panel.repeat);
    io.objects("links", panel.links, [](auto &in, DataLink &link) { describe(in, link); });
    io.field("timeFrom", panel.timeFrom, std::string());
    io.field("timeShift", panel.timeShift, std::string());
    io.field("hideTimeOverride", panel.hideTimeOverride, false);
    io.field("interval", panel.interval, std::string());
    io.field("maxDataPoints", panel.maxDataPoints);
}

} // namespace sightglass::grafana
