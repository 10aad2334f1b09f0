// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapereport.h"

#include <span>
#include <string_view>

namespace sightglass {

namespace {

struct Family
{
    std::string_view name;
    std::string_view help;
    std::string_view unit;
};

constexpr std::array<Family, 8> families{{
    {"up", "1 if the last scrape of the target succeeded, 0 if it failed.", ""},
    {"scrape_duration_seconds", "Time the scrape took, including parsing and storing.", "seconds"},
    {"scrape_samples_scraped", "Samples the target exposed.", ""},
    {"scrape_samples_post_metric_relabeling", "Samples left after metric relabelling.", ""},
    {"scrape_series_added", "Series that were new in this scrape, approximately.", ""},
    {"scrape_timeout_seconds", "The longest that a scrape may take.", "seconds"},
    {"scrape_sample_limit", "The most samples that a scrape may have, 0 for any number.", ""},
    {"scrape_body_size_bytes", "Size of the page, unpacked; -1 where it was above the limit.", "bytes"},
}};

} // namespace

ReportSeries::ReportSeries(Head &head, Labels targetLabels, ReportExtent extent)
    : m_head(head)
    , m_targetLabels(std::move(targetLabels))
    , m_count(extent == ReportExtent::Extra ? extraCount : usualCount)
{
    for (const Family &family : std::span(families).first(m_count)) {
        m_head.setMetadata(family.name,
                           {MetricType::Gauge, std::string(family.help), std::string(family.unit)});
    }
}

void ReportSeries::append(const ScrapeReport &report, TimestampMs t)
{
    const ScrapeCounts &counts = report.counts;
    const std::array<double, extraCount> values{report.verdict == ScrapeVerdict::Up ? 1.0 : 0.0,
                                                report.durationSeconds,
                                                static_cast<double>(counts.scraped),
                                                static_cast<double>(counts.afterRelabeling),
                                                static_cast<double>(counts.seriesAdded),
                                                report.timeoutSeconds,
                                                static_cast<double>(report.sampleLimit),
                                                static_cast<double>(report.bodyBytes)};
    for (std::size_t i = 0; i < m_count; ++i)
        appendOne(i, t, values[i]);
}

void ReportSeries::end(TimestampMs t)
{
    for (std::size_t i = 0; i < m_count; ++i) {
        if (m_ids[i] && m_head.labelsOf(*m_ids[i]) != nullptr)
            appendOne(i, t, staleMarker());
    }
}

void ReportSeries::appendOne(std::size_t which, TimestampMs t, double value)
{
    std::optional<SeriesId> &id = m_ids[which];
    if (!id || m_head.labelsOf(*id) == nullptr)
        id = m_head.seriesFor(m_targetLabels.with(metricNameLabel, families[which].name));
    // A refusal (the wall clock went back, another target has the same labels) is the store's last word, as
    // in Prometheus.
    static_cast<void>(m_head.append(*id, t, value));
}

} // namespace sightglass
