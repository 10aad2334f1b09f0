// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// Milliseconds since the Unix epoch, UTC: the resolution of everything stored and queried.
using TimestampMs = std::int64_t;

/// One value at one time.
struct Sample
{
    TimestampMs t = 0;
    double v = 0;

    friend bool operator==(const Sample &, const Sample &) = default;
};

/// Prometheus' stale marker: the NaN with bits 0x7FF0000000000002, written where a series ends. Always
/// compare bits: an ordinary NaN is a value like any other.
[[nodiscard]] double staleMarker() noexcept;
[[nodiscard]] bool isStaleMarker(double value) noexcept;

/// The NaN that an exposed NaN is stored as, 0x7FF8000000000001.
[[nodiscard]] double canonicalNaN() noexcept;

/// Equal bit for bit (so NaN equals itself, and 0 differs from -0).
[[nodiscard]] bool sameBits(double a, double b) noexcept;

} // namespace sightglass
