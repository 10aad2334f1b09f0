// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autotexts.h"
#include "model/dashboard/metricfamily.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Families that share the beginning of their names and become one section of a dashboard.
struct FamilyGroup
{
    std::string title;                  ///< the shared words, or "Other"
    std::size_t sharedWords = 0;        ///< how many leading words the title spares the panels
    std::vector<MetricFamily> families; ///< most active first, then by name (sub2 before sub10)
    double activity = 0;                ///< of all families together
    bool isRuntime = false;             ///< about the process and its libraries, not about the service
};

/// Groups families by the first words of their names; a group that is too large for one section is split by
/// the word that follows what it has in common. What stands alone comes together as "Other". Most active
/// group first, equally active ones in the order of numbers (sub2, sub10); the groups that describe the
/// process and its client library rather than the service come last.
[[nodiscard]] std::vector<FamilyGroup> groupFamilies(std::vector<MetricFamily> families,
                                                     const AutoTexts &texts);

/// A metric about the process, its language's runtime, its client library or the scrape, by its first word.
[[nodiscard]] bool isRuntimeName(std::string_view name);

} // namespace sightglass
