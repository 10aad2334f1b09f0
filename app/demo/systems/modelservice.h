// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoservice.h"
#include "app/demo/systems/modelrunner.h"
#include "app/demo/systems/systemtable.h"

namespace sightglass::demo {

/// A modelled system behind status pages of its own. For the thread with the event loop.
class ModelService : public DemoService, private StatusSource
{
public:
    struct Config
    {
        std::uint64_t seed = 1;
        bool instrumented = true; ///< else it has no metrics
    };

    /// The entry has a model, which the runner gets. The others outlive this.
    ModelService(const SystemEntry &entry, const Config &config, ModelRunner &runner,
                 ScenarioControl &scenario);

    [[nodiscard]] QString start(const ListenAddress &listen) override;
    [[nodiscard]] QString metricsUrl() const override { return m_server.metricsUrl(); }

private:
    [[nodiscard]] std::optional<MetricsBody> metricsBody(const QByteArray &accept) override;
    [[nodiscard]] ServiceHealth health() override;

    const bool m_instrumented;
    ModelRunner &m_runner;
    SystemModel &m_model;
    StatusServer m_server;
};

} // namespace sightglass::demo
