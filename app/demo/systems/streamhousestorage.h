// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/metricspage.h"

#include <array>

namespace sightglass::demo {

/// Segments, object store and cache of StreamHouse. Every segment that is flushed is one PUT that succeeded,
/// every miss of the cache one GET that did.
class StreamHouseStorage
{
public:
    /// What producers and consumers did in this step.
    struct Work
    {
        double seconds = 0;
        double writtenBytes = 0;
        double readRecords = 0;
    };

    StreamHouseStorage();

    void step(const Work &work, const Disturbance &felt, ModelRandom &random);
    void put(MetricsPage &page) const;

    /// Segments written and not yet in the object store.
    [[nodiscard]] double unflushedSegments() const noexcept { return m_segmentsWritten - m_segmentsFlushed; }

private:
    struct Operation
    {
        const char *name = nullptr;
        Distribution usualSeconds;
        double requests = 0;
        std::array<double, 2> errors{};
        ModelHistogram latency;
    };

    /// So many successful requests are wanted; how many succeeded. What fails is tried again `tries` times in
    /// all.
    double request(Operation &operation, double wanted, int tries, const Disturbance &felt,
                   ModelRandom &random) const;
    void writeSegments(const Work &work, const Disturbance &felt, ModelRandom &random);
    void readThroughCache(const Work &work, const Disturbance &felt, ModelRandom &random);

    Operation m_get;
    Operation m_put;
    Operation m_list;
    double m_openSegmentBytes = 0;
    double m_segmentsWritten = 0;
    double m_segmentsFlushed = 0;
    double m_hits = 0;
    double m_misses = 0;
    double m_cacheBytes = 0;
};

} // namespace sightglass::demo
