// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulevalidation.h"

#include "parser/base/labels.h"
#include "parser/base/quoting.h"
#include "parser/config/labelnames.h"
#include "parser/config/scalarplace.h"
#include "parser/promql/parse.h"
#include "parser/template/parsetemplate.h"

#include <string>
#include <unordered_set>
#include <utility>

namespace sightglass {
namespace {

/// Finds the problems of one file, group by group.
class RuleValidation
{
public:
    RuleValidation(std::string_view text, const RuleFileOptions &options)
        : m_lines(text)
        , m_options(options)
    {}

    void checkGroup(WrittenGroup &group);
    [[nodiscard]] std::vector<RuleProblem> takeProblems() { return std::move(m_problems); }

private:
    RuleProblem &refuse(SourcePosition position, std::string text);
    void checkRule(WrittenRule &rule);
    void checkKind(const WrittenRule &rule);
    void checkExpression(WrittenRule &rule);
    void checkRecording(const WrittenRule &rule);
    void checkLabels(const std::vector<WrittenLabel> &labels);
    void checkTemplates(const WrittenRule &rule, const std::vector<WrittenLabel> &texts,
                        std::string_view what);

    const TextLines m_lines;
    const RuleFileOptions &m_options;
    std::unordered_set<std::string> m_groupNames;
    // The rule that is looked at, for its problems.
    std::string m_group;
    std::size_t m_rule = 0;
    std::string m_ruleName;
    std::vector<RuleProblem> m_problems;
};

SourcePosition placeOr(SourcePosition place, SourcePosition otherwise)
{
    return place.line != 0 ? place : otherwise;
}

RuleProblem &RuleValidation::refuse(SourcePosition position, std::string text)
{
    return m_problems.emplace_back(
        RuleProblem{.error = {ErrorCode::ConfigValue, {std::move(text)}, {}, position},
                    .otherPosition = {},
                    .exactPosition = position,
                    .group = m_group,
                    .rule = m_rule,
                    .ruleName = m_ruleName});
}

void RuleValidation::checkGroup(WrittenGroup &group)
{
    m_group = group.name.value;
    m_rule = 0;
    m_ruleName.clear();
    if (group.name.value.empty())
        refuse(group.position, "Groupname must not be empty");
    if (!m_groupNames.insert(group.name.value).second)
        refuse(group.position, "groupname: \"" + group.name.value + "\" is repeated in the same file");
    checkLabels(group.labels);
    for (WrittenRule &rule : group.rules) {
        ++m_rule;
        m_ruleName = rule.name();
        checkRule(rule);
    }
}

void RuleValidation::checkRule(WrittenRule &rule)
{
    checkKind(rule);
    checkExpression(rule);
    if (!rule.record.value.empty())
        checkRecording(rule);
    checkLabels(rule.labels);
    for (const WrittenLabel &annotation : rule.annotations)
        if (!isLabelName(annotation.name.value, m_options.nameValidation))
            refuse(annotation.name.position, "invalid annotation name: " + annotation.name.value);
    if (rule.alert.value.empty())
        return;
    checkTemplates(rule, rule.labels, "label");
    checkTemplates(rule, rule.annotations, "annotation");
}

void RuleValidation::checkKind(const WrittenRule &rule)
{
    const bool records = !rule.record.value.empty();
    const bool alerts = !rule.alert.value.empty();
    if (records && alerts)
        refuse(rule.record.position, "only one of 'record' and 'alert' must be set").otherPosition =
            rule.alert.position;
    else if (!records && !alerts)
        refuse(placeOr(rule.record.position, placeOr(rule.alert.position, rule.position)),
               "one of 'record' or 'alert' must be set");
}

void RuleValidation::checkExpression(WrittenRule &rule)
{
    const SourcePosition place = placeOr(rule.expr.position, rule.position);
    if (rule.expr.value.empty()) {
        refuse(place, "field 'expr' must be set in rule");
        return;
    }
    Result<promql::ExprPtr> expression = promql::parseExpr(rule.expr.value, m_options.features);
    if (expression) {
        rule.expression = *std::move(expression);
        return;
    }
    const Error &error = expression.error();
    RuleProblem &problem =
        refuse(place, "could not parse expression: " + std::to_string(error.position.line) + ':' +
                          std::to_string(error.position.column) + ": " + plainText(error));
    problem.exactPosition = placeInScalar(m_lines, rule.expr, error.position);
}

void RuleValidation::checkRecording(const WrittenRule &rule)
{
    const std::string &name = rule.record.value;
    const SourcePosition place = rule.record.position;
    if (!rule.annotations.empty())
        refuse(place, "invalid field 'annotations' in recording rule");
    if (rule.forMs.value != 0)
        refuse(place, "invalid field 'for' in recording rule");
    if (rule.keepFiringForMs.value != 0)
        refuse(place, "invalid field 'keep_firing_for' in recording rule");
    if (m_options.nameValidation == NameValidation::Legacy ? !isLegacyMetricName(name) : !isValidUtf8(name))
        refuse(place, "invalid recording rule name: " + name);
    if (name.find_first_of("{}") != std::string::npos)
        refuse(place, "braces present in the recording rule name; should it be in expr?: " + name);
}

void RuleValidation::checkLabels(const std::vector<WrittenLabel> &labels)
{
    for (const WrittenLabel &label : labels) {
        if (!isLabelName(label.name.value, m_options.nameValidation) || label.name.value == metricNameLabel)
            refuse(label.name.position, "invalid label name: " + label.name.value);
        if (!isValidUtf8(label.value.value))
            refuse(label.value.position, "invalid label value: " + label.value.value);
    }
}

void RuleValidation::checkTemplates(const WrittenRule &rule, const std::vector<WrittenLabel> &texts,
                                    std::string_view what)
{
    for (const WrittenLabel &text : texts) {
        const auto parsed = parseAlertTemplate(rule.alert.value, text.value.value);
        if (parsed)
            continue;
        const Error &error = parsed.error();
        refuse(text.value.position,
               std::string(what) + ' ' + goQuoted(text.name.value) + ": " + plainText(error))
            .exactPosition = placeInScalar(m_lines, text.value, error.position);
    }
}

} // namespace

std::vector<RuleProblem> validatedRules(RuleFile &file, std::string_view text, const RuleFileOptions &options)
{
    RuleValidation validation(text, options);
    for (WrittenGroup &group : file.groups)
        validation.checkGroup(group);
    return validation.takeProblems();
}

} // namespace sightglass
