// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/familygroups.h"
#include "model/dashboard/panelspec.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace sightglass {

/// How much an endpoint has to show: a small one is drawn in full, a large one only where something happens.
enum class Abundance : std::uint8_t
{
    Little,
    Plenty
};

/// What goes into tables of an abundant endpoint while it is not known yet what is constant: whatever has not
/// moved, or, where little moves at all, only what has never counted anything. At a small one it is what has
/// never counted anything either way; where nothing moves at all, nothing.
enum class Folding : std::uint8_t
{
    Quiet,
    Unused,
    Nothing
};

/// What a section of a dashboard may take.
struct SectionLimits
{
    const Labels &targetLabels;
    const AutoTexts &texts;
    Abundance abundance = Abundance::Little;
    Folding folding = Folding::Quiet;
    std::size_t mostPanels = 10;
    std::set<std::string, std::less<>> kept = {}; ///< families that stay, however quiet they are
};

/// A group as panels without places, in the order rates, values, distributions, and what was left out.
struct SectionPlan
{
    std::vector<PanelSpec> panels;
    std::vector<MetricFamily> quiet; ///< without any change so far
    std::vector<MetricFamily> over;  ///< alive, but one too many
};

/// Draws a group: single values of a kind share a graph instead of having a tile each; counters that are kept
/// though they are silent share one too, or are told to be silent by a tile, for they are why somebody looks.
/// Where there is no room for all, what the group is asked for, what of it fails and how long it takes come
/// first.
[[nodiscard]] SectionPlan planSection(FamilyGroup group, const SectionLimits &limits);

} // namespace sightglass
