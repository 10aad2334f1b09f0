// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/metricspage.h"
#include "app/demo/systems/modeltimer.h"

namespace sightglass::demo {

/// AllSource's disk: a write-ahead log, Parquet files that are flushed from it, compactions that merge them,
/// snapshots, and replays that read them all again.
class AllSourceStorage
{
public:
    /// What was ingested in this step.
    struct Work
    {
        double seconds = 0;
        double events = 0;
        double entities = 0;
    };

    void step(const Work &work, const Disturbance &felt, ModelRandom &random);
    void put(MetricsPage &page) const;

    [[nodiscard]] double events() const noexcept { return m_events; }
    /// Of all files, unfinished ones included.
    [[nodiscard]] double bytes() const noexcept { return m_fileBytes + m_orphanBytes; }

private:
    void flush(const Work &work, const Disturbance &felt);
    void compact(double seconds, const Disturbance &felt, ModelRandom &random);
    void compactOnce(double files, const Disturbance &felt, ModelRandom &random);
    void takeSnapshots(double seconds, const Disturbance &felt, ModelRandom &random);
    void replay(double seconds, const Disturbance &felt, ModelRandom &random);
    void endReplay(const Disturbance &felt, ModelRandom &random);
    void putReplays(MetricsPage &page) const;

    double m_events = 12'480'000;
    double m_entities = 1'310'000;
    double m_files = 984;
    double m_smallFiles = 0; ///< of them, those that no compaction has merged
    double m_smallBytes = 0; ///< what these take
    double m_fileBytes = 9.7e9;
    double m_orphanBytes = 0; ///< left behind by compactions that failed
    double m_logBytes = 0;
    ModelTimer m_flushes;
    ModelTimer m_compactionStarts;
    ModelTimer m_failedAttempts;
    ModelTimer m_snapshotStarts;

    double m_compactions = 0;
    double m_filesMerged = 0;
    double m_bytesSaved = 0;
    ModelHistogram m_compactionDurations{defaultBuckets};
    double m_snapshotsCreated = 0;
    ModelHistogram m_snapshotDurations{defaultBuckets};

    double m_replaysStarted = 0;
    double m_replaysCompleted = 0;
    double m_replaysFailed = 0;
    double m_replayed = 0;
    double m_replaySeconds = 0; ///< of the one that runs, else of the pause since
    double m_replayLength = 0;  ///< 0: none runs
    ModelHistogram m_replayDurations{defaultBuckets};
};

} // namespace sightglass::demo
