// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/metrictype.h"

namespace sightglass {

std::string_view metricTypeName(MetricType type) noexcept
{
    switch (type) {
    case MetricType::Counter:
        return "counter";
    case MetricType::Gauge:
        return "gauge";
    case MetricType::Histogram:
        return "histogram";
    case MetricType::GaugeHistogram:
        return "gaugehistogram";
    case MetricType::Summary:
        return "summary";
    case MetricType::Info:
        return "info";
    case MetricType::StateSet:
        return "stateset";
    case MetricType::Unknown:
        break;
    }
    return "unknown";
}

} // namespace sightglass
