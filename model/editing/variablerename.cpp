// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/variablerename.h"

#include "model/dashboard/jsontexts.h"
#include "model/dashboard/panelvariables.h"
#include "model/editing/settingslists.h"
#include "model/variables/interpolation.h"

#include <optional>
#include <utility>

namespace sightglass {

namespace {

/// One name becomes another.
class Renaming
{
public:
    Renaming(std::string from, std::string to)
        : m_from(std::move(from))
        , m_to(std::move(to))
    {}

    void in(std::string &text) const
    {
        if (text.find_first_of("$[") != std::string::npos)
            text = withVariableRenamed(text, m_from, m_to);
    }
    void in(std::optional<std::string> &text) const
    {
        if (text)
            in(*text);
    }
    /// Of a JSON text.
    void inTexts(std::string &json) const
    {
        if (json.find_first_of("$[") != std::string::npos)
            json = withChangedTexts(json, [this](std::string &text) { in(text); });
    }
    void in(PanelSpec &panel) const
    {
        visitVariableTexts(panel, [this](std::string &text, TextKind) { in(text); });
        if (panel.repeat.variable == m_from)
            panel.repeat.variable = m_to;
        in(panel.datasource);
        for (PanelQuery &query : panel.queries)
            in(query.datasource);
        if (auto *foreign = std::get_if<ForeignOptions>(&panel.options))
            inTexts(foreign->json);
    }
    void in(VariableSpec &variable) const
    {
        in(variable.query);
        in(variable.regex);
        in(variable.allValue);
        in(variable.datasource);
        for (AdHocFilter &filter : variable.filters)
            in(filter.value);
    }
    void in(AnnotationSpec &annotation) const
    {
        for (std::string *text : {&annotation.expr, &annotation.interval, &annotation.title, &annotation.text,
                                  &annotation.datasource})
            in(*text);
        inTexts(annotation.json);
    }
    void in(DashboardLink &link) const
    {
        for (std::string *text : {&link.title, &link.url, &link.tooltip})
            in(*text);
    }

private:
    std::string m_from, m_to;
};

} // namespace

DashboardSpec withVariableName(DashboardSpec dashboard, std::size_t index, const std::string &name)
{
    const bool wasOne = variableNameProblem(dashboard.variables, index) == NameProblem::None;
    const std::string before = std::exchange(dashboard.variables[index].name, name);
    const bool isOne = variableNameProblem(dashboard.variables, index) == NameProblem::None;
    if (!wasOne || !isOne || before == name)
        return dashboard;
    const Renaming rename(before, name);
    for (PanelSpec &panel : dashboard.panels)
        rename.in(panel);
    for (VariableSpec &variable : dashboard.variables)
        rename.in(variable);
    for (AnnotationSpec &annotation : dashboard.annotations)
        rename.in(annotation);
    for (DashboardLink &link : dashboard.links)
        rename.in(link);
    return dashboard;
}

} // namespace sightglass
