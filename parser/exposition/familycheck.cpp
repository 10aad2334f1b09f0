// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/familycheck.h"

#include "parser/exposition/familynames.h"

#include <algorithm>
#include <vector>

namespace sightglass {

std::string labelSetKey(std::span<const Label> labels, std::string_view without)
{
    std::vector<LabelView> sorted;
    for (const Label &label : labels) {
        if (label.name != without)
            sorted.push_back({label.name, label.value});
    }
    std::sort(sorted.begin(), sorted.end());
    std::string key;
    for (const LabelView &label : sorted)
        key.append(label.name).append(1, '\xff').append(label.value).append(1, '\xff');
    return key;
}

void FamilyCheck::add(const StrictSample &sample)
{
    m_type = sample.type;
    m_family = sample.family;
    checkSample(sample, m_sink);
    // Which labels of an info metric are the metric's and which the point's cannot be told: it is one group.
    std::string key = sample.type == MetricType::Info
                          ? std::string()
                          : labelSetKey(sample.labels, ownLabel(sample.type, sample.family, sample.suffix));
    if (m_metric != key)
        beginMetric(sample, std::move(key));
    else if (sample.type != MetricType::Info)
        checkTime(sample);
    checkDuplicate(sample);
    m_seconds = sample.seconds;
    m_hasTotal = m_hasTotal || sample.suffix == "_total";
    if (m_type == MetricType::Histogram || m_type == MetricType::GaugeHistogram)
        m_point.add(sample, m_sink);
}

void FamilyCheck::beginMetric(const StrictSample &sample, std::string key)
{
    finishMetric();
    m_metric = std::move(key);
    m_metricSpan = sample.span;
    if (!m_seenMetrics.insert(*m_metric).second)
        m_sink.wrong("interleaved-metrics", sample.span,
                     "the samples of one metric of family " + m_family + " must follow each other");
}

void FamilyCheck::checkTime(const StrictSample &sample)
{
    if (sample.seconds.has_value() != m_seconds.has_value())
        m_sink.wrong("mixed-timestamps", sample.timestampSpan(),
                     "some samples of a metric have timestamps, others have none");
    else if (sample.seconds && *sample.seconds < *m_seconds)
        m_sink.wrong("timestamps-backwards", sample.timestampSpan(),
                     "timestamps of a metric must not go backwards");
    if (sample.seconds != m_seconds)
        finishPoint();
}

/// With equal timestamps it is taken for two points whose times were rounded.
void FamilyCheck::checkDuplicate(const StrictSample &sample)
{
    std::string series(sample.suffix);
    series.append(1, '\xff').append(labelSetKey(sample.labels, {}));
    if (!m_seenSeries.insert(std::move(series)).second && !sample.seconds)
        m_sink.wrong("duplicate-sample", sample.span,
                     std::string(sample.name) + " is there twice with the same labels");
}

void FamilyCheck::finishPoint()
{
    if (!m_damaged)
        m_point.finish(m_sink);
    m_point = HistogramPoint(HistogramPoint::Rules::OpenMetrics);
    m_seenSeries.clear();
}

void FamilyCheck::finishMetric()
{
    if (!m_metric)
        return;
    finishPoint();
    if (m_type == MetricType::Counter && !m_hasTotal && !m_damaged)
        m_sink.wrong("missing-total", m_metricSpan,
                     "counter " + m_family + " has no sample " + m_family + "_total");
    m_hasTotal = false;
    m_seconds.reset();
}

void FamilyCheck::finish()
{
    finishMetric();
}

} // namespace sightglass
