// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/scrapeconfig.h"

#include <cstdint>
#include <string_view>

namespace sightglass {

/// The limits that `global` and scrape configs both have.
struct LimitsDraft
{
    std::int64_t bodySize = 0; ///< 0: as global; below 0: none
    ScrapeLimits others;       ///< all but bodySize
};

/// True where the key is one of them, whose value is then read.
[[nodiscard]] bool takeLimitField(std::string_view key, const YamlNode &value, LimitsDraft &draft,
                                  ConfigReading &reading);

/// A scrape config's limits, with global's where it has none.
[[nodiscard]] ScrapeLimits finishedLimits(const LimitsDraft &draft, const ScrapeLimits &global);

} // namespace sightglass
