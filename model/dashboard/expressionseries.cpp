// SPDX-License-Identifier: GPL-3.0-or-later
// What server-side expressions come to, as series of a panel.
#include "model/dashboard/expressionvalues.h"
#include "model/dashboard/panelfields.h"
#include "model/variables/grafanainterval.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace sightglass {

namespace {

using expressions::Point;
using expressions::Value;
using expressions::Values;

/// More series than this, times the points of each, is no chart any more.
constexpr std::size_t mostValues = 20'000;

/// Thrown nowhere else than within addServerExpressions().
struct Refusal
{
    std::string reason;
};

class Reckoning
{
public:
    Reckoning(const PanelData &data, const PanelSpec &panel, const std::vector<ServerExpression> &expressions)
        : m_data(data)
        , m_panel(panel)
        , m_expressions(expressions)
    {}

    Values of(const std::string &refId)
    {
        if (const auto known = m_known.find(refId); known != m_known.end()) {
            if (!known->second.isReady)
                throw Refusal{"the expression " + refId + " needs itself"};
            return known->second.values;
        }
        const auto expression = std::ranges::find(m_expressions, refId, &ServerExpression::refId);
        m_known[refId];
        Values values = expression != m_expressions.end() ? reckoned(*expression) : answerOf(refId);
        if (values.size() > mostValues)
            throw Refusal{"the expression " + refId + " has too many series"};
        m_known[refId] = {true, values};
        return values;
    }

private:
    struct Known
    {
        bool isReady = false;
        Values values;
    };

    Values answerOf(const std::string &refId) const
    {
        for (std::size_t i = 0; i < m_panel.queries.size(); ++i) {
            if (queryRefId(m_panel, i) == refId)
                return answerOf(i);
        }
        throw Refusal{"there is no query or expression " + refId};
    }

    Values answerOf(std::size_t query) const
    {
        Values values;
        const bool isSeries = !m_panel.queries[query].instant;
        for (const PanelSeries &series : m_data.series) {
            if (series.query != query || (series.samples.empty() && !series.histograms.empty()))
                continue;
            Value &value = values.emplace_back();
            value.labels = series.labels;
            value.isSeries = isSeries;
            if (isSeries) {
                for (const Sample &sample : series.samples)
                    value.points.push_back({sample.t, sample.v});
            } else if (!series.samples.empty()) {
                value.number = series.samples.back().v;
            }
        }
        return values;
    }

    Values reckoned(const ServerExpression &expression)
    {
        switch (expression.kind) {
        case ExpressionKind::Math:
        case ExpressionKind::Threshold:
            return reckoned(expression.math);
        case ExpressionKind::Reduce: {
            Values values = of(expression.input);
            for (Value &value : values)
                value = reduced(value, expression);
            return values;
        }
        case ExpressionKind::Resample:
            return resampled(expression);
        }
        return {};
    }

    Values resampled(const ServerExpression &expression)
    {
        const auto window = grafanaIntervalMs(expression.window);
        if (!window || *window <= 0)
            throw Refusal{"the window \"" + expression.window + "\" of " + expression.refId +
                          " is no duration"};
        Values values = of(expression.input);
        for (Value &value : values) {
            if (!value.isSeries)
                throw Refusal{"only series can be resampled, and " + expression.input + " is a number"};
            auto result =
                expressions::resampled(value, expression, *window, m_data.range.from, m_data.range.to);
            if (!result)
                throw Refusal{"the window " + expression.window + " of " + expression.refId +
                              " does not fit into the range"};
            value = std::move(*result);
        }
        return values;
    }

    Values reckoned(const MathNode &node)
    {
        switch (node.kind) {
        case MathKind::Number:
            return {{{}, false, {}, node.number}};
        case MathKind::Reference:
            return of(node.name);
        case MathKind::Unary:
            return expressions::operated(node.name, reckoned(node.arguments.front()));
        case MathKind::Call:
            return expressions::called(node.name,
                                       node.arguments.empty() ? Values() : reckoned(node.arguments.front()));
        case MathKind::Binary: {
            const Values left = reckoned(node.arguments[0]);
            const Values right = reckoned(node.arguments[1]);
            if (left.size() * right.size() > mostValues * 100)
                throw Refusal{"too many series to be joined"};
            return expressions::operated(node.name, left, right);
        }
        }
        return {};
    }

    const PanelData &m_data;
    const PanelSpec &m_panel;
    const std::vector<ServerExpression> &m_expressions;
    std::map<std::string, Known, std::less<>> m_known;
};

PanelSeries seriesOf(const Value &value, std::size_t query, TimestampMs at)
{
    PanelSeries series;
    series.labels = value.labels;
    series.query = query;
    if (!value.isSeries) {
        if (value.number)
            series.samples = {{at, *value.number}};
        return series;
    }
    std::vector<Sample> samples;
    bool isBroken = false;
    for (const Point &point : value.points) {
        if (!point.v) {
            isBroken = !samples.empty();
            continue;
        }
        if (isBroken && value.isResampled)
            series.breaks.push_back(point.t);
        isBroken = false;
        samples.push_back({point.t, *point.v});
    }
    series.samples = std::move(samples);
    // Times of its own are no steps: its points are joined, but where there is none.
    if (value.isResampled)
        series.columnMs = 1;
    return series;
}

} // namespace

void addServerExpressions(PanelData &data, const PanelSpec &panel,
                          const std::vector<ServerExpression> &expressions)
{
    for (const OtherQuery &other : panel.otherQueries) {
        const auto read = isServerExpression(other.json) ? serverExpressionOf(other.json)
                                                         : Result<ServerExpression>(ServerExpression());
        if (!read && !data.error) {
            data.error = read.error();
            data.failedQuery = panel.queries.size() + expressions.size();
        }
    }
    Reckoning reckoning(data, panel, expressions);
    std::vector<PanelSeries> added;
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        if (expressions[i].hidden)
            continue;
        try {
            for (const Value &value : reckoning.of(expressions[i].refId))
                added.push_back(seriesOf(value, panel.queries.size() + i, data.range.to));
        } catch (const Refusal &refusal) {
            if (!data.error) {
                data.error = Error{ErrorCode::ConfigValue, {refusal.reason}, {}, {}};
                data.failedQuery = panel.queries.size() + i;
            }
        }
    }
    std::erase_if(data.series, [&panel](const PanelSeries &series) {
        return series.query < panel.queries.size() && panel.queries[series.query].hidden;
    });
    std::ranges::move(added, std::back_inserter(data.series));
}

} // namespace sightglass
