// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/fields/calculation.h"

namespace sightglass {

/// Whether a calculation asks for single values (the first, the lowest, the last …), so that every value
/// counts that there is, rather than for all of them together, which thinning would weigh by how much the
/// line moves.
[[nodiscard]] bool asksForExtremes(Calculation calculation) noexcept;

/// The samples that a calculation is of: all there are where it asks for extremes, else those of the steps,
/// as Grafana's are.
[[nodiscard]] SampleRun calculatedSamples(const PanelSeries &series, Calculation calculation);

/// The steps of a series.
[[nodiscard]] SampleRun stepSamples(const PanelSeries &series);

} // namespace sightglass
