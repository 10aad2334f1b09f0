// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetstatus.h"

#include <QString>

#include <vector>

namespace sightglass {

/// What stands where dashboards will be, while none of the targets has given one: translated, plain,
/// displayable.
struct FirstScrapes
{
    QString headline;
    QString details;       ///< may be empty
    QString troubleTarget; ///< the id of the one that the endpoint doctor has most to say about; empty: none
};

/// Tells those that do not answer from those whose answer is refused. `hasTargets`: whether any are wanted.
[[nodiscard]] FirstScrapes firstScrapes(const std::vector<TargetStatus> &targets, bool hasTargets);

/// The id of the target whose trouble is worst: `preferred` where it is down, else one whose answer was
/// refused, else one that does not answer, else `preferred`. Empty where there are none.
[[nodiscard]] QString worstTarget(const std::vector<TargetStatus> &targets, const QString &preferred);

} // namespace sightglass
