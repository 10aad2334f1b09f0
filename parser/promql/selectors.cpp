// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/literals.h"
#include "parser/promql/parser.h"
#include "parser/promql/regexcheck.h"

namespace sightglass::promql {

namespace {

constexpr std::string_view contextName = "label matching";

std::optional<MatchOp> matchOperator(TokenType type) noexcept
{
    switch (type) {
    case TokenType::Equal:
        return MatchOp::Equal;
    case TokenType::Ne:
        return MatchOp::NotEqual;
    case TokenType::EqualRegex:
        return MatchOp::Regex;
    case TokenType::NotRegex:
        return MatchOp::NotRegex;
    default:
        return std::nullopt;
    }
}

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
    if (auto reason = regexError(matcher.value)) {
        fail(span, std::move(*reason));
        return std::nullopt;
    }
    return matcher;
}

} // namespace sightglass::promql
