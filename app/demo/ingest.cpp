// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/ingest.h"

#include "app/demo/conditions.h"

namespace sightglass::demo {

namespace {

constexpr Milliseconds dedupLength{30'000};
constexpr std::size_t dedupCapacity = 50'000;

} // namespace

Ingest::Ingest(Stores stores, Recorder &record, Totals &totals)
    : m_stores(stores)
    , m_record(record)
    , m_totals(totals)
    , m_dedup(dedupLength, dedupCapacity)
{}

void Ingest::accept(const Event &event, TimePoint now)
{
    ++m_totals.received;
    const auto outcome =
        m_dedup.isDuplicate(event.id, now) ? HitWindow::Outcome::Hit : HitWindow::Outcome::Miss;
    m_dedupRate.record(outcome, now);
    m_record([outcome](PipelineObserver &observer) { observer.dedupChecked(outcome); });
    if (outcome == HitWindow::Outcome::Hit) {
        ++m_totals.duplicates;
        return;
    }
    EntityPtr entity = lookUp(event.entity, now);
    auto actions = entity ? actionsFor(event, *entity) : std::nullopt;
    if (!actions)
        return finish(now, EventError::ConditionFailed);
    if (actions->empty())
        return finish(now, std::nullopt);
    m_stores.queue.push(
        Job{.event = event, .entity = std::move(entity), .actions = std::move(*actions), .received = now});
    m_record([](PipelineObserver &observer) { observer.jobEnqueued(); });
}

EntityPtr Ingest::lookUp(EntityId id, TimePoint now)
{
    EntityPtr entity = m_stores.cache.find(id);
    const auto outcome = entity ? HitWindow::Outcome::Hit : HitWindow::Outcome::Miss;
    m_cacheRate.record(outcome, now);
    m_record([outcome](PipelineObserver &observer) { observer.cacheLookedUp(outcome); });
    if (entity)
        return entity;
    entity = m_stores.entities.load(id);
    const std::size_t evicted = entity ? m_stores.cache.insert(entity) : 0;
    if (evicted > 0)
        m_record([evicted](PipelineObserver &observer) { observer.cacheEvicted(evicted); });
    return entity;
}

void Ingest::finish(TimePoint received, std::optional<EventError> error)
{
    ++m_totals.processed;
    const Seconds duration = Clock::now() - received;
    m_record([duration](PipelineObserver &observer) { observer.eventProcessed(duration); });
    if (!error)
        return;
    ++m_totals.failed;
    m_record([error](PipelineObserver &observer) { observer.eventFailed(*error); });
}

} // namespace sightglass::demo
