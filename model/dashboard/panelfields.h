// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <string_view>

namespace sightglass {

/// The legend by which Grafana names series by what tells them apart.
inline constexpr std::string_view autoLegend = "__auto";

/// The name by which overrides and transformations find a query: its own, else "A", "B" … by its place.
[[nodiscard]] std::string queryRefId(const PanelSpec &panel, std::size_t query);

/// Names every series as its query's legend says: its {{label}} places filled in, for "__auto" the label's
/// value where all series know but one, else all labels; the labels where no legend is said. A single series
/// without the labels that its legend names beside others that have them is {label=""}. What would be named by
/// nothing at all has its expression's name, as in Grafana. Those of an answer that goes on from one
/// of the same panel keep their names.
void nameSeries(PanelData &data, const PanelSpec &panel);

/// Gives every series that overrides match its field config, and every one the name that is configured.
void configureSeries(PanelData &data, const PanelSpec &panel);

/// How a series of the panel is shown: its own config, else the panel's.
[[nodiscard]] inline const FieldConfig &configOf(const PanelSpec &panel, const PanelSeries &series) noexcept
{
    return series.config ? *series.config : panel.field;
}

/// The legend text of a series: `legend` with {{label}} replaced by the label's value ("" where absent);
/// empty legend: Labels::toString().
[[nodiscard]] std::string legendText(std::string_view legend, const Labels &labels);

} // namespace sightglass
