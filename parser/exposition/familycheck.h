// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/histogrampoint.h"
#include "parser/exposition/strictsample.h"

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace sightglass {

/// The samples of one metric family in the order of the page: metrics and their points one after another,
/// times ascending, points complete (OpenMetrics 1.0, sections "Metric" and "MetricPoint").
class FamilyCheck
{
public:
    explicit FamilyCheck(DiagnosticSink &sink) noexcept
        : m_sink(sink)
        , m_point(HistogramPoint::Rules::OpenMetrics)
    {}

    void add(const StrictSample &sample);
    /// A line of the family could not be read: what is missing may have been on it, and is not reported.
    void setDamaged() noexcept { m_damaged = true; }
    /// No sample more.
    void finish();
    [[nodiscard]] bool hasSamples() const noexcept { return m_metric.has_value(); }

private:
    void beginMetric(const StrictSample &sample, std::string key);
    void checkTime(const StrictSample &sample);
    void checkDuplicate(const StrictSample &sample);
    void finishPoint();
    void finishMetric();

    DiagnosticSink &m_sink;
    bool m_damaged = false;
    std::set<std::string, std::less<>> m_seenMetrics;
    std::optional<std::string> m_metric;             ///< the present one's key
    std::optional<double> m_seconds;                 ///< of its last sample
    std::set<std::string, std::less<>> m_seenSeries; ///< of the present point
    HistogramPoint m_point;
    MetricType m_type = MetricType::Unknown;
    bool m_hasTotal = false;
    SourceSpan m_metricSpan;
    std::string m_family;
};

/// A key of a label set, whatever its order; labels of this name are left out.
[[nodiscard]] std::string labelSetKey(std::span<const Label> labels, std::string_view without);

} // namespace sightglass
