// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alertstate.h"
#include "model/query/queryengine.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// A time in which something was pending or fired: from its first evaluation to that at which it was over,
/// or to the end of what was tested.
struct BackTestSpan
{
    TimestampMs from = 0;
    TimestampMs to = 0; ///< > from
    AlertState state = AlertState::Pending;

    friend bool operator==(const BackTestSpan &, const BackTestSpan &) = default;
};

/// What one label set would have done.
struct BackTestSeries
{
    Labels labels;
    std::vector<BackTestSpan> spans; ///< ascending
};

/// When a rule would have been pending and firing, had it been there.
struct BackTest
{
    StepRange steps;                    ///< the evaluations that are told of
    std::vector<BackTestSpan> spans;    ///< of all label sets, the worst of each time; ascending
    std::vector<BackTestSeries> series; ///< those that did anything, those that fired longest first
    std::size_t fired = 0;              ///< alerts that fired
    std::size_t onlyPending = 0;        ///< that were pending and did not come to fire
    std::int64_t firingMs = 0;          ///< in which at least one fired
};

inline constexpr std::size_t mostBackTestSeries = 200;

/// A condition on values; without one, each value counts (rules reference, section 3).
struct BackTestCondition
{
    promql::BinaryOp op = promql::BinaryOp::Gt; ///< a comparison
    double threshold = 0;

    /// As PromQL compares: NaN holds with != only.
    [[nodiscard]] bool holds(double value) const noexcept;
};

/// The state machine of advance(), label set by label set, over evaluations that are past. `results` is what
/// the rule's expression, or what it compares, gave at `steps`; AlertHold::maxAlerts does not count. Pure,
/// and quick enough to be asked for while a threshold is dragged.
/// What was before `shownFrom` makes states and is not told of: `for` may have begun there.
[[nodiscard]] BackTest backTest(std::span<const MatrixSeries> results, StepRange steps, const AlertHold &hold,
                                const std::optional<BackTestCondition> &condition = std::nullopt,
                                std::optional<TimestampMs> shownFrom = std::nullopt);

/// How long before a time a rule is to be evaluated, for its state at the beginning of that time to be known.
[[nodiscard]] std::int64_t backTestLeadMs(const AlertHold &hold, std::int64_t stepMs) noexcept;

} // namespace sightglass
