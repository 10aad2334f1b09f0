// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// OpenMetrics calls the series of a gauge histogram _gcount and _gsum. Protobuf names none of its parts, and
/// Prometheus calls what it reads from there _count and _sum. What is to stay the same when series of the
/// former kind are written as protobuf?
enum class GaugeHistogramNames : std::uint8_t
{
    Kept,    ///< the names: the series are untyped, one by one
    OfFormat ///< the type: one GAUGE_HISTOGRAM
};

} // namespace sightglass
