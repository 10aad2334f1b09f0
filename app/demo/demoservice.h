// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/options.h"
#include "app/demo/sinkhost.h"
#include "app/demo/statusserver.h"

#include <QLockFile>
#include <QTimer>

namespace sightglass::demo {

/// The whole demo as one object: sinks, instrumentation, pipeline and status pages, made in this order and
/// ended in the reverse one. For the thread with the event loop.
class DemoService
{
public:
    explicit DemoService(Options options);
    ~DemoService();
    DemoService(const DemoService &) = delete;
    DemoService &operator=(const DemoService &) = delete;

    /// Starts everything. Empty on success, else a sentence about what is in the way.
    [[nodiscard]] QString start();
    /// E.g. "http://127.0.0.1:9464/metrics".
    [[nodiscard]] QString metricsUrl() const;
    /// What went wrong at the start and did not stop it, one sentence each.
    [[nodiscard]] const QStringList &warnings() const noexcept { return m_warnings; }
    [[nodiscard]] ScenarioControl &scenario() noexcept { return m_scenario; }

private:
    [[nodiscard]] QString prepareStateDir();
    void makeInstrumentation();
    [[nodiscard]] QString startPipeline();
    void startExport();

    Options m_options;
    QStringList m_warnings;
    ScenarioControl m_scenario;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<ExposableMetrics> m_metrics;
    std::unique_ptr<Recorder> m_record;
    std::unique_ptr<SinkHost> m_sinks;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<StatusServer> m_server;
    QTimer m_exportTimer;
};

} // namespace sightglass::demo
