// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"

namespace sightglass {

/// The machine's clocks. Thread-safe.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimestampMs nowMs() const override;
    [[nodiscard]] std::int64_t monotonicNs() const override;
};

} // namespace sightglass
