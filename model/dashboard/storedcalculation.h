// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/linethinning.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sightglass {

/// What a panel that sums ranges up (stat, gauge, bar gauge, pie, histogram, a heatmap that counts values)
/// needs of stored samples to be exact: Extremes where columns' extremes and totals tell all that it
/// calculates, All where each value counts. Nothing for other panels, nor where rows are shown as they come
/// or transformed: those are of steps.
[[nodiscard]] std::optional<ThinningKind> summedUpOf(const PanelSpec &panel) noexcept;

/// How often what is reckoned of each of so many samples is reckoned anew; 0: whenever there are new ones.
/// So that a core has a thousandth of a second's work with it in each second, or little more.
[[nodiscard]] std::int64_t renewalMs(std::size_t samples) noexcept;

/// Reckons what the panel calculates of all stored samples (StoredLine::results), and says how often
/// (PanelData::renewedEveryMs). Does nothing to other panels.
void calculateStored(PanelData &data, const PanelSpec &panel);

} // namespace sightglass
