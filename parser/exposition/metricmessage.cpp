// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/metricmessage.h"

#include "parser/base/quoting.h"

#include <string>

namespace sightglass {

using Field = WireReader::Field;
using Wire = WireReader::Type;

namespace {

bool readLabel(WireReader reader, LabelView &label)
{
    Field field;
    while (reader.next(field)) {
        if (field.number == 1) {
            if (!reader.require(field, Wire::Bytes, "Name"))
                return false;
            label.name = field.bytes;
        } else if (field.number == 2) {
            if (!reader.require(field, Wire::Bytes, "Value"))
                return false;
            if (!isValidUtf8(field.bytes))
                return reader.fail(field.offset, "invalid label value: " + goQuoted(field.bytes));
            label.value = field.bytes;
        }
    }
    return !reader.failed();
}

/// The shape that every encoder gives a label: name, then value, each shorter than 128 bytes. False, with
/// nothing said, on any other, and where the value is not UTF-8.
bool takePlainLabel(std::string_view message, LabelView &label) noexcept
{
    constexpr char nameTag = 0x0A;
    constexpr char valueTag = 0x12;
    if (message.size() < 4 || message[0] != nameTag || static_cast<signed char>(message[1]) < 0)
        return false;
    const auto nameLength = static_cast<std::size_t>(message[1]);
    if (message.size() < nameLength + 4 || message[nameLength + 2] != valueTag ||
        static_cast<signed char>(message[nameLength + 3]) < 0)
        return false;
    label = {message.substr(2, nameLength), message.substr(nameLength + 4)};
    return label.value.size() == static_cast<std::size_t>(message[nameLength + 3]) &&
           isValidUtf8(label.value);
}

bool addLabel(const WireReader &reader, const Field &field, std::vector<LabelView> &labels)
{
    LabelView label;
    if (takePlainLabel(field.bytes, label)) {
        labels.push_back(label);
        return true;
    }
    label = {};
    if (!readLabel(reader.inside(field), label))
        return reader.failure().within("label", labels.size());
    labels.push_back(label);
    return true;
}

/// A message whose only known field is a double, number 1.
bool readValue(WireReader reader, double &value)
{
    Field field;
    while (reader.next(field)) {
        if (field.number != 1)
            continue;
        if (!reader.require(field, Wire::Fixed64, "Value"))
            return false;
        value = wireDouble(field.scalar);
    }
    return !reader.failed();
}

bool readCounter(WireReader reader, MetricMessage &metric)
{
    Field field;
    while (reader.next(field)) {
        if (field.number == 1) {
            if (!reader.require(field, Wire::Fixed64, "Value"))
                return false;
            metric.counter = wireDouble(field.scalar);
        } else if (field.number == 2) {
            std::size_t index = 0;
            if (!reader.require(field, Wire::Bytes, "Exemplar"))
                return false;
            if (!readExemplar(reader.inside(field), metric, index))
                return reader.failure().within("exemplar");
            metric.counterExemplar = index;
        } else if (field.number == 3) {
            if (!reader.require(field, Wire::Bytes, "StartTimestamp"))
                return false;
            if (!readTimestamp(reader.inside(field), metric.counterStartMs.emplace()))
                return reader.failure().within("start_timestamp");
        }
    }
    return !reader.failed();
}

bool readQuantile(WireReader reader, QuantileMessage &quantile)
{
    Field field;
    while (reader.next(field)) {
        if (field.number != 1 && field.number != 2)
            continue;
        if (!reader.require(field, Wire::Fixed64, field.number == 1 ? "Quantile" : "Value"))
            return false;
        (field.number == 1 ? quantile.quantile : quantile.value) = wireDouble(field.scalar);
    }
    return !reader.failed();
}

bool readSummaryField(WireReader &reader, const Field &field, MetricMessage &metric)
{
    switch (field.number) {
    case 1:
        metric.summaryCount = field.scalar;
        return reader.require(field, Wire::Varint, "SampleCount");
    case 2:
        metric.summarySum = wireDouble(field.scalar);
        return reader.require(field, Wire::Fixed64, "SampleSum");
    case 3:
        if (!reader.require(field, Wire::Bytes, "Quantile"))
            return false;
        if (!readQuantile(reader.inside(field), metric.quantiles.emplace_back()))
            return reader.failure().within("quantile", metric.quantiles.size() - 1);
        return true;
    case 4:
        if (!reader.require(field, Wire::Bytes, "StartTimestamp"))
            return false;
        if (!readTimestamp(reader.inside(field), metric.summaryStartMs.emplace()))
            return reader.failure().within("start_timestamp");
        return true;
    default:
        return true;
    }
}

bool readSummary(WireReader reader, MetricMessage &metric)
{
    Field field;
    while (reader.next(field)) {
        if (!readSummaryField(reader, field, metric))
            return false;
    }
    return !reader.failed();
}

/// Reads a field that is a message by its own reader; the name is the one of Prometheus' structure.
template<typename Read>
bool readMessage(WireReader &reader, const Field &field, std::string_view name, std::string_view step,
                 Read &&read)
{
    if (!reader.require(field, Wire::Bytes, name))
        return false;
    return read(reader.inside(field)) || reader.failure().within(step);
}

bool readMetricField(WireReader &reader, const Field &field, MetricMessage &metric)
{
    switch (field.number) {
    case 1:
        return reader.require(field, Wire::Bytes, "Label") && addLabel(reader, field, metric.labels);
    case 2:
        return readMessage(reader, field, "Gauge", "gauge",
                           [&](WireReader inner) { return readValue(inner, metric.gauge); });
    case 3:
        return readMessage(reader, field, "Counter", "counter",
                           [&](WireReader inner) { return readCounter(inner, metric); });
    case 4:
        return readMessage(reader, field, "Summary", "summary",
                           [&](WireReader inner) { return readSummary(inner, metric); });
    case 5:
        return readMessage(reader, field, "Untyped", "untyped",
                           [&](WireReader inner) { return readValue(inner, metric.untyped); });
    case 6:
        metric.timestampMs = static_cast<std::int64_t>(field.scalar);
        return reader.require(field, Wire::Varint, "TimestampMs");
    case 7:
        return readMessage(reader, field, "Histogram", "histogram",
                           [&](WireReader inner) { return readHistogram(inner, metric); });
    default:
        return true;
    }
}

} // namespace

void BucketsMessage::clear()
{
    spans.clear();
    deltas.clear();
    counts.clear();
}

void MetricMessage::clear()
{
    // One by one, because assigning an empty message would give the memory of the vectors back.
    for (auto *list : {&labels, &exemplarLabels})
        list->clear();
    quantiles.clear();
    buckets.clear();
    positive.clear();
    negative.clear();
    nativeExemplars.clear();
    exemplars.clear();
    timestampMs = 0;
    gauge = counter = untyped = summarySum = histogramCountFloat = histogramSum = zeroThreshold =
        zeroCountFloat = 0;
    counterExemplar.reset();
    counterStartMs.reset();
    summaryStartMs.reset();
    histogramStartMs.reset();
    summaryCount = histogramCount = zeroCount = 0;
    schema = 0;
}

bool readTimestamp(WireReader reader, std::int64_t &milliseconds)
{
    std::uint64_t seconds = 0;
    std::int32_t nanos = 0;
    Field field;
    while (reader.next(field)) {
        if (field.number != 1 && field.number != 2)
            continue;
        if (!reader.require(field, Wire::Varint, field.number == 1 ? "Seconds" : "Nanos"))
            return false;
        if (field.number == 1)
            seconds = field.scalar;
        else
            nanos = static_cast<std::int32_t>(static_cast<std::uint32_t>(field.scalar));
    }
    milliseconds = static_cast<std::int64_t>(seconds * 1000U + static_cast<std::uint64_t>(nanos / 1'000'000));
    return !reader.failed();
}

bool readExemplar(WireReader reader, MetricMessage &metric, std::size_t &index)
{
    ExemplarMessage exemplar;
    exemplar.firstLabel = metric.exemplarLabels.size();
    Field field;
    while (reader.next(field)) {
        if (field.number == 1) {
            if (!reader.require(field, Wire::Bytes, "Label") ||
                !addLabel(reader, field, metric.exemplarLabels))
                return false;
        } else if (field.number == 2) {
            if (!reader.require(field, Wire::Fixed64, "Value"))
                return false;
            exemplar.value = wireDouble(field.scalar);
        } else if (field.number == 3) {
            if (!reader.require(field, Wire::Bytes, "Timestamp"))
                return false;
            if (!readTimestamp(reader.inside(field), exemplar.timestampMs.emplace()))
                return reader.failure().within("timestamp");
        }
    }
    exemplar.labelCount = metric.exemplarLabels.size() - exemplar.firstLabel;
    index = metric.exemplars.size();
    metric.exemplars.push_back(exemplar);
    return !reader.failed();
}

bool readMetric(WireReader reader, MetricMessage &metric)
{
    Field field;
    while (reader.next(field)) {
        if (!readMetricField(reader, field, metric))
            return false;
    }
    return !reader.failed();
}

} // namespace sightglass
