// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/grafana/datasourcefield.h"

#include <string>
#include <string_view>

/// Description of one query of Prometheus.
namespace sightglass::grafana {

template<typename Io>
void describe(Io &io, PanelQuery &query)
{
    io.field("refId", query.refId, std::string());
    describeDatasource(io, query.datasource);
    io.field("expr", query.expr, std::string());
    io.field("legendFormat", query.legend, std::string());
    io.field("format", query.format, FrameFormat::TimeSeries);
    io.field("instant", query.instant, false);
    // An old query of a range says neither.
    bool saysRange = query.instant && query.alsoRange;
    io.field("range", saysRange, false);
    io.field("interval", query.interval, std::string());
    io.field("intervalFactor", query.stepFactor, 1);
    io.field("exemplar", query.exemplars);
    io.field("hide", query.hidden, false);
    if constexpr (requires { io.notes(); }) {
        for (const std::string_view name : {"adhocFilters", "scopes", "groupByKeys"}) {
            if (!isEmptyValue(io.raw(name)))
                io.loseAndKeep(name, "Filters and groups of a query's own are not added to it.");
        }
    }
    if constexpr (Io::reading) {
        query.alsoRange = query.instant && saysRange;
        query.stepFactor = query.stepFactor < 1 ? 1 : query.stepFactor;
    }
}

} // namespace sightglass::grafana
