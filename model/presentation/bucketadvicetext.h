// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"

#include <QString>

namespace sightglass {

/// Advice on a histogram's bounds as its panel says it: "http_latency: 99.98 % of observations are in le=5:
/// bounds below 5 are missing". Bounds are written as the `le` label writes them. Plain text, made safe by
/// displayText().
[[nodiscard]] QString bucketAdviceText(const BucketAdvice &advice);

} // namespace sightglass
