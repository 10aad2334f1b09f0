// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/notify/alerthistory.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace sightglass {

/// All that one alert did in a range of time.
struct HistoryRow
{
    std::string group;
    std::string rule;
    Labels labels;
    std::vector<std::size_t> episodes; ///< indices, in order of their beginning; at least one
};

/// A row for each alert that has an episode in the range and all words (in any case) in its name, labels,
/// summary or notes; what went on last comes first.
[[nodiscard]] std::vector<HistoryRow> historyRows(std::span<const AlertEpisode> episodes, TimeRange range,
                                                  std::string_view words);

} // namespace sightglass
