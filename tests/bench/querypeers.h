// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sightglass::bench {

/// A range query over QueryData, and what our engine took for it.
struct PeerQuery
{
    std::string name;
    std::string text;
    double ourMs = 0; ///< the best of some runs
};

/// Starts those of Debian's Prometheus and VictoriaMetrics that ./dev has unpacked, on free loopback ports
/// and with the same samples, runs the queries there and prints what they take beside ours. Says what is not
/// there. Counters and buckets only: that is what the queries ask for.
void compareWithPeers(const std::vector<PeerQuery> &queries);

} // namespace sightglass::bench
