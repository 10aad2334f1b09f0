// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/metricmessage.h"

namespace sightglass {

using Field = WireReader::Field;
using Wire = WireReader::Type;

namespace {

bool readBucketExemplar(WireReader &reader, const Field &field, MetricMessage &metric, BucketMessage &bucket)
{
    std::size_t index = 0;
    if (!reader.require(field, Wire::Bytes, "Exemplar"))
        return false;
    if (!readExemplar(reader.inside(field), metric, index))
        return reader.failure().within("exemplar");
    bucket.exemplar = index;
    return true;
}

bool readBucket(WireReader reader, MetricMessage &metric, BucketMessage &bucket)
{
    Field field;
    bool good = true;
    while (good && reader.next(field)) {
        switch (field.number) {
        case 1:
            bucket.cumulativeCount = field.scalar;
            good = reader.require(field, Wire::Varint, "CumulativeCount");
            break;
        case 2:
            bucket.upperBound = wireDouble(field.scalar);
            good = reader.require(field, Wire::Fixed64, "UpperBound");
            break;
        case 3:
            good = readBucketExemplar(reader, field, metric, bucket);
            break;
        case 4:
            bucket.cumulativeCountFloat = wireDouble(field.scalar);
            good = reader.require(field, Wire::Fixed64, "CumulativeCountFloat");
            break;
        default:
            break;
        }
    }
    return good && !reader.failed();
}

bool readSpan(WireReader reader, BucketSpan &span)
{
    Field field;
    while (reader.next(field)) {
        if (field.number != 1 && field.number != 2)
            continue;
        if (!reader.require(field, Wire::Varint, field.number == 1 ? "Offset" : "Length"))
            return false;
        if (field.number == 1)
            span.offset = static_cast<std::int32_t>(wireSigned(field.scalar & 0xFFFFFFFFU));
        else
            span.length = static_cast<std::uint32_t>(field.scalar);
    }
    return !reader.failed();
}

/// Repeated scalars, packed or one by one: both are to be accepted.
bool readDeltas(WireReader &reader, const Field &field, std::vector<std::int64_t> &deltas)
{
    if (field.type == Wire::Varint) {
        deltas.push_back(wireSigned(field.scalar));
        return true;
    }
    if (!reader.require(field, Wire::Bytes, "Delta"))
        return false;
    const char *p = field.bytes.data();
    const char *const end = p + field.bytes.size();
    while (p != end) {
        std::uint64_t value = 0;
        p = WireReader::readVarint(p, end, value);
        if (p == nullptr)
            return reader.fail(field.offset, "unexpected EOF");
        deltas.push_back(wireSigned(value));
    }
    return true;
}

bool readCounts(WireReader &reader, const Field &field, std::vector<double> &counts)
{
    if (field.type == Wire::Fixed64) {
        counts.push_back(wireDouble(field.scalar));
        return true;
    }
    if (!reader.require(field, Wire::Bytes, "Count"))
        return false;
    constexpr std::size_t size = sizeof(double);
    if (field.bytes.size() % size != 0)
        return reader.fail(field.offset, "unexpected EOF");
    for (std::size_t at = 0; at < field.bytes.size(); at += size) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < size; ++i)
            bits |= std::uint64_t{static_cast<unsigned char>(field.bytes[at + i])} << (8 * i);
        counts.push_back(wireDouble(bits));
    }
    return true;
}

/// Fields 9 to 11 and 12 to 14: spans, deltas and counts of one side.
bool readSideField(WireReader &reader, const Field &field, BucketsMessage &side, std::string_view name)
{
    const unsigned kind = (field.number - 9) % 3;
    if (kind == 1)
        return readDeltas(reader, field, side.deltas) || reader.failure().within(name);
    if (kind == 2)
        return readCounts(reader, field, side.counts) || reader.failure().within(name);
    if (!reader.require(field, Wire::Bytes, "Span"))
        return false;
    if (!readSpan(reader.inside(field), side.spans.emplace_back()))
        return reader.failure().within(name, side.spans.size() - 1);
    return true;
}

bool readMessageField(WireReader &reader, const Field &field, MetricMessage &metric)
{
    switch (field.number) {
    case 3: {
        if (!reader.require(field, Wire::Bytes, "Bucket"))
            return false;
        BucketMessage bucket;
        if (!readBucket(reader.inside(field), metric, bucket))
            return reader.failure().within("bucket", metric.buckets.size());
        metric.buckets.push_back(bucket);
        return true;
    }
    case 15:
        if (!reader.require(field, Wire::Bytes, "StartTimestamp"))
            return false;
        return readTimestamp(reader.inside(field), metric.histogramStartMs.emplace()) ||
               reader.failure().within("start_timestamp");
    case 16: {
        std::size_t index = 0;
        if (!reader.require(field, Wire::Bytes, "Exemplars"))
            return false;
        if (!readExemplar(reader.inside(field), metric, index))
            return reader.failure().within("exemplars", metric.nativeExemplars.size());
        metric.nativeExemplars.push_back(index);
        return true;
    }
    default:
        break;
    }
    if (field.number >= 9 && field.number <= 11)
        return readSideField(reader, field, metric.negative, "negative");
    if (field.number >= 12 && field.number <= 14)
        return readSideField(reader, field, metric.positive, "positive");
    return true;
}

bool readScalarField(WireReader &reader, const Field &field, MetricMessage &metric)
{
    switch (field.number) {
    case 1:
        metric.histogramCount = field.scalar;
        return reader.require(field, Wire::Varint, "SampleCount");
    case 2:
        metric.histogramSum = wireDouble(field.scalar);
        return reader.require(field, Wire::Fixed64, "SampleSum");
    case 4:
        metric.histogramCountFloat = wireDouble(field.scalar);
        return reader.require(field, Wire::Fixed64, "SampleCountFloat");
    case 5:
        metric.schema = static_cast<std::int32_t>(wireSigned(field.scalar & 0xFFFFFFFFU));
        return reader.require(field, Wire::Varint, "Schema");
    case 6:
        metric.zeroThreshold = wireDouble(field.scalar);
        return reader.require(field, Wire::Fixed64, "ZeroThreshold");
    case 7:
        metric.zeroCount = field.scalar;
        return reader.require(field, Wire::Varint, "ZeroCount");
    default:
        metric.zeroCountFloat = wireDouble(field.scalar);
        return reader.require(field, Wire::Fixed64, "ZeroCountFloat");
    }
}

} // namespace

bool readHistogram(WireReader reader, MetricMessage &metric)
{
    Field field;
    while (reader.next(field)) {
        const bool scalar = field.number <= 8 && field.number != 3;
        if (scalar ? !readScalarField(reader, field, metric) : !readMessageField(reader, field, metric))
            return false;
    }
    return !reader.failed();
}

} // namespace sightglass
