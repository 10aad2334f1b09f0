// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/metricsconfig.h"
#include "app/demo/pipelineobserver.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <memory>
#include <string>

namespace sightglass::demo {

/// Instrumentation with prometheus-cpp that can be read as text: what both namings have in common. Every
/// series is made in the constructor and reached by pointer from then on, so that an update neither allocates
/// nor looks anything up, and no label value can appear later.
class ExposableMetrics : public PipelineObserver
{
public:
    /// Families in order of registration, series in order of their labels, as text format 0.0.4.
    [[nodiscard]] std::string text() const;

protected:
    prometheus::Counter &addCounter(const std::string &name, const std::string &help);
    prometheus::Gauge &addGauge(const std::string &name, const std::string &help);
    prometheus::Histogram &addHistogram(const std::string &name, const std::string &help,
                                        const prometheus::Histogram::BucketBoundaries &buckets);

    prometheus::Registry m_registry;
};

/// The instrumentation of a configuration; null where it is not enabled. Throws what prometheus-cpp throws.
[[nodiscard]] std::unique_ptr<ExposableMetrics> makeMetrics(const MetricsConfig &config);

} // namespace sightglass::demo
