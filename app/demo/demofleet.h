// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/observerservice.h"
#include "app/demo/options.h"
#include "app/demo/systems/modelrunner.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace sightglass::demo {

/// All systems that were asked for, in one process and under one scenario. For the thread with the event
/// loop.
class DemoFleet
{
public:
    explicit DemoFleet(const Options &options);

    struct Member
    {
        SystemId id = SystemId::FraiseqlObserver;
        std::unique_ptr<DemoService> service;
    };

    /// Starts them in order. Empty on success, else a sentence about the first that is in the way.
    [[nodiscard]] QString start();
    [[nodiscard]] const std::vector<Member> &members() const noexcept { return m_members; }
    [[nodiscard]] ScenarioControl &scenario() noexcept { return m_scenario; }

private:
    [[nodiscard]] std::unique_ptr<DemoService> makeService(const SystemEntry &entry);
    [[nodiscard]] ObserverConfig observerConfig(SystemId id) const;
    [[nodiscard]] ListenAddress listenAddress(std::size_t index) const;

    Options m_options;
    ScenarioControl m_scenario;
    ModelRunner m_runner;
    std::vector<Member> m_members;
    QTimer m_ticker;
};

} // namespace sightglass::demo
