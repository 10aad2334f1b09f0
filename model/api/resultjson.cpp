// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/resultjson.h"

#include "model/api/apitime.h"
#include "model/histogram/histogrambuckets.h"
#include "parser/base/numbertext.h"

#include <algorithm>

namespace sightglass {

namespace {

void writeFloat(JsonWriter &writer, double value)
{
    writer.string(formatFloat(value));
}

/// Which ends belong to the bucket: 0 the upper, 1 the lower, 2 neither, 3 both.
int boundariesCode(const HistogramBucket &bucket)
{
    if (bucket.lowerInclusive)
        return bucket.upperInclusive ? 3 : 1;
    return bucket.upperInclusive ? 0 : 2;
}

void writeBuckets(JsonWriter &writer, const std::vector<HistogramBucket> &buckets)
{
    if (buckets.empty())
        return;
    writer.key("buckets");
    writer.beginArray();
    for (const HistogramBucket &bucket : buckets) {
        writer.beginArray();
        writer.integer(boundariesCode(bucket));
        writeFloat(writer, bucket.lower);
        writeFloat(writer, bucket.upper);
        writeFloat(writer, bucket.count);
        writer.endArray();
    }
    writer.endArray();
}

void writeHistogram(JsonWriter &writer, const FloatHistogram &histogram)
{
    writer.beginObject();
    writer.member("count", formatFloat(histogram.count));
    writer.member("sum", formatFloat(histogram.sum));
    writeBuckets(writer, ascendingBuckets(histogram));
    writer.endObject();
}

void writePoint(JsonWriter &writer, TimestampMs t, double value)
{
    writer.beginArray();
    writer.literal(secondsText(t));
    writeFloat(writer, value);
    writer.endArray();
}

void writePoint(JsonWriter &writer, TimestampMs t, const FloatHistogram &histogram)
{
    writer.beginArray();
    writer.literal(secondsText(t));
    writeHistogram(writer, histogram);
    writer.endArray();
}

void writeElement(JsonWriter &writer, const VectorElement &element, TimestampMs t)
{
    writer.beginObject();
    writer.key("metric");
    writeLabels(writer, element.labels);
    writer.key(element.histogram ? "histogram" : "value");
    if (element.histogram)
        writePoint(writer, t, *element.histogram);
    else
        writePoint(writer, t, element.value);
    writer.endObject();
}

void writeSeries(JsonWriter &writer, const MatrixSeries &series)
{
    writer.beginObject();
    writer.key("metric");
    writeLabels(writer, series.labels);
    if (!series.samples.empty()) {
        writer.key("values");
        writer.beginArray();
        for (const Sample &sample : series.samples)
            writePoint(writer, sample.t, sample.v);
        writer.endArray();
    }
    if (!series.histograms.empty()) {
        writer.key("histograms");
        writer.beginArray();
        for (const HistogramSample &sample : series.histograms)
            writePoint(writer, sample.t, *sample.histogram);
        writer.endArray();
    }
    writer.endObject();
}

/// The first elements, as many as the limit allows and there is room for.
template<typename Element, typename Write>
bool writeList(JsonWriter &writer, const std::vector<Element> &elements, std::size_t limit, Write write)
{
    const std::size_t count = limit == 0 ? elements.size() : std::min(limit, elements.size());
    writer.beginArray();
    for (std::size_t i = 0; i < count && !writer.full(); ++i)
        write(elements[i]);
    writer.endArray();
    return count == elements.size();
}

} // namespace

void writeLabels(JsonWriter &writer, const Labels &labels)
{
    writer.beginObject();
    for (const LabelView label : labels)
        writer.member(label.name, label.value);
    writer.endObject();
}

std::string_view valueTypeName(promql::ValueType type) noexcept
{
    switch (type) {
    case promql::ValueType::Scalar:
        return "scalar";
    case promql::ValueType::InstantVector:
        return "vector";
    case promql::ValueType::RangeVector:
        return "matrix";
    case promql::ValueType::String:
        return "string";
    }
    return "none";
}

bool writeResult(JsonWriter &writer, const QueryResult &result, TimestampMs t, std::size_t limit)
{
    switch (result.type) {
    case promql::ValueType::Scalar:
        writePoint(writer, result.scalar.t, result.scalar.v);
        return true;
    case promql::ValueType::String:
        writer.beginArray();
        writer.literal(secondsText(t));
        writer.string(result.string);
        writer.endArray();
        return true;
    case promql::ValueType::InstantVector:
        return writeList(writer, result.vector, limit,
                         [&](const VectorElement &element) { writeElement(writer, element, t); });
    case promql::ValueType::RangeVector:
        return writeList(writer, result.matrix, limit,
                         [&](const MatrixSeries &series) { writeSeries(writer, series); });
    }
    return true;
}

bool writeResultMembers(JsonWriter &writer, const QueryResult &result, TimestampMs t, std::size_t limit)
{
    writer.member("resultType", valueTypeName(result.type));
    writer.key("result");
    return writeResult(writer, result, t, limit);
}

} // namespace sightglass
