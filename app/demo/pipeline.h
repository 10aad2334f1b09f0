// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/checkpoint.h"
#include "app/demo/eventsource.h"
#include "app/demo/ingest.h"
#include "app/demo/scenariocontrol.h"
#include "app/demo/workerpool.h"

namespace sightglass::demo {

struct PipelineConfig
{
    /// An existing folder for the checkpoint and the search index.
    std::string stateDir;
    std::uint32_t entities = 20'000;
    std::size_t cacheBytes = 800'000;
    std::size_t queueCapacity = 20'000;
    unsigned workers = 5;
    RetrySchedule retry;
    Milliseconds checkpointInterval{5'000};
    /// Dead letters are tried again when none has been added for so long and the queue is short.
    Milliseconds redriveQuiet{15'000};
    std::uint64_t seed = 1;
};

/// The observer service: source, ingest, queue, workers, dead letters and checkpoints, with the threads that
/// drive them.
class Pipeline
{
public:
    /// Opens the stores and goes on from the checkpoint where there is one. A damaged checkpoint is set
    /// aside, and recoveryProblem() says so. Errors: FileUnreadable when a store cannot be opened.
    static Result<std::unique_ptr<Pipeline>> open(const PipelineConfig &config,
                                                  const ScenarioControl &scenario, Recorder &record);
    ~Pipeline();
    Pipeline(const Pipeline &) = delete;
    Pipeline &operator=(const Pipeline &) = delete;

    void start(const Endpoints &endpoints);
    /// Ends all threads, within what a running disk write takes, and writes the last checkpoint. Once.
    void stop();

    /// Any thread.
    [[nodiscard]] PipelineState state();
    /// Any thread.
    [[nodiscard]] const Totals &totals() const noexcept { return m_totals; }
    [[nodiscard]] std::size_t queueCapacity() const noexcept { return m_queue.capacity(); }
    /// Empty, or why the checkpoint found at the start could not be used.
    [[nodiscard]] const std::optional<Error> &recoveryProblem() const noexcept { return m_recoveryProblem; }
    /// Whether the last attempt to write a checkpoint succeeded. Any thread.
    [[nodiscard]] bool checkpointsWork() const noexcept { return m_checkpointsWork; }

private:
    Pipeline(const PipelineConfig &config, const ScenarioControl &scenario, Recorder &record);

    [[nodiscard]] Status openStores();
    void recover();
    void restore(const Checkpoint &checkpoint);
    void warmCache(std::span<const EntityId> ids);
    [[nodiscard]] std::vector<Job> revived(std::span<const SavedJob> jobs);
    void readSource();
    [[nodiscard]] bool readEvents(unsigned count, const Load &load);
    void keepHouse();
    void redrive();
    void saveCheckpoint();
    [[nodiscard]] Checkpoint currentCheckpoint();

    const PipelineConfig m_config;
    const ScenarioControl &m_scenario;
    Recorder &m_record;
    Totals m_totals;
    StopSignal m_stop;
    CheckpointFile m_checkpointFile;
    std::optional<Error> m_recoveryProblem;
    std::atomic<bool> m_checkpointsWork = true;

    std::unique_ptr<EntityStore> m_entities;
    std::unique_ptr<SearchIndex> m_search;
    ResultCache m_cache;
    JobQueue m_queue;
    DeadLetters m_deadLetters;

    /// Held while one event goes from the source into the queue or to its end, and while a checkpoint is
    /// taken: so the source's position and the jobs always fit together.
    std::mutex m_ingestMutex;
    EventSource m_source;
    std::unique_ptr<Ingest> m_ingest;

    WorkerPool m_workers;
    std::jthread m_reader;
    std::jthread m_housekeeper;
    bool m_running = false;
};

} // namespace sightglass::demo
