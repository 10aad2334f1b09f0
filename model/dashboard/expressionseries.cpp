// SPDX-License-Identifier: GPL-3.0-or-later
// What server-side expressions come to, as series of a panel.
#include "model/dashboard/expressionvalues.h"
#include "model/dashboard/panelfields.h"
#include "model/variables/grafanainterval.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

namespace sightglass {

namespace {

using expressions::Point;
using expressions::Value;
using expressions::Values;

/// More series than this are no chart any more.
constexpr std::size_t mostValues = 20'000;
/// All points (and numbers) that a panel's expressions read, make and answer with, together: more is neither
/// held nor waited for.
constexpr std::size_t mostPoints = 5'000'000;
/// How deep expressions are in each other, those that they need included.
constexpr int mostDepth = 500;

using Shared = std::shared_ptr<const Values>;

/// Thrown nowhere else than within addServerExpressions().
struct Refusal
{
    std::string reason;
};

/// Thrown likewise, where nobody waits for the answer any more.
struct Cancelled
{};

Shared shared(Values values)
{
    return std::make_shared<const Values>(std::move(values));
}

class Reckoning
{
public:
    Reckoning(const PanelData &data, const PanelSpec &panel, const std::vector<ServerExpression> &expressions,
              const ExpressionContext &context)
        : m_data(data)
        , m_panel(panel)
        , m_expressions(expressions)
        , m_context(context)
    {}

    Shared of(const std::string &refId)
    {
        if (const auto known = m_known.find(refId); known != m_known.end()) {
            if (!known->second)
                throw Refusal{"the expression " + refId + " needs itself"};
            return known->second;
        }
        const auto expression = std::ranges::find(m_expressions, refId, &ServerExpression::refId);
        m_known[refId] = nullptr;
        Shared values = expression != m_expressions.end() ? reckoned(*expression) : answerOf(refId);
        if (values->size() > mostValues)
            throw Refusal{"the expression " + refId + " has too many series"};
        m_known[refId] = values;
        return values;
    }

    /// To be asked before each operation: how many points it comes to at most.
    void spend(std::size_t points)
    {
        if (m_context.cancel.stop_requested())
            throw Cancelled();
        if (points > mostPoints - m_spent)
            throw Refusal{"the expressions come to too many points: more than " + std::to_string(mostPoints)};
        m_spent += points;
    }

    static std::size_t pointsOf(const Values &values)
    {
        std::size_t points = values.size();
        for (const Value &value : values)
            points += value.points.size();
        return points;
    }

private:
    Shared answerOf(const std::string &refId)
    {
        for (std::size_t i = 0; i < m_panel.queries.size(); ++i) {
            if (queryRefId(m_panel, i) == refId)
                return answerOf(i);
        }
        throw Refusal{"there is no query or expression " + refId};
    }

    Shared answerOf(std::size_t query)
    {
        Values values;
        const bool isSeries = !m_panel.queries[query].instant;
        // Behind the series of an instant query may be those of its range.
        std::size_t left = isSeries || query >= m_context.instantSeries.size()
                               ? m_data.series.size()
                               : m_context.instantSeries[query];
        for (const PanelSeries &series : m_data.series) {
            if (series.query != query || left == 0)
                continue;
            --left;
            if (series.samples.empty() && !series.histograms.empty())
                continue;
            spend(1 + (isSeries ? series.samples.size() : 0));
            Value &value = values.emplace_back();
            value.labels = series.labels;
            value.isSeries = isSeries;
            if (isSeries) {
                value.points.reserve(series.samples.size());
                for (const Sample &sample : series.samples)
                    value.points.push_back({sample.t, sample.v});
            } else if (!series.samples.empty()) {
                value.number = series.samples.back().v;
            }
        }
        return shared(std::move(values));
    }

    Shared reckoned(const ServerExpression &expression)
    {
        switch (expression.kind) {
        case ExpressionKind::Math:
        case ExpressionKind::Threshold:
            return reckoned(expression.math);
        case ExpressionKind::Reduce:
            return reduced(expression);
        case ExpressionKind::Resample:
            return resampled(expression);
        }
        return shared({});
    }

    /// What an expression reads that is no formula.
    Shared inputOf(const ServerExpression &expression)
    {
        const Nesting nesting(*this);
        return of(expression.input);
    }

    Shared reduced(const ServerExpression &expression)
    {
        const Shared input = inputOf(expression);
        spend(input->size());
        Values values;
        values.reserve(input->size());
        for (const Value &value : *input)
            values.push_back(expressions::reduced(value, expression));
        return shared(std::move(values));
    }

    Shared resampled(const ServerExpression &expression)
    {
        const auto window = grafanaIntervalMs(expression.window);
        if (!window || *window <= 0)
            throw Refusal{"the window \"" + expression.window + "\" of " + expression.refId +
                          " is no duration"};
        const Shared input = inputOf(expression);
        const auto [from, to] = m_data.range;
        const std::size_t points = to > from ? static_cast<std::size_t>((to - from) / *window) + 2 : 1;
        Values values;
        for (const Value &value : *input) {
            if (!value.isSeries)
                throw Refusal{"only series can be resampled, and " + expression.input + " is a number"};
            // What does not fit is said below.
            spend(std::min(points, mostPoints / 10));
            auto result = expressions::resampled(value, expression, *window, from, to);
            if (!result)
                throw Refusal{"the window " + expression.window + " of " + expression.refId +
                              " does not fit into the range"};
            values.push_back(std::move(*result));
        }
        return shared(std::move(values));
    }

    Shared reckoned(const MathNode &node)
    {
        const Nesting nesting(*this);
        switch (node.kind) {
        case MathKind::Number:
            return shared({{{}, false, {}, node.number}});
        case MathKind::Reference:
            return of(node.name);
        case MathKind::Unary:
            return shared(expressions::operated(node.name, copied(reckoned(node.arguments.front()))));
        case MathKind::Call:
            return shared(expressions::called(
                node.name, node.arguments.empty() ? Values() : copied(reckoned(node.arguments.front()))));
        case MathKind::Binary: {
            const Shared left = reckoned(node.arguments[0]);
            const Shared right = reckoned(node.arguments[1]);
            return joined(node.name, *left, *right);
        }
        }
        return shared({});
    }

    Values copied(const Shared &values)
    {
        spend(pointsOf(*values));
        return *values;
    }

    Shared joined(const std::string &word, const Values &left, const Values &right)
    {
        spend(0);
        const auto pairs = expressions::paired(left, right, mostValues);
        if (!pairs)
            throw Refusal{"too many series to be joined"};
        std::size_t points = pairs->size();
        for (const expressions::Pair &pair : *pairs) {
            const Value &a = left[pair.left];
            const Value &b = right[pair.right];
            points += a.isSeries && b.isSeries ? std::min(a.points.size(), b.points.size())
                                               : std::max(a.points.size(), b.points.size());
        }
        spend(points);
        return shared(expressions::operated(word, left, right, *pairs));
    }

    class Nesting
    {
    public:
        explicit Nesting(Reckoning &of)
            : m_of(of)
        {
            if (m_of.m_depth >= mostDepth)
                throw Refusal{"the expressions are nested too deeply"};
            ++m_of.m_depth;
        }
        ~Nesting() { --m_of.m_depth; }
        Nesting(const Nesting &) = delete;
        Nesting &operator=(const Nesting &) = delete;

    private:
        Reckoning &m_of;
    };

    const PanelData &m_data;
    const PanelSpec &m_panel;
    const std::vector<ServerExpression> &m_expressions;
    const ExpressionContext &m_context;
    std::map<std::string, Shared, std::less<>> m_known; ///< null: being reckoned
    std::size_t m_spent = 0;
    int m_depth = 0;
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
                          const std::vector<ServerExpression> &expressions, const ExpressionContext &context)
{
    std::size_t readable = 0;
    for (const OtherQuery &other : panel.otherQueries) {
        if (data.error || !isServerExpression(other.json))
            continue;
        const auto read = serverExpressionOf(other.json);
        if (read && ++readable <= mostServerExpressions)
            continue;
        data.error = read ? Error{ErrorCode::ConfigValue,
                                  {"more than " + std::to_string(mostServerExpressions) + " expressions"},
                                  {},
                                  {}}
                          : read.error();
        data.failedQuery = panel.queries.size() + expressions.size();
    }
    Reckoning reckoning(data, panel, expressions, context);
    std::vector<PanelSeries> added;
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        if (expressions[i].hidden)
            continue;
        try {
            const Shared values = reckoning.of(expressions[i].refId);
            reckoning.spend(Reckoning::pointsOf(*values));
            for (const Value &value : *values)
                added.push_back(seriesOf(value, panel.queries.size() + i, data.range.to));
        } catch (const Refusal &refusal) {
            if (!data.error) {
                data.error = Error{ErrorCode::ConfigValue, {refusal.reason}, {}, {}};
                data.failedQuery = panel.queries.size() + i;
            }
        } catch (const Cancelled &) {
            break;
        }
    }
    std::erase_if(data.series, [&panel](const PanelSeries &series) {
        return series.query < panel.queries.size() && panel.queries[series.query].hidden;
    });
    std::ranges::move(added, std::back_inserter(data.series));
}

} // namespace sightglass
