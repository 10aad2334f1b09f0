// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/sampleparts.h"
#include "tests/parser/exposition/entrytranscript.h"
#include "tests/parser/exposition/familygenerator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <regex>

namespace sightglass::test {

namespace {

using Format = ExpositionFormat;

/// A label's value as it is read: OpenMetrics' escapes are not resolved.
std::string readValue(const std::string &value, Format format)
{
    static const std::regex quotable(R"((\\[^\n]|[^\\"\n])*)");
    if (format != Format::OpenMetricsText || std::regex_match(value, quotable))
        return value;
    std::string text;
    for (const char c : value)
        text += c == '\n' ? "\\n" : c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return text;
}

ExposedExemplar asRead(ExposedExemplar exemplar, Format format)
{
    for (Label &label : exemplar.labels)
        label.value = readValue(label.value, format);
    return exemplar;
}

std::string exemplarText(const ExposedExemplar &exemplar)
{
    std::string text = " exemplar";
    for (const Label &label : exemplar.labels)
        text += ' ' + label.name + '=' + label.value;
    text += ' ' + formatFloat(exemplar.value);
    return text + (exemplar.timestampMs ? '@' + std::to_string(*exemplar.timestampMs) : std::string());
}

std::string sampleText(const std::string &name, std::vector<Label> labels, const std::string &value,
                       std::optional<std::int64_t> timestampMs, std::optional<std::int64_t> startMs)
{
    std::sort(labels.begin(), labels.end());
    std::string text = "sample " + name;
    for (const Label &label : labels)
        text += ' ' + goQuoted(label.name) + '=' + goQuoted(label.value);
    text += " value " + value;
    text += timestampMs ? " at " + std::to_string(*timestampMs) : std::string();
    return text + (startMs ? " since " + std::to_string(*startMs) : std::string());
}

/// The entries of one metric.
class Expectation
{
public:
    Expectation(Format format, const ExposedFamily &family, const ExposedMetric &metric,
                std::vector<std::string> &out)
        : m_format(format)
        , m_family(family)
        , m_metric(metric)
        , m_out(out)
    {}

    void add()
    {
        if (const auto *value = std::get_if<ExposedValue>(&m_metric.value)) {
            addSample({}, {}, value->value, value->exemplar);
        } else if (const auto *summary = std::get_if<ExposedSummary>(&m_metric.value)) {
            for (const ExposedQuantile &each : summary->quantiles)
                addSample({}, {{"quantile", formatOpenMetricsFloat(each.quantile)}}, each.value, {});
            addSample("_count", {}, summary->count, {});
            addSample("_sum", {}, summary->sum, {});
        } else if (const auto *histogram = std::get_if<ExposedHistogram>(&m_metric.value)) {
            const bool native = m_format == Format::Protobuf && histogram->native;
            if (native)
                addNative(*histogram);
            if (!native || !histogram->buckets.empty())
                addClassic(*histogram);
        }
    }

private:
    [[nodiscard]] std::optional<std::int64_t> start() const
    {
        const MetricType type = m_family.type;
        const bool counts =
            type == MetricType::Counter || type == MetricType::Summary || type == MetricType::Histogram;
        const bool gaugeHistogram = type == MetricType::GaugeHistogram && m_format == Format::Protobuf;
        if (m_format == Format::PrometheusText || (!counts && !gaugeHistogram))
            return std::nullopt;
        return m_metric.startTimestampMs;
    }

    void addSample(const std::string &suffix, std::vector<Label> extra, double value,
                   const std::optional<ExposedExemplar> &exemplar)
    {
        std::vector<Label> labels = m_metric.labels;
        labels.insert(labels.end(), extra.begin(), extra.end());
        std::string text = sampleText(m_family.name + suffix, std::move(labels), formatFloat(value),
                                      m_metric.timestampMs, start());
        if (exemplar && m_format != Format::PrometheusText)
            text += exemplarText(asRead(*exemplar, m_format));
        m_out.push_back(std::move(text));
    }

    void addClassic(const ExposedHistogram &histogram)
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const bool g = m_family.type == MetricType::GaugeHistogram && m_format == Format::OpenMetricsText;
        for (const ExposedBucket &each : histogram.buckets)
            addSample("_bucket", {{"le", formatOpenMetricsFloat(each.upperBound)}}, each.cumulativeCount,
                      each.exemplar);
        if (histogram.buckets.empty() || histogram.buckets.back().upperBound != infinity)
            addSample("_bucket", {{"le", "+Inf"}}, histogram.count, {});
        addSample(g ? "_gcount" : "_count", {}, histogram.count, {});
        addSample(g ? "_gsum" : "_sum", {}, histogram.sum, {});
    }

    void addNative(const ExposedHistogram &histogram)
    {
        const ExposedNativeBuckets &native = *histogram.native;
        NativeHistogram value;
        value.isFloat = true; // its numbers are doubles here, whatever they travelled as
        value.isGauge = m_family.type == MetricType::GaugeHistogram;
        value.schema = native.schema;
        value.zeroThreshold = native.zeroThreshold;
        value.zeroCount = native.zeroCount;
        value.count = histogram.count;
        value.sum = std::isnan(histogram.sum) ? exposedNaN() : histogram.sum;
        value.positive = {native.positive.spans, {}, native.positive.counts};
        value.negative = {native.negative.spans, {}, native.negative.counts};
        std::string text =
            sampleText(m_family.name, m_metric.labels, histogramText(value), m_metric.timestampMs, start());
        std::vector<ExposedExemplar> exemplars = native.exemplars;
        for (const ExposedBucket &bucket : histogram.buckets) {
            if (native.exemplars.empty() && bucket.exemplar)
                exemplars.push_back(*bucket.exemplar);
        }
        for (const ExposedExemplar &exemplar : exemplars)
            text += exemplar.timestampMs ? exemplarText(exemplar) : std::string();
        m_out.push_back(std::move(text));
    }

    Format m_format;
    const ExposedFamily &m_family;
    const ExposedMetric &m_metric;
    std::vector<std::string> &m_out;
};

std::string writtenName(Format format, const ExposedFamily &family)
{
    const std::string suffix = family.type == MetricType::Counter ? "_total"
                               : family.type == MetricType::Info  ? "_info"
                                                                  : "";
    if (format != Format::OpenMetricsText)
        return family.name;
    return family.name.substr(0, family.name.size() - suffix.size());
}

MetricType writtenType(Format format, MetricType type)
{
    const bool special = type == MetricType::Info || type == MetricType::StateSet;
    if (format != Format::OpenMetricsText && special)
        return MetricType::Gauge;
    if (format == Format::PrometheusText && type == MetricType::GaugeHistogram)
        return MetricType::Unknown;
    return type;
}

bool hasUnit(Format format, const ExposedFamily &family)
{
    const bool unitless = format == Format::OpenMetricsText &&
                          (family.type == MetricType::Info || family.type == MetricType::StateSet);
    const bool afterName = family.name.ends_with("_seconds") || family.name.ends_with("_seconds_total");
    const bool info = family.type == MetricType::Info && format == Format::Protobuf;
    return format != Format::PrometheusText && !family.unit.empty() && afterName && !unitless && !info;
}

} // namespace

std::vector<std::string> expectedEntries(ExpositionFormat format, std::span<const ExposedFamily> families)
{
    std::vector<std::string> entries;
    for (const ExposedFamily &family : families) {
        if (format == Format::Protobuf && family.metrics.empty())
            continue;
        const std::string name = writtenName(format, family);
        entries.push_back("type " + name + ' ' +
                          std::string(metricTypeName(writtenType(format, family.type))));
        if (family.help || format == Format::Protobuf)
            entries.push_back("help " + name + ' ' + goQuoted(family.help.value_or("")));
        if (hasUnit(format, family))
            entries.push_back("unit " + name + ' ' + family.unit);
        for (const ExposedMetric &metric : family.metrics)
            Expectation(format, family, metric, entries).add();
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<std::string> readEntries(ExpositionFormat format, const std::string &body)
{
    using Entry = ExpositionParser::Entry;
    ExpositionOptions options;
    options.nativeHistograms = ExpositionOptions::NativeHistograms::Read;
    options.classicSeries = ExpositionOptions::ClassicSeries::Kept;
    options.createdLines = ExpositionOptions::CreatedLines::AsStartTimestamps;
    const auto parser = createExpositionParser(format, body, options);
    std::vector<std::string> entries;
    std::vector<Label> labels;
    auto entry = parser->next();
    for (; entry && *entry != Entry::End; entry = parser->next()) {
        const std::string name(parser->metadataName());
        if (*entry == Entry::Type) {
            entries.push_back("type " + name + ' ' + std::string(metricTypeName(parser->metadataType())));
        } else if (*entry == Entry::Help) {
            entries.push_back("help " + name + ' ' + goQuoted(parser->metadataText()));
        } else if (*entry == Entry::Unit) {
            entries.push_back("unit " + name + ' ' + std::string(parser->metadataText()));
        } else if (*entry == Entry::Sample || *entry == Entry::Histogram) {
            parser->decodeLabels(labels);
            const std::string series = labels.front().value;
            labels.erase(labels.begin());
            std::string histogram = histogramText(parser->histogram());
            if (histogram.starts_with("{integer"))
                histogram.replace(0, 8, "{float");
            std::string text =
                sampleText(series, labels, *entry == Entry::Sample ? formatFloat(parser->value()) : histogram,
                           parser->timestampMs(), parser->startTimestampMs());
            ExposedExemplar exemplar;
            while (parser->nextExemplar(exemplar))
                text += exemplarText(exemplar);
            entries.push_back(std::move(text));
        }
    }
    std::sort(entries.begin(), entries.end());
    if (!entry)
        entries.push_back(plainText(entry.error()));
    return entries;
}

} // namespace sightglass::test
