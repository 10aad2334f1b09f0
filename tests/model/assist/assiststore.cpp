// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/assist/assiststore.h"

#include "model/core/sample.h"

#include <QtGlobal>

namespace sightglass::test {

AssistStore::AssistStore()
{
    for (const char *code : {"200", "404", "500"}) {
        for (const char *method : {"GET", "POST"})
            add(Labels::withName("http_requests_total", {{"code", code}, {"method", method}, {"job", "web"}}),
                100, 2);
    }
    declare("http_requests_total", MetricType::Counter, {}, "Requests served");
    for (const char *le : {"0.1", "1", "+Inf"})
        add(Labels::withName("http_duration_seconds_bucket", {{"le", le}, {"job", "web"}}), 10, 1);
    add(Labels::withName("http_duration_seconds_sum", {{"job", "web"}}), 5, 0.5);
    add(Labels::withName("http_duration_seconds_count", {{"job", "web"}}), 10, 1);
    declare("http_duration_seconds", MetricType::Histogram, "seconds", "How long requests took");
    for (const char *queue : {"mail", "web", "disk"})
        add(Labels::withName("queue_depth", {{"queue", queue}, {"job", "worker"}}), 4);
    declare("queue_depth", MetricType::Gauge, {}, "Jobs that wait");
    for (const char *queue : {"mail", "web", "disk"})
        add(Labels::withName("queue_limit", {{"queue", queue}, {"zone", "a"}}), 10);
    declare("queue_limit", MetricType::Gauge);
    add(Labels::withName("gone_gauge", {{"job", "web"}}), 1, 0, now - 120'000, now - 60'000);
    add(Labels::withName("gone_gauge", {{"job", "web"}}), staleMarker(), 0, now - 59'000, now - 59'000);
    declare("gone_gauge", MetricType::Gauge);
    for (const char *quantile : {"0.5", "0.9"})
        add(Labels::withName("rpc_seconds", {{"quantile", quantile}}), 0.2);
    add(Labels::withName("rpc_seconds_sum"), 3, 0.1);
    add(Labels::withName("rpc_seconds_count"), 30, 1);
    declare("rpc_seconds", MetricType::Summary, "seconds");
    add(Labels::withName("build_info", {{"version", "1.2"}}), 1);
    declare("build_info", MetricType::Gauge);
}

void AssistStore::add(const Labels &labels, double value, double growth, TimestampMs begin, TimestampMs end)
{
    const SeriesId id = m_head.seriesFor(labels);
    for (TimestampMs t = begin; t <= end; t += scrapeMs, value += growth) {
        if (!m_head.append(id, t, value))
            qFatal("append failed");
    }
    m_head.commit();
}

void AssistStore::addHistogram(const Labels &labels, TimestampMs begin, TimestampMs end)
{
    const SeriesId id = m_head.seriesFor(labels);
    double count = 2;
    for (TimestampMs t = begin; t <= end; t += scrapeMs, ++count) {
        FloatHistogram histogram;
        histogram.count = count;
        histogram.sum = 1.5 * count;
        histogram.positive.push(1, count);
        if (!m_head.append(id, t, std::make_shared<const FloatHistogram>(histogram)))
            qFatal("append failed");
    }
    m_head.commit();
}

void AssistStore::declare(const std::string &family, MetricType type, const std::string &unit,
                          const std::string &help)
{
    m_head.setMetadata(family, {type, help, unit});
}

} // namespace sightglass::test
