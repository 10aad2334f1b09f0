// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"
#include "parser/exposition/metrictype.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sightglass {

/// How many values one label takes among a family's series.
struct LabelSpread
{
    std::string name;
    std::size_t values = 0;
    std::vector<std::string> some = {}; ///< of the values, sorted; none where they are many
};

/// The samples of the range as numbers: a native histogram is the number of its observations, or a stale
/// marker.
void readNumbers(const SeriesView &series, TimeRange range, SampleColumns &samples);

/// What samples a family of histograms or summaries has besides its plain ones.
struct FamilyParts
{
    /// Under the family's (or, for counters, its _total) name; the quantiles of a summary, native histograms.
    bool values = false;
    bool native = false;   ///< those are histograms by themselves, without buckets as series
    bool buckets = false;  ///< _bucket
    bool infinity = false; ///< one of them without a bound: without it no quantile can be told
    bool averages = false; ///< _sum and _count
};

/// One metric family of a target as the automatic dashboard sees it: what it is, how its series differ, what
/// it did in the last five minutes.
struct MetricFamily
{
    std::string name;                      ///< as on its TYPE line, or the samples' common name
    std::string sampleName;                ///< of its plain samples: the name, or name_total
    MetricType type = MetricType::Unknown; ///< by name and series where nothing was declared
    MetricMetadata metadata;
    FamilyParts parts;
    std::size_t series =
        0; ///< plain ones; for a histogram without its le, for a summary without its quantile
    std::vector<LabelSpread> spread; ///< of labels with more than one value, by name; without le and quantile
    std::vector<LabelSpread> labels; ///< all that the target's labels do not say; else like spread
    double activity = 0;             ///< 0..1: the share of scrapes that changed a value
    double changePerSecond = 0;      ///< by how much the values looked at moved, up and down alike
    std::int64_t observedMs = 0;     ///< how long it has been watched, at most five minutes
    double lowest = 0;               ///< of the newest values looked at; finite
    double highest = 0;
};

/// The families that the target has live samples of, sorted by name. Not every series is read: activity and
/// values come from a few series spread over each family, and where none of those moved from the first that
/// did. Families without a declared type whose values were only ever seen to grow, in whole numbers, are
/// counters. The creation times of other families' series (x_created beside x_total) are none.
[[nodiscard]] std::vector<MetricFamily> collectFamilies(const Snapshot &snapshot, const Labels &targetLabels,
                                                        TimestampMs now);

} // namespace sightglass
