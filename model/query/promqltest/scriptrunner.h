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
    /// Failed: the first difference. Skipped: the switched-off features that the eval needs, by the names of
    /// promql::featureSwitches, ", " between them.
    std::string detail;
};

/// Runs scripts of the promqltest language: every eval in full, as the reference (section 4.2) says: instant
/// ones at several times with pinned selectors, and each of these also as a range query.
class ScriptRunner
{
public:
    /// The store must outlive the runner. An eval that needs a feature which is off in the options is
    /// skipped: one whose expression does not parse without it, which has start timestamps to look at, or
    /// which fails and would pass with delayed name removal.
    ScriptRunner(ScriptStore &store, const QueryOptions &options);

    /// One outcome per eval, in the file's order. Starts with an empty store. A load or block that cannot be
    /// read counts as a failed outcome of its line.
    [[nodiscard]] std::vector<EvalOutcome> run(std::string_view script);

    /// The limits that the language's own tests run with.
    [[nodiscard]] static QueryOptions testOptions();

private:
    [[nodiscard]] Status load(const LoadCommand &command);
    /// `starts`: the series' `@st` line, or null.
    [[nodiscard]] Status loadSeries(const SeriesDescription &series, const SeriesDescription *starts,
                                    std::int64_t stepMs);
    [[nodiscard]] EvalOutcome evaluate(const EvalCommand &eval);
    [[nodiscard]] EvalOutcome runParsed(const QueryEngine &engine, const EvalCommand &eval,
                                        const promql::ExprPtr &expr);

    struct EvalRun
    {
        const QueryEngine &engine;
        std::shared_ptr<const Snapshot> snapshot;
        const EvalCommand &eval;
    };
    [[nodiscard]] static Difference runRange(const EvalRun &run, const promql::ExprPtr &expr);
    [[nodiscard]] static Difference runInstant(const EvalRun &run, const promql::ExprPtr &expr,
                                               TimestampMs t);
    [[nodiscard]] static Difference runAsRange(const EvalRun &run, const promql::ExprPtr &expr,
                                               TimestampMs t);
    [[nodiscard]] static Difference judge(const EvalCommand &eval, const Result<QueryResult> &result);

    ScriptStore &m_store;
    QueryEngine m_engine;
    std::vector<Labels> m_started; ///< series that were loaded with start timestamps
};

} // namespace sightglass::promqltest
