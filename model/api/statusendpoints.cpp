// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/cardinality.h"
#include "model/api/endpoints.h"
#include "model/api/parameterreader.h"
#include "model/storage/chunkcount.h"
#include "parser/base/durationtext.h"

#include <string>

namespace sightglass {

namespace {

constexpr std::size_t defaultTsdbEntries = 10;
constexpr std::size_t maxTsdbEntries = 10'000;

/// JSON's strings are YAML's too: the one quoting that hostile names cannot leave.
std::string yamlText(std::string_view text)
{
    std::string quoted;
    JsonWriter(quoted, std::string::npos).string(text);
    return quoted;
}

std::string retentionText(const ApiServerInfo &server)
{
    return formatDurationMs(server.retentionMs) + " or " + std::to_string(server.retentionBytes >> 20U) +
           "MiB";
}

void writeCounts(JsonWriter &writer, std::string_view name, const std::vector<NamedCount> &counts)
{
    writer.key(name);
    writer.beginArray();
    for (const NamedCount &count : counts) {
        writer.beginObject();
        writer.member("name", count.name);
        writer.key("value");
        writer.integer(static_cast<std::int64_t>(count.value));
        writer.endObject();
    }
    writer.endArray();
}

void writeHeadStats(JsonWriter &writer, const Snapshot &snapshot, const Cardinality &cardinality)
{
    const StorageStats stats = snapshot.stats();
    const auto number = [&writer](std::string_view name, std::int64_t value) {
        writer.key(name);
        writer.integer(value);
    };
    writer.key("headStats");
    writer.beginObject();
    number("numSeries", static_cast<std::int64_t>(stats.series));
    number("numLabelPairs", static_cast<std::int64_t>(cardinality.labelPairs));
    number("chunkCount", static_cast<std::int64_t>(chunkCount(snapshot)));
    number("minTime", stats.minTime);
    number("maxTime", stats.maxTime);
    writer.endObject();
}

std::string targetYaml(const ApiTarget &target)
{
    const auto discovered = [&target](std::string_view name) {
        return yamlText(target.discoveredLabels.value(name));
    };
    std::string yaml = "- job_name: " + yamlText(target.scrapePool);
    yaml += "\n  scrape_interval: " + formatDurationMs(target.intervalMs);
    yaml += "\n  scrape_timeout: " + formatDurationMs(target.timeoutMs);
    yaml += "\n  metrics_path: " + discovered("__metrics_path__");
    yaml += "\n  scheme: " + discovered("__scheme__");
    yaml += "\n  static_configs:\n  - targets:\n    - " + discovered("__address__") + "\n    labels:";
    for (const LabelView label : target.labels)
        yaml += "\n      " + yamlText(label.name) + ": " + yamlText(label.value);
    return yaml + '\n';
}

} // namespace

void answerBuildInfo(const ApiCall &call, Envelope &envelope)
{
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.member("version", call.context.state->server.version);
    for (const std::string_view name : {"revision", "branch", "buildUser", "buildDate", "goVersion"})
        writer.member(name, "");
    writer.endObject();
}

void answerConfig(const ApiCall &call, Envelope &envelope)
{
    std::string yaml = "scrape_configs:";
    yaml += call.context.state->targets.empty() ? " []\n" : "\n";
    for (const ApiTarget &target : call.context.state->targets)
        yaml += targetYaml(target);
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.member("yaml", yaml);
    writer.endObject();
}

void answerFlags(const ApiCall &call, Envelope &envelope)
{
    const QueryOptions &query = call.context.query;
    const ApiServerInfo &server = call.context.state->server;
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.member("query.lookback-delta", formatDurationMs(query.lookbackMs));
    writer.member("query.max-samples", std::to_string(query.maxSamples));
    writer.member("query.timeout", formatDurationMs(query.timeoutMs));
    writer.member("storage.tsdb.retention.size", std::to_string(server.retentionBytes) + 'B');
    writer.member("storage.tsdb.retention.time", formatDurationMs(server.retentionMs));
    writer.member("web.enable-admin-api", "false");
    writer.member("web.listen-address", server.listenAddress);
    writer.endObject();
}

void answerRuntimeInfo(const ApiCall &call, Envelope &envelope)
{
    const ApiServerInfo &server = call.context.state->server;
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.member("startTime", rfc3339Text(server.startedAt));
    writer.member("serverTime", rfc3339Text(call.context.now));
    writer.key("reloadConfigSuccess");
    writer.boolean(true);
    writer.member("lastConfigTime", rfc3339Text(server.startedAt));
    writer.key("corruptionCount");
    writer.integer(0);
    writer.member("storageRetention", retentionText(server));
    writer.endObject();
}

void answerWalReplay(const ApiCall &, Envelope &envelope)
{
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    for (const std::string_view name : {"min", "max", "current"}) {
        writer.key(name);
        writer.integer(0);
    }
    writer.endObject();
}

void answerTsdb(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    std::size_t limit = defaultTsdbEntries;
    if (!reader.text("limit").empty()) {
        limit = reader.metadataLimit("limit").value_or(0);
        if (reader.failed() || limit == 0)
            return envelope.fail(badData("limit must be a positive number"));
        if (limit > maxTsdbEntries)
            return envelope.fail(badData("limit must not exceed " + std::to_string(maxTsdbEntries)));
    }
    const Snapshot &snapshot = *call.context.state->snapshot;
    const Cardinality cardinality = cardinalityOf(snapshot, limit, call.context.cancel);
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writeHeadStats(writer, snapshot, cardinality);
    writeCounts(writer, "seriesCountByMetricName", cardinality.seriesByMetric);
    writeCounts(writer, "labelValueCountByLabelName", cardinality.valuesByLabel);
    writeCounts(writer, "memoryInBytesByLabelName", cardinality.bytesByLabel);
    writeCounts(writer, "seriesCountByLabelValuePair", cardinality.seriesByPair);
    writer.endObject();
}

} // namespace sightglass
