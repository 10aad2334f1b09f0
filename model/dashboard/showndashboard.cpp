// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/showndashboard.h"

#include "model/dashboard/paneltime.h"
#include "model/dashboard/panelvariables.h"
#include "model/dashboard/rowfolding.h"
#include "model/variables/adhocfilters.h"
#include "model/variables/interpolation.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 4> movingNames = {"__from", "__to", "__url_time_range", "timeFilter"};
constexpr std::array<std::string_view, 3> lengthNames = {"__range", "__range_s", "__range_ms"};

bool namesAny(std::string_view text, std::span<const std::string_view> names)
{
    // Most texts have no variable at all.
    if (text.find_first_of("$[") == std::string_view::npos)
        return false;
    const auto found = variablesIn(text);
    return std::ranges::any_of(names, [&found](std::string_view name) { return found.contains(name); });
}

bool namesAny(const PanelSpec &panel, std::span<const std::string_view> names)
{
    const auto *text = std::get_if<TextOptions>(&panel.options);
    return namesAny(panel.title, names) || (text != nullptr && namesAny(text->content, names)) ||
           std::ranges::any_of(panel.queries, [names](const PanelQuery &query) {
               return namesAny(query.expr, names) || namesAny(query.legend, names);
           });
}

bool namesTime(const PanelSpec &panel)
{
    return namesAny(panel, movingNames);
}

bool hasOwnTime(const PanelSpec &panel)
{
    return !panel.timeFrom.empty() || !panel.timeShift.empty();
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
    return std::ranges::any_of(dashboard.panels, [](const PanelSpec &panel) {
        return namesTime(panel) || (hasOwnTime(panel) && namesAny(panel, lengthNames));
    });
}

bool repeatsAnything(const DashboardSpec &dashboard, const VariableValues &values)
{
    return std::ranges::any_of(dashboard.panels, [&values](const PanelSpec &panel) {
        const std::string &name = panel.repeat.variable;
        const VariableValue *value = name.empty() ? nullptr : values.find(name);
        return value != nullptr && !value->values.empty();
    });
}

VariableValues valuesInPanel(const PanelSpec &panel, const VariableValues &values,
                             const BuiltInContext &context)
{
    if (!hasOwnTime(panel))
        return values;
    PanelSpec asking;
    asking.options = panel.options;
    asking.timeFrom = interpolated(panel.timeFrom, values, {});
    asking.timeShift = interpolated(panel.timeShift, values, {});
    PanelTime time;
    time.range = context.range;
    time.live = false;
    time.now = context.now;
    if (context.zone)
        time.zones = [&context](const PanelSpec &) { return context.zone; };
    return values.with(rangeValues(panelTime(asking, time).range));
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
        const bool moves = namesTime(shown.panel);
        VariableValues known = (moves ? all : resting).with(shown.scope);
        if (hasOwnTime(shown.panel)) {
            known = valuesInPanel(shown.panel, known, context);
            known = moves ? known : restingValues(known);
        }
        PanelSpec panel = withVariables(shown.panel, known, filters);
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
