// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/expressionunit.h"

#include "model/assist/exprwalk.h"
#include "model/core/units.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

using promql::as;
using promql::Expr;
using promql::ExprKind;

constexpr std::array<std::string_view, 3> perSecond = {"rate", "irate", "deriv"};
constexpr std::array<std::string_view, 22> keepsUnit = {"increase",
                                                        "delta",
                                                        "idelta",
                                                        "avg_over_time",
                                                        "min_over_time",
                                                        "max_over_time",
                                                        "sum_over_time",
                                                        "last_over_time",
                                                        "first_over_time",
                                                        "quantile_over_time",
                                                        "histogram_quantile",
                                                        "predict_linear",
                                                        "abs",
                                                        "ceil",
                                                        "floor",
                                                        "round",
                                                        "clamp",
                                                        "clamp_min",
                                                        "clamp_max",
                                                        "label_replace",
                                                        "label_join",
                                                        "stddev_over_time"};

template<std::size_t size>
bool isOneOf(std::string_view word, const std::array<std::string_view, size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string unitOf(const Expr &expr, const MetricCatalog &catalog, UnitForm form);

std::string ofSelector(const promql::VectorSelector &selector, const MetricCatalog &catalog, UnitForm form)
{
    const std::string_view name = metricNameOf(selector);
    const MetricEntry *metric = catalog.find(name);
    if (metric == nullptr)
        return {};
    // Bucket and _count series count observations; what they observe is the unit of their quantiles.
    const bool counts = metric->role == SampleRole::Bucket || metric->role == SampleRole::Observations;
    if (counts)
        return form == UnitForm::PerSecond ? "ops" : "short";
    const std::string unit =
        inferUnit(metric->role == SampleRole::Sum ? metric->family : metric->name, metric->unit, form);
    // Without a unit only what counts something has operations per second.
    return unit == "ops" && !metric->isCounter() ? std::string() : unit;
}

/// The first metric that is read below.
const MetricEntry *metricBelow(const Expr &expr, const MetricCatalog &catalog)
{
    const MetricEntry *metric = nullptr;
    walkExpr(expr, [&](const Expr &node, ExprPath) {
        const promql::VectorSelector *selector = selectorOf(node);
        if (selector != nullptr && metric == nullptr)
            metric = catalog.find(metricNameOf(*selector));
    });
    return metric;
}

/// What a histogram's observations are measured in.
std::string ofObservations(const promql::Call &call, const MetricCatalog &catalog)
{
    const MetricEntry *metric = metricBelow(call, catalog);
    return metric != nullptr ? inferUnit(metric->family, metric->unit, UnitForm::Value) : std::string();
}

std::string ofCall(const promql::Call &call, const MetricCatalog &catalog, UnitForm form)
{
    if (call.function == "histogram_quantile")
        return ofObservations(call, catalog);
    if (call.function == "time" || call.function == "timestamp")
        return std::string(unixSecondsUnit);
    const bool rate = isOneOf(call.function, perSecond);
    if (!rate && !isOneOf(call.function, keepsUnit))
        return {};
    for (const promql::ExprPtr &argument : call.arguments) {
        if (argument->type == promql::ValueType::InstantVector ||
            argument->type == promql::ValueType::RangeVector)
            return unitOf(*argument, catalog, rate ? UnitForm::PerSecond : form);
    }
    return {};
}

std::string ofQuotient(const promql::Binary &binary, const MetricCatalog &catalog, UnitForm form)
{
    const MetricEntry *sum = metricBelow(*binary.lhs, catalog);
    const MetricEntry *count = metricBelow(*binary.rhs, catalog);
    const bool mean = sum != nullptr && count != nullptr && sum->family == count->family &&
                      sum->role == SampleRole::Sum && count->role == SampleRole::Observations;
    if (mean)
        return inferUnit(sum->family, sum->unit, UnitForm::Value);
    const std::string left = unitOf(*binary.lhs, catalog, form);
    return !left.empty() && left == unitOf(*binary.rhs, catalog, form) ? "percentunit" : std::string();
}

std::string ofBinary(const promql::Binary &binary, const MetricCatalog &catalog, UnitForm form)
{
    if (binary.returnBool)
        return {};
    switch (binary.op) {
    case promql::BinaryOp::Mul:
    case promql::BinaryOp::Pow:
    case promql::BinaryOp::Atan2:
        return {};
    case promql::BinaryOp::Div:
        return ofQuotient(binary, catalog, form);
    default: {
        const std::string left = unitOf(*binary.lhs, catalog, form);
        return left.empty() ? unitOf(*binary.rhs, catalog, form) : left;
    }
    }
}

std::string unitOf(const Expr &expr, const MetricCatalog &catalog, UnitForm form)
{
    if (const promql::VectorSelector *selector = selectorOf(expr))
        return ofSelector(*selector, catalog, form);
    switch (expr.kind) {
    case ExprKind::Call:
        return ofCall(*as<promql::Call>(&expr), catalog, form);
    case ExprKind::Binary:
        return ofBinary(*as<promql::Binary>(&expr), catalog, form);
    case ExprKind::Aggregate: {
        const auto *aggregate = as<promql::Aggregate>(&expr);
        const bool counts = aggregate->op == promql::AggregateOp::Count ||
                            aggregate->op == promql::AggregateOp::CountValues ||
                            aggregate->op == promql::AggregateOp::Group;
        return counts ? "short" : unitOf(*aggregate->expr, catalog, form);
    }
    case ExprKind::Paren:
        return unitOf(*as<promql::Paren>(&expr)->expr, catalog, form);
    case ExprKind::Unary:
        return unitOf(*as<promql::Unary>(&expr)->expr, catalog, form);
    case ExprKind::Subquery:
        return unitOf(*as<promql::Subquery>(&expr)->expr, catalog, form);
    default:
        return {};
    }
}

} // namespace

std::string expressionUnit(const Expr &expr, const MetricCatalog &catalog)
{
    // The time grows with the square of a chain's length, and nobody has named the unit of such a one.
    constexpr std::uint32_t deepest = 200;
    return expr.depth > deepest ? std::string() : unitOf(expr, catalog, UnitForm::Value);
}

} // namespace sightglass
