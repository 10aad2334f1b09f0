// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampleexpression.h"

#include "model/query/binarykernels.h"
#include "model/query/evaluationcache.h"
#include "model/query/seriesjoiner.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace sightglass {

namespace {

using namespace promql;

/// A thousand years: what lies further back is nobody's sample.
constexpr double longestOffsetMs = 3e13;

double calculated(BinaryOp op, double left, double right)
{
    return visitOperator(op, ComparisonYield::Bool,
                         [left, right](auto function) -> double { return function(left, right); });
}

bool namesOneMetric(const VectorSelector &selector)
{
    return std::ranges::any_of(selector.matchers, [](const Matcher &matcher) {
        return matcher.name == metricNameLabel && matcher.op == MatchOp::Equal && !matcher.value.empty();
    });
}

} // namespace

/// Reads an expression bottom up: a number, one of a sample, or nothing that is of use here.
class SampleExpression::Reader
{
public:
    using Operand = std::variant<std::monostate, double, SampleExpression>;

    static Operand read(const Expr &expr)
    {
        switch (expr.kind) {
        case ExprKind::NumberLiteral:
            return static_cast<const NumberLiteral &>(expr).value;
        case ExprKind::VectorSelector:
            return ofSelector(static_cast<const VectorSelector &>(expr));
        case ExprKind::Paren:
            return read(*static_cast<const Paren &>(expr).expr);
        case ExprKind::Unary:
            return ofUnary(static_cast<const Unary &>(expr));
        case ExprKind::Binary:
            return ofChain(static_cast<const Binary &>(expr));
        default:
            return {};
        }
    }

private:
    static Operand ofSelector(const VectorSelector &selector)
    {
        if (selector.extension != RangeExtension::None || !dependsOnThePastOnly(selector))
            return {};
        SampleExpression expression;
        expression.m_selector = &selector;
        if (selector.shift.offset) {
            const double ms = std::round(selector.shift.offset->seconds * 1000);
            if (!(ms >= 0 && ms <= longestOffsetMs))
                return {};
            expression.m_offsetMs = static_cast<std::int64_t>(ms);
        }
        return expression;
    }

    static Operand ofUnary(const Unary &unary)
    {
        Operand operand = read(*unary.expr);
        if (!unary.negative)
            return operand;
        if (auto *number = std::get_if<double>(&operand))
            *number = -*number;
        else if (auto *expression = std::get_if<SampleExpression>(&operand))
            expression->m_steps.push_back({});
        return operand;
    }

    static Operand ofChain(const Binary &last)
    {
        const std::vector<const Binary *> chain = operatorChain(last);
        Operand value = read(*chain.front()->lhs);
        for (const Binary *link : chain) {
            if (!isArithmetic(link->op) || std::holds_alternative<std::monostate>(value))
                return {};
            value = combined(link->op, std::move(value), read(*link->rhs));
        }
        return value;
    }

    static Operand combined(BinaryOp op, Operand left, Operand right)
    {
        const auto *a = std::get_if<double>(&left);
        const auto *b = std::get_if<double>(&right);
        if (a != nullptr && b != nullptr)
            return calculated(op, *a, *b);
        if (auto *expression = std::get_if<SampleExpression>(&left); expression != nullptr && b != nullptr) {
            expression->m_steps.push_back({op, *b, Side::Right});
            return left;
        }
        if (auto *expression = std::get_if<SampleExpression>(&right); expression != nullptr && a != nullptr) {
            expression->m_steps.push_back({op, *a, Side::Left});
            return right;
        }
        return {};
    }
};

std::optional<SampleExpression> SampleExpression::of(const Expr &expr)
{
    Reader::Operand operand = Reader::read(expr);
    auto *expression = std::get_if<SampleExpression>(&operand);
    if (expression == nullptr || (!expression->isPlain() && !namesOneMetric(*expression->m_selector)))
        return std::nullopt;
    return std::move(*expression);
}

void SampleExpression::apply(std::span<double> values) const
{
    for (const Step &step : m_steps) {
        if (!step.op) {
            std::ranges::transform(values, values.begin(), [](double v) { return -v; });
            continue;
        }
        visitOperator(*step.op, ComparisonYield::Bool, [&](auto function) {
            for (double &value : values)
                value = step.numberSide == Side::Right ? function(value, step.number)
                                                       : function(step.number, value);
        });
    }
}

Labels SampleExpression::labelsOf(const Labels &series) const
{
    return isPlain() ? series : withoutMetadataLabels(series);
}

} // namespace sightglass
