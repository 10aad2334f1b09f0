// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

#include <string>

namespace sightglass::test {

/// Made-up but plausible answers for panels: deterministic, the same for the same arguments.
struct Synthetic
{
    TimestampMs now = 1'763'733'600'000; ///< 2025-11-21 14:00:00 UTC
    std::int64_t rangeMs = 3'600'000;
    std::int64_t stepMs = 1000;
    int series = 5;
    unsigned seed = 1;
};

/// Smooth walks with noise and rare spikes, between 0 and about `high`.
[[nodiscard]] PanelData walks(const Synthetic &what, double high);
/// Cumulative classic buckets of a latency whose median wanders: series with an `le` label, as
/// sum by (le) (rate(x_bucket[…])) answers.
[[nodiscard]] PanelData buckets(const Synthetic &what);
/// Exemplars of such a latency, with trace ids, ascending in time.
[[nodiscard]] std::vector<PanelExemplar> latencyExemplars(const Synthetic &what, int count);
/// The answer one tick later: a step more at the right, one less at the left, all else the same.
[[nodiscard]] PanelDataPtr tickLater(const PanelData &data);
/// The same as an answer that says from which one it goes on.
[[nodiscard]] PanelDataPtr tickLater(const PanelDataPtr &data);

} // namespace sightglass::test
