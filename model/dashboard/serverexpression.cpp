// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/serverexpression.h"

#include "model/dashboard/panelfields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

using Json = nlohmann::json;

constexpr std::string_view expressionSource = "__expr__";
constexpr auto reducers =
    std::to_array<std::string_view>({"sum", "mean", "min", "max", "count", "last", "median"});
constexpr auto downsamplers = std::to_array<std::string_view>({"sum", "mean", "min", "max", "last"});
constexpr auto upsamplers = std::to_array<std::string_view>({"pad", "backfilling", "fillna"});

Json memberOf(const Json &object, const char *name)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(name);
    return found == object.end() ? Json() : *found;
}

std::string textOf(const Json &object, const char *name)
{
    const Json member = memberOf(object, name);
    return member.is_string() ? member.get<std::string>() : std::string();
}

Error refused(std::string reason, ErrorCode code = ErrorCode::ConfigValue)
{
    return {code, {std::move(reason)}, {}, {}};
}

template<typename List>
bool isIn(const List &list, const std::string &word)
{
    return std::ranges::find(list, std::string_view(word)) != list.end();
}

/// "$A" or "A".
std::string inputOf(const Json &json)
{
    std::string input = textOf(json, "expression");
    if (input.starts_with("${") && input.ends_with('}'))
        return input.substr(2, input.size() - 3);
    return input.starts_with('$') ? input.substr(1) : input;
}

MathNode numberNode(double value)
{
    return {MathKind::Number, value, {}, {}};
}

MathNode compared(const std::string &input, const char *word, double value)
{
    MathNode node{MathKind::Binary, 0, word, {}};
    node.arguments.push_back({MathKind::Reference, 0, input, {}});
    node.arguments.push_back(numberNode(value));
    return node;
}

MathNode joined(MathNode left, const char *word, MathNode right)
{
    MathNode node{MathKind::Binary, 0, word, {}};
    node.arguments.push_back(std::move(left));
    node.arguments.push_back(std::move(right));
    return node;
}

/// A threshold as the comparison that it is.
std::optional<MathNode> thresholdOf(const std::string &input, const Json &evaluator)
{
    const std::string type = textOf(evaluator, "type");
    const Json list = memberOf(evaluator, "params");
    std::vector<double> numbers;
    for (const Json &number : list) {
        if (number.is_number())
            numbers.push_back(number.get<double>());
    }
    constexpr auto words = std::to_array<std::pair<std::string_view, const char *>>(
        {{"gt", ">"}, {"lt", "<"}, {"eq", "=="}, {"ne", "!="}, {"gte", ">="}, {"lte", "<="}});
    for (const auto &[known, word] : words) {
        if (type == known && !numbers.empty())
            return compared(input, word, numbers.front());
    }
    if (numbers.size() < 2)
        return std::nullopt;
    const double low = numbers[0];
    const double high = numbers[1];
    if (type == "within_range")
        return joined(compared(input, ">", low), "&&", compared(input, "<", high));
    if (type == "outside_range")
        return joined(compared(input, "<", low), "||", compared(input, ">", high));
    if (type == "within_range_included")
        return joined(compared(input, ">=", low), "&&", compared(input, "<=", high));
    if (type == "outside_range_included")
        return joined(compared(input, "<=", low), "||", compared(input, ">=", high));
    return std::nullopt;
}

Result<ServerExpression> mathOf(ServerExpression expression, const Json &json)
{
    auto math = parseMath(textOf(json, "expression"));
    if (!math)
        return math.error();
    expression.math = std::move(math).value();
    return expression;
}

Result<ServerExpression> reduceOf(ServerExpression expression, const Json &json)
{
    expression.kind = ExpressionKind::Reduce;
    expression.input = inputOf(json);
    expression.word = textOf(json, "reducer");
    if (!isIn(reducers, expression.word))
        return refused("the reducer \"" + expression.word + "\" is not known");
    const Json settings = memberOf(json, "settings");
    const std::string mode = textOf(settings, "mode");
    if (mode == "dropNN") {
        expression.nonNumbers = NonNumbers::Drop;
    } else if (mode == "replaceNN") {
        const Json value = memberOf(settings, "replaceWithValue");
        if (!value.is_number())
            return refused("what replaces values that are no numbers is not said");
        expression.nonNumbers = NonNumbers::Replace;
        expression.replacement = value.get<double>();
    } else if (!mode.empty()) {
        return refused("the mode \"" + mode + "\" is not known");
    }
    return expression;
}

Result<ServerExpression> resampleOf(ServerExpression expression, const Json &json)
{
    expression.kind = ExpressionKind::Resample;
    expression.input = inputOf(json);
    expression.window = textOf(json, "window");
    expression.word = textOf(json, "downsampler");
    expression.upsampler = textOf(json, "upsampler");
    if (!isIn(downsamplers, expression.word))
        return refused("the downsampler \"" + expression.word + "\" is not known");
    if (!isIn(upsamplers, expression.upsampler))
        return refused("the upsampler \"" + expression.upsampler + "\" is not known");
    if (expression.window.empty())
        return refused("the window is not said");
    return expression;
}

Result<ServerExpression> thresholdOf(ServerExpression expression, const Json &json)
{
    expression.kind = ExpressionKind::Threshold;
    const Json conditions = memberOf(json, "conditions");
    if (!conditions.is_array() || conditions.empty())
        return refused("a threshold without a condition");
    if (!memberOf(conditions.front(), "unloadEvaluator").is_null())
        return refused("thresholds that go back at another value are not reckoned here",
                       ErrorCode::Unsupported);
    auto math = thresholdOf(inputOf(json), memberOf(conditions.front(), "evaluator"));
    if (!math)
        return refused("the threshold's condition is not known");
    expression.math = std::move(*math);
    return expression;
}

/// The refIds that an expression reads.
void addReferences(const MathNode &node, std::vector<std::string> &names)
{
    if (node.kind == MathKind::Reference)
        names.push_back(node.name);
    for (const MathNode &argument : node.arguments)
        addReferences(argument, names);
}

} // namespace

bool isServerExpression(const std::string &json)
{
    if (json.find(expressionSource) == std::string::npos)
        return false;
    const Json target = Json::parse(json, nullptr, false);
    const Json source = memberOf(target, "datasource");
    return source.is_string()
               ? source == Json(expressionSource)
               : textOf(source, "type") == expressionSource || textOf(source, "uid") == expressionSource;
}

Result<ServerExpression> serverExpressionOf(const std::string &json)
{
    const Json target = Json::parse(json, nullptr, false);
    ServerExpression expression;
    expression.refId = textOf(target, "refId");
    expression.hidden = memberOf(target, "hide") == Json(true);
    const std::string type = textOf(target, "type");
    if (type == "math")
        return mathOf(std::move(expression), target);
    if (type == "reduce")
        return reduceOf(std::move(expression), target);
    if (type == "resample")
        return resampleOf(std::move(expression), target);
    if (type == "threshold")
        return thresholdOf(std::move(expression), target);
    return refused("expressions of the kind \"" + type + "\" are not reckoned here", ErrorCode::Unsupported);
}

std::vector<ServerExpression> serverExpressions(const PanelSpec &panel)
{
    std::vector<ServerExpression> expressions;
    for (const OtherQuery &other : panel.otherQueries) {
        if (expressions.size() == mostServerExpressions)
            break;
        if (!isServerExpression(other.json))
            continue;
        if (auto expression = serverExpressionOf(other.json))
            expressions.push_back(std::move(expression).value());
    }
    return expressions;
}

bool hasServerExpressions(const PanelSpec &panel)
{
    return std::ranges::any_of(panel.otherQueries,
                               [](const OtherQuery &other) { return isServerExpression(other.json); });
}

std::vector<bool> neededQueries(const PanelSpec &panel, const std::vector<ServerExpression> &expressions)
{
    std::vector<std::string> names;
    for (const ServerExpression &expression : expressions) {
        addReferences(expression.math, names);
        names.push_back(expression.input);
    }
    std::vector<bool> needed;
    for (std::size_t i = 0; i < panel.queries.size(); ++i)
        needed.push_back(std::ranges::find(names, queryRefId(panel, i)) != names.end());
    return needed;
}

} // namespace sightglass
