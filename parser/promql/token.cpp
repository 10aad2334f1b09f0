// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/token.h"

#include "parser/base/asciicase.h"
#include "parser/base/quoting.h"
#include "parser/base/utf8cut.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass::promql {

namespace {

using Keyword = std::pair<std::string_view, TokenType>;

constexpr std::array<Keyword, 39> keywords = {{
    {"anchored", TokenType::Anchored},
    {"and", TokenType::And},
    {"atan2", TokenType::Atan2},
    {"avg", TokenType::Avg},
    {"bool", TokenType::Bool},
    {"bottomk", TokenType::Bottomk},
    {"by", TokenType::By},
    {"count", TokenType::Count},
    {"count_values", TokenType::CountValues},
    {"end", TokenType::EndOf},
    {"fill", TokenType::Fill},
    {"fill_left", TokenType::FillLeft},
    {"fill_right", TokenType::FillRight},
    {"group", TokenType::Group},
    {"group_left", TokenType::GroupLeft},
    {"group_right", TokenType::GroupRight},
    {"ignoring", TokenType::Ignoring},
    {"inf", TokenType::Number},
    {"limit_ratio", TokenType::LimitRatio},
    {"limitk", TokenType::Limitk},
    {"max", TokenType::Max},
    {"max_of", TokenType::MaxOf},
    {"min", TokenType::Min},
    {"min_of", TokenType::MinOf},
    {"nan", TokenType::Number},
    {"offset", TokenType::Offset},
    {"on", TokenType::On},
    {"or", TokenType::Or},
    {"quantile", TokenType::Quantile},
    {"range", TokenType::Range},
    {"smoothed", TokenType::Smoothed},
    {"start", TokenType::Start},
    {"stddev", TokenType::Stddev},
    {"stdvar", TokenType::Stdvar},
    {"step", TokenType::Step},
    {"sum", TokenType::Sum},
    {"topk", TokenType::Topk},
    {"unless", TokenType::Unless},
    {"without", TokenType::Without},
}};

static_assert(std::is_sorted(keywords.begin(), keywords.end()));

constexpr std::size_t longestKeyword = 12;

constexpr bool isBetween(TokenType type, TokenType first, TokenType last) noexcept
{
    return type >= first && type <= last;
}

/// At most ten characters of a long text, as Prometheus shortens strings and numbers in its errors.
std::string shortened(std::string_view text)
{
    constexpr std::size_t shown = 10;
    if (text.size() <= shown)
        return goQuoted(text);
    std::size_t end = 0;
    for (std::size_t runes = 0; end < text.size() && runes < shown; ++runes) {
        ++end;
        while (end < text.size() && isUtf8Continuation(text[end]))
            ++end;
    }
    return goQuoted(text.substr(0, end)) + "...";
}

} // namespace

std::optional<TokenType> keywordType(std::string_view word)
{
    if (word.size() > longestKeyword)
        return std::nullopt;
    const std::string lower = asciiLower(word);
    const auto end = keywords.end();
    const auto found =
        std::lower_bound(keywords.begin(), end, lower,
                         [](const Keyword &entry, const std::string &key) { return entry.first < key; });
    if (found == end || found->first != lower)
        return std::nullopt;
    return found->second;
}

std::optional<BinaryOp> binaryOperator(TokenType type) noexcept
{
    if (!isBetween(type, TokenType::Add, TokenType::Unless))
        return std::nullopt;
    return static_cast<BinaryOp>(static_cast<int>(type) - static_cast<int>(TokenType::Add));
}

std::optional<AggregateOp> aggregator(TokenType type) noexcept
{
    if (!isBetween(type, TokenType::Sum, TokenType::LimitRatio))
        return std::nullopt;
    return static_cast<AggregateOp>(static_cast<int>(type) - static_cast<int>(TokenType::Sum));
}

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

bool canNameMetric(TokenType type) noexcept
{
    switch (type) {
    case TokenType::Identifier:
    case TokenType::MetricIdentifier:
    case TokenType::By:
    case TokenType::Offset:
    case TokenType::Without:
    case TokenType::Anchored:
    case TokenType::Smoothed:
        return true;
    default:
        return isBetween(type, TokenType::And, TokenType::LimitRatio) ||
               isBetween(type, TokenType::Fill, TokenType::MaxOf);
    }
}

bool canBeginOperand(TokenType type) noexcept
{
    switch (type) {
    case TokenType::Number:
    case TokenType::Duration:
    case TokenType::String:
    case TokenType::LeftParen:
    case TokenType::LeftBrace:
    case TokenType::Add:
    case TokenType::Sub:
        return true;
    default:
        return canNameMetric(type);
    }
}

bool canNameLabel(TokenType type) noexcept
{
    return canNameMetric(type) ? type != TokenType::Without
                               : type == TokenType::Atan2 || isBetween(type, TokenType::Bool, TokenType::On);
}

std::string describe(const Token &token)
{
    switch (token.type) {
    case TokenType::End:
        return "end of input";
    case TokenType::Error:
        return "error";
    case TokenType::Identifier:
        return "identifier " + goQuoted(token.text);
    case TokenType::MetricIdentifier:
        return "metric identifier " + goQuoted(token.text);
    case TokenType::String:
        return "string " + shortened(token.text);
    case TokenType::Number:
        return "number " + shortened(token.text);
    case TokenType::Duration:
        return "duration " + shortened(token.text);
    default:
        break;
    }
    if (isBetween(token.type, TokenType::EqualRegex, TokenType::Unless))
        return "<op:" + std::string(token.text) + ">";
    if (aggregator(token.type))
        return "<aggr:" + std::string(token.text) + ">";
    if (isBetween(token.type, TokenType::Bool, TokenType::FillRight))
        return "<" + std::string(token.text) + ">";
    return goQuoted(token.text);
}

} // namespace sightglass::promql
