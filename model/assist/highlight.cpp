// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/highlight.h"

#include "model/assist/intervalmask.h"
#include "model/assist/loosetokens.h"
#include "parser/promql/functions.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

using promql::TokenType;

bool isGroupingKeyword(TokenType type)
{
    switch (type) {
    case TokenType::By:
    case TokenType::Without:
    case TokenType::On:
    case TokenType::Ignoring:
    case TokenType::GroupLeft:
    case TokenType::GroupRight:
        return true;
    default:
        return false;
    }
}

bool isKeyword(TokenType type)
{
    switch (type) {
    case TokenType::And:
    case TokenType::Or:
    case TokenType::Unless:
    case TokenType::Atan2:
    case TokenType::Bool:
    case TokenType::Offset:
    case TokenType::Anchored:
    case TokenType::Smoothed:
    case TokenType::Fill:
    case TokenType::FillLeft:
    case TokenType::FillRight:
        return true;
    default:
        return isGroupingKeyword(type);
    }
}

TokenClass classOfSymbol(TokenType type)
{
    switch (type) {
    case TokenType::String:
        return TokenClass::String;
    case TokenType::Number:
        return TokenClass::Number;
    case TokenType::Duration:
        return TokenClass::Duration;
    case TokenType::LeftParen:
    case TokenType::RightParen:
    case TokenType::LeftBrace:
    case TokenType::RightBrace:
    case TokenType::LeftBracket:
    case TokenType::RightBracket:
    case TokenType::Comma:
        return TokenClass::Punctuation;
    default:
        return TokenClass::Operator;
    }
}

/// Walks the tokens and knows what encloses each.
class Painter
{
public:
    Painter(std::string_view text, const std::vector<LooseToken> &tokens)
        : m_text(text)
        , m_tokens(tokens)
    {}

    TokenClass classOf(std::size_t index)
    {
        const LooseToken &token = m_tokens[index];
        switch (token.kind) {
        case LooseToken::Kind::Comment:
            return TokenClass::Comment;
        case LooseToken::Kind::Unreadable:
            return TokenClass::Unreadable;
        case LooseToken::Kind::Unfinished:
            return TokenClass::String;
        case LooseToken::Kind::Token:
            break;
        }
        if (token.type == TokenType::LeftParen)
            m_labelLists.push_back(index > 0 && m_tokens[index - 1].kind == LooseToken::Kind::Token &&
                                   isGroupingKeyword(m_tokens[index - 1].type));
        if (token.type == TokenType::RightParen && !m_labelLists.empty())
            m_labelLists.pop_back();
        return isWord(token) ? classOfWord(index) : classOfSymbol(token.type);
    }

private:
    [[nodiscard]] bool isWord(const LooseToken &token) const
    {
        const char c = m_text[token.span.begin];
        return c == '_' || c == ':' ? token.type != TokenType::Colon
                                    : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    [[nodiscard]] bool followedBy(std::size_t index, TokenType type) const
    {
        return index + 1 < m_tokens.size() && m_tokens[index + 1].is(type);
    }

    [[nodiscard]] TokenClass classOfWord(std::size_t index) const
    {
        const LooseToken &token = m_tokens[index];
        const bool called = followedBy(index, TokenType::LeftParen);
        if (token.inBraces || (!m_labelLists.empty() && m_labelLists.back()))
            return TokenClass::Label;
        if (token.inBrackets)
            return TokenClass::Function;
        if (promql::aggregator(token.type)) {
            const bool aggregates =
                called || followedBy(index, TokenType::By) || followedBy(index, TokenType::Without);
            return aggregates ? TokenClass::Aggregation : TokenClass::Metric;
        }
        if (isKeyword(token.type))
            return TokenClass::Keyword;
        if (token.type == TokenType::Number)
            return TokenClass::Number;
        return called ? TokenClass::Function : TokenClass::Metric;
    }

    std::string_view m_text;
    const std::vector<LooseToken> &m_tokens;
    std::vector<bool> m_labelLists; ///< of the open parentheses: whether they hold label names
};

std::optional<char> partnerOf(char bracket)
{
    constexpr std::string_view open = "([{";
    constexpr std::string_view close = ")]}";
    if (const std::size_t at = open.find(bracket); at != std::string_view::npos)
        return close[at];
    if (const std::size_t at = close.find(bracket); at != std::string_view::npos)
        return open[at];
    return std::nullopt;
}

bool opens(char bracket)
{
    return bracket == '(' || bracket == '[' || bracket == '{';
}

/// The places of the brackets that are no part of strings or comments. One that the lexer refuses is
/// unreadable, and a bracket all the same.
std::vector<std::size_t> bracketPlaces(std::string_view query)
{
    const std::string masked = maskedIntervals(query);
    std::vector<std::size_t> places;
    for (const LooseToken &token : looseTokens(masked)) {
        const bool single = token.span.end - token.span.begin == 1;
        if (single && token.kind != LooseToken::Kind::Comment && partnerOf(masked[token.span.begin]))
            places.push_back(token.span.begin);
    }
    return places;
}

std::optional<std::size_t> partnerPlace(std::string_view query, const std::vector<std::size_t> &places,
                                        std::size_t index)
{
    const bool forward = opens(query[places[index]]);
    std::vector<char> open;
    for (std::size_t i = index; i < places.size(); forward ? ++i : --i) {
        const char bracket = query[places[i]];
        if (opens(bracket) == forward) {
            open.push_back(bracket);
            continue;
        }
        if (partnerOf(open.back()) != bracket)
            return std::nullopt;
        open.pop_back();
        if (open.empty())
            return places[i];
    }
    return std::nullopt;
}

} // namespace

std::vector<ColoredSpan> highlight(std::string_view query)
{
    const std::string text = maskedIntervals(query);
    const std::vector<SourceSpan> variables = intervalVariables(query);
    const std::vector<LooseToken> tokens = looseTokens(text);
    Painter painter(text, tokens);
    std::vector<ColoredSpan> spans;
    spans.reserve(tokens.size());
    auto variable = variables.begin();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const SourceSpan span = tokens[i].span;
        TokenClass tokenClass = painter.classOf(i);
        while (variable != variables.end() && variable->end <= span.begin)
            ++variable;
        const bool masked = tokenClass == TokenClass::Duration || tokenClass == TokenClass::Number;
        if (masked && variable != variables.end() && variable->begin < span.end)
            tokenClass = TokenClass::Variable;
        spans.push_back({span, tokenClass});
    }
    return spans;
}

std::optional<BracketPair> bracketAt(std::string_view query, std::size_t cursor)
{
    const std::vector<std::size_t> places = bracketPlaces(query);
    for (const std::size_t wanted : {cursor - 1, cursor}) {
        const auto at = std::lower_bound(places.begin(), places.end(), wanted);
        if (wanted < query.size() && at != places.end() && *at == wanted)
            return BracketPair{wanted,
                               partnerPlace(query, places, static_cast<std::size_t>(at - places.begin()))};
    }
    return std::nullopt;
}

} // namespace sightglass
