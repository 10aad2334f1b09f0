// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/storage/head.h"

#include <span>

namespace sightglass::test {

/// Ten minutes of samples, one each 15 s, that end here.
inline constexpr TimestampMs fittingDataEnd = 1'700'000'000'000;

/// A store in which the selectors of all these panels find something: for each a series whose labels satisfy
/// its matchers, with those that the panels group, join and name by; buckets where a histogram's are asked
/// for. What is asked for as a counter rises, other values move around one. The panels' variables are
/// replaced already; queries that do not parse want nothing.
void fillWithFittingData(Head &head, std::span<const PanelSpec> panels);

} // namespace sightglass::test
