// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/variables/variablevalues.h"

#include <span>
#include <vector>

namespace sightglass {

/// A panel as it is shown: the one of the dashboard, or one of its copies.
struct ShownPanel
{
    PanelSpec panel;        ///< with an id and a place of its own, variables not yet replaced
    VariableValues scope;   ///< what its copy and its row's stand for, to be laid over the dashboard's values
    std::size_t source = 0; ///< its number among the dashboard's panels

    friend bool operator==(const ShownPanel &, const ShownPanel &) = default;
};

/// How many panels a dashboard comes to at most, and how many copies one has.
struct RepeatLimits
{
    std::size_t copies = 200;
    std::size_t panels = 2000;
};

/// Rows and panels that repeat, one for each value of their variable, laid out as Grafana does: panels side
/// by side, at most perRow of them (then a row further down) over the whole width, or below each other; rows
/// with their panels below each other. Then all settle as on Grafana's grid, the copies of a panel as one:
/// what they overlap goes below them, and what has room above it moves up. A variable without values, and
/// one that is not there, repeats nothing. The first copy keeps the id.
[[nodiscard]] std::vector<ShownPanel> shownPanels(std::span<const PanelSpec> panels,
                                                  const VariableValues &values,
                                                  const RepeatLimits &limits = RepeatLimits());

} // namespace sightglass
