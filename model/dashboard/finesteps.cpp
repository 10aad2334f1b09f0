// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/finesteps.h"

#include "parser/promql/exprparts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sightglass {

namespace {

using namespace promql;

bool readsNewestOnly(std::string_view function)
{
    static constexpr std::array<std::string_view, 3> names{"irate", "idelta", "last_over_time"};
    return std::ranges::find(names, function) != names.end();
}

bool anyReads(const std::vector<ExprPtr> &exprs)
{
    return std::ranges::any_of(exprs, [](const ExprPtr &expr) { return readsSingleSamples(*expr); });
}

/// The smallest round part of the step that is at least `least`; the step where there is none.
std::int64_t roundPartOf(std::int64_t step, std::int64_t least)
{
    static constexpr std::array<std::int64_t, 18> rounds{
        100,    200,     500,     1000,    2000,      5000,      10'000,    15'000,     30'000,
        60'000, 120'000, 300'000, 600'000, 1'800'000, 3'600'000, 7'200'000, 21'600'000, 43'200'000};
    const auto *const found =
        std::ranges::find_if(rounds, [=](std::int64_t round) { return round >= least && step % round == 0; });
    return found != rounds.end() ? std::min(*found, step) : step;
}

/// The largest part of the step that is at most `most`.
std::int64_t partBelow(std::int64_t step, std::int64_t most)
{
    std::int64_t parts = (step + most - 1) / most;
    while (step % parts != 0)
        ++parts;
    return step / parts;
}

} // namespace

bool readsSingleSamples(const Expr &expr)
{
    switch (expr.kind) {
    case ExprKind::NumberLiteral:
    case ExprKind::StringLiteral:
    case ExprKind::MatrixSelector:
        return false;
    case ExprKind::VectorSelector:
        return true;
    case ExprKind::Subquery: // has steps of its own
        return false;
    case ExprKind::Call: {
        const auto &call = static_cast<const Call &>(expr);
        return readsNewestOnly(call.function) || anyReads(call.arguments);
    }
    case ExprKind::Aggregate: {
        const auto &aggregate = static_cast<const Aggregate &>(expr);
        return readsSingleSamples(*aggregate.expr) ||
               (aggregate.parameter && readsSingleSamples(*aggregate.parameter));
    }
    case ExprKind::Binary: {
        const Expr *operand = &expr;
        while (const auto *link = as<Binary>(operand)) {
            if (readsSingleSamples(*link->rhs))
                return true;
            operand = link->lhs.get();
        }
        return readsSingleSamples(*operand);
    }
    case ExprKind::Unary:
        return readsSingleSamples(*static_cast<const Unary &>(expr).expr);
    case ExprKind::Paren:
        return readsSingleSamples(*static_cast<const Paren &>(expr).expr);
    }
    return true;
}

std::size_t selectedSeries(const Expr &expr, const Snapshot &snapshot, TimeRange range)
{
    std::size_t count = 0;
    for (const VectorSelector *selector : selectorsOf(expr))
        count += snapshot.select(selector->matchers, range).size();
    return std::max<std::size_t>(count, 1);
}

std::int64_t fineStepMs(const Expr &expr, StepRange steps, std::int64_t sourceMs, const FineCost &cost,
                        std::int64_t lookbackMs)
{
    const std::int64_t step = steps.stepMs;
    if (sourceMs <= 0 || step <= sourceMs)
        return step;
    const std::int64_t wanted = readsSingleSamples(expr) ? std::max<std::int64_t>(sourceMs / 2, 1) : sourceMs;
    const auto length = static_cast<double>(std::max<std::int64_t>(steps.end - steps.start, 0));
    const double dear = length * static_cast<double>(cost.series) / static_cast<double>(cost.mostPoints);
    const std::int64_t affordable = dear < static_cast<double>(step) ? static_cast<std::int64_t>(dear) : step;
    const std::int64_t fine = affordable > wanted ? roundPartOf(step, affordable) : partBelow(step, wanted);
    return std::min(fine, partBelow(step, std::max<std::int64_t>(lookbackMs, 1)));
}

} // namespace sightglass
