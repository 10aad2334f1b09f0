// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/dashboard/dashboardprobe.h"

#include "model/dashboard/panelquery.h"
#include "model/dashboard/panelvariables.h"
#include "model/variables/resolution.h"
#include "parser/base/quoting.h"

#include <QStringList>

#include <algorithm>

namespace sightglass::test {

Labels target()
{
    return Labels({{"job", "svc"}, {"instance", "localhost:1\"2"}});
}

DashboardSpec probeDashboard(Head &head, TimestampMs now)
{
    return autoDashboard(*head.snapshot(), {"auto-svc", "svc", target()}, now);
}

const PanelSpec *panelFor(const DashboardSpec &dashboard, const std::string &id)
{
    for (const PanelSpec &panel : dashboard.panels) {
        if (panel.id == id)
            return &panel;
    }
    return nullptr;
}

PanelData ask(Head &head, const PanelSpec &panel, TimestampMs now, std::int64_t scrapeInterval)
{
    return queryPanel(*head.snapshot(), QueryEngine(), panel, {{now - 60'000, now}, scrapeInterval, 4000});
}

QString emptyPanels(Head &head, const DashboardSpec &dashboard, TimestampMs now, std::int64_t scrapeInterval)
{
    QStringList complaints;
    const QueryEngine engine;
    const ResolvedVariables resolved = resolveVariables(
        dashboard.variables, {}, {}, VariableSource{*head.snapshot(), engine, {now - 60'000, now}});
    for (const ResolvedVariable &variable : resolved.variables) {
        if (variable.error)
            complaints += QString::fromStdString(variable.name + ": " + plainText(*variable.error));
    }
    for (const PanelSpec &written : dashboard.panels) {
        const PanelSpec panel = withVariables(written, resolved.values);
        // One that says what it means to have nothing may have nothing.
        if (panel.type() == PanelType::Row || panel.field.noValue)
            continue;
        const PanelData data = ask(head, panel, now, scrapeInterval);
        if (data.error)
            complaints += QString::fromStdString(panel.id + ": " + plainText(*data.error));
        bool filled = false;
        for (const PanelSeries &series : data.series)
            filled = filled || !series.samples.empty();
        if (!filled)
            complaints += QString::fromStdString(panel.id + " is empty: " + panel.queries.front().expr);
    }
    return complaints.join(QLatin1Char('\n'));
}

int drawnPanels(const DashboardSpec &dashboard)
{
    return static_cast<int>(std::ranges::count_if(dashboard.panels, [](const PanelSpec &panel) {
        return panel.type() != PanelType::Row && panel.type() != PanelType::Table;
    }));
}

QString allExpressions(const DashboardSpec &dashboard)
{
    QString all;
    for (const PanelSpec &panel : dashboard.panels) {
        for (const PanelQuery &query : panel.queries)
            all += QString::fromStdString(query.expr) + QLatin1Char('\n');
    }
    return all;
}

QString tableUnder(const DashboardSpec &dashboard, const std::string &heading)
{
    QString all;
    for (const PanelSpec &panel : dashboard.panels) {
        if (panel.type() == PanelType::Table && panel.title == heading)
            all += QString::fromStdString(panel.queries.front().expr) + QLatin1Char('\n');
    }
    return all;
}

} // namespace sightglass::test
