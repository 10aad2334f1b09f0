// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/fitteddashboard.h"

#include "model/dashboard/intervalvariables.h"
#include "model/variables/interpolation.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>

namespace sightglass {

namespace {

constexpr int columns = 24;

/// Whether an expression can have an answer from a target that exposes these names.
class Answerable
{
public:
    explicit Answerable(const SampleNames &exposed)
        : m_exposed(exposed)
    {}

    [[nodiscard]] bool check(const promql::ExprPtr &expr) const
    {
        using namespace promql;
        switch (expr->kind) {
        case ExprKind::VectorSelector:
            return isExposed(static_cast<const VectorSelector &>(*expr));
        case ExprKind::MatrixSelector:
            return isExposed(*static_cast<const MatrixSelector &>(*expr).selector);
        case ExprKind::Subquery:
            return check(static_cast<const Subquery &>(*expr).expr);
        case ExprKind::Call: {
            const auto &call = static_cast<const Call &>(*expr);
            return std::all_of(call.arguments.begin(), call.arguments.end(),
                               [this](const ExprPtr &argument) { return check(argument); });
        }
        case ExprKind::Aggregate:
            return check(static_cast<const Aggregate &>(*expr).expr);
        case ExprKind::Binary:
            return checkChain(static_cast<const Binary &>(*expr));
        case ExprKind::Unary:
            return check(static_cast<const Unary &>(*expr).expr);
        case ExprKind::Paren:
            return check(static_cast<const Paren &>(*expr).expr);
        case ExprKind::NumberLiteral:
        case ExprKind::StringLiteral:
            break;
        }
        return true;
    }

private:
    [[nodiscard]] bool isExposed(const promql::VectorSelector &selector) const
    {
        return selector.name.empty() || m_exposed.contains(selector.name);
    }

    [[nodiscard]] bool checkChain(const promql::Binary &last) const
    {
        const std::vector<const promql::Binary *> links = promql::operatorChain(last);
        bool answers = check(links.front()->lhs);
        for (const promql::Binary *link : links) {
            if (link->op == promql::BinaryOp::Or)
                answers = answers || check(link->rhs);
            else if (link->op != promql::BinaryOp::Unless)
                answers = answers && check(link->rhs);
        }
        return answers;
    }

    const SampleNames &m_exposed;
};

bool mayAnswer(const PanelQuery &query, const SampleNames &exposed)
{
    const auto parsed = promql::parseExpr(replaceIntervalVariables(query.expr, intervalPlaceholders()),
                                          promql::Features::all());
    return !parsed || Answerable(exposed).check(*parsed);
}

bool mayShow(const PanelSpec &panel, const SampleNames &exposed)
{
    return panel.queries.empty() ||
           std::any_of(panel.queries.begin(), panel.queries.end(),
                       [&exposed](const PanelQuery &query) { return mayAnswer(query, exposed); });
}

/// For each panel whether it stays; a row stays with any of its panels.
std::vector<bool> staying(const std::vector<PanelSpec> &panels, const SampleNames &exposed)
{
    std::vector<bool> stays(panels.size());
    std::optional<std::size_t> row;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (panels[i].type() == PanelType::Row) {
            row = i;
            continue;
        }
        stays[i] = mayShow(panels[i], exposed);
        if (stays[i] && row)
            stays[*row] = true;
    }
    return stays;
}

/// Panels that lie beside each other, as indices from left to right.
struct Shelf
{
    std::vector<std::size_t> panels;
    int top = 0;
    int bottom = 0;
};

std::vector<Shelf> shelvesOf(const std::vector<PanelSpec> &panels)
{
    std::vector<std::size_t> order(panels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&panels](std::size_t a, std::size_t b) {
        const GridPosition &first = panels[a].grid;
        const GridPosition &second = panels[b].grid;
        return first.y != second.y ? first.y < second.y : first.x < second.x;
    });
    std::vector<Shelf> shelves;
    for (const std::size_t index : order) {
        const GridPosition &grid = panels[index].grid;
        if (shelves.empty() || grid.y >= shelves.back().bottom)
            shelves.push_back({{}, grid.y, grid.y});
        shelves.back().panels.push_back(index);
        shelves.back().bottom = std::max(shelves.back().bottom, grid.y + grid.height);
    }
    return shelves;
}

int widestOf(const PanelSpec &panel)
{
    const bool tile = panel.type() == PanelType::Stat || panel.type() == PanelType::Gauge;
    return tile ? 2 * panel.grid.width : columns;
}

/// The panels that stay take the room of those that go, in proportion.
void widen(std::vector<PanelSpec> &panels, const std::vector<std::size_t> &staying)
{
    int left = columns;
    int wanted = 0;
    for (const std::size_t index : staying)
        wanted += panels[index].grid.width;
    int x = 0;
    for (const std::size_t index : staying) {
        GridPosition &grid = panels[index].grid;
        const int before = grid.width;
        const int share = (left * before + wanted / 2) / wanted;
        grid.width = std::clamp(share, before, std::max(before, widestOf(panels[index])));
        grid.x = x;
        x += grid.width;
        left -= grid.width;
        wanted -= before;
    }
}

bool isLevel(const std::vector<PanelSpec> &panels, const Shelf &shelf)
{
    return std::all_of(shelf.panels.begin(), shelf.panels.end(), [&](std::size_t index) {
        return panels[index].grid.y == shelf.top &&
               panels[index].grid.y + panels[index].grid.height == shelf.bottom;
    });
}

/// Of panels that went. One that a query of another variable needs stays.
void dropUnusedVariables(DashboardSpec &dashboard)
{
    std::set<std::string, std::less<>> used;
    for (const PanelSpec &panel : dashboard.panels) {
        for (const PanelQuery &query : panel.queries)
            used.merge(variablesIn(query.expr));
    }
    for (const VariableSpec &variable : dashboard.variables)
        used.merge(variablesIn(variable.query));
    std::erase_if(dashboard.variables, [&used](const VariableSpec &variable) {
        return variable.type == VariableType::Query && !used.contains(variable.name);
    });
}

} // namespace

DashboardSpec fittedTo(DashboardSpec dashboard, const SampleNames &exposed)
{
    std::vector<PanelSpec> &panels = dashboard.panels;
    const std::vector<bool> stays = staying(panels, exposed);
    int up = 0;
    for (const Shelf &shelf : shelvesOf(panels)) {
        std::vector<std::size_t> rest;
        std::copy_if(shelf.panels.begin(), shelf.panels.end(), std::back_inserter(rest),
                     [&stays](std::size_t index) { return stays[index]; });
        if (!rest.empty() && rest.size() < shelf.panels.size() && isLevel(panels, shelf))
            widen(panels, rest);
        for (const std::size_t index : rest)
            panels[index].grid.y -= up;
        up += rest.empty() ? shelf.bottom - shelf.top : 0;
    }
    std::vector<PanelSpec> left;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (stays[i])
            left.push_back(std::move(panels[i]));
    }
    panels = std::move(left);
    dropUnusedVariables(dashboard);
    return dashboard;
}

} // namespace sightglass
