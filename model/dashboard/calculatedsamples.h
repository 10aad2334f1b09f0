// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/fields/calculation.h"

#include <optional>

namespace sightglass {

/// Whether a calculation asks for single values (the first, the lowest, the last …), so that every value
/// counts that there is, rather than for all of them together, which thinning would weigh by how much the
/// line moves.
[[nodiscard]] bool asksForExtremes(Calculation calculation) noexcept;

/// Whether each sample counts for the calculation: columns' extremes and totals do not tell it.
[[nodiscard]] bool needsAllSamples(Calculation calculation) noexcept;

/// What a calculation over a series is of.
enum class CalculationBasis : unsigned char
{
    AllSamples, ///< what the store has in the range
    AllValues,  ///< all values that there are: of the steps, and between them where they are extremes
    Steps,      ///< the values of the steps, as Grafana's are
    ColumnEnds  ///< the last stored sample of each step
};
[[nodiscard]] CalculationBasis basisOf(const PanelSeries &series, Calculation calculation) noexcept;

/// The sum, the mean or the number of all stored samples in the range, those included that thinning left out.
/// Nothing for other calculations and series.
[[nodiscard]] std::optional<double> storedTotal(const PanelSeries &series, Calculation calculation);

/// What was reckoned of all samples of a stored series (StoredLine::results), where that is a number.
[[nodiscard]] std::optional<double> storedNumber(const PanelSeries &series, Calculation calculation) noexcept;

/// A calculation over what the store has of a stored series in the range, as calculate() has it of a column;
/// where it has nothing there, over the sample that holds there. Of what needsAllSamples() the series is
/// whole. Lists end after a thousand values, with "…".
[[nodiscard]] FieldValue storedResult(const PanelSeries &series, Calculation calculation);

/// The samples that a calculation is of which is no storedTotal(): see basisOf(). Where a stored series has
/// none in the range, the one that holds there.
[[nodiscard]] SampleRun calculatedSamples(const PanelSeries &series, Calculation calculation);

/// The steps of a series; of a stored one all samples or, where it is not whole, the last of each step.
[[nodiscard]] SampleRun stepSamples(const PanelSeries &series);

} // namespace sightglass
