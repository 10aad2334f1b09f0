// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/histogrampoint.h"

#include "parser/base/numbertext.h"

#include <cmath>

namespace sightglass {

void HistogramPoint::add(const StrictSample &sample, DiagnosticSink &sink)
{
    if (!m_any) {
        m_any = true;
        m_span = sample.span;
        m_name = sample.family;
        m_isGauge = sample.type == MetricType::GaugeHistogram;
    }
    if (sample.isBucket())
        return addBucket(sample, sink);
    if (sample.suffix == "_count" || sample.suffix == "_gcount") {
        m_count = sample.value;
    } else if (sample.suffix == "_sum" || sample.suffix == "_gsum") {
        m_hasSum = true;
        m_hasNegativeGaugeSum = sample.suffix == "_gsum" && sample.value < 0;
    }
}

void HistogramPoint::addBucket(const StrictSample &sample, DiagnosticSink &sink)
{
    const auto bound = labelNumber(sample, "le");
    if (!bound || std::isnan(*bound))
        return;
    m_hasNegativeBound = m_hasNegativeBound || *bound < 0;
    if (m_bound && *bound <= *m_bound)
        sink.wrong("bucket-order", sample.labelSpan("le"),
                   "buckets must be in ascending order, each once: le=" + formatOpenMetricsFloat(*bound) +
                       " comes after le=" + formatOpenMetricsFloat(*m_bound));
    else if (m_bound && sample.value < m_bucketCount)
        sink.wrong("bucket-not-cumulative", sample.valueSpan(),
                   "buckets must be cumulative: " + formatFloat(sample.value) + " comes after " +
                       formatFloat(m_bucketCount));
    m_bound = bound;
    m_bucketCount = sample.value;
}

void HistogramPoint::finish(DiagnosticSink &sink) const
{
    if (!m_any)
        return;
    if (!m_bound || !std::isinf(*m_bound) || *m_bound < 0) {
        sink.wrong("missing-inf-bucket", m_span, "histogram " + m_name + " has no bucket le=\"+Inf\"");
    } else if (m_count && *m_count != m_bucketCount) {
        sink.wrong("count-mismatch", m_span,
                   "the count of histogram " + m_name + " is " + formatFloat(*m_count) +
                       ", its bucket le=\"+Inf\" has " + formatFloat(m_bucketCount));
    }
    if (m_rules == Rules::OpenMetrics)
        return finishOpenMetrics(sink);
    if (!m_count || !m_hasSum)
        sink.wrong("missing-count-or-sum", m_span,
                   "histogram " + m_name + " must have both " + m_name + "_count and " + m_name + "_sum");
}

void HistogramPoint::finishOpenMetrics(DiagnosticSink &sink) const
{
    const std::string mark = m_isGauge ? "_g" : "_";
    if (m_hasSum != m_count.has_value())
        sink.wrong("count-without-sum", m_span,
                   m_name + mark + "sum and " + m_name + mark + "count must both be there, or neither");
    if (!m_isGauge && m_hasNegativeBound && m_hasSum)
        sink.wrong("sum-with-negative-buckets", m_span,
                   "histogram " + m_name + " has negative bounds, so it must not have a sum");
    if (m_isGauge && !m_hasNegativeBound && m_hasNegativeGaugeSum)
        sink.wrong("negative-gsum", m_span, m_name + "_gsum is negative without negative bounds");
}

} // namespace sightglass
