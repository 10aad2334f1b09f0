// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"
#include "tests/support/answer.h"

#include <vector>

namespace sightglass::test {

/// A second PromQL evaluator, deliberately naive: one step after the other, straight from the definitions
/// (PromQL reference, sections 6 to 12), no columns, no shared work, sums in long double. Floats only, and
/// only the language that QueryGenerator speaks; anything else aborts. The product's engine is held against
/// it.
class NaiveEvaluator
{
public:
    struct Element
    {
        Labels labels;
        double value = 0;
    };
    using Vector = std::vector<Element>;

    /// `query`: the outer query's times, for @ start() and @ end(). `nudge`: every result that is rounded is
    /// wrong by this share, see hangsOnRounding().
    NaiveEvaluator(const Snapshot &snapshot, const QueryOptions &options, StepRange query, double nudge = 0);

    [[nodiscard]] Answer instant(const promql::Expr &expr);
    [[nodiscard]] Answer range(const promql::Expr &expr);

private:
    /// The samples of one series inside a range.
    struct Window
    {
        Labels labels;
        std::vector<Sample> samples;
        TimestampMs from = 0; ///< exclusive
        TimestampMs to = 0;   ///< inclusive
    };

    [[nodiscard]] Vector vector(const promql::Expr &expr, TimestampMs t);
    [[nodiscard]] double scalar(const promql::Expr &expr, TimestampMs t);

    [[nodiscard]] TimestampMs reference(const promql::TimeShift &shift, TimestampMs t) const;
    [[nodiscard]] std::vector<const Window *> matching(const promql::VectorSelector &selector) const;
    [[nodiscard]] Vector select(const promql::VectorSelector &selector, TimestampMs t,
                                bool sampleTimes) const;
    [[nodiscard]] std::vector<Window> windows(const promql::Expr &expr, TimestampMs t);
    [[nodiscard]] std::vector<Window> subqueryWindows(const promql::Subquery &subquery, TimestampMs t);

    [[nodiscard]] Vector call(const promql::Call &call, TimestampMs t);
    [[nodiscard]] Vector overRange(const promql::Call &call, TimestampMs t);
    [[nodiscard]] Vector relabelled(const promql::Call &call, TimestampMs t);
    [[nodiscard]] Vector absent(const promql::Expr &argument, TimestampMs t);
    [[nodiscard]] Vector histogramQuantile(const promql::Call &call, TimestampMs t);
    [[nodiscard]] Vector aggregate(const promql::Aggregate &aggregate, TimestampMs t);
    [[nodiscard]] Vector binary(const promql::Binary &binary, TimestampMs t);
    [[nodiscard]] Vector withScalar(const promql::Binary &binary, TimestampMs t);
    [[nodiscard]] Vector setOperation(const promql::Binary &binary, TimestampMs t);
    [[nodiscard]] Vector joined(const promql::Binary &binary, TimestampMs t);

    [[nodiscard]] Vector nudged(Vector vector) const;

    QueryOptions m_options;
    StepRange m_query;
    double m_nudge;
    std::vector<Window> m_series; ///< everything there is
};

} // namespace sightglass::test
