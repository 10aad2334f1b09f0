// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"
#include "parser/base/result.h"
#include "parser/config/scrapeconfig.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// What relabelling left out of a job's targets.
struct DroppedTargets
{
    std::string jobName;
    std::vector<Labels> kept; ///< as discovered; the first ScrapeLimits::keepDroppedTargets
    std::size_t count = 0;    ///< all of them

    friend bool operator==(const DroppedTargets &, const DroppedTargets &) = default;
};

/// What a scrape config makes of the target groups that discovery found for it.
struct ConfiguredTargets
{
    /// In the order of the groups, equal ones once. Above target_limit all are there, and refused.
    std::vector<TargetConfig> targets;
    DroppedTargets dropped;
    /// ConfigValue: addresses that make no target, or one that cannot be asked, with the group's place.
    std::vector<Error> problems;
};

/// Labels before relabelling, relabelling, and what becomes of the labels then (scraping reference,
/// sections 8.1 to 8.3): __scheme__, __address__, __metrics_path__ and __param_… make the URL,
/// __scrape_interval__ and
/// __scrape_timeout__ its times; __meta_ and all other labels that begin with __ are no longer there. A
/// target's id is the job and what tells its targets apart, so the same target has the same id after the next
/// discovery. Errors: ConfigValue where the relabelling does not compile.
[[nodiscard]] Result<ConfiguredTargets> configuredTargets(const ScrapeConfig &config,
                                                          std::span<const TargetGroup> groups);

} // namespace sightglass
