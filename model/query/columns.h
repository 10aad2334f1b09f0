// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/histogram/floathistogram.h"
#include "parser/base/labels.h"
#include "parser/promql/ast.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

/// Times beyond this (about 73 million years) are no times of a query: sums of any two stay within 64 bits.
inline constexpr TimestampMs farthestTime = TimestampMs{1} << 61U;

/// The times an expression is evaluated at: start, start + stepMs, … (count of them). An instant query has
/// one.
struct Grid
{
    TimestampMs start = 0;
    std::int64_t stepMs = 0;
    std::size_t count = 1;

    [[nodiscard]] TimestampMs at(std::size_t i) const noexcept
    {
        return start + static_cast<std::int64_t>(i) * stepMs;
    }
    [[nodiscard]] TimestampMs last() const noexcept { return at(count == 0 ? 0 : count - 1); }
};

/// What stands in a column where the series has no value at a step: a quiet NaN with bits that no sample and
/// no operation yields. Quiet, because compilers may turn a signalling one (such as the stale marker) into
/// another NaN on the way. Always compare bits, never compute with it.
inline constexpr std::uint64_t absentBits = 0x7FFC'5167'6874'6C73ULL;
inline const double absentPoint = std::bit_cast<double>(absentBits);

[[nodiscard]] inline bool isAbsent(double point) noexcept
{
    return std::bit_cast<std::uint64_t>(point) == absentBits;
}
[[nodiscard]] inline bool isPresent(double point) noexcept
{
    return !isAbsent(point);
}

/// One value per step of a grid, absentPoint where there is none.
using Column = std::vector<double>;

/// Native histograms of a series, one per step, null where there is none. Empty where the series has none at
/// any step, which is what most series look like.
using HistogramColumn = std::vector<HistogramPtr>;

/// One series of an instant vector over all steps of a grid. A step has a float, a histogram (its float is
/// then absent) or nothing; so what looks at floats only need not know that there are histograms.
struct Series
{
    Labels labels;
    Column points;
    /// With delayed name removal: the metadata labels are to go once the whole query is evaluated.
    bool dropName = false;
    HistogramColumn histograms = {};
};

/// What an expression yields over a grid. A scalar is one series without labels that is present at every
/// step.
struct Value
{
    promql::ValueType type = promql::ValueType::InstantVector;
    std::vector<Series> series; ///< in evaluation order (PromQL reference, section 6, "Result order")
    std::string text;           ///< of a String
};

[[nodiscard]] inline bool hasHistogram(const Series &series, std::size_t step) noexcept
{
    return !series.histograms.empty() && series.histograms[step] != nullptr;
}

/// The series has a float or a histogram at the step.
[[nodiscard]] inline bool hasValue(const Series &series, std::size_t step) noexcept
{
    return isPresent(series.points[step]) || hasHistogram(series, step);
}

/// Makes room for histograms where there was none and sets the one at `step`. The column has `steps` steps.
inline void putHistogram(HistogramColumn &column, std::size_t steps, std::size_t step, HistogramPtr histogram)
{
    if (column.empty())
        column.resize(steps);
    column[step] = std::move(histogram);
}

/// The series has nothing at the step any more.
inline void clearStep(Series &series, std::size_t step)
{
    series.points[step] = absentPoint;
    if (!series.histograms.empty())
        series.histograms[step] = nullptr;
}

[[nodiscard]] inline bool hasAnyValue(const Series &series) noexcept
{
    return std::any_of(series.points.begin(), series.points.end(), isPresent) ||
           std::any_of(series.histograms.begin(), series.histograms.end(),
                       [](const HistogramPtr &histogram) { return histogram != nullptr; });
}

/// Sets a flag at every step where the series has a float or a histogram.
inline void markPresence(const Series &series, std::vector<unsigned char> &flags)
{
    for (std::size_t step = 0; step < series.points.size(); ++step) {
        if (hasValue(series, step))
            flags[step] = 1;
    }
}

/// Flags of the steps where any series has a float or a histogram. The vector must not be empty.
[[nodiscard]] inline std::vector<unsigned char> presenceOf(const Value &vector)
{
    std::vector<unsigned char> flags(vector.series.front().points.size(), 0);
    for (const Series &series : vector.series)
        markPresence(series, flags);
    return flags;
}

} // namespace sightglass
