// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/suggestedqueries.h"
#include "model/dashboard/panelspec.h"

#include <span>
#include <string>
#include <vector>

/// Panels to begin with; without an id, of a size that suits them, to be placed by panelAdded().
namespace sightglass {

/// The types that the user can choose, in the order in which they are offered: all but rows and foreign ones.
[[nodiscard]] std::span<const PanelType> offeredPanelTypes() noexcept;

/// Whether panels of the type show the answers of queries.
[[nodiscard]] bool asksQueries(PanelType type) noexcept;

/// An empty panel of a type, with a query to be written where the type asks any.
[[nodiscard]] PanelSpec newPanel(PanelType type);

/// The panel that shows a metric as it makes sense: the first suggestion's (see suggestedQueries(), asked
/// with
/// "$__rate_interval"), with title, description, unit and, for a histogram's buckets, a heatmap.
[[nodiscard]] PanelSpec panelForMetric(const FamilyEntry &family, const SuggestedQuery &query,
                                       const MetricCatalog &catalog);

/// A time series, or where all queries are instant a table, of queries that somebody wrote: title and unit
/// from what the expressions say. Expressions that do not parse are taken as they are.
[[nodiscard]] PanelSpec panelForQueries(std::vector<PanelQuery> queries, const MetricCatalog &catalog);

/// The panel as another type: queries, field config, overrides and transformations stay, options that both
/// types have (legend, tooltip, calculation, orientation …) go along, all others are the type's standard.
[[nodiscard]] PanelSpec withType(PanelSpec panel, PanelType type);

} // namespace sightglass
