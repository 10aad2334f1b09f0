// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/strictsample.h"

#include <limits>
#include <optional>

namespace sightglass {

/// The samples of one point of a histogram or gauge histogram together: buckets ascending, cumulative and up
/// to +Inf, in agreement with count and sum (OpenMetrics 1.0, sections "Histogram" and "GaugeHistogram").
class HistogramPoint
{
public:
    /// Which of the two text formats' rules hold; Prometheus' own has fewer.
    enum class Rules : unsigned char
    {
        OpenMetrics,
        PrometheusText
    };

    explicit HistogramPoint(Rules rules) noexcept
        : m_rules(rules)
    {}

    void add(const StrictSample &sample, DiagnosticSink &sink);
    /// The point is complete: what is missing in it, or does not fit together.
    void finish(DiagnosticSink &sink) const;

private:
    void addBucket(const StrictSample &sample, DiagnosticSink &sink);
    void finishOpenMetrics(DiagnosticSink &sink) const;

    Rules m_rules;
    bool m_any = false;
    bool m_hasSum = false;
    bool m_hasNegativeBound = false;
    bool m_hasNegativeGaugeSum = false;
    bool m_isGauge = false;
    std::optional<double> m_count;
    std::optional<double> m_bound; ///< of the last bucket
    double m_bucketCount = 0;
    SourceSpan m_span;  ///< of the first sample
    std::string m_name; ///< of the family
};

} // namespace sightglass
