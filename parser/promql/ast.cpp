// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/ast.h"

#include <array>

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

} // namespace sightglass::promql
