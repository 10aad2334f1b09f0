// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/exposablemetrics.h"

#include "app/demo/fraiseqlmetrics.h"
#include "app/demo/plainmetrics.h"

#include <prometheus/text_serializer.h>

#include <algorithm>

namespace sightglass::demo {

std::vector<prometheus::MetricFamily> ExposableMetrics::families() const
{
    std::vector<prometheus::MetricFamily> families = m_registry.Collect();
    // prometheus-cpp keeps the series of a family in a hash table.
    for (prometheus::MetricFamily &family : families)
        std::ranges::sort(family.metric, {}, &prometheus::ClientMetric::label);
    return families;
}

std::string ExposableMetrics::text() const
{
    return prometheus::TextSerializer().Serialize(families());
}

std::string ExposableMetrics::openMetrics() const
{
    return openMetricsText(families(), m_exemplars);
}

void ExposableMetrics::showExemplars(const std::string &family, const prometheus::Labels &labels,
                                     const BucketExemplars &exemplars)
{
    m_exemplars[{family, labels}] = &exemplars;
}

prometheus::Counter &ExposableMetrics::addCounter(const std::string &name, const std::string &help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(m_registry).Add({});
}

prometheus::Gauge &ExposableMetrics::addGauge(const std::string &name, const std::string &help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(m_registry).Add({});
}

prometheus::Histogram &ExposableMetrics::addHistogram(const std::string &name, const std::string &help,
                                                      const prometheus::Histogram::BucketBoundaries &buckets)
{
    return prometheus::BuildHistogram().Name(name).Help(help).Register(m_registry).Add({}, buckets);
}

std::unique_ptr<ExposableMetrics> makeMetrics(const MetricsConfig &config)
{
    if (!config.enabled)
        return nullptr;
    if (config.naming == Naming::Plain)
        return std::make_unique<PlainMetrics>(config);
    return std::make_unique<FraiseqlMetrics>(config);
}

} // namespace sightglass::demo
