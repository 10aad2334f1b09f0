// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruledraft.h"

#include "model/alerting/ruletext.h"
#include "parser/base/numbertext.h"
#include "parser/config/rulefiletext.h"
#include "parser/config/rulewriter.h"
#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"
#include "parser/promql/print.h"

#include <algorithm>

namespace sightglass {

namespace {

// What is longer is easier to read on several lines.
constexpr std::size_t longestLine = 90;

WrittenLabel label(std::string name, std::string value)
{
    return {{std::move(name), {}}, {std::move(value), {}}};
}

/// Whether the comparison compares the whole of `expr`.
bool comparesAll(const promql::Expr &comparison, const promql::Expr &expr)
{
    const auto *binary = promql::as<promql::Binary>(&comparison);
    return binary != nullptr && promql::isComparison(binary->op) &&
           promql::printExpr(*binary->lhs) == promql::printExpr(expr);
}

Error badValue(std::string text)
{
    return Error{ErrorCode::ConfigValue, {std::move(text)}, {}, {}};
}

} // namespace

Result<std::string> draftExpression(const RuleDraft &draft, const promql::Features &features)
{
    auto parsed = promql::parseExpr(draft.expr, features);
    if (!parsed)
        return std::move(parsed).error();
    const promql::ExprPtr expr = *std::move(parsed);
    const std::string compared = promql::printExpr(*expr);
    const std::string condition =
        ' ' + std::string(promql::binaryOpText(draft.op)) + ' ' + formatFloat(draft.threshold);
    if (expr->type == promql::ValueType::Scalar)
        return "vector(" + compared + ')' + condition;
    const auto plain = promql::parseExpr(compared + condition, features);
    if (plain && comparesAll(**plain, *expr))
        return compared + condition;
    auto inParentheses = promql::parseExpr('(' + compared + ')' + condition, features);
    if (!inParentheses)
        return std::move(inParentheses).error();
    return promql::printExpr(**inParentheses);
}

Result<WrittenRule> writtenRule(const RuleDraft &draft, const promql::Features &features)
{
    if (draft.name.empty())
        return badValue("an alert needs a name");
    auto expr = draftExpression(draft, features);
    if (!expr)
        return std::move(expr).error();
    WrittenRule rule;
    rule.alert.value = draft.name;
    rule.expr.value = *expr;
    if (auto parsed = promql::parseExpr(*expr, features)) {
        rule.expression = *parsed;
        if (expr->size() > longestLine)
            rule.expr.value = promql::prettyExpr(*rule.expression);
    }
    rule.forMs.value = draft.forMs;
    rule.keepFiringForMs.value = draft.keepFiringForMs;
    rule.labels.push_back(label(std::string(severityLabel), std::string(severityName(draft.severity))));
    if (auto summary = parseAlertTemplate(draft.name, draft.summary); !summary)
        return std::move(summary).error();
    if (!draft.summary.empty())
        rule.annotations.push_back(label("summary", draft.summary));
    return rule;
}

Result<std::string> withRule(const std::string &fileText, const std::string &group, const WrittenRule &rule,
                             std::int64_t newGroupIntervalMs)
{
    WrittenGroup made;
    made.name.value = group;
    made.intervalMs.value = newGroupIntervalMs;
    made.rules = {rule};
    if (fileText.find_first_not_of(" \t\r\n") == std::string::npos)
        return "groups:\n" + blockItem(made, {});
    auto text = RuleFileText::fromText(fileText);
    if (!text)
        return std::move(text).error();
    const std::vector<WrittenGroup> &groups = text->file().groups;
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&group](const WrittenGroup &each) { return each.name.value == group; });
    Status done = Done{};
    if (found == groups.end()) {
        done = text->insertGroup(groups.size(), made);
    } else {
        const bool isTaken =
            std::any_of(found->rules.begin(), found->rules.end(), [&rule](const WrittenRule &each) {
                return each.kind() == RuleKind::Alerting && each.name() == rule.name();
            });
        if (isTaken)
            return badValue("the group has an alert " + rule.name() + " already");
        const auto place = static_cast<std::size_t>(found - groups.begin());
        done = text->insertRule({place, found->rules.size()}, rule);
    }
    if (!done)
        return std::move(done).error();
    return text->text();
}

} // namespace sightglass
