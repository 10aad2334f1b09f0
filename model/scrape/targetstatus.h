// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/scrape/targetconfig.h"
#include "parser/base/error.h"

#include <cstdint>
#include <optional>

namespace sightglass {

enum class TargetHealth : std::uint8_t
{
    Unknown,
    Up,
    Down
};

/// What is known of a target after its latest scrape (scraping reference, section 8.4).
struct TargetStatus
{
    TargetConfig config;
    Labels labels; ///< of its samples: job, instance, config.labels
    TargetHealth health = TargetHealth::Unknown;
    std::optional<Error> error; ///< why the last scrape failed
    std::optional<TimestampMs> lastScrape;
    double durationSeconds = 0;
    std::size_t samples = 0;        ///< scrape_samples_scraped
    std::size_t seriesAdded = 0;    ///< scrape_series_added
    std::size_t samplesDropped = 0;     ///< by the store, see ScrapeCounts::dropped
    std::size_t samplesOutOfBounds = 0; ///< of these, see ScrapeCounts::outOfBounds
    std::size_t bodyBytes = 0;      ///< after decompression
    std::uint64_t scrapes = 0;
    std::uint64_t failures = 0;
    std::uint64_t skipped = 0; ///< scrapes that were due while the one before was still running
};

} // namespace sightglass
