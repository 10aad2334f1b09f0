// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variablequery.h"

#include "model/fields/jsregex.h"
#include "model/variables/variableoptions.h"
#include "parser/base/numbertext.h"
#include "parser/promql/parse.h"

#include <optional>
#include <set>

namespace sightglass {

namespace {

using Options = std::vector<VariableOption>;

std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// What stands between the parentheses of `name(…)`, or nothing where the text is something else.
std::optional<std::string_view> callOf(std::string_view name, std::string_view text)
{
    if (!text.starts_with(name) || !text.ends_with(')'))
        return std::nullopt;
    text.remove_prefix(name.size());
    if (!text.starts_with('('))
        return std::nullopt;
    return trimmed(text.substr(1, text.size() - 2));
}

bool isLabelName(std::string_view text) noexcept
{
    if (text.size() > 2 && text.front() == '"' && text.back() == '"')
        return true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
        if (!letter && (i == 0 || c < '0' || c > '9'))
            return false;
    }
    return !text.empty();
}

std::string unquoted(std::string_view label)
{
    return std::string(label.front() == '"' ? label.substr(1, label.size() - 2) : label);
}

/// The label stands behind the last comma, which a selector's braces cannot hold.
std::optional<VariableQuery> labelValues(std::string_view arguments)
{
    const std::size_t comma = arguments.rfind(',');
    const bool two = comma != std::string_view::npos;
    const std::string_view label = trimmed(two ? arguments.substr(comma + 1) : arguments);
    if (!isLabelName(label))
        return std::nullopt;
    return VariableQuery{VariableQuery::Kind::LabelValues,
                         std::string(two ? trimmed(arguments.substr(0, comma)) : std::string_view()),
                         unquoted(label)};
}

std::string labelsText(const Labels &labels)
{
    std::string text(labels.value("__name__"));
    text += '{';
    bool first = true;
    for (const LabelView label : labels) {
        if (label.name == "__name__")
            continue;
        text += first ? "" : ",";
        text.append(label.name).append("=\"").append(label.value).append("\"");
        first = false;
    }
    return text += '}';
}

Options optionsOf(const std::set<std::string, std::less<>> &texts)
{
    Options options;
    for (const std::string &text : texts) {
        if (options.size() >= mostVariableOptions)
            break;
        options.push_back({text, text});
    }
    return options;
}

/// Calls `take(labels)` for each series of the selector.
template<typename Take>
std::optional<Error> forEachSeries(const std::string &selector, const VariableSource &source,
                                   const std::stop_token &cancel, const Take &take)
{
    const auto matchers = promql::parseSelector(selector);
    if (!matchers)
        return matchers.error();
    for (const auto &series : source.snapshot.select(*matchers, source.range)) {
        if (cancel.stop_requested())
            return Error{ErrorCode::QueryCancelled, {}, {}, {}};
        take(series->labels());
    }
    return std::nullopt;
}

Result<Options> namesOf(const VariableQuery &query, const VariableSource &source,
                        const std::stop_token &cancel)
{
    std::set<std::string, std::less<>> names;
    if (query.argument.empty()) {
        const std::vector<std::string> all = source.snapshot.labelNames();
        names.insert(all.begin(), all.end());
        return optionsOf(names);
    }
    if (auto error = forEachSeries(query.argument, source, cancel, [&names](const Labels &labels) {
            for (const LabelView label : labels)
                names.emplace(label.name);
        }))
        return std::move(*error);
    return optionsOf(names);
}

Result<Options> valuesOf(const VariableQuery &query, const VariableSource &source,
                         const std::stop_token &cancel)
{
    std::set<std::string, std::less<>> values;
    if (query.argument.empty()) {
        const std::vector<std::string> all = source.snapshot.labelValues(query.label);
        values.insert(all.begin(), all.end());
        return optionsOf(values);
    }
    if (auto error = forEachSeries(query.argument, source, cancel, [&](const Labels &labels) {
            if (const auto value = labels.value(query.label); !value.empty())
                values.emplace(value);
        }))
        return std::move(*error);
    return optionsOf(values);
}

Result<Options> metricsOf(const VariableQuery &query, const VariableSource &source)
{
    const auto regex = JsRegex::compile(query.argument, {});
    if (!regex)
        return regex.error();
    std::set<std::string, std::less<>> names;
    for (const std::string &name : source.snapshot.labelValues("__name__")) {
        if (regex->matches(name))
            names.insert(name);
    }
    return optionsOf(names);
}

Result<Options> seriesOf(const VariableQuery &query, const VariableSource &source,
                         const std::stop_token &cancel)
{
    Options options;
    if (auto error = forEachSeries(query.argument, source, cancel, [&options](const Labels &labels) {
            if (options.size() < mostVariableOptions)
                options.push_back({labelsText(labels), labelsText(labels)});
        }))
        return std::move(*error);
    return options;
}

Result<Options> resultOf(const VariableQuery &query, const VariableSource &source,
                         const std::stop_token &cancel)
{
    const auto expr = promql::parseExpr(query.argument, source.engine.options().features);
    if (!expr)
        return expr.error();
    const auto result = source.engine.instant(source.snapshot, **expr, source.range.to, cancel);
    if (!result)
        return result.error();
    Options options;
    if (result->type == promql::ValueType::Scalar) {
        const std::string text = formatFloat(result->scalar.v);
        return Options{{text, text}};
    }
    for (const VectorElement &element : result->vector) {
        if (options.size() >= mostVariableOptions)
            break;
        const std::string text = labelsText(element.labels) + ' ' + formatFloat(element.value) + ' ' +
                                 std::to_string(source.range.to);
        options.push_back({text, text});
    }
    return options;
}

} // namespace

VariableQuery parseVariableQuery(std::string_view text)
{
    using Kind = VariableQuery::Kind;
    text = trimmed(text);
    if (text.empty())
        return {};
    if (const auto selector = callOf("label_names", text))
        return {Kind::LabelNames, std::string(*selector), {}};
    if (const auto arguments = callOf("label_values", text)) {
        if (auto query = labelValues(*arguments))
            return std::move(*query);
    }
    if (const auto regex = callOf("metrics", text))
        return {Kind::MetricNames, std::string(*regex), {}};
    if (const auto expr = callOf("query_result", text))
        return {Kind::Result, std::string(*expr), {}};
    return {Kind::Series, std::string(text), {}};
}

Result<std::vector<VariableOption>> answersOf(const VariableQuery &query, const VariableSource &source,
                                              const std::stop_token &cancel)
{
    switch (query.kind) {
    case VariableQuery::Kind::Nothing:
        break;
    case VariableQuery::Kind::LabelNames:
        return namesOf(query, source, cancel);
    case VariableQuery::Kind::LabelValues:
        return valuesOf(query, source, cancel);
    case VariableQuery::Kind::MetricNames:
        return metricsOf(query, source);
    case VariableQuery::Kind::Result:
        return resultOf(query, source, cancel);
    case VariableQuery::Kind::Series:
        return seriesOf(query, source, cancel);
    }
    return Options{};
}

} // namespace sightglass
