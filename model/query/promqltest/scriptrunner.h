// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/resultcheck.h"
#include "model/query/promqltest/script.h"
#include "model/query/promqltest/scriptstore.h"
#include "model/query/queryengine.h"
#include "parser/promql/ast.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::promqltest {

/// How one eval went.
struct EvalOutcome
{
    enum class Verdict : std::uint8_t
    {
        Passed,
        Failed,
        Skipped
    };
    Verdict verdict = Verdict::Passed;
    std::size_t line = 0;
    std::string expr;
    std::string detail; ///< the first difference, or what the eval needs that is off or not there
};

/// Runs scripts of the promqltest language: every eval in full, as the reference (section 4.2) says: instant
/// ones at several times with pinned selectors, and each of these also as a range query.
class ScriptRunner
{
public:
    /// The store must outlive the runner. Features in the options decide what parses; an eval that needs one
    /// which is off is skipped.
    ScriptRunner(ScriptStore &store, const QueryOptions &options);

    /// One outcome per eval, in the file's order. Starts with an empty store. A load or block that cannot be
    /// read counts as a failed outcome of its line.
    [[nodiscard]] std::vector<EvalOutcome> run(std::string_view script);

    /// The limits that the language's own tests run with.
    [[nodiscard]] static QueryOptions testOptions();

private:
    [[nodiscard]] Status load(const LoadCommand &command);
    [[nodiscard]] Status loadSeries(const LoadCommand &command, const SeriesDescription &series);
    [[nodiscard]] EvalOutcome evaluate(const EvalCommand &eval);
    [[nodiscard]] EvalOutcome runParsed(const EvalCommand &eval, const promql::ExprPtr &expr);
    [[nodiscard]] Difference runRange(const EvalCommand &eval, const promql::ExprPtr &expr);
    [[nodiscard]] Difference runInstant(const EvalCommand &eval, const promql::ExprPtr &expr, TimestampMs t);
    [[nodiscard]] Difference runAsRange(const EvalCommand &eval, const promql::ExprPtr &expr, TimestampMs t);
    [[nodiscard]] Difference judge(const EvalCommand &eval, const Result<QueryResult> &result);
    [[nodiscard]] std::string missingSupport(const EvalCommand &eval, const promql::Expr &expr) const;

    ScriptStore &m_store;
    QueryEngine m_engine;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<Labels>
        m_histograms; ///< series that were loaded with native histograms, which the store cannot hold
    std::vector<Labels> m_started; ///< series that were loaded with start timestamps
    bool m_unsupported = false;    ///< the engine refused the running eval as Unsupported
};

} // namespace sightglass::promqltest
