// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/calculatedsamples.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

bool asksForExtremes(Calculation calculation) noexcept
{
    switch (calculation) {
    case Calculation::LastNotNull:
    case Calculation::Last:
    case Calculation::FirstNotNull:
    case Calculation::First:
    case Calculation::Min:
    case Calculation::MinAboveZero:
    case Calculation::Max:
    case Calculation::Range:
    case Calculation::Difference:
    case Calculation::DifferencePercent:
    case Calculation::AllIsZero:
    case Calculation::AllIsNull:
        return true;
    default:
        return false;
    }
}

SampleRun stepSamples(const PanelSeries &series)
{
    if (!series.isThinned())
        return series.samples;
    std::vector<Sample> steps;
    std::ranges::copy_if(series.samples, std::back_inserter(steps),
                         [&series](const Sample &sample) { return series.isStep(sample); });
    return steps;
}

SampleRun calculatedSamples(const PanelSeries &series, Calculation calculation)
{
    return asksForExtremes(calculation) ? series.samples : stepSamples(series);
}

} // namespace sightglass
