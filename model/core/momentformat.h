// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"

#include <string>
#include <string_view>

namespace sightglass {

/// A point in time by a pattern of moment.js, as Grafana's "time:<pattern>" units have it: YYYY, MM, DD, HH,
/// mm, ss, SSS, A, dddd, Do, Z, X and all the rest, [text] as it stands. English names; L and its kin are
/// those of English. `milliseconds` since 1970 lie in the years 0 to 9999.
[[nodiscard]] std::string momentText(double milliseconds, std::string_view pattern, const ZoneRule &zone);

/// How far a point in time is from now, in moment.js' words: "2 hours ago", "in a day", "a few seconds ago".
[[nodiscard]] std::string timeFromNow(double milliseconds, double nowMilliseconds);

/// Whether both lie on one day of the zone.
[[nodiscard]] bool onOneDay(double milliseconds, double otherMilliseconds, const ZoneRule &zone);

} // namespace sightglass
