// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/programsettings.h"

#include <algorithm>

namespace sightglass {

QueryOptions withinBounds(QueryOptions options)
{
    options.timeoutMs = std::clamp(options.timeoutMs, minQueryTimeoutMs, maxQueryTimeoutMs);
    options.maxSamples = std::clamp(options.maxSamples, minQuerySamples, maxQuerySamples);
    options.maxSteps = std::clamp(options.maxSteps, minQuerySteps, maxQuerySteps);
    options.lookbackMs = std::clamp(options.lookbackMs, minLookbackMs, maxLookbackMs);
    return options;
}

} // namespace sightglass
