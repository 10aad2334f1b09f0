// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardtext.h"

#include <QCoreApplication>

namespace sightglass {

namespace {

std::string translated(const char *context, const std::string &text)
{
    // An empty source would be answered with a file's header.
    return text.empty() ? text : QCoreApplication::translate(context, text.c_str()).toStdString();
}

} // namespace

DashboardSpec translatedDashboard(DashboardSpec dashboard)
{
    const auto translate = [](std::string &text) { text = translated("dashboards", text); };
    std::vector<ValueMapping> none;
    translate(dashboard.title);
    translate(dashboard.description);
    for (PanelSpec &panel : dashboard.panels) {
        translate(panel.title);
        translate(panel.description);
        for (PanelQuery &query : panel.queries)
            translate(query.legend);
        if (panel.field.noValue)
            translate(*panel.field.noValue);
        for (ValueMapping &mapping : panel.field.mappings ? *panel.field.mappings : none) {
            if (mapping.result.text)
                translate(*mapping.result.text);
        }
    }
    for (VariableSpec &variable : dashboard.variables) {
        translate(variable.label);
        translate(variable.description);
    }
    for (ThresholdGroup &group : dashboard.ruleGroups) {
        for (ThresholdRule &rule : group.rules) {
            translate(rule.summary);
            translate(rule.description);
        }
    }
    return dashboard;
}

AutoTexts translatedAutoTexts()
{
    return AutoTexts([](std::string_view text) { return translated("autodashboard", std::string(text)); });
}

} // namespace sightglass
