// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/streamhousestorage.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr std::array<double, 10> latencyBuckets{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};
constexpr std::array<const char *, 2> errorTypes{"throttling", "timeout"};

constexpr double segmentBytes = 256 * 1024;
constexpr double cacheLimitBytes = 512.0 * 1024 * 1024;
constexpr double cachedBlockBytes = 1024 * 1024;
/// A block that nobody asked for is dropped after about so long.
constexpr double blockLifeSeconds = 120;
constexpr double recordsPerRead = 20;
constexpr double usualHitShare = 0.965;
constexpr double usualErrorShare = 0.0005;
constexpr double listSeconds = 5;

} // namespace

StreamHouseStorage::StreamHouseStorage()
    : m_get{"GET", {0.022, 0.6}, 0, {}, ModelHistogram(latencyBuckets)}
    , m_put{"PUT", {0.045, 0.6}, 0, {}, ModelHistogram(latencyBuckets)}
    , m_list{"LIST", {0.06, 0.5}, 0, {}, ModelHistogram(latencyBuckets)}
    , m_cacheBytes(160 * cachedBlockBytes)
{}

void StreamHouseStorage::step(const Work &work, const Disturbance &felt, ModelRandom &random)
{
    writeSegments(work, felt, random);
    readThroughCache(work, felt, random);
    request(m_list, random.count(work.seconds / listSeconds), 1, felt, random);
}

double StreamHouseStorage::request(Operation &operation, double wanted, int tries, const Disturbance &felt,
                                   ModelRandom &random) const
{
    double left = wanted;
    for (int i = 0; i < tries && left > 0; ++i) {
        const double failed = random.share(left, usualErrorShare + 0.55 * felt.errorShare);
        const double throttled = random.share(failed, 0.8);
        operation.requests += left;
        operation.errors[0] += throttled;
        operation.errors[1] += failed - throttled;
        const double median = operation.usualSeconds.median * std::pow(felt.slowness, 0.75);
        operation.latency.observe(left, {median, operation.usualSeconds.spread}, random);
        left = failed;
    }
    return wanted - left;
}

void StreamHouseStorage::writeSegments(const Work &work, const Disturbance &felt, ModelRandom &random)
{
    m_openSegmentBytes += work.writtenBytes;
    const double full = std::floor(m_openSegmentBytes / segmentBytes);
    m_openSegmentBytes -= full * segmentBytes;
    m_segmentsWritten += full;
    m_segmentsFlushed += request(m_put, unflushedSegments(), 1, felt, random);
}

void StreamHouseStorage::readThroughCache(const Work &work, const Disturbance &felt, ModelRandom &random)
{
    const double reads = random.count(work.readRecords / recordsPerRead);
    const double wanted = random.share(reads, 1 - usualHitShare * std::pow(felt.warmth, 0.6));
    // A read that even the third try cannot serve is the consumer's error, and neither hit nor miss.
    const double fetched = request(m_get, wanted, 3, felt, random);
    m_hits += reads - wanted;
    m_misses += fetched;
    const double dropped = m_cacheBytes * (1 - std::exp(-work.seconds / blockLifeSeconds));
    m_cacheBytes = std::min(cacheLimitBytes, m_cacheBytes + fetched * cachedBlockBytes - std::floor(dropped));
}

void StreamHouseStorage::put(MetricsPage &page) const
{
    page.counter("segment_writes_total", "Segments that were filled.").add({}, m_segmentsWritten);
    page.counter("segment_flushes_total", "Segments that were put into the object store.")
        .add({}, m_segmentsFlushed);
    page.counter("cache_hits_total", "Reads that the cache answered.").add({}, m_hits);
    page.counter("cache_misses_total", "Reads that the object store had to answer.").add({}, m_misses);
    page.gauge("cache_size_bytes", "Memory that the cache takes.").add({}, m_cacheBytes);
    const FamilyPage requests = page.counter("s3_requests_total", "Requests to the object store.");
    const FamilyPage errors = page.counter("s3_errors_total", "Requests to the object store that failed.");
    const FamilyPage latency =
        page.histogram("s3_latency_seconds", "Time that the object store took to answer.");
    for (const Operation *operation : {&m_get, &m_put, &m_list}) {
        requests.add({{"operation", operation->name}}, operation->requests);
        latency.add({{"operation", operation->name}}, operation->latency);
        for (std::size_t i = 0; i < errorTypes.size(); ++i)
            errors.add({{"operation", operation->name}, {"error_type", errorTypes[i]}}, operation->errors[i]);
    }
}

} // namespace sightglass::demo
