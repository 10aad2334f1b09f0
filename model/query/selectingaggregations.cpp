// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/selectingaggregations.h"

#include "model/core/goformat.h"
#include "model/query/evaluationerror.h"
#include "model/query/grouping.h"
#include "model/query/histogramaggregation.h"
#include "model/query/limitratio.h"
#include "model/query/rankedselection.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sightglass {

namespace {

using promql::AggregateOp;

/// False where no step has a k of at least 1: then nothing is picked. Refuses what is no number of series.
bool checkCounts(const Column &counts)
{
    const bool anyNaN = std::any_of(counts.begin(), counts.end(), [](double k) { return std::isnan(k); });
    const auto [low, high] = std::minmax_element(counts.begin(), counts.end());
    if (counts.empty() || (!anyNaN && *high < 1))
        return false;
    if (anyNaN)
        throw EvaluationError("Parameter value is NaN");
    constexpr double limit = 9'223'372'036'854'775'808.0; // 2^63
    if (*low <= -limit)
        throw EvaluationError("Scalar value " + goShortest(*low) + " underflows int64");
    if (*high >= limit)
        throw EvaluationError("Scalar value " + goShortest(*high) + " overflows int64");
    return true;
}

/// Collects some of a vector's elements, series by series. In an instant query the series come out in the
/// order they are picked, group by group.
class Selection
{
public:
    Selection(const Value &vector, std::size_t steps)
        : m_vector(vector)
        , m_steps(steps)
    {}

    void pick(std::size_t index, std::size_t step)
    {
        const Series &from = m_vector.series[index];
        const auto [at, fresh] = m_places.try_emplace(index, m_picked.size());
        if (fresh)
            m_picked.push_back({from.labels, Column(m_steps, absentPoint), from.dropName});
        Series &to = m_picked[at->second];
        to.points[step] = from.points[step];
        if (hasHistogram(from, step))
            putHistogram(to.histograms, m_steps, step, from.histograms[step]);
    }

    [[nodiscard]] Value take()
    {
        Value value;
        value.series = std::move(m_picked);
        return value;
    }

private:
    const Value &m_vector;
    std::size_t m_steps;
    std::vector<Series> m_picked;
    std::map<std::size_t, std::size_t> m_places;
};

/// False where every ratio is 0: then there is nothing to pick. Refuses NaN, remarks what is out of range.
bool checkRatios(Evaluator &evaluator, const promql::Expr &parameter, const Column &ratios)
{
    if (std::all_of(ratios.begin(), ratios.end(), [](double ratio) { return ratio == 0; }))
        return false;
    if (std::any_of(ratios.begin(), ratios.end(), [](double ratio) { return std::isnan(ratio); }))
        throw EvaluationError("Ratio value is NaN");
    const auto [low, high] = std::minmax_element(ratios.begin(), ratios.end());
    const auto warn = [&](double ratio, const char *limit) {
        evaluator.annotations().warn("ratio value should be between -1 and 1, got " + goShortest(ratio) +
                                         ", capping to " + limit,
                                     parameter.span);
    };
    if (*high > 1)
        warn(*high, "1");
    if (*low < -1)
        warn(*low, "-1");
    return true;
}

} // namespace

Value evaluateRanked(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column counts = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    if (!checkCounts(counts))
        return {};
    informIgnoredHistograms(aggregate.op, vector, evaluator.annotations(), aggregate.span);
    const Grouping grouping(aggregate, vector);
    RankedSelection selection(aggregate.op == AggregateOp::Topk ? Rank::Top : Rank::Bottom);
    Selection picked(vector, grid.count);
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (counts[step] < 1)
                continue;
            evaluator.context().spend(group.members.size());
            for (const std::size_t series :
                 selection.pick(static_cast<std::size_t>(counts[step]), vector, group, step))
                picked.pick(series, step);
        }
    }
    return picked.take();
}

Value evaluateLimited(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column counts = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    if (!checkCounts(counts))
        return {};
    const Grouping grouping(aggregate, vector);
    Selection picked(vector, grid.count);
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        Column left = counts;
        for (const std::size_t member : group.members) {
            evaluator.context().spend(grid.count);
            for (std::size_t step = 0; step < grid.count; ++step) {
                if (left[step] < 1 || !hasValue(vector.series[member], step))
                    continue;
                left[step] -= 1;
                picked.pick(member, step);
            }
        }
    }
    return picked.take();
}

Value evaluateLimitedByRatio(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column ratios = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    if (!checkRatios(evaluator, *aggregate.parameter, ratios))
        return {};
    const Grouping grouping(aggregate, vector);
    Selection picked(vector, grid.count);
    for (const Grouping::Group &group : grouping.groups()) {
        for (const std::size_t member : group.members) {
            evaluator.context().checkpoint();
            const double offset = ratioOffset(vector.series[member].labels);
            for (std::size_t step = 0; step < grid.count; ++step) {
                if (isWithinRatio(std::clamp(ratios[step], -1.0, 1.0), offset) &&
                    hasValue(vector.series[member], step))
                    picked.pick(member, step);
            }
        }
    }
    return picked.take();
}

} // namespace sightglass
