// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/variables/interpolation.h"
#include "model/variables/variablevalues.h"
#include "parser/promql/matcher.h"

#include <functional>
#include <span>
#include <string>

namespace sightglass {

/// Calls for every text of a panel in which a variable can stand, with what kind of text it is.
using VariableTextVisit = std::function<void(std::string &text, TextKind kind)>;
void visitVariableTexts(PanelSpec &panel, const VariableTextVisit &visit);

/// The panel with the dashboard's variables replaced in its titles, texts, queries, links, names and unit.
/// Queries get PromQL's escapes, titles the names of values. $__interval and its kin stay: they are each
/// query's own. `filters` (of ad-hoc variables) are demanded of every selector of every query.
[[nodiscard]] PanelSpec withVariables(const PanelSpec &panel, const VariableValues &values,
                                      std::span<const Matcher> filters = {});

} // namespace sightglass
