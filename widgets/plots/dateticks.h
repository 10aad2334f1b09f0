// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/scaledaxis.h"

#include <QStringList>
#include <QTimeZone>

#include <string_view>
#include <vector>

namespace sightglass {

/// How many labels an axis has room for.
struct LabelRoom
{
    double wanted = 6; ///< with the usual air between them
    double most = 12;  ///< side by side
};

/// Puts the ticks of a linear axis whose values are points in time (each 1 so many seconds since 1970) on
/// round dates of the zone. Leaves other axes alone, those that reach beyond some 2,000 years about 1970, and
/// those on which no round date lies.
void putOnDates(ScaledAxis &axis, double secondsOfOne, const LabelRoom &room, const QTimeZone &zone);

/// Texts of ticks in a unit of dates, in the zone; where that writes neighbours alike, as exactly as tells
/// them apart.
[[nodiscard]] QStringList dateTickTexts(const std::vector<double> &ticks, std::string_view unit,
                                        const QTimeZone &zone);

} // namespace sightglass
