// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

/// Gives every panel a whole number of its own as id, before anything is said about panels; ids that are
/// there and unique stay. Members of lists of panels that are no objects are taken out and are losses.
void ensurePanelIds(Json &dashboard, Migration &migration);

/// What every panel has: type, whole gridPos within the grid, texts that are texts, targets with refId,
/// transformations under today's names, legends that say whether they are shown. For panels of today's
/// plugins.
void normalizePanel(Json &panel, Migration &migration);

/// Panels inside an open row come out of it, rows inside a row too; panels without a place get one below all.
void normalizeRows(Json &dashboard);

/// Variables: type, name, {query, refId}, current and options of the form that multi asks for, numbers for
/// refresh, hide and sort. What has no name or an unknown type is a loss.
void normalizeVariables(Json &dashboard, Migration &migration);

/// Annotations: the built-in one is there, queries are in target, data sources are references.
void normalizeAnnotations(Json &dashboard, Migration &migration);
/// Tells of members of a list of the dashboard's that are no objects, and so are left out.
void tellStrangers(const Json &list, const std::string &pointer, Migration &migration);

/// Title, tags, time, refresh, links and the rest of the dashboard's own.
void normalizeDashboard(Json &dashboard, Migration &migration);

} // namespace sightglass::grafana
