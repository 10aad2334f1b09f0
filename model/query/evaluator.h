// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluationcontext.h"
#include "model/query/selectorreader.h"
#include "model/query/seriesjoiner.h"
#include "parser/promql/ast.h"

#include <string>

namespace sightglass {

/// Evaluates a syntax tree column-wise: every node once, over all steps of its grid. Errors are thrown as
/// EvaluationError. One per evaluation, one thread.
class Evaluator
{
public:
    explicit Evaluator(EvaluationContext &context)
        : m_context(context)
        , m_reader(context)
    {}

    /// A scalar, instant vector or string over the grid. What does not depend on the time (PromQL reference,
    /// section 5, item 5) is evaluated at the first step only and copied.
    [[nodiscard]] Value evaluate(const promql::Expr &expr, const Grid &grid);

    /// A scalar argument, one value per step.
    [[nodiscard]] Column scalarColumn(const promql::Expr &expr, const Grid &grid);

    /// A string argument.
    [[nodiscard]] static const std::string &stringArgument(const promql::Expr &expr);

    /// The windows of a range vector: a selector's or a subquery's.
    [[nodiscard]] RangeGrid rangeGrid(const promql::Expr &expr, const Grid &grid);
    void forEachRange(const promql::Expr &expr, const Grid &grid, const RangeConsumer &consume);
    /// The same, but counted as read is what a subquery's expression reads, not its windows.
    void readRanges(const promql::Expr &expr, const Grid &grid, const RangeConsumer &consume);

    /// Takes back what was held since `before`, and holds this value instead.
    void holdOnly(std::size_t before, const Value &value);

    [[nodiscard]] EvaluationContext &context() noexcept { return m_context; }
    [[nodiscard]] SelectorReader &reader() noexcept { return m_reader; }
    [[nodiscard]] Annotations &annotations() noexcept { return m_context.annotations(); }
    [[nodiscard]] NameRemoval nameRemoval() const noexcept
    {
        return m_context.delaysNameRemoval() ? NameRemoval::Delayed : NameRemoval::Immediate;
    }

private:
    [[nodiscard]] Value evaluateNode(const promql::Expr &expr, const Grid &grid);
    [[nodiscard]] Value evaluateUnary(const promql::Unary &unary, const Grid &grid);
    void readSubqueryRanges(const promql::Subquery &subquery, const Grid &grid, const RangeConsumer &consume);

    EvaluationContext &m_context;
    SelectorReader m_reader;
};

/// Without the parentheses around it.
[[nodiscard]] const promql::Expr &unwrapped(const promql::Expr &expr) noexcept;

/// A scalar value: one series without labels.
[[nodiscard]] Value scalarValue(Column points);

/// Joins series with equal labels (see SeriesJoiner).
[[nodiscard]] Value joined(std::vector<Series> series);

} // namespace sightglass
