// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"
#include "parser/exposition/exemplarlimit.h"
#include "parser/exposition/expositionlines.h"
#include "parser/exposition/expositionwriter.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/formatwriters.h"
#include "parser/exposition/openmetricsparser.h"

#include <cmath>
#include <limits>

namespace sightglass {

namespace {

/// What the type's one sample has behind the family's name.
std::string_view valueSuffix(MetricType type) noexcept
{
    if (type == MetricType::Counter)
        return "_total";
    return type == MetricType::Info ? "_info" : std::string_view();
}

bool isShort(const ExposedExemplar &exemplar)
{
    std::size_t length = 0;
    for (const Label &label : exemplar.labels)
        length += codePoints(label.name) + codePoints(label.value);
    return length <= longestExemplarLabels;
}

void appendExemplar(std::string &out, const ExposedExemplar &exemplar)
{
    out += " # {";
    appendExemplarLabels(out, exemplar.labels);
    out.append("} ").append(formatFloat(exemplar.value));
    if (exemplar.timestampMs)
        out.append(1, ' ').append(openMetricsSeconds(*exemplar.timestampMs));
}

/// The lines of one family.
class FamilyWriter
{
public:
    FamilyWriter(const ExposedFamily &family, std::string &out)
        : m_family(family)
        , m_out(out)
        , m_name(family.name)
        , m_suffix(valueSuffix(family.type))
    {
        if (m_name.ends_with(m_suffix))
            m_name.resize(m_name.size() - m_suffix.size());
    }

    void write()
    {
        appendMetadata(m_out, "TYPE", m_name, metricTypeName(m_family.type));
        const bool unitless = m_family.type == MetricType::Info || m_family.type == MetricType::StateSet;
        if (!unitless && !m_family.unit.empty() && isUnitOf(m_family.unit, m_name))
            appendMetadata(m_out, "UNIT", m_name, m_family.unit);
        if (m_family.help)
            appendMetadata(m_out, "HELP", m_name, escaped(*m_family.help, "\\\"\n"));
        for (const ExposedMetric &metric : m_family.metrics)
            writeMetric(metric);
    }

private:
    void writeMetric(const ExposedMetric &metric)
    {
        const bool gauge = m_family.type == MetricType::GaugeHistogram;
        const HistogramSuffixes suffixes =
            gauge ? HistogramSuffixes{"_gcount", "_gsum"} : HistogramSuffixes{};
        forEachSample(metric, suffixes, [&](const ExposedSample &sample) { writeSample(metric, sample); });
        const bool counts = m_family.type == MetricType::Counter || m_family.type == MetricType::Summary ||
                            m_family.type == MetricType::Histogram;
        if (!counts || !(metric.startTimestampMs || metric.createdSeconds))
            return;
        appendSeries(m_out, m_name, metric.labels, {"_created", {}, 0, 0, nullptr});
        m_out.append(1, ' ').append(metric.createdSeconds ? formatFloat(*metric.createdSeconds)
                                                          : openMetricsSeconds(*metric.startTimestampMs));
        endLine(metric, nullptr);
    }

    void writeSample(const ExposedMetric &metric, ExposedSample sample)
    {
        const bool mayHaveExemplar = m_family.type == MetricType::Counter || sample.suffix == "_bucket";
        if (sample.suffix.empty() && sample.label.empty())
            sample.suffix = m_suffix;
        appendSeries(m_out, m_name, metric.labels, sample);
        m_out.append(1, ' ').append(formatFloat(sample.value));
        endLine(metric, mayHaveExemplar ? sample.exemplar : nullptr);
    }

    void endLine(const ExposedMetric &metric, const ExposedExemplar *exemplar)
    {
        if (metric.timestampMs)
            m_out.append(1, ' ').append(openMetricsSeconds(*metric.timestampMs));
        if (exemplar != nullptr && isShort(*exemplar))
            appendExemplar(m_out, *exemplar);
        m_out += '\n';
    }

    const ExposedFamily &m_family;
    std::string &m_out;
    std::string m_name; ///< of the family, without the suffix of its samples
    std::string_view m_suffix;
};

} // namespace

std::string openMetricsSeconds(std::int64_t milliseconds)
{
    double seconds = static_cast<double>(milliseconds) / 1000.0;
    // Readers cut off what is below a millisecond, so that a quotient which was rounded towards zero would
    // lose one.
    if (openMetricsMilliseconds(seconds) != milliseconds) {
        const double away = std::copysign(std::numeric_limits<double>::infinity(), seconds);
        seconds = std::nextafter(seconds, away);
    }
    return formatFloat(seconds);
}

void writeOpenMetrics(const ExposedFamily &family, std::string &out)
{
    FamilyWriter(family, out).write();
}

} // namespace sightglass
