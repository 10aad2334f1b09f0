// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/familygroups.h"
#include "model/dashboard/familypanels.h"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// What a service is asked for, how much of it fails and how long it takes, found by names and types.
/// Pointers into the groups; null: there is nothing of the kind.
struct RedSubject
{
    const MetricFamily *requests = nullptr; ///< a counter, or a distribution whose observations are counted
    std::string requestSamples;             ///< what is counted: x_total, x_seconds_count
    const MetricFamily *errors = nullptr;   ///< a counter of its own; null where a label of `requests` tells
    std::string errorMatcher;               ///< on requestSamples, e.g. code=~"5.."; empty: there is none
    bool errorsApart = false;               ///< `requests` are those that went well only: x_ok beside x_err
    const MetricFamily *duration = nullptr; ///< a histogram or summary of times
    /// Names of all counters of failures that are called like `requests`; none where nothing is asked for
    /// now.
    std::set<std::string, std::less<>> failures = {};
};

/// The one subject that says most of the program: requests before queries and calls before messages and
/// events; of equals the busier. Nothing about the process and its libraries.
[[nodiscard]] RedSubject redSubject(std::span<const FamilyGroup> groups);

/// Since when the process runs: process_start_time_seconds, or the one gauge of the program's own that is
/// called like it. Null: nobody says.
[[nodiscard]] const MetricFamily *startTime(std::span<const FamilyGroup> groups);

/// Is it well? Rate, share of errors and 95 % quantile of the subject, then how long the process has been up,
/// its memory and its CPU, as far as these are exposed.
[[nodiscard]] std::vector<PanelSpec> vitalTiles(std::span<const FamilyGroup> groups,
                                                const RedSubject &subject, const PanelContext &context);

/// The info metrics that are one series each in one line: version, name and the like; empty where there are
/// none.
[[nodiscard]] std::vector<PanelSpec> infoLine(std::span<const MetricFamily> facts,
                                              const PanelContext &context);

} // namespace sightglass
