// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstdint>
#include <memory>

namespace sightglass::test {

/// Where random data lie: samples at start + k * stepMs, some missing, so that windows begin and end on
/// samples, which is where left-open ranges matter.
struct RandomSpan
{
    TimestampMs start = 600'000;
    std::int64_t stepMs = 15'000;
    int steps = 60;
};

/// A real store full of counters with resets, gauges with NaN and ±Inf, classic histograms with buckets that
/// are not quite monotonic, series that end with a stale marker, begin late or have holes. The same seed
/// gives the same data.
[[nodiscard]] std::shared_ptr<const Snapshot> randomStore(std::uint64_t seed, const RandomSpan &span = {});

} // namespace sightglass::test
