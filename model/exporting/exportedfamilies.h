// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/exporting/gaugehistogramnames.h"
#include "model/storage/snapshot.h"
#include "parser/exposition/exposedfamily.h"
#include "parser/exposition/expositionformat.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <vector>

namespace sightglass {

/// What of a store is to be written as an exposition.
struct ExportRequest
{
    /// What becomes of a series without an instance label.
    enum class MissingInstance : std::uint8_t
    {
        LeftOut,
        Empty ///< written as instance="", which keeps a Prometheus with honor_labels from adding its own
    };

    std::vector<std::vector<Matcher>> matcherSets; ///< the series of any set; without a set there are none
    TimeRange range;                               ///< both ends inclusive: the newest sample in it is taken
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    MissingInstance missingInstance = MissingInstance::LeftOut;
    GaugeHistogramNames gaugeHistogramNames = GaugeHistogramNames::Kept;
    std::stop_token cancel;
};

/// What could be written and what could not.
struct ExportedCounts
{
    std::size_t series = 0;
    /// Native histograms with exponential buckets, which only protobuf has; Prometheus' federation leaves
    /// them out of text as well.
    std::size_t histogramsLeftOut = 0;
    /// Metrics that are counters or info metrics and are written as unknown, since OpenMetrics would rename
    /// them; of other types that are written name by name without it, since some of their series are missing.
    std::size_t renamesAvoided = 0;
    std::size_t typesLeftOut = 0;
    /// Families of which the targets say different things (type, help or unit): a page can say one thing,
    /// which is what the target of their first series says.
    std::size_t disputedFamilies = 0;
    /// Gauge histograms in Prometheus text, which has no word for them: whole or not, they are untyped.
    std::size_t typesUnknownToFormat = 0;
    /// Gauge histograms of OpenMetrics in protobuf, whose readers call their _gcount and _gsum _count and
    /// _sum (GaugeHistogramNames::OfFormat).
    std::size_t gaugeHistogramsRenamed = 0;
};

/// Calls `take` with the families of these series, sorted by name, until it returns false: the newest sample
/// of each with its time, what ends in a stale marker left out. One conversion for /federate and for
/// `sightglass export`.
///
/// What a format reads back is the same series with the same values; types, help, units and exemplars are
/// told as far as that holds. So a histogram or summary is one family where all of its metrics are whole
/// (buckets ascending up to +Inf, count and sum, all of one scrape) and untyped otherwise, name by name, as
/// Prometheus federates everything; each name with the family's help, buckets and quantiles ascending. A
/// gauge histogram whose names protobuf would not give back is such a family only where the request puts the
/// type first (GaugeHistogramNames::OfFormat). In OpenMetrics a counter without _total, which would get it,
/// is unknown. Native histograms with custom buckets, which have no notation on the wire, are the classic
/// histograms that they were. Any thread.
ExportedCounts exportFamilies(const Snapshot &snapshot, const ExportRequest &request,
                              const std::function<bool(const ExposedFamily &)> &take);

} // namespace sightglass
