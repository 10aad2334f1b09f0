// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/custombucketsparser.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 3> suffixes = {"_bucket", "_sum", "_count"};

std::string keyOf(std::string_view name, const std::vector<Label> &labels)
{
    std::vector<LabelView> sorted;
    for (std::size_t i = 1; i < labels.size(); ++i) {
        if (labels[i].name != "le" && !labels[i].value.empty())
            sorted.push_back({labels[i].name, labels[i].value});
    }
    std::sort(sorted.begin(), sorted.end());
    std::string key(name);
    for (const LabelView &label : sorted)
        key.append(1, '\xff').append(label.name).append(1, '\xff').append(label.value);
    return key;
}

} // namespace

CustomBucketsParser::CustomBucketsParser(std::unique_ptr<ExpositionParser> parser, ExpositionFormat format,
                                         ClassicSeries classic) noexcept
    : m_parser(std::move(parser))
    , m_format(format)
    , m_keepsClassic(classic == ClassicSeries::Kept)
{}

Result<ExpositionParser::Entry> CustomBucketsParser::next()
{
    if (m_failure)
        return *m_failure;
    m_emitting = false;
    while (true) {
        const bool held = m_held.has_value();
        const Result<Entry> entry = held ? *std::exchange(m_held, std::nullopt) : m_parser->next();
        if (entry && *entry == Entry::Sample && (isConverted(m_type) || m_collecting))
            readSample();
        if (!held && m_collecting && endsCollection(entry)) {
            if (auto histogram = finishCollection()) {
                m_held = entry;
                return *histogram;
            }
        }
        if (!entry)
            return entry;
        if (*entry == Entry::Sample && isConverted(m_type) && collectSample() && !m_keepsClassic)
            continue;
        note(*entry);
        return entry;
    }
}

void CustomBucketsParser::note(Entry entry)
{
    if (entry == Entry::Type) {
        m_type = m_parser->metadataType();
        m_typeName = m_parser->metadataName();
    } else if (entry == Entry::Histogram) {
        m_parser->decodeLabels(m_labels);
        m_exponentialKey = keyOf(m_labels.front().value, m_labels);
    }
}

bool CustomBucketsParser::resume()
{
    m_collecting = false;
    m_held.reset();
    if (m_failure) {
        m_failure.reset();
        return true;
    }
    return m_parser->resume();
}

/// Gauge histograms only where the format has them with the suffixes of histograms.
bool CustomBucketsParser::isConverted(MetricType type) const noexcept
{
    return type == MetricType::Histogram ||
           (type == MetricType::GaugeHistogram && m_format == ExpositionFormat::Protobuf);
}

void CustomBucketsParser::readSample()
{
    m_parser->decodeLabels(m_labels);
    const std::string_view name = m_labels.front().value;
    const auto suffix = std::find_if(suffixes.begin(), suffixes.end(),
                                     [name](std::string_view each) { return name.ends_with(each); });
    m_suffix = suffix == suffixes.end() ? std::string_view() : *suffix;
    m_baseName = name.substr(0, name.size() - m_suffix.size());
    m_bound.reset();
    for (std::size_t i = 1; i < m_labels.size(); ++i) {
        if (m_labels[i].name == "le")
            m_bound = parseFloat(m_labels[i].value);
    }
    m_key = keyOf(m_baseName, m_labels);
}

bool CustomBucketsParser::endsCollection(const Result<Entry> &entry)
{
    if (!entry)
        return false;
    return *entry != Entry::Sample || !isConverted(m_type) || m_key != m_metric.key;
}

/// The histogram of the series collected; nothing where they make none and the format drops it.
std::optional<Result<ExpositionParser::Entry>> CustomBucketsParser::finishCollection()
{
    m_collecting = false;
    Result<NativeHistogram> histogram = m_classic.convert();
    if (histogram) {
        m_histogram = *histogram;
        m_histogram.isGauge = m_type == MetricType::GaugeHistogram;
        m_emitting = true;
        m_nextExemplar = 0;
        return Entry::Histogram;
    }
    if (m_format != ExpositionFormat::Protobuf)
        return std::nullopt;
    m_failure = std::move(histogram).error();
    m_failure->position = m_metric.position;
    return *m_failure;
}

/// Takes the present sample over into a histogram. False where it belongs to none.
bool CustomBucketsParser::collectSample()
{
    if (m_suffix.empty() || m_baseName != m_typeName || m_key == m_exponentialKey)
        return false;
    const bool isBucket = m_suffix == "_bucket";
    if (isBucket && (!m_bound || std::isnan(*m_bound)))
        return false;
    if (!m_collecting)
        beginMetric();
    m_metric.timestampMs = m_parser->timestampMs();
    ExposedExemplar exemplar;
    // They go to the histogram even where the classic series stay.
    while (m_parser->nextExemplar(exemplar))
        m_metric.exemplars.push_back(exemplar);
    if (isBucket)
        m_classic.setBucket(*m_bound, m_parser->value());
    else if (m_suffix == "_sum")
        m_classic.setSum(m_parser->value());
    else
        m_classic.setCount(m_parser->value());
    return true;
}

void CustomBucketsParser::beginMetric()
{
    m_collecting = true;
    m_classic.clear();
    m_metric.key = m_key;
    m_metric.labels = m_labels;
    m_metric.labels.front().value = m_baseName;
    std::erase_if(m_metric.labels, [](const Label &label) { return label.name == "le"; });
    m_metric.startMs = m_parser->startTimestampMs();
    m_metric.position = m_parser->position();
    m_metric.exemplars.clear();
}

std::string_view CustomBucketsParser::seriesText() const noexcept
{
    return m_emitting ? m_metric.key : m_parser->seriesText();
}

double CustomBucketsParser::value() const noexcept
{
    return m_emitting ? 0 : m_parser->value();
}

const NativeHistogram &CustomBucketsParser::histogram() const noexcept
{
    return m_emitting ? m_histogram : m_parser->histogram();
}

std::optional<std::int64_t> CustomBucketsParser::timestampMs() const noexcept
{
    return m_emitting ? m_metric.timestampMs : m_parser->timestampMs();
}

void CustomBucketsParser::decodeLabels(std::vector<Label> &out) const
{
    if (m_emitting)
        out = m_metric.labels;
    else
        m_parser->decodeLabels(out);
}

bool CustomBucketsParser::nextExemplar(ExposedExemplar &out)
{
    if (!m_emitting)
        return m_parser->nextExemplar(out);
    if (m_nextExemplar == m_metric.exemplars.size())
        return false;
    out = m_metric.exemplars[m_nextExemplar++];
    return true;
}

std::optional<std::int64_t> CustomBucketsParser::startTimestampMs() const
{
    return m_emitting ? m_metric.startMs : m_parser->startTimestampMs();
}

std::string_view CustomBucketsParser::metadataName() const noexcept
{
    return m_parser->metadataName();
}

std::string_view CustomBucketsParser::metadataText() const noexcept
{
    return m_parser->metadataText();
}

MetricType CustomBucketsParser::metadataType() const noexcept
{
    return m_parser->metadataType();
}

SourcePosition CustomBucketsParser::position() const noexcept
{
    return m_emitting ? m_metric.position : m_parser->position();
}

} // namespace sightglass
