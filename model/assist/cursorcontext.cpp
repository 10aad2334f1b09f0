// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/cursorcontext.h"

#include "model/assist/intervalmask.h"
#include "model/assist/loosetokens.h"
#include "parser/promql/literals.h"

#include <algorithm>
#include <optional>

namespace sightglass {

namespace {

using promql::TokenType;
using Tokens = std::vector<LooseToken>;

/// What an open parenthesis holds.
struct Frame
{
    enum class Kind : std::uint8_t
    {
        Plain,
        Arguments,
        Labels
    };
    Kind kind = Kind::Plain;
    std::string function;
    std::size_t argument = 0;
    std::size_t open = 0;                 ///< token index of the parenthesis
    TokenType keyword = TokenType::Error; ///< of Labels
    bool isPostfix = false;               ///< by() behind the aggregated expression
};

bool isMatchingKeyword(TokenType type)
{
    return type == TokenType::On || type == TokenType::Ignoring;
}

bool isGroupKeyword(TokenType type)
{
    return type == TokenType::GroupLeft || type == TokenType::GroupRight;
}

bool isGroupingKeyword(TokenType type)
{
    return type == TokenType::By || type == TokenType::Without || isMatchingKeyword(type) ||
           isGroupKeyword(type);
}

std::optional<MatchOp> matchOp(const LooseToken &token)
{
    return token.kind == LooseToken::Kind::Token ? promql::matchOperator(token.type) : std::nullopt;
}

class Locator
{
public:
    Locator(std::string_view text, std::size_t cursor)
        : m_text(text)
        , m_cursor(cursor)
        , m_tokens(looseTokens(text))
    {
        std::erase_if(m_tokens, [this](const LooseToken &token) {
            if (token.kind == LooseToken::Kind::Comment && token.span.begin < m_cursor &&
                m_cursor <= token.span.end)
                m_inComment = true;
            return token.kind == LooseToken::Kind::Comment;
        });
    }

    CursorContext locate()
    {
        if (m_inComment)
            return {};
        findWord();
        walk();
        m_context.word = m_word ? m_tokens[*m_word].span : SourceSpan{m_cursor, m_cursor};
        if (m_word) {
            const std::size_t skipped = m_context.quote != 0 ? 1 : 0;
            const std::size_t begin = std::min(m_context.word.begin + skipped, m_cursor);
            m_context.prefix = m_text.substr(begin, m_cursor - begin);
        }
        decide();
        return std::move(m_context);
    }

private:
    [[nodiscard]] std::string_view textOf(const LooseToken &token) const
    {
        return m_text.substr(token.span.begin, token.span.end - token.span.begin);
    }

    [[nodiscard]] bool isWord(const LooseToken &token) const
    {
        const char c = m_text[token.span.begin];
        return c == '_' || (c == ':' && token.type != TokenType::Colon) || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$';
    }

    [[nodiscard]] bool isString(const LooseToken &token) const
    {
        return token.type == TokenType::String && token.kind != LooseToken::Kind::Comment;
    }

    /// The word that the cursor touches the end or inside of, or the string that it is inside of.
    void findWord()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const LooseToken &token = m_tokens[i];
            if (token.span.begin >= m_cursor)
                break;
            m_before = i + 1;
            if (isString(token)) {
                const bool open = token.kind == LooseToken::Kind::Unfinished;
                if (m_cursor < token.span.end || (open && m_cursor == token.span.end)) {
                    m_word = i;
                    m_context.quote = m_text[token.span.begin];
                }
            } else if (m_cursor <= token.span.end && isWord(token)) {
                m_word = i;
            }
        }
        if (m_word)
            m_before = *m_word;
    }

    /// Follows brackets up to the cursor.
    void walk()
    {
        for (std::size_t i = 0; i < m_before; ++i) {
            const LooseToken &token = m_tokens[i];
            if (token.is(TokenType::LeftParen)) {
                m_frames.push_back(frameAt(i));
            } else if (token.is(TokenType::RightParen) && !m_frames.empty()) {
                m_closed = m_frames.back();
                m_frames.pop_back();
            } else if (token.is(TokenType::LeftBrace)) {
                m_brace = i;
            } else if (token.is(TokenType::RightBrace)) {
                m_brace.reset();
            } else if (token.is(TokenType::LeftBracket)) {
                m_inBrackets = true;
            } else if (token.is(TokenType::RightBracket)) {
                m_inBrackets = false;
            } else if (token.is(TokenType::Comma) && !m_brace && !m_frames.empty()) {
                ++m_frames.back().argument;
            }
        }
    }

    [[nodiscard]] Frame frameAt(std::size_t index) const
    {
        Frame frame;
        frame.open = index;
        if (index == 0)
            return frame;
        const LooseToken &before = m_tokens[index - 1];
        if (before.kind == LooseToken::Kind::Token && isGroupingKeyword(before.type)) {
            frame.kind = Frame::Kind::Labels;
            frame.keyword = before.type;
            frame.isPostfix = index >= 2 && m_tokens[index - 2].is(TokenType::RightParen);
        } else if (before.is(TokenType::Identifier) || promql::aggregator(before.type) ||
                   (before.type >= TokenType::Start && before.type <= TokenType::MaxOf)) {
            frame.kind = Frame::Kind::Arguments;
            frame.function = textOf(before);
        } else if (before.is(TokenType::RightParen) && m_closed && m_closed->kind == Frame::Kind::Labels &&
                   !m_closed->isPostfix && m_closed->open >= 2 &&
                   promql::aggregator(m_tokens[m_closed->open - 2].type)) {
            frame.kind = Frame::Kind::Arguments; // sum by (x) (
            frame.function = textOf(m_tokens[m_closed->open - 2]);
        }
        return frame;
    }

    void decide()
    {
        for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
            if (frame->kind == Frame::Kind::Arguments) {
                m_context.function = frame->function;
                m_context.argument = frame->argument;
                break;
            }
        }
        if (m_brace)
            decideInBraces();
        else if (m_inBrackets)
            m_context.place = CursorPlace::Duration;
        else if (!m_frames.empty() && m_frames.back().kind == Frame::Kind::Labels)
            decideInLabelList(m_frames.back());
        else
            decideInStatement();
    }

    /// The tokens of the matcher list around the cursor: from behind its brace up to its end.
    [[nodiscard]] std::size_t listEnd(std::size_t from, TokenType closing) const
    {
        while (from < m_tokens.size() && !m_tokens[from].is(closing))
            ++from;
        return from;
    }

    void decideInBraces()
    {
        const std::size_t begin = *m_brace + 1;
        const std::size_t end = listEnd(begin, TokenType::RightBrace);
        std::size_t matcher = begin;
        for (std::size_t i = begin; i < m_before; ++i) {
            if (m_tokens[i].is(TokenType::Comma))
                matcher = i + 1;
        }
        collectMatchers(begin, end, matcher);
        const std::size_t written = m_before - matcher;
        if (written == 0) {
            m_context.place = CursorPlace::LabelName;
        } else if (written == 1) {
            m_context.place = m_context.quote == 0 ? CursorPlace::MatchOperator : CursorPlace::Nothing;
        } else if (written == 2 && matchOp(m_tokens[matcher + 1])) {
            m_context.place = CursorPlace::LabelValue;
            m_context.label = labelText(m_tokens[matcher]);
        }
    }

    [[nodiscard]] std::string labelText(const LooseToken &token) const
    {
        return isString(token) && token.kind == LooseToken::Kind::Token ? promql::unquoted(textOf(token))
                                                                        : std::string(textOf(token));
    }

    /// All complete matchers of the list but the one that begins at `skipped`.
    void collectMatchers(std::size_t begin, std::size_t end, std::size_t skipped)
    {
        if (*m_brace > 0 && m_tokens[*m_brace - 1].kind == LooseToken::Kind::Token &&
            promql::canNameMetric(m_tokens[*m_brace - 1].type))
            m_context.matchers.push_back(
                {MatchOp::Equal, "__name__", std::string(textOf(m_tokens[*m_brace - 1]))});
        for (std::size_t i = begin; i < end;) {
            const std::size_t next = std::min(nextComma(i, end), end);
            if (i != skipped)
                addMatcher(i, next);
            i = next + 1;
        }
    }

    [[nodiscard]] std::size_t nextComma(std::size_t from, std::size_t end) const
    {
        while (from < end && !m_tokens[from].is(TokenType::Comma))
            ++from;
        return from;
    }

    void addMatcher(std::size_t begin, std::size_t end)
    {
        if (end - begin == 1 && m_tokens[begin].is(TokenType::String))
            m_context.matchers.push_back({MatchOp::Equal, "__name__", labelText(m_tokens[begin])});
        if (end - begin != 3 || !m_tokens[begin + 2].is(TokenType::String))
            return;
        if (const auto op = matchOp(m_tokens[begin + 1]))
            m_context.matchers.push_back({*op, labelText(m_tokens[begin]), labelText(m_tokens[begin + 2])});
    }

    void decideInLabelList(const Frame &frame)
    {
        m_context.place = m_context.quote == 0 ? CursorPlace::GroupingLabel : CursorPlace::Nothing;
        const std::size_t end = listEnd(frame.open, TokenType::RightParen);
        for (std::size_t i = frame.open + 1; i < end; ++i) {
            if (i != m_word && !m_tokens[i].is(TokenType::Comma))
                m_context.listed.push_back(labelText(m_tokens[i]));
        }
        const bool aggregates = frame.keyword == TokenType::By || frame.keyword == TokenType::Without;
        if (aggregates && frame.isPostfix)
            collectMetrics(openingOf(frame.open - 2), frame.open - 2);
        else if (aggregates && end + 1 < m_tokens.size() && m_tokens[end + 1].is(TokenType::LeftParen))
            collectMetrics(end + 1, closingOf(end + 1));
        if (m_context.metrics.empty())
            collectMetrics(0, m_tokens.size());
    }

    [[nodiscard]] std::size_t openingOf(std::size_t closing) const
    {
        int depth = 0;
        for (std::size_t i = closing + 1; i-- > 0;) {
            depth += m_tokens[i].is(TokenType::RightParen)  ? 1
                     : m_tokens[i].is(TokenType::LeftParen) ? -1
                                                            : 0;
            if (depth == 0)
                return i;
        }
        return 0;
    }

    [[nodiscard]] std::size_t closingOf(std::size_t opening) const
    {
        int depth = 0;
        for (std::size_t i = opening; i < m_tokens.size(); ++i) {
            depth += m_tokens[i].is(TokenType::LeftParen)    ? 1
                     : m_tokens[i].is(TokenType::RightParen) ? -1
                                                             : 0;
            if (depth == 0)
                return i;
        }
        return m_tokens.size();
    }

    /// Metric names between two tokens: words that are neither called nor labels nor keywords.
    void collectMetrics(std::size_t begin, std::size_t end)
    {
        bool inLabels = false;
        for (std::size_t i = begin; i < end; ++i) {
            const LooseToken &token = m_tokens[i];
            if (token.is(TokenType::LeftParen) && i > 0)
                inLabels = m_tokens[i - 1].kind == LooseToken::Kind::Token &&
                           isGroupingKeyword(m_tokens[i - 1].type);
            if (token.is(TokenType::RightParen))
                inLabels = false;
            const bool name = token.is(TokenType::Identifier) || token.is(TokenType::MetricIdentifier);
            const bool called = i + 1 < m_tokens.size() && m_tokens[i + 1].is(TokenType::LeftParen);
            if (name && !called && !inLabels && !token.inBraces && i != m_word)
                m_context.metrics.emplace_back(textOf(token));
        }
    }

    void decideInStatement()
    {
        if (m_context.quote != 0)
            return;
        if (m_word && m_text[m_tokens[*m_word].span.begin] >= '0' &&
            m_text[m_tokens[*m_word].span.begin] <= '9')
            return;
        if (m_before == 0) {
            m_context.place = CursorPlace::Operand;
            return;
        }
        const LooseToken &last = m_tokens[m_before - 1];
        if (last.is(TokenType::RightParen)) {
            decideBehindParenthesis();
            return;
        }
        const bool aggregator = last.kind == LooseToken::Kind::Token && promql::aggregator(last.type);
        const bool operand = isString(last) || last.is(TokenType::RightBrace) ||
                             last.is(TokenType::RightBracket) || last.is(TokenType::Number) ||
                             last.is(TokenType::Duration) || last.is(TokenType::Identifier) ||
                             last.is(TokenType::MetricIdentifier) || aggregator;
        if (last.is(TokenType::Offset) || last.is(TokenType::At)) {
            m_context.place = last.is(TokenType::Offset) ? CursorPlace::Duration : CursorPlace::FixedTime;
            return;
        }
        m_context.place = operand ? CursorPlace::Operator : CursorPlace::Operand;
        m_context.afterAggregation = aggregator;
        m_context.afterOperator = last.kind == LooseToken::Kind::Token && promql::binaryOperator(last.type);
    }

    void decideBehindParenthesis()
    {
        if (m_closed && m_closed->kind == Frame::Kind::Labels && !m_closed->isPostfix) {
            const bool matching = isMatchingKeyword(m_closed->keyword);
            // `sum by (x)` needs its parenthesis, nothing else.
            m_context.place =
                matching || isGroupKeyword(m_closed->keyword) ? CursorPlace::Operand : CursorPlace::Nothing;
            m_context.afterMatching = matching;
            return;
        }
        m_context.place = CursorPlace::Operator;
        m_context.afterAggregation = m_closed && m_closed->open > 0 &&
                                     m_closed->kind == Frame::Kind::Arguments &&
                                     promql::aggregator(m_tokens[m_closed->open - 1].type).has_value();
    }

    std::string_view m_text;
    std::size_t m_cursor;
    Tokens m_tokens;
    bool m_inComment = false;
    CursorContext m_context;
    std::optional<std::size_t> m_word; ///< token index
    std::size_t m_before = 0;          ///< tokens that lie before the cursor, the word not among them
    std::vector<Frame> m_frames;
    std::optional<Frame> m_closed; ///< the last one that was closed
    std::optional<std::size_t> m_brace;
    bool m_inBrackets = false;
};

} // namespace

CursorContext cursorContext(std::string_view query, std::size_t cursor)
{
    const std::string masked = maskedIntervals(query);
    return Locator(masked, std::min(cursor, masked.size())).locate();
}

} // namespace sightglass
