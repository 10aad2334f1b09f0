// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

namespace sightglass {

/// Where "now" comes from. The product has one real implementation; tests drive their own. Called from any
/// thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall-clock time, milliseconds since the Unix epoch. May jump.
    [[nodiscard]] virtual TimestampMs nowMs() const = 0;

    /// Monotonic time in nanoseconds, for measuring durations only.
    [[nodiscard]] virtual std::int64_t monotonicNs() const = 0;
};

} // namespace sightglass
