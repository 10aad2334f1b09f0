// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

namespace sightglass::demo {

/// Says "stop" once to any number of waiting threads, whether they sleep or wait for a socket. Any thread.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    void raise() noexcept;
    /// Sleeps for this long, or less when stop is said. True when it has been said.
    [[nodiscard]] bool waitFor(Milliseconds time) const noexcept;
    /// A descriptor that becomes readable, and stays so, when stop is said: to be polled beside a socket.
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace sightglass::demo
