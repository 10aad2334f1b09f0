// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass::demo {

/// Whose metric names the demo speaks: the FraiseQL observer's, or the unprefixed ones in milliseconds.
enum class Naming : std::uint8_t
{
    Fraiseql,
    Plain
};

/// How the service is instrumented. The names in brackets are those of its configuration.
struct MetricsConfig
{
    /// [enabled] Without it nothing is recorded, and /metrics says so.
    bool enabled = true;
    Naming naming = Naming::Fraiseql;
    /// [histogram_buckets] Upper bounds of every histogram, in the unit of its name; empty for those of the
    /// naming.
    std::vector<double> buckets;
    /// [sample_rate] Share of observations that reach the histograms, 0 … 1. Counters and gauges always count
    /// all.
    double sampleRate = 1.0;
    /// [export_interval_secs] How often the metrics are also written to a file in the state folder; 0 for
    /// never.
    std::chrono::seconds exportInterval{60};
};

/// Upper bounds separated by commas, finite, above 0 (they are durations), ascending, at least one:
/// "0.001,0.01,0.1". Empty on anything else. A final +Inf is implied and not to be written.
[[nodiscard]] std::optional<std::vector<double>> parseBuckets(std::string_view text);

} // namespace sightglass::demo
