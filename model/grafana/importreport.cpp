// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/importreport.h"

#include "model/dashboard/dashboardwords.h"
#include "model/grafana/queryproblems.h"
#include "model/variables/interpolation.h"

#include <algorithm>
#include <map>
#include <set>

namespace sightglass {

namespace {

/// The numbers of variables that have a loss, out of "…/templating/list/3/regex".
std::set<std::size_t> lostVariables(const std::vector<ImportLoss> &losses)
{
    constexpr std::string_view list = "/templating/list/";
    std::set<std::size_t> lost;
    for (const ImportLoss &loss : losses) {
        const std::size_t at = loss.pointer.find(list);
        if (at == std::string::npos || loss.kind != LossKind::Ours)
            continue;
        std::size_t index = 0;
        for (std::size_t i = at + list.size(); i < loss.pointer.size() && index < 100'000; ++i) {
            if (loss.pointer[i] < '0' || loss.pointer[i] > '9')
                break;
            index = index * 10 + std::size_t(loss.pointer[i] - '0');
        }
        lost.insert(index);
    }
    return lost;
}

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

} // namespace

void VerdictCounts::add(PanelVerdict verdict) noexcept
{
    fullyHonoured += verdict == PanelVerdict::FullyHonoured ? 1U : 0U;
    withLosses += verdict == PanelVerdict::WithLosses ? 1U : 0U;
    notShown += verdict == PanelVerdict::NotShown ? 1U : 0U;
}

DashboardReport importReport(const ImportedDashboard &imported)
{
    DashboardReport report;
    report.title = imported.dashboard.title;
    std::map<std::string, std::vector<ImportLoss>> byPanel;
    for (const ImportLoss &loss : imported.losses) {
        if (loss.kind != LossKind::Ours)
            continue;
        if (loss.panelId)
            byPanel[std::to_string(*loss.panelId)].push_back(loss);
        else
            report.losses.push_back(loss);
    }
    std::set<std::string, std::less<>> lost;
    for (const std::size_t index : lostVariables(report.losses)) {
        if (index < imported.dashboard.variables.size())
            lost.insert(imported.dashboard.variables[index].name);
    }
    for (const PanelSpec &panel : imported.dashboard.panels) {
        if (panel.type() == PanelType::Row)
            continue;
        PanelReport &one = report.panels.emplace_back();
        one.id = panel.id.empty() ? 0 : std::strtoll(panel.id.c_str(), nullptr, 10);
        one.title = panel.title;
        one.type = typeOf(panel);
        one.losses = byPanel[panel.id];
        one.asksPrometheus = !panel.queries.empty();
        one.queryErrors = queryProblems(panel, imported.dashboard.variables);
        for (const std::string &name : namesIn(panel)) {
            if (lost.contains(name))
                one.losses.push_back({{},
                                      one.id,
                                      one.title,
                                      "variable",
                                      "The variable " + name + " is not honoured.",
                                      LossKind::Ours});
        }
        const bool foreign = panel.type() == PanelType::Foreign;
        one.verdict = foreign              ? PanelVerdict::NotShown
                      : one.losses.empty() ? PanelVerdict::FullyHonoured
                                           : PanelVerdict::WithLosses;
        report.panelCounts.add(one.verdict);
        if (one.asksPrometheus)
            report.prometheusCounts.add(one.verdict);
    }
    return report;
}

} // namespace sightglass
