// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/metricfamily.h"
#include "model/dashboard/panelspec.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// The scale of a gauge that is a share of a whole.
struct RatioScale
{
    std::string unit; ///< "percent" (0..100) or "percentunit" (0..1)
    double whole = 1;
};

/// Empty unit and no scale where neither unit, name nor HELP says that the family is a ratio, or its values
/// leave the range of one. Where the words leave the scale open (hit_rate), HELP decides, then the values.
[[nodiscard]] std::optional<RatioScale> ratioScale(const MetricFamily &family);

/// Colours of a ratio: bad when low for hit rates, success and availability, bad when high for usage, errors
/// and loss, none where the name says neither.
[[nodiscard]] Thresholds ratioThresholds(const MetricFamily &family, const RatioScale &scale);

} // namespace sightglass
