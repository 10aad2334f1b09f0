// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/importreport.h"

#include "model/dashboard/dashboardwords.h"
#include "model/grafana/membernames.h"
#include "model/grafana/queryproblems.h"
#include "model/variables/interpolation.h"
#include "model/variables/variableorder.h"
#include "parser/grafana/jsonvalues.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace sightglass {

namespace {

std::set<std::string, std::less<>> namesIn(const PanelSpec &panel)
{
    std::set<std::string, std::less<>> names = variablesIn(panel.title);
    names.merge(variablesIn(panel.interval));
    names.insert(panel.repeat.variable);
    for (const PanelQuery &query : panel.queries) {
        for (const std::string *text : {&query.expr, &query.legend, &query.interval})
            names.merge(variablesIn(*text));
    }
    return names;
}

std::string typeOf(const PanelSpec &panel)
{
    const auto *foreign = std::get_if<ForeignOptions>(&panel.options);
    return foreign != nullptr ? foreign->plugin : std::string(wordFor(panel.type()));
}

/// Losses of panels by their ids, and the dashboard's own.
struct SortedLosses
{
    std::map<std::string, std::vector<ImportLoss>> byPanel;
    std::vector<ImportLoss> dashboard;
};

/// Variables that wait for each other are filled as if they did not.
void addCycles(const ImportedDashboard &imported, std::vector<ImportLoss> &losses)
{
    const std::vector<std::string> cyclic = variableOrder(imported.dashboard.variables).cyclic;
    for (const VariablePlace &variable : imported.variables) {
        if (std::find(cyclic.begin(), cyclic.end(), variable.name) != cyclic.end())
            losses.push_back({variable.pointer,
                              {},
                              {},
                              "variable.cycle",
                              "The variable " + variable.name +
                                  " waits for another one that waits for it; it is filled as if it did not.",
                              LossKind::AsInGrafana});
    }
}

SortedLosses sorted(const std::vector<ImportLoss> &losses, LossKind kind)
{
    SortedLosses result;
    for (const ImportLoss &loss : losses) {
        // What a panel kept of the type that it once had asks for nothing.
        if (loss.kind != kind || grafana::isOfAnotherType(loss.feature))
            continue;
        if (loss.panelId)
            result.byPanel[std::to_string(*loss.panelId)].push_back(loss);
        else
            result.dashboard.push_back(loss);
    }
    return result;
}

PanelVerdict verdictOf(const PanelSpec &panel, const PanelReport &report)
{
    if (panel.type() == PanelType::Foreign)
        return PanelVerdict::NotShown;
    return report.losses.empty() && report.queryErrors.empty() ? PanelVerdict::FullyHonoured
                                                               : PanelVerdict::WithLosses;
}

/// Each once.
std::vector<std::string> problemsOfCopies(const PanelSpec &panel, const std::vector<VariableValues> &ofRow)
{
    std::vector<std::string> problems;
    for (const VariableValues &row : ofRow) {
        for (const VariableValues &copy : valuesOfCopies(panel, row)) {
            for (std::string &problem : queryProblems(panel, copy)) {
                if (std::ranges::find(problems, problem) == problems.end())
                    problems.push_back(std::move(problem));
            }
        }
    }
    return problems;
}

/// Also where the panel is one that is not drawn here.
bool asksPrometheus(const PanelSpec &panel)
{
    const auto *foreign = std::get_if<ForeignOptions>(&panel.options);
    if (foreign == nullptr || !foreign->datasource.empty())
        return !panel.queries.empty();
    const auto json = grafana::Json::parse(foreign->json, nullptr, false);
    const grafana::Json targets = grafana::valueIn(json, "targets");
    return targets.is_array() && std::any_of(targets.begin(), targets.end(), [](const grafana::Json &target) {
               return !grafana::textIn(target, "expr").empty();
           });
}

/// What a panel's variables lose, the panel loses.
void addVariables(const PanelSpec &panel, const std::set<std::string, std::less<>> &lost, PanelReport &report)
{
    for (const std::string &name : namesIn(panel)) {
        if (lost.contains(name))
            report.losses.push_back({{},
                                     report.id,
                                     report.title,
                                     "variable",
                                     "The variable " + name + " is not honoured.",
                                     LossKind::Ours});
    }
}

/// The names of variables that have a loss of ours.
std::set<std::string, std::less<>> lostNames(const std::vector<VariablePlace> &variables,
                                             const std::vector<ImportLoss> &losses)
{
    std::map<std::string, std::string, std::less<>> names;
    for (const VariablePlace &variable : variables)
        names.emplace(variable.pointer, variable.name);
    std::set<std::string, std::less<>> lost;
    for (const ImportLoss &loss : losses) {
        if (loss.kind != LossKind::Ours)
            continue;
        // The variable's own place, or one within it.
        for (std::size_t end = 0; end < loss.pointer.size();) {
            end = std::min(loss.pointer.find('/', end + 1), loss.pointer.size());
            if (const auto found = names.find(std::string_view(loss.pointer).substr(0, end));
                found != names.end())
                lost.insert(found->second);
        }
    }
    return lost;
}

} // namespace

void VerdictCounts::add(PanelVerdict verdict) noexcept
{
    fullyHonoured += verdict == PanelVerdict::FullyHonoured ? 1U : 0U;
    withLosses += verdict == PanelVerdict::WithLosses ? 1U : 0U;
    notShown += verdict == PanelVerdict::NotShown ? 1U : 0U;
}

DashboardReport importReport(const ImportedDashboard &imported)
{
    const DashboardSpec &dashboard = imported.dashboard;
    SortedLosses losses = sorted(imported.losses, LossKind::Ours);
    SortedLosses shared = sorted(imported.losses, LossKind::AsInGrafana);
    DashboardReport report;
    report.title = dashboard.title;
    report.losses = std::move(losses.dashboard);
    report.asInGrafana = std::move(shared.dashboard);
    addCycles(imported, report.asInGrafana);
    const std::set<std::string, std::less<>> lost = lostNames(imported.variables, report.losses);
    const VariableValues values = plausibleValues(dashboard.variables);
    std::vector<VariableValues> ofRow = {values};
    for (const PanelSpec &panel : dashboard.panels) {
        if (panel.type() == PanelType::Row) {
            ofRow = valuesOfCopies(panel, values);
            continue;
        }
        PanelReport &one = report.panels.emplace_back();
        one.id = std::strtoll(panel.id.c_str(), nullptr, 10);
        one.title = panel.title;
        one.type = typeOf(panel);
        one.losses = std::move(losses.byPanel[panel.id]);
        one.asInGrafana = std::move(shared.byPanel[panel.id]);
        one.asksPrometheus = asksPrometheus(panel);
        one.queryErrors = problemsOfCopies(panel, ofRow);
        addVariables(panel, lost, one);
        one.verdict = verdictOf(panel, one);
        report.panelCounts.add(one.verdict);
        if (one.asksPrometheus)
            report.prometheusCounts.add(one.verdict);
    }
    return report;
}

} // namespace sightglass
