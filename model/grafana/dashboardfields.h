// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/grafana/datasourcefield.h"
#include "model/grafana/variablefields.h"

/// Descriptions of what is a dashboard's own.
namespace sightglass::grafana {

template<typename Io>
void describe(Io &io, DashboardLink &link)
{
    std::string type = link.byTags ? "dashboards" : "link";
    io.field("type", type, std::string());
    if constexpr (requires { io.notes(); }) {
        if (type != "dashboards" && type != "link") {
            io.notes().lose(io.placeOf("type").pointer, io.placeOf("type").path,
                            "The type of link is not known: it leads to its address.", LossKind::AsInGrafana);
            io.keepWhole("type");
        }
    }
    io.field("title", link.title, std::string());
    io.field("url", link.url, std::string());
    io.field("tooltip", link.tooltip, std::string());
    io.field("icon", link.icon, std::string());
    io.list("tags", link.tags);
    io.field("asDropdown", link.asDropdown, false);
    io.field("includeVars", link.includeVariables, false);
    io.field("keepTime", link.keepTime, false);
    io.field("targetBlank", link.newTab, false);
    link.byTags = type == "dashboards";
}

template<typename Io>
void describeFilter(Io &io, AnnotationSpec &annotation)
{
    if (Io::writing && annotation.panels.empty())
        return;
    io.object("filter", [&](auto &in) {
        in.field("exclude", annotation.excludesPanels, false);
        in.list("ids", annotation.panels);
    });
}

template<typename Io>
void describe(Io &io, AnnotationSpec &annotation)
{
    int builtIn = annotation.builtIn ? 1 : 0;
    io.field("name", annotation.name, std::string());
    io.field("builtIn", builtIn, 0);
    annotation.builtIn = builtIn == 1;
    io.field("enable", annotation.enabled, Io::writing ? !annotation.enabled : true);
    io.field("hide", annotation.hidden, false);
    io.field("iconColor", annotation.color, std::string());
    describeDatasource(io, annotation.datasource);
    io.object("target", [&](auto &in) {
        in.field("expr", annotation.expr, std::string());
        in.field("interval", annotation.interval, std::string());
    });
    io.field("titleFormat", annotation.title, std::string());
    io.field("textFormat", annotation.text, std::string());
    io.field("tagKeys", annotation.tagLabels, std::string());
    io.field("useValueForTime", annotation.timeIsValue, false);
    describeFilter(io, annotation);
}

template<typename Io>
void describeTime(Io &io, DashboardSpec &dashboard)
{
    io.object("time", [&](auto &in) {
        in.field("from", dashboard.timeFrom, std::string());
        in.field("to", dashboard.timeTo, std::string());
    });
    io.object("timepicker", [&](auto &in) {
        in.list("refresh_intervals", dashboard.refreshIntervals);
        in.field("nowDelay", dashboard.nowDelay, std::string());
        in.field("hidden", dashboard.pickerHidden, false);
        in.objects("quick_ranges", dashboard.quickRanges, [](auto &range, QuickRange &spec) {
            range.field("display", spec.title, std::string());
            range.field("from", spec.from, std::string());
            range.field("to", spec.to, std::string());
        });
    });
    io.field("timezone", dashboard.timezone, std::string());
    io.field("refresh", dashboard.refresh, std::string());
    io.field("weekStart", dashboard.weekStart, std::string());
    io.field("fiscalYearStartMonth", dashboard.fiscalYearStartMonth, 0);
    io.field("liveNow", dashboard.liveNow, false);
}

/// All but id, panels, annotations and what Grafana has not.
template<typename Io>
void describe(Io &io, DashboardSpec &dashboard)
{
    io.field("title", dashboard.title, std::string());
    io.field("uid", dashboard.uid, std::string());
    io.field("description", dashboard.description, std::string());
    io.list("tags", dashboard.tags);
    io.field("editable", dashboard.editable, true);
    io.field("graphTooltip", dashboard.cursorSync, CursorSync::Off);
    describeTime(io, dashboard);
    io.objects("links", dashboard.links, [](auto &in, DashboardLink &link) { describe(in, link); });
    io.object("templating", [&](auto &in) {
        in.objects("list", dashboard.variables,
                   [](auto &variable, VariableSpec &spec) { describe(variable, spec); });
    });
}

} // namespace sightglass::grafana
