// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoservice.h"
#include "app/demo/pipelinestatus.h"
#include "app/demo/sinkhost.h"

#include <QLockFile>
#include <QTimer>

namespace sightglass::demo {

struct ObserverConfig
{
    /// For the checkpoint; empty for one in the user's cache folder.
    QString stateDir;
    MetricsConfig metrics;
    std::uint64_t seed = 1;
};

/// The whole observer as one object: sinks, instrumentation, pipeline and status pages, made in this order
/// and ended in the reverse one.
class ObserverService : public DemoService
{
public:
    /// The scenario outlives this.
    ObserverService(ObserverConfig config, ScenarioControl &scenario);
    ~ObserverService() override;

    [[nodiscard]] QString start(const ListenAddress &listen) override;
    [[nodiscard]] QString metricsUrl() const override { return m_server->metricsUrl(); }
    [[nodiscard]] QStringList warnings() const override { return m_warnings; }

private:
    [[nodiscard]] QString prepareStateDir();
    void makeInstrumentation();
    [[nodiscard]] QString startPipeline();
    void startExport();

    ObserverConfig m_config;
    QStringList m_warnings;
    ScenarioControl &m_scenario;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<ExposableMetrics> m_metrics;
    std::unique_ptr<Recorder> m_record;
    std::unique_ptr<SinkHost> m_sinks;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<PipelineStatus> m_status;
    std::unique_ptr<StatusServer> m_server;
    QTimer m_exportTimer;
};

} // namespace sightglass::demo
