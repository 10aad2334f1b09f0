// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/query/queryengine.h"
#include "model/variables/variablespec.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What a query variable asks for, as Grafana's Prometheus data source understands its text.
struct VariableQuery
{
    enum class Kind : std::uint8_t
    {
        Nothing,     ///< an empty query
        LabelNames,  ///< label_names(), label_names(selector)
        LabelValues, ///< label_values(label), label_values(selector, label)
        MetricNames, ///< metrics(regex)
        Result,      ///< query_result(expr): each sample as "name{labels} value time"
        Series       ///< a bare selector: each series as "name{labels}"
    };
    Kind kind = Kind::Nothing;
    std::string argument; ///< selector, regular expression or expression; may be empty for labels
    std::string label;
};

/// Reads the text; variables are replaced already. Never fails: what is none of the functions is a selector.
[[nodiscard]] VariableQuery parseVariableQuery(std::string_view text);

/// Where the values come from.
struct VariableSource
{
    const Snapshot &snapshot;
    const QueryEngine &engine;
    TimeRange range; ///< series without a sample in it are not looked at
};

/// The answers, before the variable's regular expression and order; at most mostVariableOptions. Any thread.
/// Errors: those of the parser and the engine.
[[nodiscard]] Result<std::vector<VariableOption>>
answersOf(const VariableQuery &query, const VariableSource &source, const std::stop_token &cancel = {});

} // namespace sightglass
