// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/endpoints.h"
#include "parser/promql/functions.h"

#include <map>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

using FeatureList = std::map<std::string_view, bool>; // sorted, as Go writes maps

FeatureList apiFeatures()
{
    return {
        {"admin", false},
        {"exclude_alerts", true},
        {"label_values_match", true},
        {"lifecycle", false},
        {"otlp_write_receiver", false},
        {"query_stats", true},
        {"query_warnings", true},
        {"remote_write_receiver", false},
        {"time_range_labels", true},
        {"time_range_series", true},
    };
}

FeatureList languageFeatures(const promql::Features &features)
{
    FeatureList list;
    for (const std::string_view always :
         {"at_modifier", "bool", "by", "duration_expr", "group_left", "group_right", "ignoring",
          "negative_offset", "offset", "on", "per_query_lookback_delta", "subqueries", "without"})
        list[always] = true;
    for (const std::string_view never : {"per_step_stats", "type_and_unit_labels"})
        list[never] = false;
    for (const std::string_view modifier : {"anchored", "smoothed"})
        list[modifier] = features.extendedRangeSelectors;
    for (const std::string_view modifier : {"fill", "fill_left", "fill_right"})
        list[modifier] = features.binopFillModifiers;
    list["delayed_name_removal"] = features.delayedNameRemoval;
    return list;
}

FeatureList functions(const promql::Features &features)
{
    FeatureList list;
    for (const promql::FunctionSignature &function : promql::functionTable())
        list[function.name] = !function.experimental || features.experimentalFunctions;
    return list;
}

FeatureList operators(const promql::Features &features)
{
    using promql::AggregateOp;
    using promql::BinaryOp;
    FeatureList list{{"=~", true}, {"!~", true}, {"@", true}};
    for (int op = 0; op <= static_cast<int>(BinaryOp::Unless); ++op)
        list[promql::binaryOpText(static_cast<BinaryOp>(op))] = true;
    for (int op = 0; op <= static_cast<int>(AggregateOp::LimitRatio); ++op) {
        const bool experimental = op >= static_cast<int>(AggregateOp::Limitk);
        list[promql::aggregateOpText(static_cast<AggregateOp>(op))] =
            !experimental || features.experimentalFunctions;
    }
    return list;
}

void writeCategory(JsonWriter &writer, std::string_view name, const FeatureList &list)
{
    writer.key(name);
    writer.beginObject();
    for (const auto &[feature, enabled] : list) {
        writer.key(feature);
        writer.boolean(enabled);
    }
    writer.endObject();
}

} // namespace

void answerFeatures(const ApiCall &call, Envelope &envelope)
{
    const promql::Features &features = call.context.query.features;
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writeCategory(writer, "api", apiFeatures());
    writeCategory(writer, "promql", languageFeatures(features));
    writeCategory(writer, "promql_functions", functions(features));
    writeCategory(writer, "promql_operators", operators(features));
    writeCategory(writer, "service_discovery_providers", {{"static", true}});
    writeCategory(writer, "tsdb", {{"exemplar_storage", true}, {"native_histograms", true}});
    writer.endObject();
}

} // namespace sightglass
