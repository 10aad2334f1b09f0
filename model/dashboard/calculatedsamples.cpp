// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/calculatedsamples.h"

#include "model/core/timegrid.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

bool isTotal(Calculation calculation) noexcept
{
    return calculation == Calculation::Mean || calculation == Calculation::Sum ||
           calculation == Calculation::Count;
}

/// Of a stored series those in the range; where there are none, the one that was the last before it.
SampleRun samplesInForce(const PanelSeries &series)
{
    const StoredLine &stored = *series.stored;
    const std::size_t end = series.samples.size() - stored.behind;
    const std::size_t first = stored.before < end ? stored.before : 0;
    return series.samples.movedOn(first, end, {});
}

} // namespace

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

CalculationBasis basisOf(const PanelSeries &series, Calculation calculation) noexcept
{
    if (series.isStored()) {
        const bool all = series.isWhole() || asksForExtremes(calculation) || isTotal(calculation);
        return all ? CalculationBasis::AllSamples : CalculationBasis::ColumnEnds;
    }
    return series.isThinned() && !asksForExtremes(calculation) ? CalculationBasis::Steps
                                                               : CalculationBasis::AllValues;
}

std::optional<double> storedTotal(const PanelSeries &series, Calculation calculation)
{
    if (!series.isStored() || series.isWhole() || !isTotal(calculation))
        return std::nullopt;
    double sum = 0;
    double count = 0;
    for (const Sample &sample : series.inRange()) {
        if (std::isnan(sample.v))
            continue;
        sum += sample.v;
        ++count;
    }
    for (const Sample &column : series.stored->leftOutSums)
        sum += column.v;
    for (const Sample &column : series.stored->leftOutCounts)
        count += column.v;
    if (calculation == Calculation::Count)
        return count;
    if (calculation == Calculation::Sum)
        return sum;
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

SampleRun stepSamples(const PanelSeries &series)
{
    if (!series.isThinned())
        return series.samples;
    if (series.isStored() && series.isWhole())
        return samplesInForce(series);
    std::vector<Sample> steps;
    if (!series.isStored()) {
        std::ranges::copy_if(series.samples, std::back_inserter(steps),
                             [&series](const Sample &sample) { return series.isStep(sample); });
        return steps;
    }
    const auto columnOf = [&series](const Sample &sample) {
        return gridFloor(sample.t - 1, series.columnMs);
    };
    for (const Sample &sample : series.inRange()) {
        if (!steps.empty() && columnOf(steps.back()) == columnOf(sample))
            steps.back() = sample;
        else
            steps.push_back(sample);
    }
    return steps;
}

SampleRun calculatedSamples(const PanelSeries &series, Calculation calculation)
{
    if (!asksForExtremes(calculation))
        return stepSamples(series);
    return series.isStored() ? samplesInForce(series) : series.samples;
}

} // namespace sightglass
