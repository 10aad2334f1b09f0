// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/features.h"

#include <array>

namespace sightglass::grafana {

namespace {

// Why a member changes nothing.
constexpr std::string_view closedModel = "Grafana's own model of a panel has these members only; others were "
                                         "a plugin's of long ago, which the migration has read.";
constexpr std::string_view closedDashboard = "Grafana's own model of a dashboard has these members only; "
                                             "generators of dashboards leave others behind.";
constexpr std::string_view closedQuery = "Grafana's Prometheus query has these members only; others are left "
                                         "behind by editors of other data sources.";
constexpr std::string_view identity = "Grafana's numbering and versions of the stored dashboard.";
constexpr std::string_view editorState = "State of Grafana's editor.";
constexpr std::string_view readApart = "Read apart from the description.";
constexpr std::string_view droppedByGrafana = "No current Grafana reads it.";
constexpr std::string_view ownMarks = "Grafana's own list of notes and alerts; ours are this program's.";
constexpr std::string_view inputs = "Filled in when the dashboard was imported.";
constexpr std::string_view sizeLimit = "Bounds the size of a tooltip, which here is bounded by the screen.";
constexpr std::string_view behaviour = "How Grafana's server answers, not what is shown.";

constexpr auto members = std::to_array<HarmlessMember>({
    {"*/fieldConfig/custom/barMaxWidth", droppedByGrafana},
    {"*/fieldConfig/custom/lineColor", droppedByGrafana},
    {"*/fieldConfig/custom/pointSymbol", droppedByGrafana},
    {"*/fieldConfig/displayNameFromDS", "Set by data sources while they answer."},
    {"*/fieldConfig/filterable", "Whether Explore may filter by the field."},
    {"*/fieldConfig/links/internal", "Links into Grafana's Explore are made by data sources."},
    {"*/fieldConfig/links/oneClick", "How many clicks a link needs."},
    {"*/fieldConfig/links/origin", editorState},
    {"*/fieldConfig/links/type", droppedByGrafana},
    {"*/fieldConfig/mappings/id", identity},
    {"*/fieldConfig/nullValueMode", droppedByGrafana},
    {"*/fieldConfig/unitScale", droppedByGrafana},
    {"*/fieldConfig/writeable", editorState},
    {"*/options/alertThreshold", droppedByGrafana},
    {"*/options/dataLinks", "Moved to the field's links by the migration."},
    {"*/options/fieldOptions", "Moved to the field config by the migration."},
    {"*/options/legend/asTable", droppedByGrafana},
    {"*/options/legend/isVisible", droppedByGrafana},
    {"*/options/tooltip/maxHeight", sizeLimit},
    {"*/options/tooltip/maxWidth", sizeLimit},
    {"annotation/$$hashKey", editorState},
    {"annotation/limit", ownMarks},
    {"annotation/matchAny", ownMarks},
    {"annotation/showIn", identity},
    {"annotation/tags", ownMarks},
    {"annotation/target/*", "Of Grafana's own marks, or of the query's editor."},
    {"annotation/type", ownMarks},
    {"dashboard/__elements", inputs},
    {"dashboard/__inputs", inputs},
    {"dashboard/annotations", readApart},
    {"dashboard/id", identity},
    {"dashboard/panels", readApart},
    {"dashboard/preload", behaviour},
    {"dashboard/revision", identity},
    {"dashboard/schemaVersion", identity},
    {"dashboard/sightglass", readApart},
    {"dashboard/snapshot", "Who made a copy, and when."},
    {"dashboard/templating/list/definition", "What the query variable asks for, once more."},
    {"dashboard/templating/list/options", "Made of the query again."},
    {"dashboard/templating/list/*", "Of the variable's editor, or made of its query again."},
    {"dashboard/variables", droppedByGrafana},
    {"dashboard/version", identity},
    {"dashboard/*", closedDashboard},
    {"heatmap/options/selectionMode", "How zooming by mouse begins."},
    {"panel/id", readApart},
    {"panel/type", readApart},
    {"panel/targets", readApart},
    {"panel/options", readApart},
    {"panel/fieldConfig", readApart},
    {"panel/transformations", readApart},
    {"panel/collapsed", readApart},
    {"panel/panels", readApart},
    {"panel/pluginVersion", readApart},
    {"panel/sightglass", readApart},
    {"panel/*", closedModel},
    {"query/*", closedQuery},
    {"table/options/showTypeIcons", "Icons beside the headings."},
});

} // namespace

std::span<const HarmlessMember> harmlessMembers() noexcept
{
    return members;
}

} // namespace sightglass::grafana
