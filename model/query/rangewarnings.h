// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

namespace sightglass {

/// What range functions remark (PromQL reference, sections 11 and 14). The metric's name is told even where
/// it is empty, as Prometheus does here.
void warnOfMixedTypes(const RangeRemarks &remarks);   ///< floats and histograms in one range
void warnOfMixedSchemas(const RangeRemarks &remarks); ///< exponential and custom buckets in one range
void warnNotCounter(const RangeRemarks &remarks);     ///< a histogram that is hinted a gauge
void warnNotGauge(const RangeRemarks &remarks);       ///< a histogram that is not
void warnOfCollidingResets(const RangeRemarks &remarks);
void warnOfOverlappingStarts(const RangeRemarks &remarks);
void informIgnoredHistograms(const RangeRemarks &remarks);

enum class HistogramOperation : std::uint8_t
{
    Addition,
    Subtraction,
    Aggregation
};
/// Custom bounds differed and were cut to the common ones.
void informReconciled(const RangeRemarks &remarks, HistogramOperation operation);

} // namespace sightglass
