// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardchoices.h"
#include "model/dashboard/dashboardspec.h"
#include "model/variables/builtins.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A dashboard as it is drawn: variables replaced, rows and panels repeated, rows folded.
struct ShownDashboard
{
    DashboardSpec spec;               ///< its panels are those that are shown
    std::vector<std::size_t> sources; ///< of each, its number among the dashboard's panels

    friend bool operator==(const ShownDashboard &, const ShownDashboard &) = default;
};

/// The dashboard with these values and choices. `values` are those of resolveVariables(), with the built-in
/// ones of `context` for what has to know the time: queries, titles, texts. Links keep the places of built-in
/// variables that change with time ($__from and its kin): they are filled when they are followed.
[[nodiscard]] ShownDashboard shownDashboard(const DashboardSpec &dashboard, const VariableValues &values,
                                            const DashboardChoices &choices, const BuiltInContext &context);

/// Whether it has a row or panel that comes more than once, or could: its variable has values.
[[nodiscard]] bool repeatsAnything(const DashboardSpec &dashboard, const VariableValues &values);

/// The values (with built-in ones) as a panel has them: where its time is another than the dashboard's
/// (timeFrom, timeShift), $__from, $__to, $__range and its kin are those of the panel.
[[nodiscard]] VariableValues valuesInPanel(const PanelSpec &panel, const VariableValues &values,
                                           const BuiltInContext &context);

/// What the ad-hoc variables of a dashboard demand at present.
[[nodiscard]] std::vector<Matcher> adHocMatchers(const DashboardSpec &dashboard,
                                                 const DashboardChoices &choices);

/// The filters of one ad-hoc variable: those chosen, else those of the file.
[[nodiscard]] const std::vector<AdHocFilter> &filtersOf(const VariableSpec &variable,
                                                        const DashboardChoices &choices);

/// Whether what is drawn changes as time goes on though nothing else does: a panel names $__from or $__to, or
/// $__range where it has a range of its own, which may begin with a day.
[[nodiscard]] bool dependsOnTime(const DashboardSpec &dashboard);

/// The text of an address with all variables, built-in ones too, encoded as parts of it.
[[nodiscard]] std::string linkAddress(std::string_view url, const VariableValues &values,
                                      const BuiltInContext &context);

} // namespace sightglass
