// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/presentation/timeselection.h"

#include <QTimeZone>

namespace sightglass {

class TimeDriver;

/// What a dashboard shows when it is opened, as its file says: a length up to now, words, or a fixed range.
[[nodiscard]] TimeSelection timeOf(const DashboardSpec &dashboard, const QTimeZone &zone, TimestampMs now);

/// Whether both files say the same of it.
[[nodiscard]] bool isSameTime(const DashboardSpec &a, const DashboardSpec &b);

/// The selection as these words say, which may be times: a length up to now, a range in words, or a fixed
/// one. False where they mean no range.
bool choose(TimeSelection &selection, const RelativeRange &range, TimestampMs now);

/// The same for what a window shows.
void showRange(TimeDriver &driver, const RelativeRange &range);

} // namespace sightglass
