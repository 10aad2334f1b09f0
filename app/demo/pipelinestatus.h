// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/exposablemetrics.h"
#include "app/demo/pipeline.h"
#include "app/demo/statussource.h"

namespace sightglass::demo {

/// What the observer tells on its status pages: metrics in text format 0.0.4, or OpenMetrics 1.0 with
/// exemplars for who wants that more; not well while the queue is long or checkpoints fail; not ready while
/// the queue is full.
class PipelineStatus : public StatusSource
{
public:
    /// All outlive this; `metrics` is null where instrumentation is switched off or could not be set up.
    PipelineStatus(Pipeline &pipeline, Recorder &record, const ExposableMetrics *metrics);

    [[nodiscard]] std::optional<MetricsBody> metricsBody(const QByteArray &accept) override;
    [[nodiscard]] ServiceHealth health() override;

private:
    Pipeline &m_pipeline;
    Recorder &m_record;
    const ExposableMetrics *m_metrics;
};

} // namespace sightglass::demo
