// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

namespace sightglass {

/// A span of absolute time, both ends inclusive, from <= to.
struct TimeRange
{
    TimestampMs from = 0;
    TimestampMs to = 0;

    [[nodiscard]] std::int64_t lengthMs() const noexcept { return to - from; }
    [[nodiscard]] bool contains(TimestampMs t) const noexcept { return t >= from && t <= to; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

} // namespace sightglass
