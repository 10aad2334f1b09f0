// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/metricsconfig.h"
#include "app/demo/openmetricstext.h"
#include "app/demo/pipelineobserver.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <memory>
#include <string>
#include <vector>

namespace sightglass::demo {

/// Instrumentation with prometheus-cpp that can be read as text: what both namings have in common. Every
/// series is made in the constructor and reached by pointer from then on, so that an update neither allocates
/// nor looks anything up, and no label value can appear later.
class ExposableMetrics : public PipelineObserver
{
public:
    /// Families in order of registration, series in order of their labels, as text format 0.0.4.
    [[nodiscard]] std::string text() const;
    /// The same in OpenMetrics 1.0, where histograms of actions have exemplars.
    [[nodiscard]] std::string openMetrics() const;

protected:
    prometheus::Counter &addCounter(const std::string &name, const std::string &help);
    prometheus::Gauge &addGauge(const std::string &name, const std::string &help);
    prometheus::Histogram &addHistogram(const std::string &name, const std::string &help,
                                        const prometheus::Histogram::BucketBoundaries &buckets);

    /// The histogram with these labels has these exemplars, which live as long as this.
    void showExemplars(const std::string &family, const prometheus::Labels &labels,
                       const BucketExemplars &exemplars);

    prometheus::Registry m_registry;

private:
    [[nodiscard]] std::vector<prometheus::MetricFamily> families() const;

    ExemplarSources m_exemplars;
};

/// The instrumentation of a configuration; null where it is not enabled. Throws what prometheus-cpp throws.
[[nodiscard]] std::unique_ptr<ExposableMetrics> makeMetrics(const MetricsConfig &config);

} // namespace sightglass::demo
