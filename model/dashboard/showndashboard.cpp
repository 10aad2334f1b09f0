// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/showndashboard.h"

#include "model/dashboard/panelvariables.h"
#include "model/dashboard/rowfolding.h"
#include "model/variables/adhocfilters.h"
#include "model/variables/interpolation.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 4> movingNames = {"__from", "__to", "__url_time_range", "timeFilter"};

bool namesTime(std::string_view text)
{
    // Most texts have no variable at all.
    if (text.find_first_of("$[") == std::string_view::npos)
        return false;
    const auto names = variablesIn(text);
    return std::ranges::any_of(movingNames, [&names](std::string_view name) { return names.contains(name); });
}

bool namesTime(const PanelSpec &panel)
{
    const auto *text = std::get_if<TextOptions>(&panel.options);
    return namesTime(panel.title) || (text != nullptr && namesTime(text->content)) ||
           std::ranges::any_of(panel.queries, [](const PanelQuery &query) { return namesTime(query.expr); });
}

bool foldedIn(const DashboardChoices &choices, const PanelSpec &row)
{
    const auto chosen = choices.folded.find(row.id);
    const auto *options = std::get_if<RowOptions>(&row.options);
    return chosen != choices.folded.end() ? chosen->second : options != nullptr && options->collapsed;
}

/// The built-in variables that stay the same while time goes on.
VariableValues restingValues(const VariableValues &values)
{
    VariableValues resting;
    for (const auto &[name, value] : values) {
        if (std::ranges::find(movingNames, name) == movingNames.end())
            resting.set(name, value);
    }
    return resting;
}

} // namespace

const std::vector<AdHocFilter> &filtersOf(const VariableSpec &variable, const DashboardChoices &choices)
{
    const auto chosen = choices.filters.find(variable.name);
    return chosen != choices.filters.end() ? chosen->second : variable.filters;
}

std::vector<Matcher> adHocMatchers(const DashboardSpec &dashboard, const DashboardChoices &choices)
{
    std::vector<Matcher> all;
    for (const VariableSpec &variable : dashboard.variables) {
        if (variable.type != VariableType::AdHoc)
            continue;
        const std::vector<Matcher> own = matchersOf(filtersOf(variable, choices));
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

bool dependsOnTime(const DashboardSpec &dashboard)
{
    return std::ranges::any_of(dashboard.panels, [](const PanelSpec &panel) { return namesTime(panel); });
}

ShownDashboard shownDashboard(const DashboardSpec &dashboard, const VariableValues &values,
                              const DashboardChoices &choices, const BuiltInContext &context)
{
    VariableValues all = values;
    addBuiltIns(all, context);
    const VariableValues resting = restingValues(all);
    const std::vector<Matcher> filters = adHocMatchers(dashboard, choices);
    const std::vector<ShownPanel> repeated = shownPanels(spreadRows(dashboard.panels), all);
    const std::vector<ShownPanel> folded =
        foldRows(repeated, [&choices](const PanelSpec &row) { return foldedIn(choices, row); });

    ShownDashboard result;
    result.spec = dashboard;
    result.spec.panels.clear();
    for (const ShownPanel &shown : folded) {
        const VariableValues &known = namesTime(shown.panel) ? all : resting;
        PanelSpec panel = withVariables(shown.panel, known.with(shown.scope), filters);
        // It is a copy already, or has none.
        panel.repeat = {};
        result.spec.panels.push_back(std::move(panel));
        result.sources.push_back(shown.source);
    }
    return result;
}

std::string linkAddress(std::string_view url, const VariableValues &values, const BuiltInContext &context)
{
    VariableValues all = values;
    addBuiltIns(all, context);
    addAllVariables(all);
    // These two are parts of an address already.
    VariableValues parts;
    for (const char *name : {"__all_variables", "__url_time_range"}) {
        if (const VariableValue *value = all.find(name))
            parts.set(name, *value);
    }
    return interpolated(interpolated(url, parts), all, {.kind = TextKind::Address});
}

} // namespace sightglass
