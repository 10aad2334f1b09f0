// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/variables/variablevalues.h"
#include "parser/promql/matcher.h"

#include <span>
#include <string>

namespace sightglass {

/// The panel with the dashboard's variables replaced in its titles, texts, queries, links, names and unit.
/// Queries get PromQL's escapes, titles the names of values. $__interval and its kin stay: they are each
/// query's own. `filters` (of ad-hoc variables) are demanded of every selector of every query.
[[nodiscard]] PanelSpec withVariables(const PanelSpec &panel, const VariableValues &values,
                                      std::span<const Matcher> filters = {});

} // namespace sightglass
