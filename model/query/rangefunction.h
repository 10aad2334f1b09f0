// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/annotations.h"
#include "model/query/columns.h"
#include "model/query/evaluationcontext.h"
#include "model/query/windows.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

/// Where a range function says what is remarkable about the series it is looking at.
class RangeRemarks
{
public:
    /// `span` is that of the range argument.
    RangeRemarks(Annotations &annotations, SourceSpan span, std::string_view metric)
        : m_annotations(annotations)
        , m_span(span)
        , m_metric(metric)
    {}

    /// The series' __name__ as it comes in, which may be empty.
    [[nodiscard]] std::string_view metric() const noexcept { return m_metric; }
    void warn(std::string text) const { m_annotations.warn(std::move(text), m_span); }
    void inform(std::string text) const { m_annotations.inform(std::move(text), m_span); }

private:
    Annotations &m_annotations;
    SourceSpan m_span;
    std::string_view m_metric;
};

/// One series of a function over range vectors, at all steps at once.
struct RangeCall
{
    const SampleColumns &samples;             ///< without stale markers
    std::span<const Window> windows;          ///< of the floats, one per step
    std::span<const Window> histogramWindows; ///< of the histograms, one per step
    const RangeGrid &ranges;                  ///< reference times and length of the ranges
    const Grid &grid;                         ///< evaluation times
    std::span<const Column> parameters;       ///< scalar arguments in their order, one value per step
    Column &out;                              ///< all absent on entry
    HistogramColumn &histograms;              ///< empty on entry: see put()
    const RangeRemarks &remarks;
    EvaluationContext &context;

    /// The step's result is this histogram.
    void put(std::size_t step, HistogramPtr histogram) const
    {
        putHistogram(histograms, out.size(), step, std::move(histogram));
    }
};

/// Computes `out` from the windows; a step whose window does not suffice stays absent.
using RangeKernel = void (*)(const RangeCall &);

enum class RangeName : std::uint8_t
{
    Dropped,
    Kept,    ///< first_over_time, last_over_time
    Counter, ///< dropped, and the input should be named like a counter
};

struct RangeFunction
{
    std::string_view name;
    RangeKernel kernel; ///< looks at the floats only
    RangeName naming = RangeName::Dropped;
    RangeKernel mixed = nullptr;    ///< for series with histograms; null: these are ignored with an info
    RangeKernel started = nullptr;  ///< for floats with start timestamps; null: these do not matter
    RangeKernel extended = nullptr; ///< for anchored and smoothed ranges; null: not allowed
};

/// Computes one series by the kernel that fits it. Where it has neither histograms nor start timestamps that
/// is the plain one.
void runRangeFunction(const RangeFunction &function, const RangeCall &call);

/// The families; see PromQL reference, sections 10 and 11.
[[nodiscard]] std::span<const RangeFunction>
counterFunctions() noexcept; ///< rate, increase, delta, resets, …
[[nodiscard]] std::span<const RangeFunction>
overTimeFunctions() noexcept;                                           ///< sum_over_time, min_over_time, …
[[nodiscard]] std::span<const RangeFunction> trendFunctions() noexcept; ///< deriv, predict_linear, …

/// Null where the function does not work on ranges (or is absent_over_time, which looks at all series at
/// once).
[[nodiscard]] const RangeFunction *findRangeFunction(std::string_view name) noexcept;

/// Calls compute(values, times, step) for every window of floats of at least `atLeast` samples and keeps what
/// it returns.
template<typename Compute>
void forEachWindow(const RangeCall &call, std::size_t atLeast, Compute compute)
{
    const std::span<const double> values(call.samples.values);
    const std::span<const TimestampMs> times(call.samples.times);
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        call.context.spend(window.size());
        if (window.size() >= atLeast && window.size() > 0)
            call.out[step] = compute(values.subspan(window.begin, window.size()),
                                     times.subspan(window.begin, window.size()), step);
    }
}

} // namespace sightglass
