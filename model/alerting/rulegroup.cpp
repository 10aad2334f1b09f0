// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/rulegroup.h"

#include "model/alerting/ruleexpression.h"
#include "parser/base/numbertext.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sightglass {

namespace {

/// The group's labels, overlaid by the rule's own.
std::vector<Label> mergedLabels(const WrittenGroup &group, const WrittenRule &rule)
{
    std::map<std::string, std::string> merged;
    for (const auto *some : {&group.labels, &rule.labels}) {
        for (const WrittenLabel &label : *some)
            merged[label.name.value] = label.value.value;
    }
    std::vector<Label> labels;
    for (const auto &[name, value] : merged)
        labels.push_back({name, value});
    return labels;
}

RulePtr writtenRule(const WrittenGroup &group, const WrittenRule &written, const promql::Features &features)
{
    Rule rule;
    rule.kind = written.kind();
    rule.name = written.name();
    rule.query = written.normalisedExpr();
    rule.expr = written.expression;
    if (rule.expr == nullptr) {
        auto parsed = promql::parseExpr(written.expr.value, features);
        if (parsed)
            rule.expr = std::move(parsed).value();
        else
            rule.problem = parsed.error();
    }
    rule.forMs = written.forMs.value;
    rule.keepFiringForMs = written.keepFiringForMs.value;
    rule.writtenLabels = mergedLabels(group, written);
    rule.labels = Labels(rule.writtenLabels);
    rule.position = written.position;
    if (rule.kind == RuleKind::Alerting) {
        for (const Label &label : rule.writtenLabels)
            rule.labelTexts.emplace_back(label.name, label.value, rule.name);
        for (const WrittenLabel &annotation : written.annotations)
            rule.annotations.emplace_back(annotation.name.value, annotation.value.value, rule.name);
    }
    return std::make_shared<const Rule>(std::move(rule));
}

/// Of a rule whose expression does not parse.
std::string asWritten(const ThresholdRule &rule)
{
    return '(' + rule.expr + ") " + std::string(promql::binaryOpText(rule.op)) + ' ' +
           formatFloat(rule.threshold);
}

} // namespace

RuleGroup ruleGroup(const WrittenGroup &group, const std::string &file, const RuleDefaults &defaults)
{
    RuleGroup made{group.name.value, file, group.intervalMs.value, {}, {}, {}};
    if (made.intervalMs <= 0)
        made.intervalMs = std::max<std::int64_t>(defaults.intervalMs, 1);
    made.queryOffsetMs = group.queryOffsetMs.value.value_or(defaults.queryOffsetMs);
    made.limit = static_cast<std::size_t>(std::max<std::int64_t>(group.limit.value, 0));
    made.externalLabels = defaults.externalLabels;
    for (const WrittenRule &rule : group.rules)
        made.rules.push_back(writtenRule(group, rule, defaults.features));
    return made;
}

RulePtr thresholdRule(const ThresholdRule &rule, const promql::Features &features)
{
    Rule made;
    made.name = rule.name;
    auto parsed = ruleExpression(rule, features);
    if (parsed) {
        made.expr = std::move(parsed).value();
        made.query = promql::printExpr(*made.expr);
    } else {
        made.problem = parsed.error();
        made.query = asWritten(rule);
    }
    made.forMs = rule.forMs;
    for (const LabelView label : rule.labels.with(severityLabel, severityName(rule.severity))) {
        made.writtenLabels.push_back({std::string(label.name), templateOf(label.value)});
        const Label &written = made.writtenLabels.back();
        made.labelTexts.emplace_back(written.name, written.value, rule.name);
    }
    made.labels = Labels(made.writtenLabels);
    if (!rule.description.empty())
        made.annotations.emplace_back("description", templateOf(rule.description), rule.name);
    if (!rule.summary.empty())
        made.annotations.emplace_back("summary", templateOf(rule.summary), rule.name);
    return std::make_shared<const Rule>(std::move(made));
}

RuleGroup ruleGroup(const ThresholdGroup &group, const promql::Features &features)
{
    RuleGroup made{group.name, {}, std::max<std::int64_t>(group.intervalMs, 1), {}, {}, {}};
    for (const ThresholdRule &rule : group.rules)
        made.rules.push_back(thresholdRule(rule, features));
    return made;
}

std::vector<RuleGroup> ruleGroups(std::span<const ThresholdGroup> groups, const promql::Features &features)
{
    std::vector<RuleGroup> made;
    made.reserve(groups.size());
    for (const ThresholdGroup &group : groups)
        made.push_back(ruleGroup(group, features));
    return made;
}

} // namespace sightglass
