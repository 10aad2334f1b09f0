// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/queryresult.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace sightglass {

class EvaluationContext;

/// Columns that range queries have in common, between the panels of a dashboard and from one refresh to the
/// next: equal sub-expressions are evaluated once, and when the window has moved on only its new steps are.
///
/// That is exact, not approximate: what an expression yields at a step depends on samples up to that step
/// only (see dependsOnThePastOnly()), and the snapshot tells since which time its samples differ from those
/// of an earlier one. What retention removed meanwhile still shows in steps that were evaluated before.
///
/// One per store and set of query options. Any thread; two threads that need the same columns wait for each
/// other, each of them cancellable.
class EvaluationCache
{
public:
    /// Cells (one value of one series at one step) kept in all; the least recently used columns go first.
    /// Columns that take more than a quarter of it are not kept.
    explicit EvaluationCache(std::size_t maxCells = std::size_t{4} << 20U)
        : m_maxCells(maxCells)
    {}

    using Compute = std::function<Value(const Grid &)>;

    /// Columns and the remarks on them; the remarks' spans begin at the expression.
    struct Remarked
    {
        Value value;
        std::vector<Annotation> annotations;
        bool isRepeatable = true; ///< false where a remark sums up the whole evaluation
    };

    /// The expression over the grid; `compute` is called for a part of the grid that is not there yet, or not
    /// at all. Remarks of the steps that are reused are repeated. Throws what compute and checkpoint() throw.
    [[nodiscard]] Value evaluate(const promql::Expr &expr, const Grid &grid, EvaluationContext &context,
                                 const Compute &compute);

    /// For tests and status pages.
    struct Stats
    {
        std::size_t cells = 0;
        std::uint64_t stepsReused = 0;
        std::uint64_t stepsComputed = 0;
    };
    [[nodiscard]] Stats stats() const;

private:
    /// Text as printed, step, phase of the steps, whether it is for requests of few steps.
    using Key = std::tuple<std::string, std::int64_t, std::int64_t, bool>;
    struct Entry
    {
        std::timed_mutex busy; ///< held while the entry is read, computed or written; guards what follows
        bool filled = false;
        Grid grid;
        /// The most steps that were wanted at once in the latest uses, counted in two runs of them: so many
        /// are kept, and a few more until it is worth moving the others.
        std::size_t longest = 0;
        std::size_t longestBefore = 0;
        std::size_t uses = 0;
        std::uint64_t version = 0; ///< of the snapshot that all steps hold for
        Value value;
        std::vector<Annotation> annotations; ///< of all steps; spans begin at the expression

        std::uint64_t lastUse = 0; ///< guarded by m_mutex, as is cells
        std::size_t cells = 0;

        [[nodiscard]] std::size_t stepAt(TimestampMs t) const noexcept
        {
            return static_cast<std::size_t>((t - grid.start) / grid.stepMs);
        }
        void noteUse(std::size_t wanted);
        void restart(const Grid &newGrid, Remarked &&computed);
        /// Steps behind those that still hold; what was known of these steps is replaced.
        void extend(const Grid &newSteps, const Remarked &tail);
        void forget();
    };

    [[nodiscard]] std::shared_ptr<Entry> entryFor(Key key);
    void noteSize(const std::shared_ptr<Entry> &entry, std::size_t cells);
    void noteSteps(std::size_t reused, std::size_t computed);

    const std::size_t m_maxCells;
    mutable std::mutex m_mutex;
    std::map<Key, std::shared_ptr<Entry>> m_entries;
    std::uint64_t m_clock = 0;
    Stats m_stats;
};

/// Whether the expression's value at a step depends on nothing but samples up to that step and the step's
/// time: no @, no negative offset, no smoothing, nothing that looks at the query's own start, end, range or
/// step.
[[nodiscard]] bool dependsOnThePastOnly(const promql::Expr &expr);

/// How long before a step, in milliseconds, the samples lie at most that the expression's value at the step
/// depends on. Nothing where that is not known: where it does not depend on the past only, or a duration is
/// not a plain one.
[[nodiscard]] std::optional<std::int64_t> pastReachMs(const promql::Expr &expr, std::int64_t lookbackMs);

/// Whether the node is dear enough to be kept: aggregations, functions over ranges, histogram_quantile.
[[nodiscard]] bool isWorthKeeping(const promql::Expr &expr);

} // namespace sightglass
