// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/annotations.h"
#include "model/query/columns.h"
#include "model/query/queryengine.h"
#include "model/query/resethints.h"
#include "model/query/samplecounter.h"
#include "model/storage/snapshot.h"

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <utility>

namespace sightglass {

class EvaluationCache;

/// What one evaluation knows and uses up: the data, the limits, the outer query's times, its annotations. One
/// thread.
class EvaluationContext
{
public:
    /// `steps` are the query's own times; an instant query has start == end and stepMs 0.
    /// `cache` may be null.
    EvaluationContext(const Snapshot &snapshot, const QueryOptions &options, StepRange steps,
                      std::stop_token cancel, EvaluationCache *cache = nullptr);

    [[nodiscard]] const Snapshot &snapshot() const noexcept { return m_snapshot; }
    [[nodiscard]] const QueryOptions &options() const noexcept { return m_options; }
    [[nodiscard]] const StepRange &steps() const noexcept { return m_steps; }
    [[nodiscard]] Annotations &annotations() noexcept { return m_annotations; }
    [[nodiscard]] bool delaysNameRemoval() const noexcept { return m_options.features.delayedNameRemoval; }

    /// The selectors of whose histograms only counts and sums are read (see reduceToStatistics()).
    void setStatisticsSelectors(SelectorSet selectors) { m_statistics = std::move(selectors); }
    [[nodiscard]] bool readsStatistics(const promql::VectorSelector &selector) const noexcept
    {
        return !m_statistics.empty() && m_statistics.contains(&selector);
    }

    /// On where the options ask for statistics.
    [[nodiscard]] SampleCounter &counter() noexcept { return m_counter; }

    [[nodiscard]] EvaluationCache *cache() const noexcept { return m_cache; }
    /// Whether the expression's columns over this grid are to come from the cache: it is one of the query's
    /// own steps, dear enough, and the same in every query.
    [[nodiscard]] bool keepsColumnsOf(const promql::Expr &expr, const Grid &grid) const;

    /// Called once per series, and within long ones. Throws QueryCancelled or QueryTimedOut.
    void checkpoint() const;

    /// Notes that work on so many samples was done and calls checkpoint() every quarter of a million, for
    /// loops that stay long within one series.
    void spend(std::size_t samples)
    {
        constexpr std::size_t betweenCheckpoints = std::size_t{1} << 18U;
        m_spent += samples;
        if (m_spent < betweenCheckpoints)
            return;
        m_spent = 0;
        checkpoint();
    }

    /// Points held by values that are alive. hold() throws QueryTooManySamples beyond the limit. We count a
    /// column's cells, present or not, because that is what takes the memory.
    void hold(std::size_t points);
    void release(std::size_t points) noexcept { m_held -= points; }
    [[nodiscard]] std::size_t held() const noexcept { return m_held; }
    [[nodiscard]] std::size_t peak() const noexcept { return m_peak; } ///< the most that was held at a time
    void resetHeld(std::size_t points) noexcept { m_held = points; }

private:
    const Snapshot &m_snapshot;
    const QueryOptions &m_options;
    StepRange m_steps;
    std::stop_token m_cancel;
    std::chrono::steady_clock::time_point m_deadline;
    Annotations m_annotations;
    SampleCounter m_counter;
    std::size_t m_held = 0;
    std::size_t m_peak = 0;
    std::size_t m_spent = 0;
    SelectorSet m_statistics;
    EvaluationCache *m_cache;
};

} // namespace sightglass
