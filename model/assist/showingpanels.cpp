// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/showingpanels.h"

#include "model/assist/exprwalk.h"
#include "model/dashboard/intervalvariables.h"
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

} // namespace

bool PanelSelectors::Ready::takes(const Labels &series) const
{
    if (takesAll)
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
    return regex != nullptr && regex->matches(value) == (matcher.op == MatchOp::Regex);
}

void PanelSelectors::add(const std::vector<Matcher> &matchers)
{
    std::vector<Ready> ready;
    for (const Matcher &matcher : matchers) {
        Ready one{matcher, nullptr, matcher.value.find(anything) != std::string::npos};
        if (matcher.op == MatchOp::Regex || matcher.op == MatchOp::NotRegex) {
            if (auto regex = GoRegex::compile(matcher.value))
                one.regex = std::make_shared<const GoRegex>(*std::move(regex));
        }
        ready.push_back(std::move(one));
    }
    m_selectors.push_back(std::move(ready));
}

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
                add(selector->matchers);
            else if (const auto *matrix = promql::as<promql::MatrixSelector>(&node))
                add(matrix->selector->matchers);
        });
    }
}

bool PanelSelectors::shows(const Labels &series) const
{
    return std::any_of(m_selectors.begin(), m_selectors.end(), [&series](const std::vector<Ready> &matchers) {
        return std::all_of(matchers.begin(), matchers.end(),
                           [&series](const Ready &each) { return each.takes(series); });
    });
}

bool PanelSelectors::selects(std::string_view metric) const
{
    const Labels named = Labels::withName(metric);
    return std::any_of(m_selectors.begin(), m_selectors.end(), [&named](const std::vector<Ready> &matchers) {
        const auto isName = [](const Ready &each) { return each.matcher.name == metricNameLabel; };
        const auto name = std::find_if(matchers.begin(), matchers.end(), isName);
        return name != matchers.end() && name->takes(named);
    });
}

bool PanelSelectors::isAbout(const promql::Expr &expr) const
{
    return isAbout(expr, Labels());
}

bool PanelSelectors::isAbout(const promql::Expr &expr, const Labels &alert) const
{
    bool found = false;
    walkExpr(expr, [this, &found, &alert](const promql::Expr &node, ExprPath) {
        const promql::VectorSelector *selector = selectorOf(node);
        const std::string_view metric = selector != nullptr ? metricNameOf(*selector) : std::string_view();
        if (metric.empty())
            return;
        const Labels labels = alert.with(metricNameLabel, metric);
        const auto fits = [&labels](const Ready &each) {
            return labels.value(each.matcher.name).empty() || each.takes(labels);
        };
        const auto hasName = [](const Ready &each) { return each.matcher.name == metricNameLabel; };
        found = found || std::any_of(m_selectors.begin(), m_selectors.end(), [&](const auto &matchers) {
                    return std::any_of(matchers.begin(), matchers.end(), hasName) &&
                           std::all_of(matchers.begin(), matchers.end(), fits);
                });
    });
    return found;
}

} // namespace sightglass
