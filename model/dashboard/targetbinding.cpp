// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"
#include "model/dashboard/intervalvariables.h"
#include "model/dashboard/promqltext.h"
#include "model/dashboard/selectorrewrite.h"
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

/// Text that does not parse stays as it is: the panel or rule shows its error.
std::string boundExpression(const std::string &text, std::span<const Matcher> matchers)
{
    const auto parsed =
        promql::parseExpr(replaceIntervalVariables(text, intervalPlaceholders()), promql::Features::all());
    if (!parsed)
        return text;
    return restoreIntervalVariables(promql::printExpr(*withMatchers(*parsed, matchers)));
}

} // namespace

DashboardSpec boundToTarget(const DashboardSpec &dashboard, const Labels &targetLabels)
{
    return boundToTargets(dashboard, {&targetLabels, 1});
}

DashboardSpec boundToTargets(const DashboardSpec &dashboard, std::span<const Labels> targets)
{
    if (targets.empty())
        return dashboard;
    DashboardSpec bound = dashboard;
    bound.targets.assign(targets.begin(), targets.end());
    const std::vector<Matcher> matchers = matchersOf(targets);
    for (PanelSpec &panel : bound.panels) {
        for (PanelQuery &query : panel.queries)
            query.expr = boundExpression(query.expr, matchers);
    }
    for (AnnotationSpec &annotation : bound.annotations) {
        if (!annotation.expr.empty())
            annotation.expr = boundExpression(annotation.expr, matchers);
    }
    const Labels shared = sharedLabels(targets);
    for (ThresholdGroup &group : bound.ruleGroups) {
        for (ThresholdRule &rule : group.rules) {
            rule.expr = boundExpression(rule.expr, matchers);
            // An aggregation drops the target's labels; its alert shall still say whose it is.
            for (const LabelView label : shared)
                rule.labels = rule.labels.with(label.name, label.value);
        }
    }
    return bound;
}

} // namespace sightglass
