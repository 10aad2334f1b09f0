// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/scrape/pagecapture.h"
#include "model/scrape/targetstatus.h"
#include "model/storage/snapshot.h"

#include <QMetaType>

#include <memory>
#include <string>
#include <vector>

namespace sightglass {

/// What the collector tells the rest of the program: everything as of one moment, as values.
struct CollectorTick
{
    TimestampMs at = 0;
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<TargetStatus> targets;
    std::vector<RuleStatus> rules;            ///< group by group
    std::vector<RuleGroupStatus> ruleGroups;  ///< in the same order
    std::vector<AlertTransition> transitions; ///< since the tick before
    std::uint64_t missedEvaluations = 0;
    std::vector<std::string> ruleProblems = {}; ///< of rule files: see LoadedRules::problems
    /// The latest scrape of the target that is watched (see Collector::watchPages()); null: of none, or none
    /// since. The same object as in the tick before where it was not scraped meanwhile.
    std::shared_ptr<const PageCapture> watchedPage;
};

} // namespace sightglass

Q_DECLARE_METATYPE(sightglass::CollectorTick)
