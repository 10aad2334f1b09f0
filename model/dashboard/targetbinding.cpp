// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"
#include "model/dashboard/intervalvariables.h"
#include "model/dashboard/promqltext.h"
#include "model/dashboard/selectorrewrite.h"
#include "model/variables/variablequery.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

#include <algorithm>
#include <optional>
#include <span>

namespace sightglass {

namespace {

/// A label that some targets lack cannot be asked for.
std::optional<Matcher> matcherFor(std::string_view name, std::span<const Labels> targets)
{
    std::vector<std::string> values;
    for (const Labels &labels : targets)
        values.emplace_back(labels.value(name));
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.front().empty())
        return std::nullopt;
    if (values.size() == 1)
        return Matcher{MatchOp::Equal, std::string(name), values.front()};
    std::string alternatives;
    for (const std::string &value : values)
        alternatives += (alternatives.empty() ? "" : "|") + regexQuoted(value);
    return Matcher{MatchOp::Regex, std::string(name), alternatives};
}

std::vector<Matcher> matchersOf(std::span<const Labels> targets)
{
    std::vector<Matcher> matchers;
    for (const LabelView label : targets.front()) {
        if (std::optional<Matcher> matcher = matcherFor(label.name, targets))
            matchers.push_back(*std::move(matcher));
    }
    return matchers;
}

Labels sharedLabels(std::span<const Labels> targets)
{
    std::vector<Label> shared;
    for (const LabelView label : targets.front()) {
        const bool everywhere = std::all_of(targets.begin(), targets.end(), [label](const Labels &labels) {
            return labels.value(label.name) == label.value;
        });
        if (everywhere)
            shared.push_back({std::string(label.name), std::string(label.value)});
    }
    return Labels(std::move(shared));
}

constexpr std::string_view instanceVariable = "instance";
constexpr std::string_view instanceReference = "$instance";
constexpr std::string_view instanceGrouping = "by (instance";

/// How the expressions of a dashboard are bound.
struct Binding
{
    std::vector<Matcher> matchers;
    std::string_view dropped = {}; ///< see withMatchers()
    bool tellsInstances = false;   ///< series of several targets lie side by side

    /// Text that does not parse stays as it is: the panel or rule shows its error.
    [[nodiscard]] std::string expression(const std::string &text) const
    {
        const auto parsed = promql::parseExpr(replaceIntervalVariables(text, intervalPlaceholders()),
                                              promql::Features::all());
        if (!parsed)
            return text;
        return restoreIntervalVariables(promql::printExpr(*withMatchers(*parsed, matchers, dropped)));
    }

    /// label_values(selector, label) is what those of our own ask with.
    [[nodiscard]] std::string variableQuery(const std::string &text) const
    {
        const VariableQuery query = parseVariableQuery(text);
        if (query.kind != VariableQuery::Kind::LabelValues || query.argument.empty())
            return text;
        return "label_values(" + expression(query.argument) + ", " + query.label + ')';
    }
};

bool isInstanceVariable(const VariableSpec &variable)
{
    return variable.name == instanceVariable;
}

void bindVariables(DashboardSpec &dashboard, const Binding &binding)
{
    if (!binding.dropped.empty())
        std::erase_if(dashboard.variables, isInstanceVariable);
    for (VariableSpec &variable : dashboard.variables) {
        if (variable.type == VariableType::Query)
            variable.query = binding.variableQuery(variable.query);
    }
}

void bindPanel(PanelSpec &panel, const Binding &binding)
{
    for (PanelQuery &query : panel.queries) {
        const bool split = query.expr.find(instanceGrouping) != std::string::npos;
        if (binding.tellsInstances && split && !query.legend.empty())
            query.legend.insert(0, "{{instance}} ");
        query.expr = binding.expression(query.expr);
    }
}

} // namespace

DashboardSpec boundToTarget(const DashboardSpec &dashboard, const Labels &targetLabels)
{
    return boundToTargets(dashboard, {&targetLabels, 1});
}

DashboardSpec boundToTargets(const DashboardSpec &dashboard, std::span<const Labels> targets)
{
    DashboardSpec bound = dashboard;
    bound.targets.assign(targets.begin(), targets.end());
    Binding binding;
    if (!targets.empty())
        binding.matchers = matchersOf(targets);
    else if (!showsSeveralTargets(dashboard))
        return bound;
    binding.tellsInstances = targets.size() != 1 && showsSeveralTargets(dashboard);
    if (targets.size() == 1 && showsSeveralTargets(dashboard))
        binding.dropped = instanceReference;
    bindVariables(bound, binding);
    for (PanelSpec &panel : bound.panels)
        bindPanel(panel, binding);
    for (AnnotationSpec &annotation : bound.annotations) {
        if (!annotation.expr.empty())
            annotation.expr = binding.expression(annotation.expr);
    }
    const Labels shared = targets.empty() ? Labels() : sharedLabels(targets);
    for (ThresholdGroup &group : bound.ruleGroups) {
        for (ThresholdRule &rule : group.rules) {
            rule.expr = binding.expression(rule.expr);
            // An aggregation drops the target's labels; its alert shall still say whose it is.
            for (const LabelView label : shared)
                rule.labels = rule.labels.with(label.name, label.value);
        }
    }
    return bound;
}

bool showsSeveralTargets(const DashboardSpec &dashboard)
{
    return std::any_of(dashboard.variables.begin(), dashboard.variables.end(), isInstanceVariable);
}

} // namespace sightglass
