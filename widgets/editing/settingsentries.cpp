// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/settingsentries.h"

#include "model/editing/settingslists.h"
#include "model/editing/variablerename.h"
#include "model/fields/jsregex.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/variables/grafanainterval.h"
#include "model/variables/variableoptions.h"
#include "parser/promql/parse.h"
#include "widgets/editing/optiontexts.h"

#include <QCoreApplication>

#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::DashboardSettings)
};

QString shown(const std::string &text, qsizetype longest)
{
    return displayText(std::string_view(text), longest);
}

/// What the three kinds have in common.
template<typename T, std::vector<T> DashboardSpec::*list>
class EntriesOf : public SettingsEntries
{
public:
    [[nodiscard]] int count(const DashboardSpec &dashboard) const override
    {
        return static_cast<int>((dashboard.*list).size());
    }
    [[nodiscard]] std::vector<OptionField> fields(const DashboardSpec &dashboard, int at) const override
    {
        return settingFields(entry(dashboard, at));
    }
    [[nodiscard]] QByteArray value(const DashboardSpec &dashboard, int at,
                                   std::string_view pointer) const override
    {
        return QByteArray::fromStdString(settingValue(entry(dashboard, at), pointer));
    }
    [[nodiscard]] bool set(DashboardSpec &dashboard, int at, std::string_view pointer,
                           const QByteArray &json) const override
    {
        auto changed = withSetting(entry(dashboard, at), pointer, json.toStdString());
        if (changed)
            (dashboard.*list)[static_cast<std::size_t>(at)] = std::move(*changed);
        return changed.has_value();
    }
    void copy(DashboardSpec &dashboard, int at) const override
    {
        (dashboard.*list).push_back(entry(dashboard, at));
    }
    void remove(DashboardSpec &dashboard, int at) const override
    {
        (dashboard.*list).erase((dashboard.*list).begin() + at);
    }
    void swap(DashboardSpec &dashboard, int at, int with) const override
    {
        std::swap((dashboard.*list)[static_cast<std::size_t>(at)],
                  (dashboard.*list)[static_cast<std::size_t>(with)]);
    }

protected:
    [[nodiscard]] static const T &entry(const DashboardSpec &dashboard, int at)
    {
        return (dashboard.*list)[static_cast<std::size_t>(at)];
    }
    [[nodiscard]] static QString wordOf(const DashboardSpec &dashboard, int at, std::string_view pointer)
    {
        for (const OptionField &field : settingFields(entry(dashboard, at))) {
            if (field.pointer != pointer)
                continue;
            const std::string json = settingValue(entry(dashboard, at), pointer);
            const std::string &said = json.empty() ? field.standard : json;
            return said.size() < 2 ? QString()
                                   : choiceLabel(field, std::string_view(said).substr(1, said.size() - 2));
        }
        return {};
    }
};

QString nameProblem(NameProblem problem)
{
    switch (problem) {
    case NameProblem::None:
        break;
    case NameProblem::Empty:
        return Texts::tr("A variable needs a name.");
    case NameProblem::Letters:
        return Texts::tr("Only letters, digits and _ can be in a name.");
    case NameProblem::Reserved:
        return Texts::tr("Names that begin with __ are taken for built-in variables.");
    case NameProblem::Taken:
        return Texts::tr("Another variable has this name.");
    }
    return {};
}

class VariableEntries : public EntriesOf<VariableSpec, &DashboardSpec::variables>
{
public:
    [[nodiscard]] QString title(const DashboardSpec &dashboard, int at) const override
    {
        return u'$' + shown(entry(dashboard, at).name, 60);
    }
    [[nodiscard]] QString detail(const DashboardSpec &dashboard, int at) const override
    {
        const QString type = wordOf(dashboard, at, "/type");
        const QString query = shown(entry(dashboard, at).query, 80);
        return query.isEmpty() ? type : type + QStringLiteral(" · ") + query;
    }
    /// Its uses follow its name.
    [[nodiscard]] bool set(DashboardSpec &dashboard, int at, std::string_view pointer,
                           const QByteArray &json) const override
    {
        auto changed = withSetting(entry(dashboard, at), pointer, json.toStdString());
        if (!changed)
            return false;
        if (pointer == "/name")
            dashboard = withVariableName(std::move(dashboard), static_cast<std::size_t>(at), changed->name);
        else
            dashboard.variables[static_cast<std::size_t>(at)] = std::move(*changed);
        return true;
    }
    [[nodiscard]] Problems problems(const DashboardSpec &dashboard, int at) const override
    {
        const VariableSpec &variable = entry(dashboard, at);
        Problems problems;
        problems["/name"] =
            nameProblem(variableNameProblem(dashboard.variables, static_cast<std::size_t>(at)));
        if (variable.regex.find('$') == std::string::npos && !variable.regex.empty()) {
            if (const auto regex = JsRegex::fromText(variable.regex); !regex)
                problems["/regex"] = errorText(regex.error());
        }
        if (variable.type != VariableType::Interval)
            return problems;
        VariableSpec listed = variable;
        listed.autoInterval.offered = false;
        for (const VariableOption &option : intervalOptions(listed)) {
            if (!grafanaIntervalMs(option.value) && option.value.find('$') == std::string::npos)
                problems["/query"] = Texts::tr("No duration: %1").arg(shown(option.value, 40));
        }
        if (!grafanaIntervalMs(variable.autoInterval.least))
            problems["/auto_min"] = Texts::tr("No duration, such as 10s");
        return problems;
    }
    void copy(DashboardSpec &dashboard, int at) const override
    {
        dashboard.variables.push_back(copiedVariable(dashboard.variables, entry(dashboard, at)));
    }
    [[nodiscard]] std::vector<Addition> additions() const override
    {
        return {{Texts::tr("New variable"), [](DashboardSpec &dashboard) {
                     dashboard.variables.push_back(newVariable(dashboard.variables));
                 }}};
    }
    [[nodiscard]] QString invitation() const override
    {
        return Texts::tr("Variables are chosen above the dashboard, and stand in queries, titles and links "
                         "as $name. A panel or a row can be repeated for each of their values.");
    }
};

class AnnotationEntries : public EntriesOf<AnnotationSpec, &DashboardSpec::annotations>
{
public:
    [[nodiscard]] QString title(const DashboardSpec &dashboard, int at) const override
    {
        return shown(entry(dashboard, at).name, 60);
    }
    [[nodiscard]] QString detail(const DashboardSpec &dashboard, int at) const override
    {
        const AnnotationSpec &annotation = entry(dashboard, at);
        const QString what = annotation.builtIn         ? Texts::tr("Alerts that fire")
                             : !annotation.json.empty() ? Texts::tr("Of another data source")
                                                        : shown(annotation.expr, 80);
        return annotation.enabled ? what : Texts::tr("off · %1").arg(what);
    }
    [[nodiscard]] Problems problems(const DashboardSpec &dashboard, int at) const override
    {
        const AnnotationSpec &annotation = entry(dashboard, at);
        Problems problems;
        if (annotation.name.empty())
            problems["/name"] = Texts::tr("A name says what the marks are.");
        if (annotation.builtIn || !annotation.json.empty())
            return problems;
        if (annotation.expr.empty())
            problems["/target/expr"] = Texts::tr("Where this query is not 0 there is a mark.");
        else if (annotation.expr.find('$') == std::string::npos) {
            if (const auto parsed = promql::parseExpr(annotation.expr); !parsed)
                problems["/target/expr"] = errorText(parsed.error());
        }
        const bool step = annotation.interval.empty() || annotation.interval.find('$') != std::string::npos;
        if (!step && !grafanaIntervalMs(annotation.interval))
            problems["/target/interval"] = Texts::tr("No duration, such as 10s");
        return problems;
    }
    [[nodiscard]] std::vector<Addition> additions() const override
    {
        const auto adding = [](const QString &text, AnnotationKind kind) {
            return Addition{text, [kind](DashboardSpec &dashboard) {
                                dashboard.annotations.push_back(newAnnotation(kind, dashboard.annotations));
                            }};
        };
        return {adding(Texts::tr("Alerts that fire"), AnnotationKind::Alerts),
                adding(Texts::tr("Restarts of processes"), AnnotationKind::Restarts),
                adding(Texts::tr("Where a query is not 0"), AnnotationKind::Query)};
    }
    [[nodiscard]] QString invitation() const override
    {
        return Texts::tr("Annotations mark on all charts when something happened: alerts, restarts, or "
                         "whatever a query finds. Your own notes (Ctrl+Shift+M) are marked on every "
                         "dashboard.");
    }
};

class LinkEntries : public EntriesOf<DashboardLink, &DashboardSpec::links>
{
public:
    [[nodiscard]] QString title(const DashboardSpec &dashboard, int at) const override
    {
        const QString title = shown(entry(dashboard, at).title, 60);
        return title.isEmpty() ? Texts::tr("Untitled") : title;
    }
    [[nodiscard]] QString detail(const DashboardSpec &dashboard, int at) const override
    {
        const DashboardLink &link = entry(dashboard, at);
        if (!link.byTags)
            return shown(link.url, 80);
        QStringList tags;
        for (const std::string &tag : link.tags)
            tags << shown(tag, 40);
        return tags.isEmpty() ? Texts::tr("All dashboards")
                              : Texts::tr("Dashboards with: %1").arg(tags.join(QStringLiteral(", ")));
    }
    [[nodiscard]] Problems problems(const DashboardSpec &dashboard, int at) const override
    {
        const DashboardLink &link = entry(dashboard, at);
        Problems problems;
        if (link.title.empty())
            problems["/title"] = Texts::tr("Without a title nobody sees where it leads.");
        if (!link.byTags && link.url.empty())
            problems["/url"] = Texts::tr("An address, or /d/ and the id of a dashboard");
        return problems;
    }
    [[nodiscard]] std::vector<Addition> additions() const override
    {
        const auto adding = [](const QString &text, bool byTags) {
            return Addition{text, [byTags](DashboardSpec &dashboard) {
                                DashboardLink link;
                                link.byTags = byTags;
                                link.title = Texts::tr("Link").toStdString();
                                link.icon = byTags ? "" : "external link";
                                link.asDropdown = byTags;
                                dashboard.links.push_back(std::move(link));
                            }};
        };
        return {adding(Texts::tr("Link to an address"), false),
                adding(Texts::tr("Links to dashboards"), true)};
    }
    [[nodiscard]] QString invitation() const override
    {
        return Texts::tr("Links stand above the dashboard: to an address, or to all dashboards with some "
                         "tags. They can take the time range and the variables along.");
    }
};

} // namespace

std::unique_ptr<SettingsEntries> variableEntries()
{
    return std::make_unique<VariableEntries>();
}

std::unique_ptr<SettingsEntries> annotationEntries()
{
    return std::make_unique<AnnotationEntries>();
}

std::unique_ptr<SettingsEntries> linkEntries()
{
    return std::make_unique<LinkEntries>();
}

} // namespace sightglass
