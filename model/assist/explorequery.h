// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "model/assist/metriccatalog.h"
#include "model/dashboard/panelquery.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// What Explore shows of its queries.
enum class ExploreMode : std::uint8_t
{
    Graph,  ///< over the time range
    Table,  ///< at its end
    Samples ///< what is stored of the series that the queries read, sample by sample
};

/// One query of Explore; a disabled one is not in the list but keeps its number.
struct ExploreQuery
{
    std::size_t row = 0;
    std::string expr;
    std::string legend; ///< as PanelQuery::legend

    friend bool operator==(const ExploreQuery &, const ExploreQuery &) = default;
};

/// What a query is called: A, B … Z, then Q27 and so on.
[[nodiscard]] std::string exploreRowName(std::size_t row);

/// What came of one query.
struct ExploreOutcome
{
    std::size_t row = 0;
    std::optional<Error> error; ///< its span is of the query
    std::vector<Annotation> annotations;
    std::size_t series = 0;             ///< all of them
    std::size_t samples = 0;            ///< Samples: all of them, native histograms too
    std::size_t histograms = 0;         ///< series with native histograms among them
    std::vector<Finding> findings = {}; ///< Graph: what numbers there are to draw of native histograms
    double milliseconds = 0;
    std::optional<std::string> text; ///< of a query that is a string
    std::int64_t fineMs = 0;         ///< Graph: how finely it was evaluated, see RangeQuery::fineMs
};

/// What is asked of a store.
struct ExploreRequest
{
    ExploreMode mode = ExploreMode::Graph;
    std::vector<ExploreQuery> queries;
    PanelTime time;
    std::size_t maxSeries = 200;       ///< handed out of each query
    std::size_t maxSamples = 20'000;   ///< Samples: handed out in all
    std::size_t maxHistograms = 2'000; ///< Samples: native histograms among them
};

/// The answers of all queries.
struct ExploreAnswer
{
    ExploreMode mode = ExploreMode::Graph;
    std::vector<ExploreOutcome> outcomes; ///< in the order of the queries
    /// PanelSeries::query is the row; names tell the rows apart where there are several. What explains the
    /// lines comes along: events, in a graph also bands and, as in a table, advice on buckets.
    PanelData data;
    std::string unit; ///< of all values, where they share one that is known
    bool cut = false; ///< Samples: there are more than were handed out
};

/// Whom to ask. All of it outlives the question.
struct ExploreSource
{
    const Snapshot &snapshot;
    const QueryEngine &engine;
    const MetricCatalog &catalog;
};

/// An answer and what it was asked of: enough for the next one to go on from it.
struct EarlierExploration
{
    std::shared_ptr<const ExploreAnswer> answer; ///< null: none
    std::uint64_t version = 0;                   ///< of the snapshot
    ExploreRequest request;
};

/// The steps of a graph: on round times, so that they stay the same when the range moves on.
[[nodiscard]] StepRange graphSteps(const PanelTime &time);
/// What a graph shows: up to now, also between two steps.
[[nodiscard]] TimeRange graphRange(const PanelTime &time);

/// Evaluates the queries. A graph is of numbers: native histograms are counted in it and not handed out. Its
/// lines are evaluated between their steps, too (see PanelSeries::columnMs); what they have in common with
/// those of an earlier answer from the same store is taken over. Errors lose only their own query. In Samples
/// each selector of a query is read as it is stored, times in milliseconds, no step, stale markers left out.
/// Any thread.
[[nodiscard]] ExploreAnswer exploreQueries(const Snapshot &snapshot, const QueryEngine &engine,
                                           const MetricCatalog &catalog, const ExploreRequest &request,
                                           const std::stop_token &cancel = {});
[[nodiscard]] ExploreAnswer exploreQueries(const ExploreSource &source, const ExploreRequest &request,
                                           const EarlierExploration &before,
                                           const std::stop_token &cancel = {});

} // namespace sightglass
