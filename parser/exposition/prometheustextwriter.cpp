// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"
#include "parser/exposition/expositionlines.h"
#include "parser/exposition/formatwriters.h"

namespace sightglass {

namespace {

std::string_view typeWord(MetricType type) noexcept
{
    switch (type) {
    case MetricType::Counter:
    case MetricType::Gauge:
    case MetricType::Histogram:
    case MetricType::Summary:
        return metricTypeName(type);
    case MetricType::Info:
    case MetricType::StateSet:
        return "gauge";
    case MetricType::Unknown:
    case MetricType::GaugeHistogram:
        break;
    }
    return "untyped";
}

} // namespace

void writePrometheusText(const ExposedFamily &family, std::string &out)
{
    if (family.help)
        appendMetadata(out, "HELP", family.name, escaped(*family.help, "\\\n"));
    appendMetadata(out, "TYPE", family.name, typeWord(family.type));
    for (const ExposedMetric &metric : family.metrics) {
        forEachSample(metric, {}, [&](const ExposedSample &sample) {
            appendSeries(out, family.name, metric.labels, sample);
            out.append(1, ' ').append(formatFloat(sample.value));
            if (metric.timestampMs)
                out.append(1, ' ').append(std::to_string(*metric.timestampMs));
            out += '\n';
        });
    }
}

} // namespace sightglass
