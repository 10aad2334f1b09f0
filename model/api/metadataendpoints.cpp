// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/parameterreader.h"
#include "model/api/resultjson.h"
#include "model/storage/labelmatcher.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

void writeMetadata(JsonWriter &writer, const MetricMetadata &metadata)
{
    writer.member("type", metricTypeName(metadata.type));
    writer.member("help", metadata.help);
    writer.member("unit", metadata.unit);
}

bool matchesAll(const std::vector<LabelMatcher> &matchers, const Labels &labels)
{
    return std::all_of(matchers.begin(), matchers.end(),
                       [&labels](const LabelMatcher &matcher) { return matcher.matches(labels); });
}

/// One list element of /targets/metadata. `name` is empty where the request named the metric.
void writeTargetMetadata(JsonWriter &writer, const Labels &target, std::string_view name,
                         const MetricMetadata &metadata)
{
    writer.beginObject();
    writer.key("target");
    writeLabels(writer, target);
    if (!name.empty())
        writer.member("metric", name);
    writeMetadata(writer, metadata);
    writer.endObject();
}

} // namespace

void answerMetadata(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    const std::size_t limit = reader.metadataLimit("limit").value_or(noLimit);
    // As in Prometheus none of a metric's are no limit, while no metrics are none.
    const std::size_t asked = reader.metadataLimit("limit_per_metric").value_or(0);
    const std::size_t limitPerMetric = asked > 0 ? asked : noLimit;
    if (reader.failed())
        return envelope.fail(reader.error());
    const std::string_view only = reader.text("metric");
    const MetadataView &metadata = call.context.state->snapshot->metadataView();
    JsonWriter &writer = envelope.data();
    std::size_t count = 0;
    writer.beginObject();
    for (const std::string &family : metadata.families()) {
        if (count >= limit || writer.full())
            break;
        if ((!only.empty() && family != only) || metadata.isOnlyCollectors(family))
            continue;
        ++count;
        writer.key(family);
        writer.beginArray();
        std::vector<MetricMetadata> said = metadata.every(family);
        said.resize(std::min(said.size(), limitPerMetric));
        for (const MetricMetadata &one : said) {
            writer.beginObject();
            writeMetadata(writer, one);
            writer.endObject();
        }
        writer.endArray();
    }
    writer.endObject();
}

void answerTargetMetadata(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    const std::size_t limit = reader.metadataLimit("limit").value_or(noLimit);
    std::vector<LabelMatcher> matchers;
    if (const std::string_view selector = reader.text("match_target"); !selector.empty()) {
        const auto parsed = promql::parseSelector(selector);
        if (!parsed)
            reader.fail(invalidParameter("match_target", parseErrorText(parsed.error())));
        else
            std::transform(parsed->begin(), parsed->end(), std::back_inserter(matchers),
                           [](const Matcher &matcher) { return LabelMatcher(matcher); });
    }
    if (reader.failed())
        return envelope.fail(reader.error());
    const std::string_view only = reader.text("metric");
    const MetadataView &metadata = call.context.state->snapshot->metadataView();
    JsonWriter &writer = envelope.data();
    std::size_t count = 0;
    writer.beginArray();
    for (const ApiTarget &target : call.context.state->targets) {
        // As in Prometheus the limit is looked at between targets, so the last one's list is complete.
        if (count >= limit || writer.full())
            break;
        if (!matchesAll(matchers, target.labels))
            continue;
        for (const DescribedFamilyPtr &family : metadata.ofTarget(target.labels)) {
            if (!only.empty() && family->name != only)
                continue;
            ++count;
            writeTargetMetadata(writer, target.labels, only.empty() ? family->name : std::string_view(),
                                family->metadata);
        }
    }
    writer.endArray();
}

} // namespace sightglass
