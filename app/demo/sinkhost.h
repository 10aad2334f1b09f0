// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/actionrunner.h"
#include "app/demo/httpsink.h"

#include <QThread>

#include <memory>

namespace sightglass::demo {

/// Runs the HTTP and SMTP sinks in a thread of their own, from construction to destruction.
class SinkHost
{
public:
    /// `treat` is called in the sinks' thread.
    explicit SinkHost(TreatRequest treat);
    ~SinkHost();
    SinkHost(const SinkHost &) = delete;
    SinkHost &operator=(const SinkHost &) = delete;

    /// Where the sinks listen; a port is 0 where none could be had.
    [[nodiscard]] Endpoints endpoints() const noexcept { return m_endpoints; }

private:
    std::unique_ptr<QThread> m_thread;
    Endpoints m_endpoints;
};

} // namespace sightglass::demo
