// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frameselector.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

/// Options longer than this were not written by somebody.
constexpr std::size_t longestOptions = 1 << 20;

struct KnownTransformation
{
    std::string_view id;
    TransformationPtr (*make)(OptionReader &options);
};

/// All that we can do, in alphabetical order. Another transformation is a file and a line here.
constexpr KnownTransformation known[]{{"addFieldFromCalculation", makeCalculateField},
                                      {"append", makeAppend},
                                      {"calculateField", makeCalculateField},
                                      {"concatenate", makeConcatenate},
                                      {"configFromData", makeConfigFromData},
                                      {"convertFieldType", makeConvertFieldType},
                                      {"ensureColumns", makeEnsureColumns},
                                      {"extractFields", makeExtractFields},
                                      {"filterByName", makeFilterFieldsByName},
                                      {"filterByRefId", makeFilterByRefId},
                                      {"filterByValue", makeFilterByValue},
                                      {"filterFields", makeFilterFields},
                                      {"filterFieldsByName", makeFilterFieldsByName},
                                      {"filterFrames", makeFilterFrames},
                                      {"formatString", makeFormatString},
                                      {"formatTime", makeFormatTime},
                                      {"groupBy", makeGroupBy},
                                      {"groupToNestedTable", makeGroupToNestedTable},
                                      {"groupingToMatrix", makeGroupingToMatrix},
                                      {"heatmap", makeHeatmap},
                                      {"histogram", makeHistogram},
                                      {"joinByField", makeJoinByField},
                                      {"joinByLabels", makeJoinByLabels},
                                      {"labelsToFields", makeLabelsToFields},
                                      {"limit", makeLimit},
                                      {"merge", makeMerge},
                                      {"noop", makeNoop},
                                      {"order", makeOrder},
                                      {"organize", makeOrganize},
                                      {"partitionByValues", makePartitionByValues},
                                      {"prepareTimeSeries", makePrepareTimeSeries},
                                      {"reduce", makeReduce},
                                      {"regression", makeRegression},
                                      {"rename", makeRename},
                                      {"renameByRegex", makeRenameByRegex},
                                      {"rowsToFields", makeRowsToFields},
                                      {"seriesToColumns", makeJoinByField},
                                      {"seriesToRows", makeSeriesToRows},
                                      {"sortBy", makeSortBy},
                                      {"timeSeriesTable", makeTimeSeriesTable},
                                      {"transpose", makeTranspose}};

/// Those of Grafana that we do not do, and why.
constexpr std::pair<std::string_view, std::string_view> unsupported[]{
    {"convertFrameType", "frames of other kinds than series and tables are not supported"},
    {"fieldLookup", "looking fields up in geographic tables is not supported"},
    {"smoothing", "smoothing is not supported"},
    {"spatial", "operations on places of the earth are not supported"}};

/// The options of all transformations by their names. Grafana's editor leaves them behind when a
/// transformation is changed into another, which does not look at them.
constexpr std::string_view leftBehind[]{"alias",         "applyTo",        "asPercentile",
                                        "binary",        "bucketCount",    "bucketOffset",
                                        "bucketSize",    "byField",        "byVariable",
                                        "columnField",   "combine",        "configRefId",
                                        "conversions",   "cumulative",     "degree",
                                        "delimiter",     "emptyValue",     "exclude",
                                        "excludeByName", "fields",         "filters",
                                        "format",        "frameNameLabel", "frameNameMode",
                                        "include",       "includeByName",  "includeTimeField",
                                        "index",         "indexByName",    "join",
                                        "jsonPaths",     "keepFields",     "keepLabels",
                                        "keepTime",      "labelsToFields", "limitField",
                                        "mappings",      "match",          "mode",
                                        "modelType",     "naming",         "orderBy",
                                        "orderByMode",   "outputFormat",   "predictionCount",
                                        "reduce",        "reducer",        "refIdToStat",
                                        "reducers",      "regExp",         "regex",
                                        "renameByName",  "renamePattern",  "replace",
                                        "replaceFields", "rowField",       "showSubframeHeaders",
                                        "sort",          "source",         "stringField",
                                        "substringEnd",  "substringStart", "timeField",
                                        "timeSeries",    "type",           "unary",
                                        "useTimezone",   "value",          "valueField",
                                        "valueLabel",    "window",         "xBuckets",
                                        "xFieldName",    "yBuckets",       "yFieldName"};

template<std::size_t... Index>
constexpr auto idsOfKnown(std::index_sequence<Index...>)
{
    return std::array<std::string_view, sizeof...(Index)>{known[Index].id...};
}

constexpr auto knownIds = idsOfKnown(std::make_index_sequence<std::size(known)>{});
static_assert(std::is_sorted(knownIds.begin(), knownIds.end()));

TransformationReading notSupported(const std::string &id)
{
    for (const auto &[name, reason] : unsupported) {
        if (name == id)
            return {nullptr, {"/: " + std::string(reason)}};
    }
    return {nullptr, {"/: unknown transformation"}};
}

nlohmann::json parsedOptions(const std::string &text, std::vector<std::string> &losses)
{
    nlohmann::json json = nlohmann::json::object();
    if (text.empty())
        return json;
    if (text.size() <= longestOptions)
        json = nlohmann::json::parse(text, nullptr, false);
    if (text.size() > longestOptions || json.is_discarded()) {
        losses.emplace_back("/: the options cannot be read");
        return nlohmann::json::object();
    }
    return json.is_null() ? nlohmann::json::object() : json;
}

const KnownTransformation *knownOf(std::string_view id)
{
    const auto *found = std::lower_bound(
        std::begin(known), std::end(known), id,
        [](const KnownTransformation &entry, std::string_view wanted) { return entry.id < wanted; });
    return found == std::end(known) || found->id != id ? nullptr : found;
}

void readSpecsOwn(const TransformationSpec &spec, std::vector<std::string> &losses)
{
    if (!spec.topic.empty() && spec.topic != "series")
        losses.push_back("/topic: transformations of " + spec.topic + " are not supported");
    if (spec.filter.empty())
        return;
    const auto json = nlohmann::json::parse(spec.filter, nullptr, false);
    if (!json.is_null())
        static_cast<void>(FrameMatching::read(OptionReader(json, "/filter", losses)));
}

} // namespace

std::vector<AskedOption> askedOptions(const TransformationSpec &spec)
{
    std::vector<AskedOption> asked;
    const KnownTransformation *found = knownOf(spec.id);
    if (found == nullptr)
        return asked;
    std::vector<std::string> losses;
    const nlohmann::json json = parsedOptions(spec.options, losses);
    OptionReader options(json, {}, losses, &asked);
    static_cast<void>(found->make(options));
    return asked;
}

std::span<const std::string_view> knownTransformations() noexcept
{
    return knownIds;
}

TransformationReading readTransformation(const TransformationSpec &spec)
{
    const KnownTransformation *found = knownOf(spec.id);
    if (found == nullptr)
        return notSupported(spec.id);
    TransformationReading reading;
    const nlohmann::json json = parsedOptions(spec.options, reading.unknownOptions);
    OptionReader options(json, {}, reading.unknownOptions);
    reading.transformation = found->make(options);
    options.ignore(leftBehind);
    options.finish();
    readSpecsOwn(spec, reading.unknownOptions);
    return reading;
}

} // namespace sightglass
