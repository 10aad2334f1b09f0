// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/ast.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass::promql {

std::string_view binaryOpText(BinaryOp op) noexcept
{
    constexpr std::array<std::string_view, 18> texts = {
        "+", "-",  "*", "/",  "%",  "^",  "atan2", "==", "!=",
        "<", "<=", ">", ">=", "</", ">/", "and",   "or", "unless",
    };
    static_assert(static_cast<std::size_t>(BinaryOp::Unless) + 1 == texts.size());
    return texts[static_cast<std::size_t>(op)];
}

std::string_view aggregateOpText(AggregateOp op) noexcept
{
    constexpr std::array<std::string_view, 14> texts = {
        "sum",    "avg",  "count",   "min",          "max",      "group",  "stddev",
        "stdvar", "topk", "bottomk", "count_values", "quantile", "limitk", "limit_ratio",
    };
    static_assert(static_cast<std::size_t>(AggregateOp::LimitRatio) + 1 == texts.size());
    return texts[static_cast<std::size_t>(op)];
}

Binary::~Binary()
{
    if (as<Binary>(lhs.get()) == nullptr)
        return;
    // The operators below hand their own operands up to the first one of the thread that is destroyed.
    thread_local std::vector<ExprPtr> *pending = nullptr;
    if (pending != nullptr) {
        pending->push_back(std::move(lhs));
        return;
    }
    std::vector<ExprPtr> operands;
    operands.push_back(std::move(lhs));
    pending = &operands;
    while (!operands.empty()) {
        const ExprPtr operand = std::move(operands.back());
        operands.pop_back();
    }
    pending = nullptr;
}

std::vector<const Binary *> operatorChain(const Binary &last)
{
    std::vector<const Binary *> chain;
    for (const Binary *link = &last; link != nullptr; link = as<Binary>(link->lhs.get()))
        chain.push_back(link);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

} // namespace sightglass::promql
