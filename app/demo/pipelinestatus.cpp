// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/pipelinestatus.h"

#include "app/demo/openmetricstext.h"

namespace sightglass::demo {

namespace {

/// The queue depth that the published alert rule calls backed up.
constexpr std::size_t longQueue = 1'000;

qint64 number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

} // namespace

PipelineStatus::PipelineStatus(Pipeline &pipeline, Recorder &record, const ExposableMetrics *metrics)
    : m_pipeline(pipeline)
    , m_record(record)
    , m_metrics(metrics)
{}

std::optional<MetricsBody> PipelineStatus::metricsBody(const QByteArray &accept)
{
    if (m_metrics == nullptr)
        return std::nullopt;
    // Gauges show the state at the time of the scrape.
    const PipelineState state = m_pipeline.state();
    m_record([&state](PipelineObserver &observer) { observer.stateRead(state); });
    if (wantsOpenMetrics(accept.toStdString()))
        return MetricsBody{"application/openmetrics-text; version=1.0.0; charset=utf-8",
                           QByteArray::fromStdString(m_metrics->openMetrics())};
    return MetricsBody{"text/plain; version=0.0.4; charset=utf-8",
                       QByteArray::fromStdString(m_metrics->text())};
}

ServiceHealth PipelineStatus::health()
{
    const PipelineState state = m_pipeline.state();
    const Totals &totals = m_pipeline.totals();
    const bool full = state.queueDepth >= m_pipeline.queueCapacity();
    return {state.queueDepth <= longQueue && m_pipeline.checkpointsWork(),
            full ? QStringLiteral("the queue is full") : QString(),
            {{QStringLiteral("queue_depth"), number(state.queueDepth)},
             {QStringLiteral("dead_letters"), number(state.deadLetters)},
             {QStringLiteral("events_received"), number(totals.received)},
             {QStringLiteral("events_processed"), number(totals.processed)},
             {QStringLiteral("events_failed"), number(totals.failed)},
             {QStringLiteral("checkpoints_work"), m_pipeline.checkpointsWork()},
             {QStringLiteral("lost_metric_updates"), number(m_record.lost())}}};
}

} // namespace sightglass::demo
