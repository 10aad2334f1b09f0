// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/parameterreader.h"
#include "model/api/resultjson.h"
#include "model/storage/labelmatcher.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace sightglass {

namespace {

using Names = std::set<std::string, std::less<>>;

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

void writeMetadata(JsonWriter &writer, const MetricMetadata &metadata)
{
    writer.member("type", metricTypeName(metadata.type));
    writer.member("help", metadata.help);
    writer.member("unit", metadata.unit);
}

/// The family whose metadata tells of a series: the one of its name, or of the name without what the type of
/// the family appended.
std::string_view familyOf(const Names &families, std::string_view metric)
{
    static constexpr std::array<std::string_view, 8> suffixes{"_total", "_bucket",  "_count",  "_sum",
                                                              "_info",  "_created", "_gcount", "_gsum"};
    if (families.contains(metric))
        return metric;
    for (const std::string_view suffix : suffixes) {
        const std::string_view stem =
            metric.substr(0, metric.size() - std::min(metric.size(), suffix.size()));
        if (metric.ends_with(suffix) && families.contains(stem))
            return stem;
    }
    return {};
}

/// The families that a target has series of.
Names familiesOf(const ApiContext &context, const Names &families, const Labels &target)
{
    std::vector<Matcher> matchers;
    for (const LabelView label : target)
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    Names found;
    for (const auto &series : context.state->snapshot->select(matchers, allTime)) {
        if (context.cancel.stop_requested())
            break;
        const std::string_view family = familyOf(families, series->labels().metricName());
        if (!family.empty() && !found.contains(family))
            found.emplace(family);
    }
    return found;
}

bool matchesAll(const std::vector<LabelMatcher> &matchers, const Labels &labels)
{
    return std::all_of(matchers.begin(), matchers.end(),
                       [&labels](const LabelMatcher &matcher) { return matcher.matches(labels); });
}

Names knownFamilies(const ApiContext &context)
{
    const std::vector<std::string> families = context.state->snapshot->metadataFamilies();
    return {families.begin(), families.end()};
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
    // One family has one metadata here, the latest: there is nothing to limit per metric.
    static_cast<void>(reader.metadataLimit("limit_per_metric"));
    if (reader.failed())
        return envelope.fail(reader.error());
    const std::string_view only = reader.text("metric");
    const Snapshot &snapshot = *call.context.state->snapshot;
    JsonWriter &writer = envelope.data();
    std::size_t count = 0;
    writer.beginObject();
    for (const std::string &family : snapshot.metadataFamilies()) {
        if (count >= limit || writer.full())
            break;
        if (!only.empty() && family != only)
            continue;
        ++count;
        writer.key(family);
        writer.beginArray();
        writer.beginObject();
        writeMetadata(writer, snapshot.metadata(family));
        writer.endObject();
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
    const Names families = knownFamilies(call.context);
    const Snapshot &snapshot = *call.context.state->snapshot;
    JsonWriter &writer = envelope.data();
    std::size_t count = 0;
    writer.beginArray();
    for (const ApiTarget &target : call.context.state->targets) {
        // As in Prometheus the limit is looked at between targets, so the last one's list is complete.
        if (count >= limit || writer.full())
            break;
        if (!matchesAll(matchers, target.labels))
            continue;
        for (const std::string &family : familiesOf(call.context, families, target.labels)) {
            if (!only.empty() && family != only)
                continue;
            ++count;
            writeTargetMetadata(writer, target.labels, only.empty() ? family : std::string_view(),
                                snapshot.metadata(family));
        }
    }
    writer.endArray();
}

} // namespace sightglass
