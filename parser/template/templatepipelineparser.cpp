// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"
#include "parser/template/templateparser.h"
#include "parser/template/templateparsinglevel.h"
#include "parser/template/templateprinter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

using Type = TemplateTokenType;
using Kind = TemplateOperandKind;

/// Go's own functions, sorted.
constexpr std::array<std::string_view, 19> builtins = {
    "and", "call", "eq",  "ge", "gt",    "html",   "index",   "js",    "le",      "len",
    "lt",  "ne",   "not", "or", "print", "printf", "println", "slice", "urlquery"};

bool beginsOperand(Type type) noexcept
{
    constexpr std::array types = {Type::Bool,      Type::CharConstant, Type::Complex,  Type::Dot,
                                  Type::Field,     Type::Identifier,   Type::Number,   Type::Nil,
                                  Type::RawString, Type::String,       Type::Variable, Type::LeftParenthesis};
    return std::ranges::find(types, type) != types.end();
}

TemplateOperand simple(Kind kind, const TemplateToken &token)
{
    TemplateOperand operand;
    operand.kind = kind;
    operand.position = token.position;
    operand.text = token.text;
    return operand;
}

/// What cannot take the result of the stage before it.
bool isConstant(Kind kind) noexcept
{
    return kind == Kind::Bool || kind == Kind::Dot || kind == Kind::Nil || kind == Kind::Number ||
           kind == Kind::String;
}

} // namespace

std::unique_ptr<TemplatePipeline> TemplateParser::pipeline(std::string_view context, Type end)
{
    const TemplateParsingLevel level(m_parsing.height);
    if (level.tooHigh())
        fail("max expression depth exceeded");
    auto pipeline = std::make_unique<TemplatePipeline>();
    pipeline->position = peekNonSpace().position;
    declarations(*pipeline, context);
    for (;;) {
        const TemplateToken token = nextNonSpace();
        if (token.type == end) {
            checkPipeline(*pipeline, context);
            return pipeline;
        }
        if (!beginsOperand(token.type))
            unexpected(token, context);
        backUp();
        pipeline->commands.push_back(command());
    }
}

void TemplateParser::declarations(TemplatePipeline &pipeline, std::string_view context)
{
    while (peekNonSpace().type == Type::Variable) {
        const TemplateToken variable = next();
        const TemplateToken behind = peek();
        const TemplateToken sign = peekNonSpace();
        if (sign.type == Type::Assign || sign.type == Type::Declare) {
            pipeline.assigns = sign.type == Type::Assign;
            nextNonSpace();
            declare(pipeline, variable);
            return;
        }
        if (sign.type != Type::Char || sign.text != ",") {
            if (behind.type == Type::Space)
                backUp(variable, behind);
            else
                backUp(variable);
            return;
        }
        nextNonSpace();
        declare(pipeline, variable);
        requireAnotherVariable(pipeline, context);
    }
}

/// Behind a comma: only range has a second variable.
void TemplateParser::requireAnotherVariable(const TemplatePipeline &pipeline, std::string_view context)
{
    if (context != "range" || pipeline.variables.size() >= 2)
        fail("too many declarations in " + std::string(context));
    const Type type = peekNonSpace().type;
    if (type != Type::Variable && type != Type::RightDelimiter && type != Type::RightParenthesis)
        fail("range can only initialize variables");
}

void TemplateParser::declare(TemplatePipeline &pipeline, const TemplateToken &variable)
{
    pipeline.variables.emplace_back(variable.text);
    m_variables.emplace_back(variable.text);
}

void TemplateParser::checkPipeline(const TemplatePipeline &pipeline, std::string_view context) const
{
    if (pipeline.commands.empty())
        fail("missing value for " + std::string(context));
    for (std::size_t i = 1; i < pipeline.commands.size(); ++i)
        if (isConstant(pipeline.commands[i].operands.front().kind))
            fail("non executable command in pipeline stage " + std::to_string(i + 1));
}

/// Operands up to a pipe, which is taken, or the end of the pipeline, which is not.
TemplateCommand TemplateParser::command()
{
    TemplateCommand command;
    command.position = peekNonSpace().position;
    for (;;) {
        peekNonSpace();
        if (auto next = operand())
            command.operands.push_back(*std::move(next));
        const TemplateToken token = next();
        if (token.type == Type::Space)
            continue;
        if (token.type == Type::RightDelimiter || token.type == Type::RightParenthesis)
            backUp();
        else if (token.type != Type::Pipe)
            unexpected(token, "operand");
        break;
    }
    if (command.operands.empty())
        fail("empty command");
    return command;
}

std::optional<TemplateOperand> TemplateParser::operand()
{
    auto operand = term();
    if (operand && peek().type == Type::Field)
        addFields(*operand);
    return operand;
}

/// Fields behind a term: more names of a field or variable, or a chain.
void TemplateParser::addFields(TemplateOperand &operand)
{
    const std::size_t position = peek().position;
    std::vector<std::string> names;
    while (peek().type == Type::Field)
        names.emplace_back(next().text.substr(1));
    if (isConstant(operand.kind))
        fail("unexpected . after term " + goQuoted(printTemplate(operand)));
    if (operand.kind != Kind::Field && operand.kind != Kind::Variable) {
        auto base = std::make_unique<TemplateOperand>(std::move(operand));
        operand = {};
        operand.kind = Kind::Chain;
        operand.base = std::move(base);
    }
    operand.position = position;
    operand.names.insert(operand.names.end(), names.begin(), names.end());
}

std::optional<TemplateOperand> TemplateParser::term()
{
    const TemplateToken token = nextNonSpace();
    switch (token.type) {
    case Type::Identifier:
        return function(token);
    case Type::Dot:
        return simple(Kind::Dot, token);
    case Type::Nil:
        return simple(Kind::Nil, token);
    case Type::Bool:
        return simple(Kind::Bool, token);
    case Type::Variable:
        return variable(token);
    case Type::Field: {
        TemplateOperand field = simple(Kind::Field, token);
        field.names.emplace_back(token.text.substr(1));
        return field;
    }
    case Type::CharConstant:
    case Type::Complex:
    case Type::Number:
        return number(token);
    case Type::LeftParenthesis: {
        TemplateOperand inner;
        inner.kind = Kind::Pipeline;
        inner.pipeline = pipeline("parenthesized pipeline", Type::RightParenthesis);
        inner.position = inner.pipeline->position;
        return inner;
    }
    case Type::String:
    case Type::RawString:
        return string(token);
    default:
        backUp();
        return std::nullopt;
    }
}

TemplateOperand TemplateParser::function(const TemplateToken &token) const
{
    const auto &ours = m_parsing.functions;
    if (!std::ranges::binary_search(builtins, token.text) &&
        std::ranges::find(ours, token.text) == ours.end())
        fail("function " + goQuoted(token.text) + " not defined");
    return simple(Kind::Identifier, token);
}

TemplateOperand TemplateParser::variable(const TemplateToken &token) const
{
    if (std::ranges::find(m_variables, token.text) == m_variables.end())
        fail("undefined variable " + goQuoted(token.text));
    TemplateOperand operand = simple(Kind::Variable, token);
    operand.names.emplace_back(token.text);
    return operand;
}

TemplateOperand TemplateParser::number(const TemplateToken &token) const
{
    auto number = templateNumber(token.text);
    if (!number)
        fail(number.error().arguments.front());
    TemplateOperand operand = simple(Kind::Number, token);
    operand.number = *number;
    return operand;
}

TemplateOperand TemplateParser::string(const TemplateToken &token) const
{
    auto value = goUnquoted(token.text);
    if (!value)
        fail("invalid syntax");
    TemplateOperand operand = simple(Kind::String, token);
    operand.value = *std::move(value);
    return operand;
}

} // namespace sightglass
