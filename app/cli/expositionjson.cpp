// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expositionjson.h"

#include "model/api/jsonwriter.h"
#include "parser/base/numbertext.h"

#include <limits>
#include <set>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

void writeLabels(JsonWriter &writer, const std::vector<Label> &labels, std::size_t first)
{
    std::set<std::string_view> names;
    std::vector<const Label *> duplicates;
    writer.key("labels");
    writer.beginObject();
    for (std::size_t i = first; i < labels.size(); ++i) {
        if (names.insert(labels[i].name).second)
            writer.member(labels[i].name, labels[i].value);
        else
            duplicates.push_back(&labels[i]);
    }
    writer.endObject();
    if (duplicates.empty())
        return;
    writer.key("duplicateLabels");
    writer.beginArray();
    for (const Label *const label : duplicates) {
        writer.beginArray();
        writer.string(label->name);
        writer.string(label->value);
        writer.endArray();
    }
    writer.endArray();
}

void writeTime(JsonWriter &writer, std::string_view key, std::optional<std::int64_t> milliseconds)
{
    if (milliseconds) {
        writer.key(key);
        writer.integer(*milliseconds);
    }
}

void writeBuckets(JsonWriter &writer, std::string_view key, const NativeBuckets &buckets)
{
    if (buckets.size() == 0)
        return;
    writer.key(key);
    writer.beginArray();
    forEachBucket(buckets, [&writer](std::int32_t index, double count) {
        writer.beginArray();
        writer.integer(index);
        writer.string(formatFloat(count));
        writer.endArray();
    });
    writer.endArray();
}

void writeHistogram(JsonWriter &writer, const NativeHistogram &histogram)
{
    writer.key("histogram");
    writer.beginObject();
    writer.key("schema");
    writer.integer(histogram.schema);
    writer.member("count", formatFloat(histogram.totalCount()));
    writer.member("sum", formatFloat(histogram.sum));
    writer.member("zeroThreshold", formatFloat(histogram.zeroThreshold));
    writer.member("zeroCount", formatFloat(histogram.zeroBucketCount()));
    writeBuckets(writer, "positive", histogram.positive);
    writeBuckets(writer, "negative", histogram.negative);
    writer.endObject();
}

void writeExemplars(JsonWriter &writer, ExpositionParser &parser)
{
    ExposedExemplar exemplar;
    bool any = false;
    while (parser.nextExemplar(exemplar)) {
        if (!std::exchange(any, true)) {
            writer.key("exemplars");
            writer.beginArray();
        }
        writer.beginObject();
        writeLabels(writer, exemplar.labels, 0);
        writer.member("value", formatFloat(exemplar.value));
        writeTime(writer, "timestampMs", exemplar.timestampMs);
        writer.endObject();
    }
    if (any)
        writer.endArray();
}

} // namespace

void ExpositionJson::addSample(ExpositionParser &parser, ExpositionParser::Entry entry, std::string &out)
{
    flush(out);
    std::vector<Label> labels;
    parser.decodeLabels(labels);
    JsonWriter writer(out, noLimit);
    writer.beginObject();
    writer.member("name", labels.front().value);
    writeLabels(writer, labels, 1);
    if (entry == ExpositionParser::Entry::Histogram)
        writeHistogram(writer, parser.histogram());
    else
        writer.member("value", formatFloat(parser.value()));
    writeTime(writer, "timestampMs", parser.timestampMs());
    writeTime(writer, "startTimestampMs", parser.startTimestampMs());
    writeExemplars(writer, parser);
    writer.endObject();
    out += '\n';
}

void ExpositionJson::addMetadata(const ExpositionParser &parser, ExpositionParser::Entry entry,
                                 std::string &out)
{
    if (m_hasFamily && m_family != parser.metadataName())
        flush(out);
    m_hasFamily = true;
    m_family = parser.metadataName();
    if (entry == ExpositionParser::Entry::Type) {
        m_hasType = true;
        m_metadata.type = parser.metadataType();
    } else if (entry == ExpositionParser::Entry::Help) {
        m_hasHelp = true;
        m_metadata.help = parser.metadataText();
    } else {
        m_metadata.unit = parser.metadataText();
    }
}

void ExpositionJson::flush(std::string &out)
{
    if (!m_hasFamily)
        return;
    JsonWriter writer(out, noLimit);
    writer.beginObject();
    writer.member("family", m_family);
    if (m_hasType)
        writer.member("type", metricTypeName(m_metadata.type));
    if (m_hasHelp)
        writer.member("help", m_metadata.help);
    if (!m_metadata.unit.empty())
        writer.member("unit", m_metadata.unit);
    writer.endObject();
    out += '\n';
    *this = {};
}

} // namespace sightglass
