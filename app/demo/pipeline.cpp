// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/pipeline.h"

#include <algorithm>
#include <numeric>

namespace sightglass::demo {

namespace {

constexpr Milliseconds readInterval{20};
constexpr Milliseconds houseInterval{500};
constexpr std::size_t redriveBatch = 3;
constexpr std::size_t redriveMaxDepth = 50;
/// What is loaded into an empty cache at the start, so that it does not begin cold.
constexpr std::size_t warmEntities = 1'500;

} // namespace

Pipeline::Pipeline(const PipelineConfig &config, const ScenarioControl &scenario, Recorder &record)
    : m_config(config)
    , m_scenario(scenario)
    , m_record(record)
    , m_checkpointFile(config.stateDir + "/checkpoint")
    , m_cache(config.cacheBytes)
    , m_queue(config.queueCapacity)
    , m_source(config.entities, 1, config.seed)
    , m_workers({m_queue, m_deadLetters}, config.retry, record, m_totals)
{}

Pipeline::~Pipeline()
{
    stop();
    // Also a pipeline that was never started has a queue that its pool must not wait for.
    m_queue.close();
}

Result<std::unique_ptr<Pipeline>> Pipeline::open(const PipelineConfig &config,
                                                 const ScenarioControl &scenario, Recorder &record)
{
    std::unique_ptr<Pipeline> pipeline(new Pipeline(config, scenario, record));
    if (const Status opened = pipeline->openStores(); !opened)
        return opened.error();
    pipeline->recover();
    return pipeline;
}

Status Pipeline::openStores()
{
    auto entities = EntityStore::open(m_config.entities);
    if (!entities)
        return entities.error();
    auto search = SearchIndex::open(m_config.stateDir + "/search.db");
    if (!search)
        return search.error();
    m_entities = std::move(entities).value();
    m_search = std::move(search).value();
    m_ingest = std::make_unique<Ingest>(Ingest::Stores{*m_entities, m_cache, m_queue}, m_record, m_totals);
    return Done{};
}

void Pipeline::recover()
{
    if (m_checkpointFile.exists()) {
        const Result<Checkpoint> checkpoint = m_checkpointFile.load();
        if (checkpoint)
            return restore(*checkpoint);
        m_recoveryProblem = checkpoint.error();
    }
    std::vector<EntityId> popular(std::min<std::size_t>(warmEntities, m_config.entities));
    std::iota(popular.rbegin(), popular.rend(), EntityId(0));
    warmCache(popular);
}

void Pipeline::restore(const Checkpoint &checkpoint)
{
    const TimePoint now = Clock::now();
    // Mixing in the position keeps the events after a restart from being those of the first start once more.
    m_source = EventSource(m_config.entities, checkpoint.nextEvent, m_config.seed + checkpoint.nextEvent);
    m_ingest->dedup().restore(checkpoint.recentEvents, now);
    const std::vector<EntityId> coldestFirst(checkpoint.hottestEntities.rbegin(),
                                             checkpoint.hottestEntities.rend());
    warmCache(coldestFirst);
    for (Job &job : revived(checkpoint.jobs)) {
        m_queue.push(std::move(job));
        m_record([](PipelineObserver &observer) { observer.jobEnqueued(); });
    }
    for (Job &job : revived(checkpoint.deadLetters))
        m_deadLetters.add(std::move(job), now);
    m_record([](PipelineObserver &observer) { observer.checkpointRecovered(); });
}

void Pipeline::warmCache(std::span<const EntityId> ids)
{
    for (const EntityId id : ids) {
        if (EntityPtr entity = m_entities->load(id))
            m_cache.insert(std::move(entity));
    }
}

std::vector<Job> Pipeline::revived(std::span<const SavedJob> jobs)
{
    std::vector<Job> result;
    result.reserve(jobs.size());
    for (const SavedJob &job : jobs) {
        EntityPtr entity = m_entities->load(job.event.entity);
        if (!entity)
            continue;
        result.push_back(Job{.event = job.event,
                             .entity = std::move(entity),
                             .actions = job.actions,
                             .failures = job.failures,
                             .redrives = job.redrives,
                             .received = Clock::now()});
    }
    return result;
}

void Pipeline::start(const Endpoints &endpoints)
{
    m_running = true;
    m_workers.start(m_config.workers, [this, endpoints] {
        return std::make_unique<ActionRunner>(endpoints, ActionStores{m_cache, *m_search}, m_stop);
    });
    m_reader = std::jthread([this] { readSource(); });
    m_housekeeper = std::jthread([this] { keepHouse(); });
}

void Pipeline::stop()
{
    if (!m_running)
        return;
    m_running = false;
    m_stop.raise();
    m_queue.close();
    m_reader.join();
    m_housekeeper.join();
    m_workers.join();
    saveCheckpoint();
}

PipelineState Pipeline::state()
{
    const TimePoint now = Clock::now();
    return {.queueDepth = m_queue.depth(),
            .eventsInFlight = m_queue.inFlight(),
            .deadLetters = m_deadLetters.size(),
            .cacheBytes = m_cache.bytes(),
            .cacheHitPercent = m_ingest->cacheHitPercent(now),
            .dedupHitPercent = m_ingest->dedupHitPercent(now)};
}

void Pipeline::readSource()
{
    while (!m_stop.waitFor(readInterval)) {
        const TimePoint now = Clock::now();
        const Load load = m_scenario.weather(now).load;
        if (!readEvents(m_source.arrivals(now, load.eventsPerSecond), load))
            return;
    }
}

bool Pipeline::readEvents(unsigned count, const Load &load)
{
    for (unsigned i = 0; i < count; ++i) {
        if (!m_queue.waitForRoom())
            return false;
        const std::lock_guard lock(m_ingestMutex);
        m_ingest->accept(m_source.next(load), Clock::now());
    }
    return true;
}

void Pipeline::keepHouse()
{
    TimePoint nextCheckpoint = Clock::now() + m_config.checkpointInterval;
    while (!m_stop.waitFor(std::min(houseInterval, m_config.checkpointInterval))) {
        redrive();
        if (Clock::now() < nextCheckpoint)
            continue;
        saveCheckpoint();
        nextCheckpoint = Clock::now() + m_config.checkpointInterval;
    }
}

void Pipeline::redrive()
{
    if (m_queue.depth() > redriveMaxDepth)
        return;
    // Not between a checkpoint's look at the queue and its look at the dead letters.
    const std::lock_guard lock(m_ingestMutex);
    for (Job &job : m_deadLetters.takeForRedrive(redriveBatch, m_config.redriveQuiet, Clock::now())) {
        m_queue.push(std::move(job));
        m_record([](PipelineObserver &observer) { observer.jobEnqueued(); });
    }
}

void Pipeline::saveCheckpoint()
{
    const TimePoint started = Clock::now();
    const Status written = m_checkpointFile.save(currentCheckpoint());
    m_checkpointsWork = written.ok();
    if (!written)
        return;
    const Seconds duration = Clock::now() - started;
    m_record([duration](PipelineObserver &observer) { observer.checkpointSaved(duration); });
}

Checkpoint Pipeline::currentCheckpoint()
{
    Checkpoint checkpoint;
    std::vector<Job> jobs;
    std::vector<Job> deadLetters;
    {
        const std::lock_guard lock(m_ingestMutex);
        checkpoint.nextEvent = m_source.position();
        checkpoint.recentEvents = m_ingest->dedup().ids();
        // The queue first: a job on its way to the dead letters is there before it leaves here. Twice is
        // allowed.
        jobs = m_queue.snapshot();
        deadLetters = m_deadLetters.snapshot();
    }
    checkpoint.hottestEntities = m_cache.hottest(warmEntities);
    std::ranges::transform(jobs, std::back_inserter(checkpoint.jobs), saved);
    std::ranges::transform(deadLetters, std::back_inserter(checkpoint.deadLetters), saved);
    return checkpoint;
}

} // namespace sightglass::demo
