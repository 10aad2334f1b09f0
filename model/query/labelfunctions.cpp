// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationerror.h"
#include "model/query/functions.h"
#include "parser/base/goregex.h"
#include "parser/base/quoting.h"
#include "parser/base/regextemplate.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace sightglass {

namespace {

/// UTF-8 label names are valid as in Prometheus 3.
bool isLabelName(std::string_view name)
{
    return !name.empty() && isValidUtf8(name);
}

/// What one call may write into labels. Calls within calls multiply the length of a label ($1$1$1…), so that
/// a query of 200 bytes could take all memory; Prometheus has no such limit, and dies.
class WrittenText
{
public:
    static constexpr std::size_t maximum = std::size_t{64} << 20U; ///< bytes, all series together

    WrittenText(EvaluationContext &context, const promql::Call &call)
        : m_context(context)
        , m_call(call)
    {}

    /// Once per series.
    void add(std::size_t bytes)
    {
        m_context.checkpoint();
        m_bytes += bytes;
        if (m_bytes > maximum)
            throw EvaluationError("labels of more than " + std::to_string(maximum) + " bytes written by " +
                                      m_call.function + "()",
                                  m_call.span);
    }

private:
    EvaluationContext &m_context;
    const promql::Call &m_call;
    std::size_t m_bytes = 0;
};

/// Sets a label; a set __name__ is meant to stay even with delayed name removal.
void setLabel(Series &series, const std::string &name, std::string_view value)
{
    series.labels = series.labels.with(name, value);
    if (name == metricNameLabel)
        series.dropName = false;
}

Value labelReplace(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const std::string &destination = Evaluator::stringArgument(*call.arguments.at(1));
    const std::string &replacement = Evaluator::stringArgument(*call.arguments.at(2));
    const std::string &source = Evaluator::stringArgument(*call.arguments.at(3));
    const std::string &pattern = Evaluator::stringArgument(*call.arguments.at(4));

    const auto regex = GoRegex::compileWrapped(pattern);
    if (!regex)
        throw EvaluationError("invalid regular expression in label_replace(): " + pattern, call.span);
    if (!isLabelName(destination))
        throw EvaluationError("invalid destination label name in label_replace(): " + destination, call.span);

    const RegexTemplate expansion(replacement, *regex);
    Value vector = vectorArgument(evaluator, call, 0, grid);
    WrittenText written(evaluator.context(), call);
    for (Series &series : vector.series) {
        const auto text = expansion.expand(series.labels.value(source), WrittenText::maximum);
        written.add(text ? text->size() : 0);
        if (text)
            setLabel(series, destination, *text);
    }
    return joined(std::move(vector.series));
}

Value labelJoin(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const std::string &destination = Evaluator::stringArgument(*call.arguments.at(1));
    const std::string &separator = Evaluator::stringArgument(*call.arguments.at(2));
    std::vector<std::string> sources;
    for (std::size_t i = 3; i < call.arguments.size(); ++i) {
        sources.push_back(Evaluator::stringArgument(*call.arguments[i]));
        if (!isLabelName(sources.back()))
            throw EvaluationError("invalid source label name in label_join(): " + sources.back(), call.span);
    }
    if (!isLabelName(destination))
        throw EvaluationError("invalid destination label name in label_join(): " + destination, call.span);

    Value vector = vectorArgument(evaluator, call, 0, grid);
    WrittenText written(evaluator.context(), call);
    for (Series &series : vector.series) {
        std::string text;
        for (std::size_t i = 0; i < sources.size() && text.size() <= WrittenText::maximum; ++i) {
            text += i > 0 ? separator : std::string();
            text += series.labels.value(sources[i]);
        }
        written.add(text.size());
        setLabel(series, destination, text);
    }
    return joined(std::move(vector.series));
}

constexpr std::array<FunctionEntry, 2> entries{{
    {"label_replace", labelReplace},
    {"label_join", labelJoin},
}};

} // namespace

std::span<const FunctionEntry> labelFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
