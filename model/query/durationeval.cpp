// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/durationeval.h"

#include "model/query/evaluationerror.h"
#include "model/query/gopow.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

using Kind = promql::DurationExpr::Kind;

std::string placed(const promql::DurationExpr &duration, std::string_view text)
{
    return std::to_string(duration.span.begin) + ':' + std::to_string(duration.span.end) + ": " +
           std::string(text);
}

double secondsOf(const promql::DurationExpr &duration, const StepRange &query);

double binarySeconds(const promql::DurationExpr &duration, double left, double right)
{
    switch (duration.kind) {
    case Kind::MinOf:
        return std::min(left, right);
    case Kind::MaxOf:
        return std::max(left, right);
    case Kind::Add:
        return left + right;
    case Kind::Sub:
        return left - right;
    case Kind::Mul:
        return left * right;
    case Kind::Div:
        if (right == 0)
            throw EvaluationError(placed(duration, "division by zero"), duration.span);
        return left / right;
    case Kind::Mod:
        if (right == 0)
            throw EvaluationError(placed(duration, "modulo by zero"), duration.span);
        return std::fmod(left, right);
    default:
        return goPow(left, right);
    }
}

double secondsOf(const promql::DurationExpr &duration, const StepRange &query)
{
    switch (duration.kind) {
    case Kind::Literal:
        return duration.seconds;
    case Kind::Step:
        return static_cast<double>(query.stepMs) / 1000;
    case Kind::Range:
        return static_cast<double>(query.end - query.start) / 1000;
    case Kind::Negate:
        return -secondsOf(*duration.operands.at(0), query);
    case Kind::Plus:
    case Kind::Paren:
        return secondsOf(*duration.operands.at(0), query);
    default:
        return binarySeconds(duration, secondsOf(*duration.operands.at(0), query),
                             secondsOf(*duration.operands.at(1), query));
    }
}

} // namespace

std::int64_t evaluateDurationMs(const promql::DurationExpr &duration, const StepRange &query, DurationUse use)
{
    constexpr double maxSeconds = 9'223'372'036.854775807;
    const double seconds = secondsOf(duration, query);
    if (std::isnan(seconds) || std::isinf(seconds))
        throw EvaluationError(placed(duration, "duration is NaN or infinite"), duration.span);
    if (use == DurationUse::RangeOrStep && seconds <= 0)
        throw EvaluationError(placed(duration, "duration must be greater than 0"), duration.span);
    if (std::fabs(seconds) > maxSeconds)
        throw EvaluationError(placed(duration, "duration is out of range"), duration.span);
    const bool literal = duration.kind == Kind::Literal;
    return static_cast<std::int64_t>(literal ? std::round(seconds * 1000) : seconds * 1000);
}

} // namespace sightglass
