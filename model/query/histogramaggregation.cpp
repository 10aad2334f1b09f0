// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/histogramaggregation.h"

#include "model/histogram/histogramarithmetic.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

/// One group at one step. Floats are only looked for: where there is one, there is no result.
class GroupSum
{
public:
    GroupSum(Annotations &annotations, SourceSpan span)
        : m_annotations(annotations)
        , m_span(span)
    {}

    void addFloat()
    {
        m_floats = m_floats || !m_incompatible;
        m_started = true;
    }

    void add(const FloatHistogram &histogram, std::string_view metric)
    {
        if (m_incompatible)
            return;
        m_histograms = true;
        // After a float there is nothing to add to: the group is lost anyway, and Prometheus remarks no more.
        const bool adds = !m_started || !m_sum.empty();
        m_started = true;
        if (!adds)
            return;
        const HistogramMerge merge = m_sum.add(histogram);
        m_resetsCollide = m_resetsCollide || merge.resetsCollide;
        if (merge.outcome == HistogramMerge::Outcome::IncompatibleSchemas) {
            m_incompatible = true;
            m_annotations.warn("vector contains a mix of histograms with exponential and custom buckets "
                               "schemas for metric name " +
                                   goQuoted(metric),
                               m_span);
        }
        if (merge.boundsReconciled)
            m_annotations.inform("mismatched custom buckets were reconciled during aggregation", m_span);
    }

    /// Null where there is no result.
    [[nodiscard]] HistogramPtr take(promql::AggregateOp op) const
    {
        if (m_floats && m_histograms) {
            m_annotations.warn("encountered a mix of histograms and floats for aggregation", m_span);
            return nullptr;
        }
        if (m_incompatible)
            return nullptr;
        if (m_resetsCollide)
            m_annotations.warn("conflicting counter resets during histogram aggregation", m_span);
        return std::make_shared<const FloatHistogram>(op == promql::AggregateOp::Sum ? m_sum.total()
                                                                                     : m_sum.mean());
    }

private:
    Annotations &m_annotations;
    SourceSpan m_span;
    HistogramSum m_sum;
    bool m_started = false;
    bool m_floats = false;
    bool m_histograms = false;
    bool m_incompatible = false;
    bool m_resetsCollide = false;
};

} // namespace

void aggregateHistograms(promql::AggregateOp op, const Value &vector, const Grouping::Group &group,
                         Series &result, Annotations &annotations, SourceSpan span)
{
    const std::size_t steps = result.points.size();
    std::vector<unsigned char> any(steps, 0);
    for (const std::size_t member : group.members) {
        for (std::size_t step = 0; step < steps; ++step) {
            if (hasHistogram(vector.series[member], step))
                any[step] = 1;
        }
    }
    for (std::size_t step = 0; step < steps; ++step) {
        if (any[step] == 0)
            continue;
        GroupSum sum(annotations, span);
        for (const std::size_t member : group.members) {
            const Series &series = vector.series[member];
            if (hasHistogram(series, step))
                sum.add(*series.histograms[step], series.labels.metricName());
            else if (isPresent(series.points[step]))
                sum.addFloat();
        }
        result.points[step] = absentPoint;
        if (HistogramPtr histogram = sum.take(op))
            putHistogram(result.histograms, steps, step, std::move(histogram));
    }
}

bool hasHistograms(const Value &vector, const Grouping::Group &group) noexcept
{
    return std::any_of(group.members.begin(), group.members.end(), [&vector](std::size_t member) {
        const HistogramColumn &histograms = vector.series[member].histograms;
        return std::any_of(histograms.begin(), histograms.end(),
                           [](const HistogramPtr &histogram) { return histogram != nullptr; });
    });
}

void informIgnoredHistograms(promql::AggregateOp op, const Value &vector, Annotations &annotations,
                             SourceSpan span)
{
    const bool any = std::any_of(vector.series.begin(), vector.series.end(), [](const Series &series) {
        return std::any_of(series.histograms.begin(), series.histograms.end(),
                           [](const HistogramPtr &histogram) { return histogram != nullptr; });
    });
    if (any)
        annotations.inform(
            "ignored histogram in " + std::string(promql::aggregateOpText(op)) + " aggregation", span);
}

} // namespace sightglass
