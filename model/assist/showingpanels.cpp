// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/showingpanels.h"

#include "model/assist/exprwalk.h"
#include "model/dashboard/intervalvariables.h"
#include "parser/base/goregex.h"
#include "parser/promql/parse.h"

#include <algorithm>

namespace sightglass {

namespace {

/// Stands for a variable in a matcher: such a matcher takes everything.
constexpr std::string_view anything = "sightglass_variable";

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// $name, ${name:format} and [[name]] become a word, or a duration where one must stand.
std::string withoutVariables(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isVariable =
            text[i] == '$' && i + 1 < text.size() && (text[i + 1] == '{' || isNamePart(text[i + 1]));
        if (!isVariable) {
            result += text[i];
            continue;
        }
        const std::size_t last = result.find_last_not_of(' ');
        const bool isDuration = last != std::string::npos && (result[last] == '[' || result[last] == ':');
        result += isDuration ? std::string_view("5m") : anything;
        if (text[i + 1] == '{') {
            while (i + 1 < text.size() && text[i] != '}')
                ++i;
        } else {
            while (i + 1 < text.size() && isNamePart(text[i + 1]))
                ++i;
        }
    }
    return result;
}

bool takes(const Matcher &matcher, const Labels &series)
{
    if (matcher.value.find(anything) != std::string::npos)
        return true;
    const std::string_view value = series.value(matcher.name);
    switch (matcher.op) {
    case MatchOp::Equal:
        return value == matcher.value;
    case MatchOp::NotEqual:
        return value != matcher.value;
    case MatchOp::Regex:
    case MatchOp::NotRegex:
        break;
    }
    const auto regex = GoRegex::compile(matcher.value);
    if (!regex)
        return false;
    return regex->matches(value) == (matcher.op == MatchOp::Regex);
}

} // namespace

PanelSelectors::PanelSelectors(const PanelSpec &panel)
{
    for (const PanelQuery &query : panel.queries) {
        const std::string text = withoutVariables(replaceIntervalVariables(query.expr, {"1m", "5m"}));
        const auto expr = promql::parseExpr(text);
        if (!expr)
            continue;
        promql::ExprPtr root = *expr;
        walkExpr(*root, [this](const promql::Expr &node, ExprPath) {
            if (const auto *selector = promql::as<promql::VectorSelector>(&node))
                m_selectors.push_back(selector->matchers);
            else if (const auto *matrix = promql::as<promql::MatrixSelector>(&node))
                m_selectors.push_back(matrix->selector->matchers);
        });
    }
}

bool PanelSelectors::shows(const Labels &series) const
{
    return std::any_of(
        m_selectors.begin(), m_selectors.end(), [&series](const std::vector<Matcher> &matchers) {
            return std::all_of(matchers.begin(), matchers.end(),
                               [&series](const Matcher &matcher) { return takes(matcher, series); });
        });
}

bool PanelSelectors::selects(std::string_view metric) const
{
    const Labels named = Labels::withName(metric);
    return std::any_of(
        m_selectors.begin(), m_selectors.end(), [&named](const std::vector<Matcher> &matchers) {
            const auto isName = [](const Matcher &matcher) { return matcher.name == metricNameLabel; };
            const auto name = std::find_if(matchers.begin(), matchers.end(), isName);
            return name != matchers.end() && takes(*name, named);
        });
}

bool PanelSelectors::isAbout(const promql::Expr &expr) const
{
    bool found = false;
    walkExpr(expr, [this, &found](const promql::Expr &node, ExprPath) {
        if (const promql::VectorSelector *selector = selectorOf(node)) {
            const std::string_view metric = metricNameOf(*selector);
            found = found || (!metric.empty() && selects(metric));
        }
    });
    return found;
}

} // namespace sightglass
