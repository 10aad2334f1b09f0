// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"
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

/// A real store that fills step by step with counters with resets, gauges with NaN and ±Inf, classic
/// histograms with buckets that are not quite monotonic, series that end with a stale marker, begin late or
/// have holes. The same seed gives the same data.
class RandomStore
{
public:
    explicit RandomStore(std::uint64_t seed, const RandomSpan &span = {});
    ~RandomStore();

    /// One step's samples; false when the span is full.
    bool advance();
    [[nodiscard]] Head &head() noexcept { return *m_head; }

private:
    class Filler;
    std::unique_ptr<Head> m_head;
    std::unique_ptr<Filler> m_filler;
};

/// All of it.
[[nodiscard]] std::shared_ptr<const Snapshot> randomStore(std::uint64_t seed, const RandomSpan &span = {});

} // namespace sightglass::test
