// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"
#include "parser/promql/functions.h"
#include "parser/promql/literals.h"
#include "parser/promql/parser.h"

namespace sightglass::promql {

namespace {

constexpr bool takesParameter(AggregateOp op) noexcept
{
    switch (op) {
    case AggregateOp::Topk:
    case AggregateOp::Bottomk:
    case AggregateOp::CountValues:
    case AggregateOp::Quantile:
    case AggregateOp::Limitk:
    case AggregateOp::LimitRatio:
        return true;
    default:
        return false;
    }
}

} // namespace

Parser::Node Parser::call(const Token &name)
{
    auto arguments = argumentList();
    if (!arguments)
        return nullptr;
    const FunctionSignature *const function = findFunction(name.text);
    if (function == nullptr)
        return fail(name.span, "unknown function with name " + goQuoted(name.text));
    if (function->experimental && !m_features.experimentalFunctions)
        return fail(name.span, "function " + goQuoted(name.text) + " is not enabled");
    auto node = std::make_shared<Call>();
    node->function = function->name;
    node->type = function->result;
    node->arguments = std::move(*arguments);
    return sealed(std::move(node), {name.span.begin, m_end});
}

/// `( expr, … )`; a comma at the end is refused in a text of its own.
std::optional<std::vector<ExprPtr>> Parser::argumentList()
{
    if (!expect(TokenType::LeftParen))
        return std::nullopt;
    std::vector<ExprPtr> arguments;
    if (accept(TokenType::RightParen))
        return arguments;
    for (;;) {
        Node argument = expression(0);
        if (!argument)
            return std::nullopt;
        arguments.push_back(std::move(argument));
        if (!at(TokenType::Comma))
            break;
        const Token comma = take();
        if (!m_error && !canBeginOperand(peek().type)) {
            fail(comma.span, "trailing commas not allowed in function call args");
            return std::nullopt;
        }
    }
    if (!expect(TokenType::RightParen))
        return std::nullopt;
    return arguments;
}

Parser::Node Parser::aggregate(const Token &op)
{
    auto node = std::make_shared<Aggregate>();
    node->op = *aggregator(op.type);
    node->span = {op.span.begin, op.span.end};
    std::vector<ExprPtr> arguments;
    if (!aggregateParts(*node, arguments) || !setAggregateArguments(*node, std::move(arguments)))
        return nullptr;
    return sealed(std::move(node), {op.span.begin, m_end});
}

/// The grouping may stand before the arguments or behind them.
bool Parser::aggregateParts(Aggregate &node, std::vector<ExprPtr> &arguments)
{
    bool grouped = false;
    {
        const Context context(*this, "aggregation", {});
        grouped = at(TokenType::By) || at(TokenType::Without);
        if (grouped && !grouping(node))
            return false;
        auto list = argumentList();
        if (!list)
            return false;
        arguments = std::move(*list);
    }
    const bool follows = !grouped && (at(TokenType::By) || at(TokenType::Without));
    return (!follows || grouping(node)) && !m_error;
}

bool Parser::setAggregateArguments(Aggregate &node, std::vector<ExprPtr> arguments)
{
    const std::size_t desired = takesParameter(node.op) ? 2 : 1;
    const bool experimental = node.op == AggregateOp::Limitk || node.op == AggregateOp::LimitRatio;
    if (arguments.empty())
        return fail(node.span, "no arguments for aggregate expression provided") != nullptr;
    if (experimental && !m_features.experimentalFunctions)
        return fail(node.span, std::string(aggregateOpText(node.op)) +
                                   "() is experimental and must be enabled with"
                                   " --enable-feature=promql-experimental-functions") != nullptr;
    if (arguments.size() != desired)
        return fail(node.span, "wrong number of arguments for aggregate expression provided, expected " +
                                   std::to_string(desired) + ", got " + std::to_string(arguments.size())) !=
               nullptr;
    if (desired == 2)
        node.parameter = std::move(arguments.front());
    node.expr = std::move(arguments.back());
    return true;
}

bool Parser::grouping(Aggregate &node)
{
    node.without = take().type == TokenType::Without;
    return labelList(node.grouping);
}

/// `( label, … )`, a comma at the end allowed.
bool Parser::labelList(std::vector<std::string> &labels)
{
    Context context(*this, "grouping opts", "\"(\"");
    if (!expect(TokenType::LeftParen))
        return false;
    while (!at(TokenType::RightParen)) {
        context.nowExpect("grouping opts", "label");
        if (!groupingLabel(labels))
            return false;
        context.nowExpect("grouping opts", "\",\" or \")\"");
        if (!accept(TokenType::Comma))
            break;
        context.nowExpect("grouping opts", "label");
    }
    return expect(TokenType::RightParen);
}

bool Parser::groupingLabel(std::vector<std::string> &labels)
{
    if (!at(TokenType::String) && !canNameLabel(peek().type)) {
        unexpected();
        return false;
    }
    const Token token = take();
    const bool quoted = token.type == TokenType::String;
    std::string name = quoted ? unquoted(token.text) : std::string(token.text);
    if (quoted ? name.empty() || !isValidUtf8(name) : !isLegacyLabelName(name)) {
        fail(token.span, "invalid label name for grouping: " + goQuoted(name));
        return false;
    }
    labels.push_back(std::move(name));
    return true;
}

} // namespace sightglass::promql
