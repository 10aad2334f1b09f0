// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/scrapeconfig.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

/// What `global` says of all scrape configs: each takes from here what it does not say itself.
struct ScrapeDefaults
{
    std::int64_t intervalMs = 60'000;
    std::int64_t timeoutMs = 10'000;
    std::vector<ScrapeProtocol> protocols; ///< empty: the default list
    ScrapeLimits limits;                   ///< nativeHistogramBuckets has no global value
    NameValidation nameValidation = NameValidation::Utf8;
    std::optional<NameEscaping> nameEscaping; ///< nothing: what goes with the validation
    bool scrapeNativeHistograms = false;
    bool alwaysScrapeClassicHistograms = false;
    bool convertClassicHistograms = false;
    bool extraScrapeMetrics = false;

    friend bool operator==(const ScrapeDefaults &, const ScrapeDefaults &) = default;
};

} // namespace sightglass
