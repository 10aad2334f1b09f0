// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"
#include "parser/base/labels.h"

#include <array>
#include <cstddef>
#include <optional>

namespace sightglass {

/// What one scrape counted; the names of its report series say what (scraping reference, section 7).
struct ScrapeCounts
{
    std::size_t scraped = 0;         ///< scrape_samples_scraped: samples parsed, until an error
    std::size_t afterRelabeling = 0; ///< scrape_samples_post_metric_relabeling
    std::size_t seriesAdded = 0;     ///< scrape_series_added
    std::size_t dropped = 0; ///< that the store did not take: duplicates, out of order, too far in the future

    friend bool operator==(const ScrapeCounts &, const ScrapeCounts &) = default;
};

enum class ScrapeVerdict : unsigned char
{
    Down,
    Up
};

/// The report series of one target: up, scrape_duration_seconds and the counts. They belong to no body: no
/// limit and no relabelling touches them.
class ReportSeries
{
public:
    ReportSeries(Head &head, Labels targetLabels);

    /// Adds the five samples to the open transaction.
    void append(ScrapeVerdict verdict, double durationSeconds, const ScrapeCounts &counts, TimestampMs t);

    /// Adds stale markers to the series that were ever written.
    void end(TimestampMs t);

private:
    static constexpr std::size_t count = 5;

    void appendOne(std::size_t which, TimestampMs t, double value);

    Head &m_head;
    Labels m_targetLabels;
    std::array<std::optional<SeriesId>, count> m_ids;
};

} // namespace sightglass
