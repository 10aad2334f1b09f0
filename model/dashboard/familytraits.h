// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/metricfamily.h"

#include <optional>

namespace sightglass {

/// A gauge or something undeclared: a value of its own, neither rate nor distribution.
[[nodiscard]] bool isPlainValue(const MetricFamily &family);

/// For a gauge whose values are points in time since 1970, how many of its units are a second: 1 or 1000.
[[nodiscard]] std::optional<double> timestampScale(const MetricFamily &family);

/// A state set, declared or by its form: zeros and ones, told apart by a label that is called like the
/// metric.
[[nodiscard]] bool isStateSet(const MetricFamily &family);

/// Belongs into a table for what it is, however it moves: info metrics, hashes, which tell by being others
/// only, and what is told of each scrape.
[[nodiscard]] bool isFactByName(const MetricFamily &family);

/// Watched for twenty seconds and more without any change, whatever its type and value, and neither a ratio
/// nor the age of something: what stands as well as what nothing was ever seen of.
[[nodiscard]] bool isConstant(const MetricFamily &family);

/// Watched for a while without any change.
[[nodiscard]] bool isQuiet(const MetricFamily &family);

/// Nothing but zeros: a counter that never counted, a histogram without an observation.
[[nodiscard]] bool isUnused(const MetricFamily &family);

/// Watched for a while, and nothing would be seen: a counter that has never counted anything, a histogram or
/// summary without an observation in that time.
[[nodiscard]] bool isDead(const MetricFamily &family);

/// A counter of something unwelcome, by its name: errors, failures, drops, time-outs, retries …
[[nodiscard]] bool countsTrouble(const MetricFamily &family);

} // namespace sightglass
