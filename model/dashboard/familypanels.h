// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autotexts.h"
#include "model/dashboard/metricfamily.h"
#include "model/dashboard/panelspec.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

// What the ids of panels have behind their family's name, and the title of the second.
inline constexpr std::string_view heatmapId = ":heatmap";
inline constexpr std::string_view quantilesId = ":quantiles";
inline constexpr const char *quantilesTitle = " p50 / p95 / p99";

/// Where panels for families get their matchers and titles from.
struct PanelContext
{
    const Labels &targetLabels;
    const AutoTexts &texts;
    std::size_t sharedWords = 0; ///< leading words of the name that the section's heading says already
};

/// The panels for one family, without a place on the grid: a counter as rates, a ratio as radial gauge (or
/// bars where it has many series), another gauge as number or graph, a time stamp as age, a histogram as
/// heatmap and quantiles, a summary as quantiles or mean. At most about ten lines each. Empty for a family
/// with nothing to draw.
[[nodiscard]] std::vector<PanelSpec> familyPanels(const MetricFamily &family, const PanelContext &context);

/// A number that says how often a counter of failures that stands still counted in the range shown: "none",
/// rather than a line on the ground.
[[nodiscard]] PanelSpec silentCounterPanel(const MetricFamily &family, const PanelContext &context);

/// Zero is "none".
[[nodiscard]] ValueMapping noneForZero(const AutoTexts &texts);

/// A table of the present values of these families; of histograms and summaries without plain samples their
/// number of observations.
[[nodiscard]] PanelSpec familyTable(std::span<const MetricFamily> families, const Labels &targetLabels);

} // namespace sightglass
