// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/parser.h"

#include "parser/promql/parse.h"
#include "parser/promql/typecheck.h"

#include <algorithm>

namespace sightglass::promql {

Parser::Parser(std::string_view query, const Features &features)
    : m_query(query)
    , m_features(features)
    , m_lexer(query)
{}

Parser::Context::Context(Parser &parser, std::string_view name, std::string_view expected)
    : m_parser(parser)
    , m_outer(parser.m_context)
    , m_name(name)
    , m_expected(expected)
{
    parser.m_context = this;
}

Parser::Context::~Context()
{
    m_parser.m_context = m_outer;
}

void Parser::Context::nowExpect(std::string_view name, std::string_view expected)
{
    m_name = name;
    m_expected = expected;
}

Result<ExprPtr> Parser::parseExpression()
{
    if (at(TokenType::End)) {
        fail({}, "no expression found in input");
        return located(*m_error);
    }
    Node root = expression(0);
    if (root && !at(TokenType::End))
        unexpected();
    if (!m_error && root)
        m_error = checkTypes(*root, m_query);
    if (m_error)
        return located(*m_error);
    for (Binary *node : m_binaries) {
        const bool vectors =
            node->lhs->type == ValueType::InstantVector && node->rhs->type == ValueType::InstantVector;
        if (!vectors)
            node->matching.reset();
    }
    return ExprPtr(std::move(root));
}

Result<std::vector<Matcher>> Parser::parseMetricSelector()
{
    Node node;
    if (at(TokenType::LeftBrace) || canNameMetric(peek().type))
        node = vectorSelector();
    if (!node || !at(TokenType::End))
        unexpected();
    if (m_error)
        return located(*m_error);
    return static_cast<VectorSelector &>(*node).matchers;
}

const Token &Parser::peek()
{
    if (!m_lookahead) {
        m_lookahead = m_lexer.next();
        if (m_lookahead->type == TokenType::Error)
            fail(m_lookahead->span, m_lexer.message());
    }
    return *m_lookahead;
}

Token Parser::take()
{
    const Token token = peek();
    m_end = token.span.end;
    m_lookahead.reset();
    return token;
}

bool Parser::accept(TokenType type)
{
    const bool found = at(type);
    if (found)
        take();
    return found;
}

bool Parser::expect(TokenType type)
{
    if (accept(type))
        return true;
    unexpected();
    return false;
}

std::nullptr_t Parser::fail(const SourceSpan &span, std::string message)
{
    if (!m_error)
        m_error = Error{ErrorCode::PromqlSyntax, {std::move(message)}, span, {}};
    return nullptr;
}

std::nullptr_t Parser::unexpected()
{
    const Token &token = peek();
    std::string message = "unexpected " + describe(token);
    if (m_context != nullptr) {
        message.append(" in ").append(m_context->m_name);
        if (!m_context->m_expected.empty())
            message.append(", expected ").append(m_context->m_expected);
    }
    return fail(token.span, std::move(message));
}

/// The error with its place as line and column; an empty query has no places.
Error Parser::located(Error error) const
{
    if (m_query.empty())
        return error;
    const std::string_view before = m_query.substr(0, error.span.begin);
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 == 0
    error.position.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
    error.position.column = static_cast<std::uint32_t>(before.size() - lineStart + 1);
    return error;
}

Result<ExprPtr> parseExpr(std::string_view query, const Features &features)
{
    return Parser(query, features).parseExpression();
}

Result<std::vector<Matcher>> parseSelector(std::string_view selector)
{
    const Features features;
    return Parser(selector, features).parseMetricSelector();
}

} // namespace sightglass::promql
