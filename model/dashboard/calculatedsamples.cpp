// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/calculatedsamples.h"

#include "model/core/timegrid.h"
#include "model/fields/jsvalue.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_set>
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

constexpr std::size_t longestList = 1000;

/// Values as a text, in order of appearance.
std::string listOf(std::span<const double> values, bool each)
{
    std::unordered_set<std::string> seen;
    std::string text;
    std::size_t count = 0;
    for (const double value : values) {
        std::string one = cellText(value);
        if (!each && !seen.insert(one).second)
            continue;
        text += count > 0 ? ", " : "";
        if (++count > longestList)
            return text + "…";
        text += one;
    }
    return text;
}

double changesOf(std::span<const double> values)
{
    double count = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        count += values[i] != values[i - 1] ? 1 : 0; // NaN differs from NaN, as in calculate()
    return count;
}

double distinctOf(std::vector<double> values)
{
    const auto numbers =
        std::partition(values.begin(), values.end(), [](double v) { return !std::isnan(v); });
    const double none = numbers != values.end() ? 1 : 0;
    std::sort(values.begin(), numbers);
    return static_cast<double>(std::unique(values.begin(), numbers) - values.begin()) + none;
}

/// NaN is a value here, as it is in a column.
FieldValue resultOf(std::vector<double> values, Calculation calculation)
{
    switch (calculation) {
    case Calculation::First:
        return values.front();
    case Calculation::Last:
        return values.back();
    case Calculation::Count:
    case Calculation::CountAll:
        return static_cast<double>(values.size());
    case Calculation::ChangeCount:
        return changesOf(values);
    case Calculation::DistinctCount:
        return distinctOf(std::move(values));
    case Calculation::AllValues:
        return listOf(values, true);
    case Calculation::UniqueValues:
        return listOf(values, false);
    default:
        break;
    }
    const double result = calculate(calculation, values);
    if (std::isnan(result))
        return {};
    if (resultType(calculation, FieldType::Number) == FieldType::Boolean)
        return result != 0;
    return result;
}

} // namespace

std::optional<double> storedNumber(const PanelSeries &series, Calculation calculation) noexcept
{
    if (!series.isStored())
        return std::nullopt;
    const auto &known = series.stored->results;
    const auto same = std::ranges::find(known, calculation, &StoredResult::calculation);
    const double *number = same != known.end() ? std::get_if<double>(&same->value) : nullptr;
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

bool needsAllSamples(Calculation calculation) noexcept
{
    return !asksForExtremes(calculation) && calculation != Calculation::Mean &&
           calculation != Calculation::Sum;
}

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
        const bool all = storedNumber(series, calculation) || series.isWhole() ||
                         asksForExtremes(calculation) || isTotal(calculation);
        return all ? CalculationBasis::AllSamples : CalculationBasis::ColumnEnds;
    }
    // Columns of a millisecond leave nothing out.
    return series.columnMs > 1 && !asksForExtremes(calculation) ? CalculationBasis::Steps
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

FieldValue storedResult(const PanelSeries &series, Calculation calculation)
{
    const auto &known = series.stored->results;
    const auto same = std::ranges::find(known, calculation, &StoredResult::calculation);
    if (same != known.end())
        return same->value;
    if (const auto total = storedTotal(series, calculation))
        return *total;
    const std::span<const Sample> samples = series.inForce();
    if (samples.empty())
        return calculate(calculation, Field());
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples)
        values.push_back(sample.v);
    return resultOf(std::move(values), calculation);
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
