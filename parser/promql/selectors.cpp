// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/goregex.h"
#include "parser/promql/literals.h"
#include "parser/promql/parser.h"

namespace sightglass::promql {

namespace {

constexpr std::string_view contextName = "label matching";

/// Compiling a million instructions takes about half a second, and cannot be called off. Prometheus has no
/// such limit for a query, only one for each expression.
constexpr std::size_t mostRegexInstructions = 4'000'000;

} // namespace

Parser::Node Parser::vectorSelector()
{
    if (!at(TokenType::LeftBrace))
        return namedSelector(take());
    const std::size_t begin = peek().span.begin;
    auto node = std::make_shared<VectorSelector>();
    if (!matcherList(node->matchers))
        return nullptr;
    return sealed(std::move(node), {begin, m_end});
}

/// A selector whose metric name has been taken.
Parser::Node Parser::namedSelector(const Token &name)
{
    auto node = std::make_shared<VectorSelector>();
    node->name = name.text;
    SourceSpan span = name.span;
    if (at(TokenType::LeftBrace)) {
        if (!matcherList(node->matchers))
            return nullptr;
        span.end = m_end;
    }
    node->matchers.push_back({MatchOp::Equal, std::string(metricNameLabel), node->name});
    return sealed(std::move(node), span);
}

/// `{ matcher, … }`, a comma at the end allowed.
bool Parser::matcherList(std::vector<Matcher> &matchers)
{
    take();
    Context context(*this, contextName, "identifier or \"}\"");
    while (!at(TokenType::RightBrace)) {
        context.nowExpect(contextName, "identifier or \"}\"");
        auto item = matcher();
        if (!item)
            return false;
        matchers.push_back(std::move(*item));
        context.nowExpect(contextName, "\",\" or \"}\"");
        if (!accept(TokenType::Comma))
            break;
        context.nowExpect(contextName, "identifier or \"}\"");
    }
    return expect(TokenType::RightBrace);
}

/// `label op "value"`, `"label" op "value"`, or a string alone, which is a metric's name.
std::optional<Matcher> Parser::matcher()
{
    if (!at(TokenType::Identifier) && !at(TokenType::String)) {
        unexpected();
        return std::nullopt;
    }
    const Token label = take();
    const bool quoted = label.type == TokenType::String;
    std::string name = quoted ? unquoted(label.text) : std::string(label.text);
    const auto op = matchOperator(peek().type);
    if (!op && quoted)
        return Matcher{MatchOp::Equal, std::string(metricNameLabel), std::move(name)};
    Context context(*this, contextName, "label matching operator");
    if (!op) {
        unexpected();
        return std::nullopt;
    }
    take();
    context.nowExpect(contextName, "string");
    if (!at(TokenType::String)) {
        unexpected();
        return std::nullopt;
    }
    const Token value = take();
    return checkedMatcher({*op, std::move(name), unquoted(value.text)}, {label.span.begin, value.span.end});
}

std::optional<Matcher> Parser::checkedMatcher(Matcher matcher, const SourceSpan &span)
{
    if (matcher.op != MatchOp::Regex && matcher.op != MatchOp::NotRegex)
        return matcher;
    const auto regex = GoRegex::compile(matcher.value);
    if (!regex) {
        fail(span, plainText(regex.error()));
        return std::nullopt;
    }
    m_regexInstructions += regex->size();
    if (m_regexInstructions > mostRegexInstructions) {
        fail(span, "regular expressions of the query are too large together");
        return std::nullopt;
    }
    return matcher;
}

} // namespace sightglass::promql
