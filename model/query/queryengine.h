// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryresult.h"
#include "model/storage/snapshot.h"
#include "parser/base/result.h"
#include "parser/promql/ast.h"
#include "parser/promql/features.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>

namespace sightglass {

class EvaluationCache;

/// Limits and settings of evaluation, with Prometheus' defaults.
struct QueryOptions
{
    std::int64_t lookbackMs = 5 * 60 * 1000;
    std::int64_t defaultSubqueryStepMs = 60 * 1000;
    std::size_t maxSamples = 50'000'000;
    std::int64_t timeoutMs = 2 * 60 * 1000;
    std::size_t maxSteps = 11'000;   ///< per range query, as Prometheus' API
    bool collectsStatistics = false; ///< counts samples for QueryResult::statistics, which takes time
    promql::Features features;
};

/// The times of a range query: start, start + step, … <= end. stepMs > 0; end < start gives an empty result.
struct StepRange
{
    TimestampMs start = 0;
    TimestampMs end = 0;
    std::int64_t stepMs = 1;
};

/// Evaluates parsed expressions over a snapshot with Prometheus' answers (PromQL reference). Stateless but
/// for its options: may be called from several threads at once. Errors: QueryFailed with Prometheus' text,
/// QueryTooManySamples, QueryTimedOut, QueryCancelled (as soon as `cancel` is requested, checked per series
/// and within long ones).
class QueryEngine
{
public:
    /// With a cache, range queries share columns with each other: see EvaluationCache. All engines of one
    /// cache must have the same options and ask snapshots of one store.
    explicit QueryEngine(QueryOptions options = {}, std::shared_ptr<EvaluationCache> cache = nullptr);

    [[nodiscard]] const QueryOptions &options() const noexcept { return m_options; }

    [[nodiscard]] Result<QueryResult> instant(const Snapshot &snapshot, const promql::Expr &expr,
                                              TimestampMs t, std::stop_token cancel = {}) const;

    /// The same as one step of the range query `query`: step(), range(), @ start() and @ end() are that
    /// query's. Nothing is shared with it.
    [[nodiscard]] Result<QueryResult> step(const Snapshot &snapshot, const promql::Expr &expr,
                                           StepRange query, TimestampMs t, std::stop_token cancel = {}) const;

    [[nodiscard]] Result<QueryResult> range(const Snapshot &snapshot, const promql::Expr &expr,
                                            StepRange steps, std::stop_token cancel = {}) const;

    /// The expression at other steps than those of the range query `query`, such as finer ones or a part of
    /// them: step(), range(), @ start() and @ end() are that query's. As many steps as memory allows; nothing
    /// is shared with other queries.
    [[nodiscard]] Result<QueryResult> part(const Snapshot &snapshot, const promql::Expr &expr,
                                           StepRange query, StepRange steps,
                                           std::stop_token cancel = {}) const;

private:
    QueryOptions m_options;
    std::shared_ptr<EvaluationCache> m_cache;
};

} // namespace sightglass
