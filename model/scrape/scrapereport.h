// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"
#include "parser/base/labels.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sightglass {

/// What one scrape counted; the names of its report series say what (scraping reference, section 7).
struct ScrapeCounts
{
    std::size_t scraped = 0;         ///< scrape_samples_scraped: samples parsed, until an error
    std::size_t afterRelabeling = 0; ///< scrape_samples_post_metric_relabeling
    std::size_t seriesAdded = 0;     ///< scrape_series_added
    std::size_t dropped = 0;     ///< that the store did not take: duplicates, out of order, out of bounds
    std::size_t outOfBounds = 0; ///< of these: over 10 minutes in the future, or over an hour old

    friend bool operator==(const ScrapeCounts &, const ScrapeCounts &) = default;
};

enum class ScrapeVerdict : unsigned char
{
    Down,
    Up
};

/// What one scrape came to.
struct ScrapeReport
{
    ScrapeVerdict verdict = ScrapeVerdict::Down;
    double durationSeconds = 0; ///< fetching, parsing and appending
    ScrapeCounts counts;
    std::int64_t bodyBytes = 0; ///< unpacked; -1 where there were more than the limit
    double timeoutSeconds = 0;
    std::uint64_t sampleLimit = 0;
};

enum class ReportExtent : unsigned char
{
    Usual,
    Extra ///< extra_scrape_metrics: true
};

/// The report series of one target: up, scrape_duration_seconds, the counts, and where the config asks for
/// them timeout, limit and size (scraping reference, section 7). They belong to no body: no limit and no
/// relabelling touches them.
class ReportSeries
{
public:
    ReportSeries(Head &head, Labels targetLabels, ReportExtent extent);

    /// Adds the samples to the open transaction.
    void append(const ScrapeReport &report, TimestampMs t);

    /// Adds stale markers to the series that were ever written.
    void end(TimestampMs t);

private:
    static constexpr std::size_t usualCount = 5;
    static constexpr std::size_t extraCount = 8;

    void appendOne(std::size_t which, TimestampMs t, double value);

    Head &m_head;
    Labels m_targetLabels;
    std::size_t m_count;
    std::array<std::optional<SeriesId>, extraCount> m_ids;
};

} // namespace sightglass
