// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/statusserver.h"

#include <QStringList>

namespace sightglass::demo {

/// One system of the demo, with status pages of its own. For the thread with the event loop.
class DemoService
{
public:
    DemoService() = default;
    virtual ~DemoService() = default;
    DemoService(const DemoService &) = delete;
    DemoService &operator=(const DemoService &) = delete;

    /// Starts everything. Empty on success, else a sentence about what is in the way.
    [[nodiscard]] virtual QString start(const ListenAddress &listen) = 0;
    /// E.g. "http://127.0.0.1:9464/metrics"; once it was started.
    [[nodiscard]] virtual QString metricsUrl() const = 0;
    /// What went wrong at the start and did not stop it, one sentence each.
    [[nodiscard]] virtual QStringList warnings() const { return {}; }
};

} // namespace sightglass::demo
