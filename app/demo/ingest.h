// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/dedupwindow.h"
#include "app/demo/entitystore.h"
#include "app/demo/hitwindow.h"
#include "app/demo/jobqueue.h"
#include "app/demo/recorder.h"
#include "app/demo/resultcache.h"

namespace sightglass::demo {

/// The pipeline's own book-keeping, independent of any metric.
struct Totals
{
    std::atomic<std::uint64_t> received = 0;
    std::atomic<std::uint64_t> duplicates = 0;
    std::atomic<std::uint64_t> processed = 0;
    std::atomic<std::uint64_t> failed = 0;
};

/// The first half of the pipeline: an event passes deduplication, the result cache and the conditions, and
/// ends here or becomes a job. For one thread at a time, except where noted.
class Ingest
{
public:
    struct Stores
    {
        EntityStore &entities;
        ResultCache &cache;
        JobQueue &queue;
    };

    Ingest(Stores stores, Recorder &record, Totals &totals);

    void accept(const Event &event, TimePoint now);
    /// What is known about an entity, from the cache or else from the store. Null when there is no such
    /// entity.
    [[nodiscard]] EntityPtr lookUp(EntityId id, TimePoint now);

    [[nodiscard]] DedupWindow &dedup() noexcept { return m_dedup; }
    /// Any thread.
    [[nodiscard]] double cacheHitPercent(TimePoint now) { return m_cacheRate.percent(now); }
    /// Any thread.
    [[nodiscard]] double dedupHitPercent(TimePoint now) { return m_dedupRate.percent(now); }

private:
    void finish(TimePoint received, std::optional<EventError> error);

    Stores m_stores;
    Recorder &m_record;
    Totals &m_totals;
    DedupWindow m_dedup;
    HitWindow m_cacheRate;
    HitWindow m_dedupRate;
};

} // namespace sightglass::demo
