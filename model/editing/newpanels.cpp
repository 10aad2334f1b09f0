// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/newpanels.h"

#include "model/assist/expressionunit.h"
#include "model/assist/exprwalk.h"
#include "model/assist/intervalmask.h"
#include "model/dashboard/familytext.h"
#include "model/dashboard/refids.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sightglass {

namespace {

constexpr auto offered = std::to_array<PanelType>(
    {PanelType::TimeSeries, PanelType::Stat, PanelType::Gauge, PanelType::BarGauge, PanelType::Table,
     PanelType::Heatmap, PanelType::BarChart, PanelType::Pie, PanelType::Histogram, PanelType::StateTimeline,
     PanelType::StatusHistory, PanelType::Text, PanelType::AlertList, PanelType::DashboardList});

constexpr std::size_t longestTitle = 80;

GridPosition sizeOf(PanelType type)
{
    switch (type) {
    case PanelType::Stat:
    case PanelType::Gauge:
        return {0, 0, 6, 5};
    case PanelType::BarGauge:
    case PanelType::Pie:
    case PanelType::AlertList:
    case PanelType::DashboardList:
        return {0, 0, 8, 8};
    case PanelType::Text:
        return {0, 0, 12, 4};
    default:
        return {0, 0, 12, 8};
    }
}

std::optional<promql::ExprPtr> parsed(const std::string &expr)
{
    auto result = promql::parseExpr(maskedIntervals(expr));
    if (!result)
        return std::nullopt;
    return std::move(*result);
}

std::string unitOf(const std::string &expr, const MetricCatalog &catalog)
{
    const auto tree = parsed(expr);
    return tree ? expressionUnit(**tree, catalog) : std::string();
}

/// The metrics that a query reads, in its order.
std::vector<std::string> metricsOf(const std::string &expr)
{
    std::vector<std::string> names;
    const auto tree = parsed(expr);
    if (!tree)
        return names;
    walkExpr(**tree, [&names](const promql::Expr &node, ExprPath) {
        const promql::VectorSelector *selector = selectorOf(node);
        const std::string name(selector != nullptr ? metricNameOf(*selector) : std::string_view());
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    });
    return names;
}

std::string titleOf(const MetricEntry *metric, const std::string &name)
{
    MetricFamily family;
    family.name = metric != nullptr && !metric->family.empty() ? metric->family : name;
    family.sampleName = name;
    family.type = metric != nullptr ? metric->type : MetricType::Unknown;
    return familyTitle(family, 0);
}

/// Options of one type laid into those of another where both have them.
template<typename From, typename To>
void carryOver(const From &from, To &to)
{
    if constexpr (requires { to.legend = from.legend; })
        to.legend = from.legend;
    if constexpr (requires { to.tooltip = from.tooltip; })
        to.tooltip = from.tooltip;
    if constexpr (requires { to.reduce = from.reduce; })
        to.reduce = from.reduce;
    if constexpr (requires { to.sizes = from.sizes; })
        to.sizes = from.sizes;
    if constexpr (requires { to.orientation = from.orientation; })
        to.orientation = from.orientation;
    if constexpr (requires { to.values = from.values; })
        to.values = from.values;
    if constexpr (requires { to.rowHeight = from.rowHeight; })
        to.rowHeight = from.rowHeight;
    if constexpr (requires { to.stacking = from.stacking; })
        to.stacking = from.stacking;
}

} // namespace

std::span<const PanelType> offeredPanelTypes() noexcept
{
    return offered;
}

bool asksQueries(PanelType type) noexcept
{
    switch (type) {
    case PanelType::Text:
    case PanelType::AlertList:
    case PanelType::DashboardList:
    case PanelType::Row:
    case PanelType::Foreign:
        return false;
    default:
        return true;
    }
}

PanelSpec newPanel(PanelType type)
{
    PanelSpec panel;
    panel.options = standardOptions(type);
    panel.grid = sizeOf(type);
    if (asksQueries(type)) {
        PanelQuery query;
        query.instant = type == PanelType::Table;
        query.format = type == PanelType::Table     ? FrameFormat::Table
                       : type == PanelType::Heatmap ? FrameFormat::Heatmap
                                                    : FrameFormat::TimeSeries;
        panel.queries.push_back(std::move(query));
    }
    nameQueries(panel);
    return panel;
}

PanelSpec panelForMetric(const FamilyEntry &family, const SuggestedQuery &query, const MetricCatalog &catalog)
{
    using Kind = SuggestedQuery::Kind;
    const PanelType type = query.kind == Kind::Heatmap  ? PanelType::Heatmap
                           : query.kind == Kind::Labels ? PanelType::Table
                                                        : PanelType::TimeSeries;
    PanelSpec panel = newPanel(type);
    panel.queries.front().expr = query.expr;
    panel.queries.front().legend = query.legend;
    MetricFamily named;
    named.name = family.name;
    named.sampleName = family.samples.empty() ? family.name : family.samples.front();
    named.type = family.type;
    named.metadata = {family.type, family.help, family.unit};
    panel.title = familyTitle(named, 0);
    panel.description = familyDescription(named);
    if (query.kind == Kind::Quantile)
        panel.title += " p95";
    std::string unit = unitOf(query.expr, catalog);
    // Cells of a heatmap count; what it measures is on its axis.
    if (query.kind == Kind::Heatmap)
        unit = unitOf(family.name, catalog);
    if (!unit.empty() && type != PanelType::Table)
        panel.field.unit = unit;
    return panel;
}

PanelSpec panelForQueries(std::vector<PanelQuery> queries, const MetricCatalog &catalog)
{
    const bool table = !queries.empty() && std::ranges::all_of(queries, [](const PanelQuery &query) {
        return query.instant && !query.alsoRange;
    });
    PanelSpec panel = newPanel(table ? PanelType::Table : PanelType::TimeSeries);
    std::set<std::string> units;
    for (PanelQuery &query : queries) {
        units.insert(unitOf(query.expr, catalog));
        query.format = table ? FrameFormat::Table : query.format;
        const std::vector<std::string> metrics = metricsOf(query.expr);
        if (panel.title.empty() && !metrics.empty())
            panel.title = titleOf(catalog.find(metrics.front()), metrics.front());
    }
    if (panel.title.empty() && !queries.empty())
        panel.title = shortened(queries.front().expr, longestTitle);
    if (units.size() == 1 && !units.begin()->empty())
        panel.field.unit = *units.begin();
    if (!queries.empty())
        panel.queries = std::move(queries);
    nameQueries(panel);
    return panel;
}

PanelSpec withType(PanelSpec panel, PanelType type)
{
    if (panel.type() == type || type == PanelType::Foreign)
        return panel;
    PanelOptions options = standardOptions(type);
    std::visit([](const auto &from, auto &to) { carryOver(from, to); }, panel.options, options);
    // A bar gauge has a legend only where it says so.
    if (std::holds_alternative<BarGaugeOptions>(options))
        std::get<BarGaugeOptions>(options).legend = BarGaugeOptions().legend;
    else if (std::holds_alternative<BarGaugeOptions>(panel.options) && legendOf(options) != nullptr)
        *legendOf(options) = LegendOptions();
    panel.options = std::move(options);
    if (asksQueries(type) && panel.queries.empty())
        panel.queries = newPanel(type).queries;
    return panel;
}

} // namespace sightglass
