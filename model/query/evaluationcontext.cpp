// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationcontext.h"

#include "model/query/evaluationcache.h"
#include "model/query/evaluationerror.h"

#include <algorithm>
#include <utility>

namespace sightglass {

EvaluationContext::EvaluationContext(const Snapshot &snapshot, const QueryOptions &options, StepRange steps,
                                     std::stop_token cancel, EvaluationCache *cache)
    : m_snapshot(snapshot)
    , m_options(options)
    , m_steps(steps)
    , m_cancel(std::move(cancel))
    , m_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(options.timeoutMs))
    , m_counter(options.collectsStatistics)
    , m_cache(cache)
{}

bool EvaluationContext::keepsColumnsOf(const promql::Expr &expr, const Grid &grid) const
{
    return m_cache != nullptr && m_steps.stepMs > 0 && grid.stepMs == m_steps.stepMs &&
           m_statistics.empty() && isWorthKeeping(expr) && dependsOnThePastOnly(expr);
}

void EvaluationContext::checkpoint() const
{
    if (m_cancel.stop_requested())
        throw EvaluationError(Error{ErrorCode::QueryCancelled, {"expression evaluation"}, {}, {}});
    if (std::chrono::steady_clock::now() > m_deadline)
        throw EvaluationError(Error{ErrorCode::QueryTimedOut, {"expression evaluation"}, {}, {}});
}

void EvaluationContext::hold(std::size_t points)
{
    m_held += points;
    m_peak = std::max(m_peak, m_held);
    if (m_held > m_options.maxSamples)
        throw EvaluationError(Error{ErrorCode::QueryTooManySamples, {"query execution"}, {}, {}});
}

} // namespace sightglass
