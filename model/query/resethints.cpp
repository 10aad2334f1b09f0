// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/resethints.h"

#include "model/histogram/histogramarithmetic.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 3> statistics{"histogram_count", "histogram_sum", "histogram_avg"};
constexpr std::array<std::string_view, 3> lookers{"histogram_quantile", "histogram_quantiles",
                                                  "histogram_fraction"};

template<std::size_t size>
bool isOneOf(std::string_view name, const std::array<std::string_view, size> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Collects below `expr`; `wanted` where a function of statistics is above it. A subtree that is looked into
/// has nothing to collect.
void collect(const promql::Expr &expr, bool wanted, SelectorSet &found)
{
    switch (expr.kind) {
    case promql::ExprKind::VectorSelector:
        if (wanted)
            found.insert(&static_cast<const promql::VectorSelector &>(expr));
        return;
    case promql::ExprKind::MatrixSelector:
        collect(*static_cast<const promql::MatrixSelector &>(expr).selector, wanted, found);
        return;
    case promql::ExprKind::Call: {
        const auto &call = static_cast<const promql::Call &>(expr);
        if (isOneOf(call.function, lookers))
            return;
        for (const promql::ExprPtr &argument : call.arguments)
            collect(*argument, wanted || isOneOf(call.function, statistics), found);
        return;
    }
    case promql::ExprKind::Aggregate: {
        const auto &aggregate = static_cast<const promql::Aggregate &>(expr);
        collect(*aggregate.expr, wanted, found);
        if (aggregate.parameter)
            collect(*aggregate.parameter, wanted, found);
        return;
    }
    case promql::ExprKind::Binary: {
        const promql::Expr *operand = &expr;
        while (const auto *link = promql::as<promql::Binary>(operand)) {
            if (promql::isTrim(link->op))
                return;
            collect(*link->rhs, wanted, found);
            operand = link->lhs.get();
        }
        return collect(*operand, wanted, found);
    }
    case promql::ExprKind::Unary:
        collect(*static_cast<const promql::Unary &>(expr).expr, wanted, found);
        return;
    case promql::ExprKind::Paren:
        collect(*static_cast<const promql::Paren &>(expr).expr, wanted, found);
        return;
    case promql::ExprKind::Subquery:
    case promql::ExprKind::NumberLiteral:
    case promql::ExprKind::StringLiteral:
        return;
    }
}

CounterResetHint hintOf(const FloatHistogram &histogram, const FloatHistogram *previous)
{
    if (histogram.hint != CounterResetHint::Unknown || previous == nullptr)
        return histogram.hint;
    return isCounterReset(histogram, *previous) ? CounterResetHint::Reset : CounterResetHint::NotReset;
}

} // namespace

SelectorSet selectorsOfStatistics(const promql::Expr &expr)
{
    SelectorSet found;
    collect(expr, false, found);
    return found;
}

void reduceToStatistics(SampleColumns &samples)
{
    HistogramPtr previous;
    for (HistogramPtr &histogram : samples.histograms) {
        if (isStaleMarker(*histogram))
            continue;
        auto reduced = std::make_shared<FloatHistogram>();
        reduced->hint = hintOf(*histogram, previous.get());
        // Of the layout the schema stays: mixes of exponential and custom buckets are still told.
        reduced->schema = histogram->schema;
        reduced->count = histogram->count;
        reduced->sum = histogram->sum;
        previous = std::exchange(histogram, std::move(reduced));
    }
}

} // namespace sightglass
