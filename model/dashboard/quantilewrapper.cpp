// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/quantilewrapper.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sightglass {

namespace {

using namespace promql;

/// Nobody writes more around a quantile.
constexpr int deepestWrapping = 32;

constexpr std::array<std::string_view, 10> elementwise{
    "label_replace",      "label_join", "sort",  "sort_desc", "sort_by_label",
    "sort_by_label_desc", "round",      "clamp", "clamp_min", "clamp_max"};

bool isElementwise(const Call &call)
{
    return std::ranges::find(elementwise, call.function) != elementwise.end() && !call.arguments.empty();
}

std::optional<double> constantOf(const Expr *expr)
{
    double sign = 1;
    for (int depth = 0; depth < deepestWrapping; ++depth) {
        if (const auto *number = as<NumberLiteral>(expr))
            return sign * number->value;
        if (const auto *paren = as<Paren>(expr)) {
            expr = paren->expr.get();
        } else if (const auto *unary = as<Unary>(expr)) {
            sign = unary->negative ? -sign : sign;
            expr = unary->expr.get();
        } else {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

bool isConstant(const ExprPtr &expr)
{
    return constantOf(expr.get()).has_value() || expr->kind == ExprKind::StringLiteral;
}

/// The operand that is no constant, of an operator whose other one is.
const ExprPtr *varyingOperand(const Binary &binary)
{
    const bool scales =
        binary.op == BinaryOp::Add || binary.op == BinaryOp::Sub || binary.op == BinaryOp::Mul;
    const bool filters = isComparison(binary.op) && !binary.returnBool;
    if ((scales || filters || binary.op == BinaryOp::Div) && isConstant(binary.rhs))
        return &binary.lhs;
    if ((scales || filters) && isConstant(binary.lhs))
        return &binary.rhs;
    return nullptr;
}

/// The part of a wrapping expression that is wrapped; null where it is none.
const ExprPtr *wrappedPart(const Expr &expr)
{
    if (const auto *paren = as<Paren>(&expr))
        return &paren->expr;
    if (const auto *unary = as<Unary>(&expr))
        return &unary->expr;
    if (const auto *binary = as<Binary>(&expr))
        return varyingOperand(*binary);
    const auto *call = as<Call>(&expr);
    if (call == nullptr || !isElementwise(*call) ||
        !std::all_of(call->arguments.begin() + 1, call->arguments.end(), isConstant))
        return nullptr;
    return &call->arguments.front();
}

const Call *quantileCall(const Expr &expr)
{
    const auto *call = as<Call>(&expr);
    return call != nullptr && call->function == "histogram_quantile" && call->arguments.size() == 2 ? call
                                                                                                    : nullptr;
}

ExprPtr selector()
{
    auto result = std::make_shared<VectorSelector>();
    result->name = "quantile";
    result->matchers.push_back({MatchOp::Equal, std::string(metricNameLabel), result->name});
    return result;
}

template<typename Node, typename Change>
ExprPtr changed(const Expr &expr, const Change &change)
{
    auto copy = std::make_shared<Node>(static_cast<const Node &>(expr));
    change(*copy);
    return copy;
}

} // namespace

std::optional<double> constantNumber(const Expr &expr)
{
    return constantOf(&expr);
}

std::optional<WrappedQuantile> wrappedQuantile(const Expr &expr)
{
    WrappedQuantile found;
    const Expr *part = &expr;
    for (int depth = 0; depth < deepestWrapping; ++depth) {
        if (const Call *call = quantileCall(*part)) {
            const auto q = constantOf(call->arguments.front().get());
            if (!q)
                return std::nullopt;
            found.q = *q;
            found.buckets = call->arguments.back();
            return found;
        }
        found.isBare = found.isBare && part->kind == ExprKind::Paren;
        const ExprPtr *inner = wrappedPart(*part);
        if (inner == nullptr)
            return std::nullopt;
        part = inner->get();
    }
    return std::nullopt;
}

ExprPtr withSelectorForQuantile(const Expr &expr)
{
    if (quantileCall(expr) != nullptr)
        return selector();
    const ExprPtr *inner = wrappedPart(expr);
    const ExprPtr below = withSelectorForQuantile(**inner);
    switch (expr.kind) {
    case ExprKind::Paren:
        return changed<Paren>(expr, [&below](Paren &copy) { copy.expr = below; });
    case ExprKind::Unary:
        return changed<Unary>(expr, [&below](Unary &copy) { copy.expr = below; });
    case ExprKind::Call:
        return changed<Call>(expr, [&below](Call &copy) { copy.arguments.front() = below; });
    default:
        break;
    }
    const auto &binary = static_cast<const Binary &>(expr);
    if (isComparison(binary.op))
        return below;
    return changed<Binary>(expr, [&](Binary &copy) { (inner == &binary.lhs ? copy.lhs : copy.rhs) = below; });
}

} // namespace sightglass
