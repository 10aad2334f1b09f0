// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/dashboard/listoptions.h"
#include "widgets/lists/listrow.h"

#include <QTimeZone>

#include <vector>

namespace sightglass {

/// The rules that an alert list may show.
struct AlertListSource
{
    const std::vector<RuleStatus> &rules;
    const std::vector<std::string> &ownGroups; ///< those of the dashboard that it lies on
};

/// The alerts that the options let through, sorted and grouped as they say, `limit` at most: what is left out
/// is counted in a last row. A rule that has no alert is one inactive row; a rule that cannot be evaluated is
/// always told. Times are told as they are in the zone and by their age at the newest evaluation.
[[nodiscard]] std::vector<ListRow> alertListRows(const AlertListSource &source,
                                                 const AlertListOptions &options, const Theme &theme,
                                                 const QTimeZone &zone);

} // namespace sightglass
