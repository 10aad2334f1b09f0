// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/rangewarnings.h"

#include "parser/base/quoting.h"

#include <string>

namespace sightglass {

namespace {

std::string named(std::string_view text, const RangeRemarks &remarks)
{
    return std::string(text) + ' ' + goQuoted(remarks.metric());
}

} // namespace

void warnOfMixedTypes(const RangeRemarks &remarks)
{
    remarks.warn(named("encountered a mix of histograms and floats for metric name", remarks));
}

void warnOfMixedSchemas(const RangeRemarks &remarks)
{
    remarks.warn(named("vector contains a mix of histograms with exponential and custom buckets schemas for "
                       "metric name",
                       remarks));
}

void warnNotCounter(const RangeRemarks &remarks)
{
    remarks.warn(named("this native histogram metric is not a counter:", remarks));
}

void warnNotGauge(const RangeRemarks &remarks)
{
    remarks.warn(named("this native histogram metric is not a gauge:", remarks));
}

void warnOfCollidingResets(const RangeRemarks &remarks)
{
    remarks.warn("conflicting counter resets during histogram aggregation");
}

void warnOfOverlappingStarts(const RangeRemarks &remarks)
{
    remarks.warn(
        named("sample has start time that overlaps with previous sample timestamp for metric", remarks));
}

void informIgnoredHistograms(const RangeRemarks &remarks)
{
    remarks.inform(named(
        "ignored histograms in a range containing both floats and histograms for metric name", remarks));
}

void informReconciled(const RangeRemarks &remarks, HistogramOperation operation)
{
    const char *name = operation == HistogramOperation::Addition      ? "addition"
                       : operation == HistogramOperation::Subtraction ? "subtraction"
                                                                      : "aggregation";
    remarks.inform(std::string("mismatched custom buckets were reconciled during ") + name);
}

} // namespace sightglass
