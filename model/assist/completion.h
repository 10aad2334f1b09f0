// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/cursorcontext.h"
#include "model/assist/metriccatalog.h"
#include "parser/promql/features.h"

#include <memory>
#include <stop_token>

namespace sightglass {

/// One thing that may be written at the cursor.
struct Completion
{
    enum class Kind : std::uint8_t
    {
        Metric,
        Function,
        Aggregation,
        Keyword,
        Label,
        LabelValue,
        Operator,
        Duration
    };
    Kind kind = Kind::Metric;
    std::string text;     ///< shown; hostile
    std::string inserted; ///< written in place of CompletionList::replaced
    std::size_t back = 0; ///< how many bytes before the end of what was written the cursor ends
    MetricType type = MetricType::Unknown; ///< of a metric
    std::string unit;                      ///< of a metric
    std::string help;       ///< a metric's HELP (hostile); a word's doc in English (context "promql")
    std::size_t series = 0; ///< of a label: how many values it has here; of a value: how many series
    int score = 0;          ///< how well it answers; larger is better
};

/// The answers, best first.
struct CompletionList
{
    static constexpr std::size_t mostItems = 200;

    SourceSpan replaced; ///< of the query
    std::string typed;   ///< what they answer
    std::vector<Completion> items;
    bool cut = false; ///< there were more
};

/// What completion looks at. All references outlive the call.
struct CompletionSource
{
    const MetricCatalog &catalog;
    const Snapshot *snapshot = nullptr; ///< null: no labels and values
    promql::Features features;
};

/// What may be written at the cursor (a byte offset) of a query that may be unfinished: metrics with type,
/// unit and HELP, functions, aggregations, labels of the metric that is there, their values, keywords that
/// fit, durations, the times behind @. Bounded in what it reads and gives; empty where it was cancelled. Any
/// thread.
[[nodiscard]] CompletionList completeAt(std::string_view query, std::size_t cursor,
                                        const CompletionSource &source, const std::stop_token &cancel = {});

} // namespace sightglass
