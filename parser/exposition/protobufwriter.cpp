// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/familymessage.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/formatwriters.h"
#include "parser/exposition/wirewriter.h"

#include <cmath>

namespace sightglass {

namespace {

using Kind = FamilyMessage::Type;

Kind kindOf(MetricType type) noexcept
{
    switch (type) {
    case MetricType::Counter:
        return Kind::Counter;
    case MetricType::Gauge:
    case MetricType::Info:
    case MetricType::StateSet:
        return Kind::Gauge;
    case MetricType::Summary:
        return Kind::Summary;
    case MetricType::Histogram:
        return Kind::Histogram;
    case MetricType::GaugeHistogram:
        return Kind::GaugeHistogram;
    case MetricType::Unknown:
        break;
    }
    return Kind::Untyped;
}

std::string labelMessage(const Label &label)
{
    WireWriter writer;
    writer.text(1, label.name);
    writer.text(2, label.value);
    return writer.bytes();
}

/// A google.protobuf.Timestamp, whose nanoseconds count forward from the seconds.
std::string timestampMessage(std::int64_t milliseconds)
{
    std::int64_t seconds = milliseconds / 1000;
    std::int64_t rest = milliseconds % 1000;
    if (rest < 0) {
        rest += 1000;
        --seconds;
    }
    WireWriter writer;
    writer.varint(1, static_cast<std::uint64_t>(seconds));
    writer.varint(2, static_cast<std::uint64_t>(rest) * 1'000'000U);
    return writer.bytes();
}

std::string exemplarMessage(const ExposedExemplar &exemplar)
{
    WireWriter writer;
    for (const Label &label : exemplar.labels)
        writer.message(1, labelMessage(label));
    writer.real(2, exemplar.value);
    if (exemplar.timestampMs)
        writer.message(3, timestampMessage(*exemplar.timestampMs));
    return writer.bytes();
}

void writeStart(WireWriter &writer, std::uint32_t field, const ExposedMetric &metric)
{
    if (metric.startTimestampMs)
        writer.message(field, timestampMessage(*metric.startTimestampMs));
}

/// A count as an integer where it is one, else in the field for floats.
void writeCount(WireWriter &writer, std::uint32_t integerField, std::uint32_t floatField, double count)
{
    constexpr double limit = 18446744073709551616.0; // 2^64
    if (count >= 0 && count < limit && std::trunc(count) == count)
        writer.varint(integerField, static_cast<std::uint64_t>(count));
    else
        writer.real(floatField, count);
}

std::string valueMessage(const ExposedMetric &metric, Kind kind)
{
    const auto *value = std::get_if<ExposedValue>(&metric.value);
    WireWriter writer;
    if (value == nullptr)
        return {};
    writer.real(1, value->value);
    if (kind != Kind::Counter)
        return writer.bytes();
    if (value->exemplar)
        writer.message(2, exemplarMessage(*value->exemplar));
    writeStart(writer, 3, metric);
    return writer.bytes();
}

std::string summaryMessage(const ExposedMetric &metric)
{
    const auto *summary = std::get_if<ExposedSummary>(&metric.value);
    if (summary == nullptr)
        return {};
    WireWriter writer;
    writer.varint(1, static_cast<std::uint64_t>(summary->count));
    writer.real(2, summary->sum);
    for (const ExposedQuantile &each : summary->quantiles) {
        WireWriter quantile;
        quantile.real(1, each.quantile);
        quantile.real(2, each.value);
        writer.message(3, quantile.bytes());
    }
    writeStart(writer, 4, metric);
    return writer.bytes();
}

/// Spans, then packed deltas or counts; the fields of a side follow each other.
void writeSide(WireWriter &writer, std::uint32_t spanField, const ExposedSide &side, bool isFloat)
{
    for (const BucketSpan &each : side.spans) {
        WireWriter span;
        span.zigzag(1, each.offset);
        span.varint(2, each.length);
        writer.message(spanField, span.bytes());
    }
    std::string packed;
    std::int64_t before = 0;
    for (const double count : side.counts) {
        if (isFloat) {
            WireWriter::appendReal(packed, count);
            continue;
        }
        const auto whole = static_cast<std::int64_t>(count);
        WireWriter::appendVarint(packed, WireWriter::zigzagOf(whole - before));
        before = whole;
    }
    writer.text(spanField + (isFloat ? 2 : 1), packed);
}

void writeNative(WireWriter &writer, const ExposedNativeBuckets &native)
{
    writer.zigzag(5, native.schema);
    writer.real(6, native.zeroThreshold);
    if (native.isFloat)
        writer.real(8, native.zeroCount);
    else
        writer.varint(7, static_cast<std::uint64_t>(native.zeroCount));
    writeSide(writer, 9, native.negative, native.isFloat);
    writeSide(writer, 12, native.positive, native.isFloat);
    // An empty span says that a histogram without observations is a native one.
    if (native.positive.spans.empty() && native.negative.spans.empty())
        writer.message(12, {});
    for (const ExposedExemplar &exemplar : native.exemplars)
        writer.message(16, exemplarMessage(exemplar));
}

std::string histogramMessage(const ExposedMetric &metric)
{
    const auto *histogram = std::get_if<ExposedHistogram>(&metric.value);
    if (histogram == nullptr)
        return {};
    WireWriter writer;
    if (histogram->native && histogram->native->isFloat)
        writer.real(4, histogram->count);
    else
        writeCount(writer, 1, 4, histogram->count);
    writer.real(2, histogram->sum);
    for (const ExposedBucket &each : histogram->buckets) {
        WireWriter bucket;
        writeCount(bucket, 1, 4, each.cumulativeCount);
        bucket.real(2, each.upperBound);
        if (each.exemplar)
            bucket.message(3, exemplarMessage(*each.exemplar));
        writer.message(3, bucket.bytes());
    }
    if (histogram->native)
        writeNative(writer, *histogram->native);
    writeStart(writer, 15, metric);
    return writer.bytes();
}

std::string metricMessage(const ExposedMetric &metric, Kind kind)
{
    WireWriter writer;
    for (const Label &label : metric.labels)
        writer.message(1, labelMessage(label));
    if (kind == Kind::Gauge)
        writer.message(2, valueMessage(metric, kind));
    else if (kind == Kind::Counter)
        writer.message(3, valueMessage(metric, kind));
    else if (kind == Kind::Summary)
        writer.message(4, summaryMessage(metric));
    else if (kind == Kind::Untyped)
        writer.message(5, valueMessage(metric, kind));
    if (metric.timestampMs)
        writer.varint(6, static_cast<std::uint64_t>(*metric.timestampMs));
    if (kind == Kind::Histogram || kind == Kind::GaugeHistogram)
        writer.message(7, histogramMessage(metric));
    return writer.bytes();
}

} // namespace

void writeProtobuf(const ExposedFamily &family, std::string &out)
{
    const Kind kind = kindOf(family.type);
    WireWriter writer;
    writer.text(1, family.name);
    writer.text(2, family.help.value_or(std::string()));
    writer.varint(3, static_cast<std::uint64_t>(kind));
    for (const ExposedMetric &metric : family.metrics)
        writer.message(4, metricMessage(metric, kind));
    std::string_view unitOf = family.name;
    if (kind == Kind::Counter && unitOf.ends_with("_total"))
        unitOf.remove_suffix(std::string_view("_total").size());
    if (isUnitOf(family.unit, unitOf))
        writer.text(5, family.unit);
    WireWriter::appendVarint(out, writer.bytes().size());
    out += writer.bytes();
}

} // namespace sightglass
