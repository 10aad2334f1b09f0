// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/histogram/floathistogram.h"
#include "parser/base/labels.h"
#include "parser/base/sourcespan.h"
#include "parser/promql/ast.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// One element of an instant vector.
struct VectorElement
{
    Labels labels;
    double value = 0;                 ///< where there is no histogram
    HistogramPtr histogram = nullptr; ///< null for a float
};

/// A native histogram at one time. The pointer is never null.
struct HistogramSample
{
    TimestampMs t = 0;
    HistogramPtr histogram;
};

/// One series of a range query: samples at steps where it has a value, ascending; a missing step is a gap. A
/// step has a float or a histogram, never both.
struct MatrixSeries
{
    Labels labels;
    std::vector<Sample> samples;
    std::vector<HistogramSample> histograms = {};
};

/// A remark of the engine on a result (PromQL reference, section 14).
struct Annotation
{
    enum class Severity : std::uint8_t
    {
        Info,
        Warning
    };
    Severity severity = Severity::Warning;
    std::string text; ///< without prefix and position
    SourceSpan span;  ///< of the sub-expression it is about

    friend bool operator==(const Annotation &, const Annotation &) = default;
};

/// What an evaluation took.
struct QueryStatistics
{
    std::uint64_t samples = 0;   ///< looked at (see SampleCounter); counted only where the options ask for it
    std::size_t peakSamples = 0; ///< the most points that were held at a time
    double sortSeconds = 0;      ///< spent on sorting the result
};

/// The value of an expression. Which member counts is told by `type`.
struct QueryResult
{
    promql::ValueType type = promql::ValueType::InstantVector;
    Sample scalar;                     ///< Scalar, instant query
    std::string string;                ///< String
    std::vector<VectorElement> vector; ///< InstantVector, instant query: in evaluation order
    std::vector<MatrixSeries>
        matrix; ///< any range query, and RangeVector of an instant one: sorted by labels
    std::vector<Annotation> annotations;
    QueryStatistics statistics;
};

} // namespace sightglass
