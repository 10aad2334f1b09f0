// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/queryresult.h"

#include <cstdint>
#include <optional>

namespace sightglass {

/// An element of a vector at one step, or a scalar.
struct ElementValue
{
    double number = 0; ///< where there is no histogram
    const FloatHistogram *histogram = nullptr;

    /// The series' value at a step where it has one.
    [[nodiscard]] static ElementValue of(const Series &series, std::size_t step)
    {
        if (hasHistogram(series, step))
            return {0, series.histograms[step].get()};
        return {series.points[step], nullptr};
    }
};

/// What a binary operator makes of two elements, at least one of which is a histogram, or of two numbers
/// where it is a trim (PromQL reference, sections 8 and 13).
struct ElementResult
{
    enum class Verdict : std::uint8_t
    {
        New,      ///< `histogram` is the value
        KeepLeft, ///< a comparison that holds
        Drop,     ///< a comparison that does not hold
        Refused   ///< no such operation: there is no result, not even 0 with bool; see the remark
    };
    Verdict verdict = Verdict::Refused;
    HistogramPtr histogram = nullptr;
    std::optional<Annotation> remark = std::nullopt; ///< of a refusal, or on how the value came about
};

[[nodiscard]] ElementResult combineElements(promql::BinaryOp op, ElementValue lhs, ElementValue rhs,
                                            SourceSpan span);

} // namespace sightglass
