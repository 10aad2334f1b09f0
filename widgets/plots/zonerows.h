// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "widgets/plots/plotaxes.h"

#include <vector>

namespace sightglass {

/// The rows of time labels of an axis in `first` and further zones. One alone has no name; of several each is
/// called by its abbreviation at that time ("CET", "UTC"), and where that is not its own, by its place
/// ("Chicago").
[[nodiscard]] std::vector<ZoneRow> zoneRows(const QTimeZone &first, const std::vector<QTimeZone> &further,
                                            TimestampMs at);

} // namespace sightglass
