// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/familypanels.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// Families drawn together in one graph, a line each.
struct Bundle
{
    std::string title;
    std::vector<MetricFamily> families; ///< at most `linesInBundle`, of one unit
    std::size_t candidates = 0;         ///< how many there were to choose from
};

constexpr std::size_t linesInBundle = 8;
constexpr std::size_t fewestInBundle = 3;

/// How families of one kind were brought together.
struct Bundling
{
    std::vector<Bundle> bundles;
    std::vector<MetricFamily> single; ///< too few of a kind: a panel each
    std::vector<MetricFamily> over;   ///< like the bundles', but less active or smaller: for a table
};

/// Brings families that are one series each together by unit and size, so that every line of a graph can be
/// seen beside the others: counters by how fast they grow, gauges by how large they are. Of many the most
/// active and largest are kept. `families` are all counters or none.
[[nodiscard]] Bundling bundled(std::vector<MetricFamily> families, const AutoTexts &texts);

/// The graph of a bundle: rates of counters (summed over their series), values of gauges.
[[nodiscard]] PanelSpec bundlePanel(const Bundle &bundle, const PanelContext &context);

} // namespace sightglass
