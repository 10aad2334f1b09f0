// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/thresholds.h"

#include "model/core/proportion.h"

#include <cmath>

namespace sightglass {

const ThresholdStep *reachedStep(const Thresholds &thresholds, double value, double low, double high) noexcept
{
    if (std::isnan(value) || thresholds.steps.empty())
        return nullptr;
    double measured = value;
    if (thresholds.mode == ThresholdsMode::Percentage) {
        const double share = shareOfSpan(low, high, value);
        measured = std::isnan(share) ? 0 : share * 100;
    }
    const ThresholdStep *reached = &thresholds.steps.front();
    for (const ThresholdStep &step : thresholds.steps) {
        const bool first = &step == &thresholds.steps.front();
        // A later step without a number is at zero: that is how JavaScript compares with null.
        if (!(first && !step.from) && !(measured >= step.from.value_or(0)))
            break;
        reached = &step;
    }
    return reached;
}

} // namespace sightglass
