// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/protobufparser.h"

#include "parser/base/quoting.h"
#include "parser/exposition/sampleparts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

using Kind = FamilyMessage::Type;

namespace {

/// A length of at most five bytes stands before each family.
constexpr std::ptrdiff_t longestLength = 5;

double canonical(double value) noexcept
{
    return std::isnan(value) ? exposedNaN() : value;
}

/// Float fields win over integer ones where they are set.
double countOf(double floatCount, std::uint64_t count) noexcept
{
    return floatCount != 0 ? floatCount : static_cast<double>(count);
}

NativeBuckets viewOf(const BucketsMessage &side, bool isFloat) noexcept
{
    if (isFloat)
        return {side.spans, {}, side.counts};
    return {side.spans, side.deltas, {}};
}

} // namespace

ProtobufParser::ProtobufParser(std::string_view body, const ExpositionOptions &options) noexcept
    : m_body(body)
    , m_options(options)
{}

Result<ExpositionParser::Entry> ProtobufParser::next()
{
    if (m_final)
        return *m_final;
    m_exemplars.clear();
    Result<Entry> entry = advance();
    if (!entry || *entry == Entry::End)
        m_final = entry;
    return entry;
}

bool ProtobufParser::resume()
{
    if (!m_final || m_final->ok() || m_position >= m_body.size())
        return false;
    m_final.reset();
    m_stage = Stage::Family;
    return true;
}

Result<ExpositionParser::Entry> ProtobufParser::advance()
{
    switch (m_stage) {
    case Stage::Family:
    case Stage::Metrics:
        return nextSample();
    case Stage::Help:
        m_stage = m_family.unit.empty() ? Stage::Type : Stage::Unit;
        m_metadataText = m_family.help;
        return Entry::Help;
    case Stage::Unit:
        m_stage = Stage::Type;
        m_metadataText = m_family.unit;
        return Entry::Unit;
    case Stage::Type:
        break;
    }
    m_stage = Stage::Metrics;
    m_metadataText = {};
    return Entry::Type;
}

Result<ExpositionParser::Entry> ProtobufParser::nextSample()
{
    while (m_stage == Stage::Metrics) {
        if (m_histogramDue) {
            m_histogramDue = false;
            m_series.setSample({});
            return Entry::Histogram;
        }
        if (m_nextSample < m_samples) {
            placeSample();
            return Entry::Sample;
        }
        if (m_nextMetric == m_family.metrics.size()) {
            m_stage = Stage::Family;
            break;
        }
        if (auto error = readNextMetric())
            return *std::move(error);
    }
    if (m_position == m_body.size())
        return Entry::End;
    if (auto error = findFamily())
        return *std::move(error);
    return m_stage == Stage::Help ? advance() : Result<Entry>(Entry::End);
}

/// The next family that has metrics, or the end, where the stage stays.
std::optional<Error> ProtobufParser::findFamily()
{
    m_family.clear();
    while (m_family.metrics.empty()) {
        if (m_position == m_body.size())
            return std::nullopt;
        const std::size_t begin = m_position;
        ++m_familyNumber;
        std::string_view message;
        if (auto error = takeDelimited(message))
            return error;
        WireFailure wire;
        if (!readFamily({message, m_position - message.size(), wire}, m_family))
            return failure(wire.text, wire.offset, wire.path);
        if (m_family.metrics.empty())
            continue;
        if (std::string problem = familyProblem(m_family); !problem.empty())
            return failure(std::move(problem), begin, {});
    }
    m_nextMetric = 0;
    m_samples = 0;
    m_nextSample = 0;
    m_histogramDue = false;
    m_stage = Stage::Help;
    return std::nullopt;
}

std::optional<Error> ProtobufParser::takeDelimited(std::string_view &message)
{
    const std::string_view rest = m_body.substr(m_position);
    const std::size_t begin = m_position;
    std::uint64_t length = 0;
    const char *const content = WireReader::readVarint(rest.data(), rest.data() + rest.size(), length);
    // Behind damage of the framing nothing can be found any more.
    m_position = m_body.size();
    if (content == nullptr || content - rest.data() > longestLength)
        return failure("clientpb: invalid varint encountered", begin, {});
    const auto lead = static_cast<std::size_t>(content - rest.data());
    if (length > rest.size() - lead)
        return failure("clientpb: insufficient length of buffer, expected at least " +
                           std::to_string(lead + length) + " bytes, got " + std::to_string(rest.size()) +
                           " bytes",
                       begin, {});
    message = rest.substr(lead, length);
    m_position = begin + lead + message.size();
    return std::nullopt;
}

std::optional<Error> ProtobufParser::readNextMetric()
{
    const WireReader::Field &field = m_family.metrics[m_nextMetric++];
    m_metric.clear();
    WireFailure wire;
    const auto begin = static_cast<std::size_t>(field.bytes.data() - m_body.data());
    if (!readMetric({field.bytes, begin, wire}, m_metric)) {
        wire.within("metric", m_nextMetric - 1);
        return failure(wire.text, wire.offset, wire.path);
    }
    m_series.setMetric(m_family.name, m_metric.labels);
    m_nextSample = 0;
    const bool native =
        m_options.nativeHistograms == ExpositionOptions::NativeHistograms::Read && hasNativePart();
    if (native) {
        if (auto problem = readNative(m_histogram)) {
            wire.within("metric", m_nextMetric - 1);
            return failure(*std::move(problem), field.offset, wire.path);
        }
        placeHistogram();
    }
    const bool classic =
        m_options.classicSeries == ExpositionOptions::ClassicSeries::Kept && !m_metric.buckets.empty();
    m_histogramDue = native;
    m_samples = !native || classic ? classicSamples() : 0;
    return std::nullopt;
}

bool ProtobufParser::hasNativePart() const noexcept
{
    return m_family.isHistogram() && (!m_metric.positive.spans.empty() || !m_metric.negative.spans.empty() ||
                                      m_metric.zeroThreshold > 0 || m_metric.zeroCount > 0);
}

/// Puts the present metric's native histogram together, and says what is wrong with its spans.
std::optional<std::string> ProtobufParser::readNative(NativeHistogram &histogram) const
{
    histogram = {};
    histogram.isFloat = m_metric.histogramCountFloat > 0 || m_metric.zeroCountFloat > 0;
    histogram.isGauge = m_family.kind() == Kind::GaugeHistogram;
    histogram.schema = m_metric.schema;
    histogram.zeroThreshold = m_metric.zeroThreshold;
    histogram.integerZeroCount = m_metric.zeroCount;
    histogram.zeroCount = m_metric.zeroCountFloat;
    histogram.integerCount = m_metric.histogramCount;
    histogram.count = m_metric.histogramCountFloat;
    histogram.sum = canonical(m_metric.histogramSum);
    histogram.positive = viewOf(m_metric.positive, histogram.isFloat);
    histogram.negative = viewOf(m_metric.negative, histogram.isFloat);
    const std::string subject = "histogram " + goQuoted(m_family.name) + ": ";
    if (auto problem = spansProblem(histogram.positive))
        return subject + "positive side: " + *problem;
    if (auto problem = spansProblem(histogram.negative))
        return subject + "negative side: " + *problem;
    return std::nullopt;
}

const PassedHistogram *ProtobufParser::passedHistogram()
{
    if (m_options.nativeHistograms == ExpositionOptions::NativeHistograms::Read || m_nextSample != 1 ||
        !hasNativePart())
        return nullptr;
    m_passed.problem = readNative(m_passed.histogram);
    if (!m_passed.problem)
        m_passed.problem = nativeHistogramProblem(m_passed.histogram);
    return &m_passed;
}

/// Value and exemplars of the entry that the native histogram is.
void ProtobufParser::placeHistogram()
{
    m_value = 0;
    m_exemplars = m_metric.nativeExemplars;
    if (m_exemplars.empty()) {
        for (const BucketMessage &bucket : m_metric.buckets) {
            if (bucket.exemplar)
                m_exemplars.push_back(*bucket.exemplar);
        }
    }
    std::erase_if(m_exemplars, [this](std::size_t i) { return !m_metric.exemplars[i].timestampMs; });
    std::reverse(m_exemplars.begin(), m_exemplars.end());
}

/// Series that the metric is spread over where it is not native.
std::size_t ProtobufParser::classicSamples() const noexcept
{
    if (m_family.kind() == Kind::Summary)
        return 2 + m_metric.quantiles.size();
    if (!m_family.isHistogram())
        return 1;
    // What stands behind the bucket up to +Inf is not read; where there is none, one is made of the count.
    const auto infinite =
        std::find_if(m_metric.buckets.begin(), m_metric.buckets.end(), [](const BucketMessage &bucket) {
            return std::isinf(bucket.upperBound) && bucket.upperBound > 0;
        });
    return 2 + static_cast<std::size_t>(infinite - m_metric.buckets.begin()) + 1;
}

void ProtobufParser::placeSample()
{
    if (m_family.kind() == Kind::Summary)
        return placeSummarySample();
    if (m_family.isHistogram())
        return placeHistogramSample();
    ++m_nextSample;
    m_series.setSample({});
    m_value = m_metric.untyped;
    if (m_family.kind() == Kind::Gauge)
        m_value = m_metric.gauge;
    if (m_family.kind() == Kind::Counter) {
        m_value = m_metric.counter;
        if (m_metric.counterExemplar)
            m_exemplars.push_back(*m_metric.counterExemplar);
    }
    m_value = canonical(m_value);
}

void ProtobufParser::placeSummarySample()
{
    const std::size_t sample = m_nextSample++;
    if (sample == 0) {
        m_series.setSample("_count");
        m_value = static_cast<double>(m_metric.summaryCount);
    } else if (sample == 1) {
        m_series.setSample("_sum");
        m_value = canonical(m_metric.summarySum);
    } else {
        const QuantileMessage &quantile = m_metric.quantiles[sample - 2];
        m_series.setSample({}, "quantile", quantile.quantile, sample - 2);
        m_value = canonical(quantile.value);
    }
}

void ProtobufParser::placeHistogramSample()
{
    const std::size_t sample = m_nextSample++;
    m_value = canonical(countOf(m_metric.histogramCountFloat, m_metric.histogramCount));
    if (sample == 0) {
        m_series.setSample("_count");
    } else if (sample == 1) {
        m_series.setSample("_sum");
        m_value = canonical(m_metric.histogramSum);
    } else if (sample - 2 == m_metric.buckets.size()) {
        m_series.setSample("_bucket", "le", std::numeric_limits<double>::infinity(), sample - 2);
    } else {
        const BucketMessage &bucket = m_metric.buckets[sample - 2];
        m_series.setSample("_bucket", "le", bucket.upperBound, sample - 2);
        m_value = canonical(countOf(bucket.cumulativeCountFloat, bucket.cumulativeCount));
        if (bucket.exemplar)
            m_exemplars.push_back(*bucket.exemplar);
    }
}

std::optional<std::int64_t> ProtobufParser::timestampMs() const noexcept
{
    return m_metric.timestampMs == 0 ? std::nullopt : std::optional(m_metric.timestampMs);
}

bool ProtobufParser::nextExemplar(ExposedExemplar &out)
{
    if (m_exemplars.empty())
        return false;
    const ExemplarMessage &exemplar = m_metric.exemplars[m_exemplars.back()];
    m_exemplars.pop_back();
    out.labels.clear();
    for (std::size_t i = 0; i < exemplar.labelCount; ++i)
        out.labels.push_back(static_cast<Label>(m_metric.exemplarLabels[exemplar.firstLabel + i]));
    out.value = canonical(exemplar.value);
    out.timestampMs = exemplar.timestampMs;
    return true;
}

std::optional<std::int64_t> ProtobufParser::startTimestampMs() const
{
    std::optional<std::int64_t> start;
    if (m_family.kind() == Kind::Counter)
        start = m_metric.counterStartMs;
    else if (m_family.kind() == Kind::Summary)
        start = m_metric.summaryStartMs;
    else if (m_family.isHistogram())
        start = m_metric.histogramStartMs;
    return start == 0 ? std::nullopt : start;
}

Error ProtobufParser::failure(std::string text, std::size_t offset, std::string_view path) const
{
    text += " (byte " + std::to_string(offset) + ", family " + std::to_string(m_familyNumber);
    if (!m_family.name.empty())
        text += ' ' + goQuoted(m_family.name);
    if (!path.empty())
        text += ", " + std::string(path);
    text += ')';
    return {ErrorCode::ExpositionSyntax, {std::move(text)}, {offset, offset}, {}};
}

} // namespace sightglass
