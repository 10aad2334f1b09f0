// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rounding.h"

#include "tests/support/naiveevaluator.h"

namespace sightglass::test {

bool hangsOnRounding(const Snapshot &snapshot, const QueryOptions &options, StepRange query,
                     const promql::Expr &expr)
{
    constexpr double someUlps = 1.0 / (std::int64_t{1} << 49);
    const Answer above = NaiveEvaluator(snapshot, options, query, someUlps).range(expr);
    const Answer below = NaiveEvaluator(snapshot, options, query, -someUlps).range(expr);
    return !firstDifference(above, below).empty();
}

} // namespace sightglass::test
