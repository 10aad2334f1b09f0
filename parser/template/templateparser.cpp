// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templateparser.h"

#include "parser/base/quoting.h"
#include "parser/template/templateparsinglevel.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

using Type = TemplateTokenType;
using Kind = TemplateElementKind;

constexpr std::string_view endText = "{{end}}";
constexpr std::string_view elseText = "{{else}}";

/// Nothing but white space: such a definition gives way to another of its name.
bool isEmpty(const TemplateElements &elements)
{
    return std::ranges::all_of(elements, [](const TemplateElement &element) {
        return element.kind == Kind::Text &&
               element.text.find_first_not_of(" \t\n\v\f\r") == std::string::npos;
    });
}

} // namespace

void TemplateParser::parseRoot()
{
    TemplateElements root;
    while (peek().type != Type::EndOfText) {
        if (peek().type == Type::LeftDelimiter) {
            TemplateToken delimiter = next();
            if (nextNonSpace().type == Type::Define) {
                TemplateParser(m_parsing).parseDefinition();
                continue;
            }
            backUp(std::move(delimiter));
        }
        if (const auto end = textOrAction(root))
            fail("unexpected " + std::string(*end == ListEnd::End ? endText : elseText));
    }
    define(std::string(m_parsing.name), std::move(root));
}

void TemplateParser::parseDefinition()
{
    constexpr std::string_view context = "define clause";
    const TemplateToken token = nextNonSpace();
    if (token.type != Type::String && token.type != Type::RawString)
        unexpected(token, context);
    const std::string name = templateName(token, context);
    expect(Type::RightDelimiter, context);
    TemplateElements body;
    if (parseList(body) == ListEnd::Else)
        fail("unexpected " + std::string(elseText) + " in " + std::string(context));
    define(name, std::move(body));
}

void TemplateParser::define(const std::string &name, TemplateElements elements)
{
    const auto [found, isNew] = m_parsing.definitions.try_emplace(name);
    if (isNew || isEmpty(found->second))
        found->second = std::move(elements);
    else if (!isEmpty(elements))
        fail("template: multiple definition of template " + goQuoted(name));
}

/// Elements up to an {{end}} or {{else}}, which is taken too (of "else if" the else only).
TemplateParser::ListEnd TemplateParser::parseList(TemplateElements &list)
{
    const TemplateParsingLevel level(m_parsing.height);
    if (level.tooHigh())
        fail("max expression depth exceeded");
    while (peekNonSpace().type != Type::EndOfText) {
        if (const auto end = textOrAction(list))
            return *end;
    }
    fail("unexpected EOF");
}

std::optional<TemplateParser::ListEnd> TemplateParser::textOrAction(TemplateElements &list)
{
    const TemplateToken token = nextNonSpace();
    if (token.type == Type::Text) {
        list.push_back({Kind::Text, token.position, std::string(token.text), nullptr, {}, {}});
        return std::nullopt;
    }
    if (token.type != Type::LeftDelimiter)
        unexpected(token, "input");
    m_actionLine = token.line;
    const auto end = action(list);
    m_actionLine = 0;
    return end;
}

std::optional<TemplateParser::ListEnd> TemplateParser::action(TemplateElements &list)
{
    const TemplateToken token = nextNonSpace();
    switch (token.type) {
    case Type::Block:
        list.push_back(block());
        return std::nullopt;
    case Type::Break:
        list.push_back(jump(Kind::Break, token));
        return std::nullopt;
    case Type::Continue:
        list.push_back(jump(Kind::Continue, token));
        return std::nullopt;
    case Type::Else:
        if (const Type after = peekNonSpace().type; after != Type::If && after != Type::With)
            expect(Type::RightDelimiter, "else");
        return ListEnd::Else;
    case Type::End:
        expect(Type::RightDelimiter, "end");
        return ListEnd::End;
    case Type::If:
        list.push_back(control(Kind::If, token.position));
        return std::nullopt;
    case Type::Range:
        list.push_back(control(Kind::Range, token.position));
        return std::nullopt;
    case Type::Template:
        list.push_back(templateCall());
        return std::nullopt;
    case Type::With:
        list.push_back(control(Kind::With, token.position));
        return std::nullopt;
    default:
        break;
    }
    backUp();
    // Variables that it declares live until the end of the list around it.
    TemplateElement element{Kind::Action, peek().position, {}, nullptr, {}, {}};
    element.pipeline = pipeline("command", Type::RightDelimiter);
    list.push_back(std::move(element));
    return std::nullopt;
}

TemplateElement TemplateParser::control(Kind kind, std::size_t position)
{
    const TemplateParsingLevel level(m_parsing.height);
    if (level.tooHigh())
        fail("max expression depth exceeded");
    const std::size_t variables = m_variables.size();
    const std::string_view context = kind == Kind::If ? "if" : kind == Kind::Range ? "range" : "with";
    TemplateElement element{kind, position, {}, nullptr, {}, {}};
    element.pipeline = pipeline(context, Type::RightDelimiter);
    m_rangeDepth += kind == Kind::Range ? 1 : 0;
    const ListEnd end = parseList(element.body);
    m_rangeDepth -= kind == Kind::Range ? 1 : 0;
    if (end == ListEnd::Else)
        elsePart(element);
    m_variables.resize(variables);
    return element;
}

/// {{else if x}}…{{end}} is {{else}}{{if x}}…{{end}}{{end}}; the same with "with".
void TemplateParser::elsePart(TemplateElement &element)
{
    const Type after = peek().type;
    if ((element.kind == Kind::If && after == Type::If) ||
        (element.kind == Kind::With && after == Type::With)) {
        const TemplateToken token = next();
        element.otherwise.push_back(control(element.kind, token.position));
        return;
    }
    if (parseList(element.otherwise) == ListEnd::Else)
        fail("expected end; found " + std::string(elseText));
}

TemplateElement TemplateParser::jump(Kind kind, const TemplateToken &token)
{
    const std::string name = kind == Kind::Break ? "{{break}}" : "{{continue}}";
    if (const TemplateToken after = nextNonSpace(); after.type != Type::RightDelimiter)
        unexpected(after, name);
    if (m_rangeDepth == 0)
        fail(name + " outside {{range}}");
    return {kind, token.position, {}, nullptr, {}, {}};
}

TemplateElement TemplateParser::block()
{
    constexpr std::string_view context = "block clause";
    const TemplateToken token = nextNonSpace();
    TemplateElement element{Kind::Template, token.position, templateName(token, context), nullptr, {}, {}};
    element.pipeline = pipeline(context, Type::RightDelimiter);
    TemplateParser inner(m_parsing);
    TemplateElements body;
    if (inner.parseList(body) == ListEnd::Else)
        fail("unexpected " + std::string(elseText) + " in " + std::string(context));
    inner.define(element.text, std::move(body));
    return element;
}

TemplateElement TemplateParser::templateCall()
{
    constexpr std::string_view context = "template clause";
    const TemplateToken token = nextNonSpace();
    TemplateElement element{Kind::Template, token.position, templateName(token, context), nullptr, {}, {}};
    if (nextNonSpace().type != Type::RightDelimiter) {
        backUp();
        element.pipeline = pipeline(context, Type::RightDelimiter);
    }
    return element;
}

std::string TemplateParser::templateName(const TemplateToken &token, std::string_view context)
{
    if (token.type != Type::String && token.type != Type::RawString)
        unexpected(token, context);
    auto name = goUnquoted(token.text);
    if (!name)
        fail("invalid syntax");
    return *std::move(name);
}

TemplateToken TemplateParser::next()
{
    if (m_peeked > 0)
        --m_peeked;
    else
        m_tokens[0] = m_parsing.lexer.next();
    return m_tokens[m_peeked];
}

TemplateToken TemplateParser::peek()
{
    TemplateToken token = next();
    backUp();
    return token;
}

TemplateToken TemplateParser::nextNonSpace()
{
    for (;;) {
        TemplateToken token = next();
        if (token.type != Type::Space)
            return token;
    }
}

TemplateToken TemplateParser::peekNonSpace()
{
    TemplateToken token = nextNonSpace();
    backUp();
    return token;
}

TemplateToken TemplateParser::expect(Type type, std::string_view context)
{
    TemplateToken token = nextNonSpace();
    if (token.type != type)
        unexpected(token, context);
    return token;
}

/// The latest token is to be read again, and that one before it.
void TemplateParser::backUp(TemplateToken before)
{
    m_tokens[1] = std::move(before);
    m_peeked = 2;
}

void TemplateParser::backUp(TemplateToken first, TemplateToken second)
{
    m_tokens[1] = std::move(second);
    m_tokens[2] = std::move(first);
    m_peeked = 3;
}

void TemplateParser::fail(const std::string &message) const
{
    const TemplateToken &token = m_tokens[0];
    throw TemplateSyntaxFailure{"template: " + std::string(m_parsing.name) + ":" +
                                    std::to_string(token.line) + ": " + message,
                                {token.position, token.position + token.text.size()}};
}

void TemplateParser::unexpected(const TemplateToken &token, std::string_view context) const
{
    if (token.type != Type::Error)
        fail("unexpected " + token.description() + " in " + std::string(context));
    std::string extra;
    if (m_actionLine != 0 && m_actionLine != token.line) {
        extra = token.message.ends_with(" action") ? "" : " in action"; // or it is "action in action"
        extra += " started at " + std::string(m_parsing.name) + ":" + std::to_string(m_actionLine);
    }
    fail(token.message + extra);
}

} // namespace sightglass
